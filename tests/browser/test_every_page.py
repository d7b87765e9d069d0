"""What holds for every page, in both languages, light and dark, wide and narrow, on paper."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import APIResponse, Response

from browser import axe, measures
from browser.keyboard import Keyboard
from browser.pages import EVERY, Template
from browser.visits import Tab

_NAMES = {"nl": "Nederlands", "en": "English"}
_SKIP = {"nl": "Naar de inhoud", "en": "Skip to content"}
_PRESSED = ":is(nav, button, [role=search], .skip):visible"
_TOLD = "found => found.map((each) => each.outerHTML.slice(0, 150))"
_GROUND = "getComputedStyle(document.body).backgroundColor"
_OTHER = {"nl": "en", "en": "nl"}


class Seen(NamedTuple):
    """A page that a tab has gone to."""

    template: Template
    language: str
    tab: Tab
    answer: Response


@pytest.fixture(
    scope="module", params=EVERY, ids=[f"{each.name}-{language}" for each, language in EVERY]
)
def seen(request: pytest.FixtureRequest, tabs: Callable[[str], Tab]) -> Seen:
    """Each page, loaded once for all tests of this file."""
    template, language = request.param
    tab = tabs(language)
    tab.look(1280)
    return Seen(template, language, tab, tab.go(template.at(language)))


def test_it_comes_whole_and_from_here_alone(seen: Seen, base: str) -> None:
    """The status is as told, nothing fails or is refused, no other host hears of it."""
    assert seen.answer.status == seen.template.status
    noticed = seen.tab.noticed
    assert noticed.asked[0] == base + seen.template.at(seen.language)
    assert noticed.elsewhere(base) == []
    assert (noticed.failed, noticed.said) == ([], [])
    policy = seen.answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_its_head(seen: Seen) -> None:
    """The language, one heading, and a title that says what, in which language, on which site."""
    page = seen.tab.page
    assert page.locator("html").get_attribute("lang") == seen.language
    [heading] = page.locator("h1").all_inner_texts()
    title, *rest = page.title().split(" – ")
    assert rest[-2:] == [_NAMES[seen.language], "si-kg"]
    assert title
    assert heading.strip()


def test_the_same_page_in_the_other_language(seen: Seen) -> None:
    """A link, in that language, leads to it."""
    other = _OTHER[seen.language]
    links = seen.tab.page.locator(
        f"header a[hreflang={other}][lang={other}], nav a[hreflang={other}][lang={other}]"
    )
    assert links.first.inner_text() == _NAMES[other]
    address = links.first.get_attribute("href")
    assert address
    answer: APIResponse = seen.tab.page.request.get(address, headers={"Accept": "text/html"})
    assert answer.status == seen.template.status
    assert f'<html lang="{other}">' in answer.text()


@pytest.mark.parametrize("width", [1280, 320])
def test_accessible(seen: Seen, width: int) -> None:
    """The checker finds no fault."""
    seen.tab.look(width)
    assert axe.faults(seen.tab.page) == []


def test_accessible_in_the_dark(seen: Seen) -> None:
    """Nor with the colours of the dark, which are all that differs."""
    seen.tab.look(1280, "dark")
    assert axe.colour_faults(seen.tab.page) == []


def test_no_sideways_scrolling(seen: Seen) -> None:
    """At 320 pixels only regions with a name scroll sideways, also where text is set wider."""
    seen.tab.look(320)
    page = seen.tab.page
    assert measures.sticks_out(page) == []
    assert measures.scrolls_unnamed(page) == []
    assert measures.sticks_out_when_spaced(page) == []


def test_on_paper(seen: Seen) -> None:
    """Without what one presses or navigates by; dark on white, whatever the screen shows."""
    seen.tab.look(1280, "dark")
    page = seen.tab.page
    page.emulate_media(media="print")
    assert page.locator(_PRESSED).evaluate_all(_TOLD) == []
    assert page.locator("h1").is_visible()
    assert page.evaluate(_GROUND) in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert axe.colour_faults(page) == []


def test_nothing_moves_for_who_does_not_want_it(seen: Seen) -> None:
    """No animation, no transition, no smooth scrolling."""
    seen.tab.look(1280)
    page = seen.tab.page
    page.emulate_media(reduced_motion="reduce")
    assert measures.moves(page) == []


def test_forms_need_no_script(seen: Seen) -> None:
    """Each has a button that sends it."""
    assert measures.cannot_be_sent(seen.tab.page) == []


def test_the_keyboard_comes_everywhere(seen: Seen) -> None:
    """The first stop skips to the text; each of those that follow has a name and is seen."""
    seen.tab.look(1280)
    page = seen.tab.page
    page.emulate_media(reduced_motion="reduce")  # where the focus is has then arrived
    page.reload()
    keyboard = Keyboard(page)
    first = keyboard.press("Tab")
    assert (first.role, first.name, first.visible) == ("link", _SKIP[seen.language], True)
    assert keyboard.press("Enter").role == "main"
    stops = keyboard.stops()
    assert stops
    assert [stop for stop in stops if not (stop.name and stop.visible)] == []
