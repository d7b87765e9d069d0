"""The browser of this machine: where it is, and one that runs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
HEIGHT = 900
ABSENT = "no Chromium here: install it, or name it in SI_KG_CHROMIUM, to test the pages"

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Look:
    """How a visitor looks at the pages."""

    language: str = "en"
    script: bool = True
    width: int = 1280
    scheme: Scheme = "light"


def program() -> str | None:
    """The browser that SI_KG_CHROMIUM names, else the one that is installed; None without one."""
    named = os.environ.get("SI_KG_CHROMIUM")
    candidates = (named,) if named else _NAMES
    return next(filter(None, map(shutil.which, candidates)), None)


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """The browser, running without a window until the block ends."""
    # its sandbox refuses to start for root, and CI machines have little shared memory
    options = ["--no-sandbox", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visitor(browser: Browser, look: Look, base: str) -> Iterator[BrowserContext]:
    """A browser with nothing remembered; addresses without a host are those of `base`."""
    context = browser.new_context(
        base_url=base,
        color_scheme=look.scheme,
        java_script_enabled=look.script,
        locale="nl-NL" if look.language == "nl" else "en-GB",
        viewport={"width": look.width, "height": HEIGHT},
    )
    context.set_default_timeout(15_000)
    try:
        yield context
    finally:
        context.close()
