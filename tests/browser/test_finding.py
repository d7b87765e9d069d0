"""Someone who looks for a word, or asks a question in plain words."""

import pytest

from browser.person import Person
from si_kg.language import Text
from si_kg.site.words import finding, frame


@pytest.mark.parametrize("typed", ["empowerment", "empowermnt"], ids=["right", "typo"])
def test_finds_a_concept(person: Person, typed: str) -> None:
    """From the field that every page has, also with a typing error, to the page of the concept."""
    person.goes("about")
    field = person.page.get_by_role("banner").get_by_label(frame_word(person, "search_field"))
    field.fill(typed)
    field.press("Enter")
    person.main.get_by_role("status").wait_for()
    assert f"text={typed}" in person.page.url
    person.follows("empowerment")
    assert person.heading.lower() == "empowerment"
    assert person.page.url.endswith(f"/{person.language}/id/empowerment")


def test_finds_nothing(person: Person) -> None:
    """Is told so, and what else can be done."""
    person.goes("search?text=zzzzqqq")
    assert person.told() == person.said(finding.WORDS["no_things"])
    assert person.main.get_by_label(person.said(finding.WORDS["try_asking"])).is_visible()


def test_asks(person: Person) -> None:
    """Gets a table, and is told how the question was read."""
    person.goes("ask")
    question = Text("Wat is empowerment?", "What is empowerment?")
    person.fills(finding.WORDS["ask_label"], person.said(question))
    person.presses(finding.WORDS["ask_button"])
    person.main.get_by_text(person.said(finding.WORDS["read_as"])).wait_for()
    assert person.rows() > 0
    assert "question=" in person.page.url


def test_asks_what_is_not_understood(person: Person) -> None:
    """Is told so, rather than given an answer to something else."""
    person.goes("ask?question=fiets+banaan+kwantum")
    assert person.said(finding.WORDS["not_understood"]) in person.told()
    assert person.main.get_by_role("table").count() == 0


def frame_word(person: Person, name: str) -> str:
    """A word of the frame around every page."""
    return person.said(frame.WORDS[name])
