"""A visitor with something to do, who finds things by what they are called."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Locator, Page

from browser.visits import Tab
from si_kg.language import Text


class Taken(NamedTuple):
    """A file that was downloaded, with the name under which it is kept."""

    name: str
    content: BytesIO


class Person:
    """Reads one language; with `script`, the browser runs scripts."""

    def __init__(self, tab: Tab, language: str, *, script: bool) -> None:
        self.tab = tab
        self.language = language
        self.script = script

    @property
    def page(self) -> Page:
        """The page that is being looked at."""
        return self.tab.page

    @property
    def main(self) -> Locator:
        """The part of it that other pages do not have."""
        return self.page.get_by_role("main")

    @property
    def heading(self) -> str:
        """What the page is called."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def said(self, text: Text | str) -> str:
        """A text as this person reads it."""
        return text if isinstance(text, str) else text.in_(self.language)

    def goes(self, path: str) -> None:
        """Opens a page by its address after the language."""
        self.tab.go(f"/{self.language}/{path}")

    def follows(self, name: Text | str) -> None:
        """Clicks the first link in the page with this name."""
        self.main.get_by_role("link", name=self.said(name), exact=True).first.click()

    def fills(self, label: Text | str, value: str) -> None:
        """Types into the field with this label."""
        self.main.get_by_label(self.said(label)).first.fill(value)

    def presses(self, name: Text | str) -> None:
        """Presses the first button in the page with this name."""
        self.main.get_by_role("button", name=self.said(name), exact=True).first.click()

    def told(self) -> str:
        """What the page announces: how much was found, or what is wrong."""
        return self.main.get_by_role("status").first.inner_text()

    def rows(self) -> int:
        """How many rows the first table has, without its head."""
        return self.main.get_by_role("table").first.locator("tbody tr").count()

    def takes(self, name: Text | str) -> Taken:
        """Downloads what the link with this name leads to."""
        with self.page.expect_download() as coming:
            self.follows(name)
        content = Path(coming.value.path()).read_bytes()
        return Taken(coming.value.suggested_filename, BytesIO(content))
