"""What a page is like to look at, measured in the browser; `measures.js` does the measuring."""

from pathlib import Path

from playwright.sync_api import Page

JAVASCRIPT = Path(__file__).with_name("measures.js").read_text("utf-8").strip()


def sticks_out(page: Page) -> list[str]:
    """What makes the whole page scroll sideways."""
    return _measured(page, "sticksOut()")


def scrolls_unnamed(page: Page) -> list[str]:
    """What scrolls sideways without a name, or out of reach of the keyboard."""
    return _measured(page, "scrollsUnnamed()")


def moves(page: Page) -> list[str]:
    """What moves by itself, or on its way to where one goes."""
    return _measured(page, "moves()")


def cannot_be_sent(page: Page) -> list[str]:
    """The forms without a button, which need a script."""
    return _measured(page, "cannotBeSent()")


def sticks_out_when_spaced(page: Page) -> list[str]:
    """The same for a reader who sets text as wide as WCAG 1.4.12 asks."""
    page.evaluate(f"{JAVASCRIPT}.space(true)")
    found = sticks_out(page)
    page.evaluate(f"{JAVASCRIPT}.space(false)")
    return found


def _measured(page: Page, call: str) -> list[str]:
    return [str(each) for each in page.evaluate(f"{JAVASCRIPT}.{call}")]
