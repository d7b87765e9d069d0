"""A visitor who uses no mouse: presses keys, and sees where the focus is."""

from collections.abc import Callable
from typing import Any, NamedTuple

from playwright.sync_api import Page

from browser.measures import JAVASCRIPT

_MOST_LOOKED_AT = 25
_MOST_PASSED = 150
_SIGHT = f"{JAVASCRIPT}.sight()"


class Focus(NamedTuple):
    """Where the focus is, as assistive technology is told, and whether it can be seen."""

    role: str
    name: str
    visible: bool

    def __bool__(self) -> bool:
        """Whether anything has the focus."""
        return bool(self.role)


_NOTHING: dict[str, Any] = {}


class Keyboard:
    """The keyboard of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._wire = page.context.new_cdp_session(page)
        self._typing = False

    def press(self, *keys: str) -> Focus:
        """Presses keys one after the other; where the focus is then."""
        for key in keys:
            self._page.keyboard.press(key)
        return self.focus()

    def type(self, text: str) -> None:
        """Types a text where the focus is."""
        self._page.keyboard.type(text)

    def focus(self) -> Focus:
        """Where the focus is."""
        sight = self._page.evaluate(_SIGHT)
        node = self._accessible() if sight["somewhere"] else _NOTHING
        role, name = (node.get(each, {}).get("value", "") for each in ("role", "name"))
        self._typing = role == "textbox"
        return Focus(role, name, visible=sight["visible"])

    def stops(self, most: int = _MOST_LOOKED_AT) -> list[Focus]:
        """Where the Tab key halts, from here to the end of the page or up to so many."""
        found: list[Focus] = []
        while len(found) < most and (focus := self.forward()):
            found.append(focus)
        return found

    def forward(self) -> Focus:
        """On to the next stop; where Tab may be a character, Escape sets it free first."""
        return self.press("Escape", "Tab") if self._typing else self.press("Tab")

    def to(self, role: str, name: str) -> Focus:
        """Tabs on to what has this role and name; fails where the Tab key does not come there."""
        return self._on(role, lambda found: found == name, name)

    def to_beginning(self, role: str, name: str) -> Focus:
        """Tabs on to what has this role and a name that begins so."""
        return self._on(role, lambda found: found.startswith(name), name)

    def enter(self, address: str) -> None:
        """Presses Enter where the focus is, which leads to such an address."""
        with self._page.expect_navigation(url=address):
            self._page.keyboard.press("Enter")

    def _on(self, role: str, fits: Callable[[str], bool], name: str) -> Focus:
        passed: list[Focus] = []
        while len(passed) < _MOST_PASSED and (focus := self.forward()):
            if focus.role == role and fits(focus.name):
                return focus
            passed.append(focus)
        raise AssertionError(f"no {role} {name!r} after {[each.name for each in passed]}")

    def _accessible(self) -> dict[str, Any]:
        """The node of the accessibility tree that has the focus."""
        held = self._wire.send("Runtime.evaluate", {"expression": "document.activeElement"})
        which = {"objectId": held["result"]["objectId"], "fetchRelatives": False}
        node: dict[str, Any] = self._wire.send("Accessibility.getPartialAXTree", which)["nodes"][0]
        return node
