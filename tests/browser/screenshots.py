"""Every kind of page as a picture, to look at: in both languages, wide and narrow, light and dark.

Run as `python -m browser.screenshots FOLDER [TEMPLATE ...]`, from the folder `tests`.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser
from server_process import started

from browser import chromium
from browser.chromium import Look, Scheme
from browser.pages import TEMPLATES, Template
from browser.visits import Tab
from si_kg.language import LANGUAGES

WIDTHS = (1280, 390, 320)


def screenshots(
    browser: Browser, base: str, templates: list[Template]
) -> Iterator[tuple[str, bytes]]:
    """Each page in each look: the name of a file and its PNG."""
    for language in LANGUAGES:
        with chromium.visitor(browser, Look(language), base) as context:
            tab = Tab(context)
            for template in templates:
                tab.go(template.at(language))
                for width, scheme in product(WIDTHS, get_args(Scheme)):
                    tab.look(width, scheme)
                    name = f"{template.name}-{language}-{width}-{scheme}.png"
                    yield name, tab.page.screenshot(full_page=True)


def main(folder: Path, *names: str) -> None:
    """Writes the pictures of these templates, or of all, into a folder."""
    path = chromium.program()
    if not path:
        sys.exit(chromium.ABSENT)
    templates = [each for each in TEMPLATES if not names or each.name in names]
    folder.mkdir(parents=True, exist_ok=True)
    with started() as served, chromium.launched(path) as browser:
        for name, picture in screenshots(browser, served.base, templates):
            (folder / name).write_bytes(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
