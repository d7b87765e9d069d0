"""Someone who uses no mouse does what others do."""

import pytest

from browser.chromium import Look
from browser.conftest import Visitor
from browser.keyboard import Keyboard
from browser.person import Person
from si_kg.language import LANGUAGES, Text
from si_kg.site.words import assess, basket, concepts, finding, frame

_EMPOWERMENT = "empowerment"
_QUESTION = Text("Wat is empowerment?", "What is empowerment?")


@pytest.fixture(params=LANGUAGES)
def typist(request: pytest.FixtureRequest, visitor: Visitor) -> Person:
    """Someone who reads Dutch or English, on whose screen nothing moves by itself."""
    tab = visitor(Look(request.param))
    tab.page.emulate_media(reduced_motion="reduce")
    return Person(tab, request.param, script=True)


def test_collects_a_definition(typist: Person) -> None:
    """Searches, opens a concept, ticks a definition, and has it in the basket."""
    keys = Keyboard(typist.page)
    typist.goes("about")
    keys.to("searchbox", typist.said(frame.WORDS["search_field"]))
    keys.type(_EMPOWERMENT)
    keys.enter("**/search?text=empowerment")
    keys.to("link", _EMPOWERMENT)
    keys.enter(f"**/{typist.language}/id/empowerment")
    tick = keys.to_beginning("checkbox", typist.said(concepts.WORDS["tick"]))
    keys.press("Space")
    keys.to("button", typist.said(concepts.WORDS["put_in_basket"]))
    keys.enter("**/basket?definition=*")
    assert typist.told() == typist.said(basket.WORDS["one"])
    assert typist.main.get_by_role("heading", name=tick.name.partition(": ")[2]).is_visible()


def test_asks(typist: Person) -> None:
    """Types a question; the rows that answer it can be scrolled by key."""
    keys = Keyboard(typist.page)
    typist.goes("ask")
    keys.to("textbox", typist.said(finding.WORDS["ask_label"]))
    keys.type(typist.said(_QUESTION))
    keys.enter("**/ask?question=*")
    assert typist.rows() > 0
    assert keys.to_beginning("group", typist.said(Text("Tabel", "Table"))).visible


def test_answers_a_question_about_a_plan(typist: Person) -> None:
    """Arrows choose an answer; each part of the plan is a button."""
    keys = Keyboard(typist.page)
    typist.goes("assess/criteria-novelty")
    chosen = keys.to("radio", typist.said(assess.WORDS["open"]))
    assert chosen.visible
    assert keys.press("ArrowUp").name == typist.said(Text("nee", "no"))
    keys.to("button", typist.said(assess.WORDS["look"]))
    keys.enter("**/assess/report?*")
    assert "=no" in typist.page.url
