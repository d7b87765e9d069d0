"""Someone who does research: the canned queries, and SPARQL."""

import openpyxl
import pytest
from playwright.sync_api import expect

from browser.chromium import Look
from browser.conftest import Visitor
from browser.keyboard import Keyboard
from browser.person import Person
from si_kg.site.words import answers, queries, sparql

_THREE = "SELECT ?it { ?it a <https://w3id.org/si-kg/ontology#Initiative> } LIMIT 3"
_BROKEN = "SELECT * WHERE { ?a ?b }"
_EDITOR = ".CodeMirror"


def test_takes_an_answer_to_a_spreadsheet(person: Person) -> None:
    """Looks the query up, fills in what it asks, gets the same rows as a file."""
    person.goes("q/")
    person.fills(queries.WORDS["filter"], "definitions-of")
    person.presses(queries.WORDS["show"])
    person.goes("q/definitions-of")
    person.fills("Begrip" if person.language == "nl" else "Concept", "empowerment")
    person.presses(queries.WORDS["ask"])
    person.page.wait_for_url("**concept=empowerment**")
    rows = person.rows()
    assert person.told().startswith(str(rows))
    taken = person.takes(answers.STYLES["xlsx"])
    assert taken.name.endswith(".xlsx")
    assert openpyxl.load_workbook(taken.content).worksheets[0].max_row == rows + 1


def test_is_told_what_to_mend(person: Person) -> None:
    """A value that is no choice is told with its field, which keeps it."""
    person.goes("q/definitions-of?concept=empowermnt")
    field = person.main.get_by_label("Begrip" if person.language == "nl" else "Concept")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.input_value() == "empowermnt"


def test_asks_sparql(person: Person) -> None:
    """Writes a query and sees its rows; the address is that of this answer."""
    person.goes("sparql")
    _write(person, _THREE)
    person.presses(sparql.WORDS["run"])
    person.page.wait_for_url("**query=**")
    assert person.rows() == 3
    assert (
        person.said(sparql.WORDS["rows"]).format(3) in person.main.locator("#outcome").inner_text()
    )


def test_is_told_where_sparql_goes_wrong(person: Person) -> None:
    """With line and column; what was written is still there."""
    person.goes("sparql")
    _write(person, _BROKEN)
    person.presses(sparql.WORDS["run"])
    told = person.main.get_by_role("alert").inner_text()
    assert told.startswith(person.said(sparql.WORDS["line_place"]).split("{")[0])
    assert _written(person) == _BROKEN


def test_the_editor_needs_no_mouse(visitor: Visitor) -> None:
    """Names are completed from our own, Ctrl+Enter runs, and Esc then Tab leads on."""
    person = Person(visitor(Look("en")), "en", script=True)
    person.goes("sparql")
    if not person.main.locator(_EDITOR).count():
        pytest.skip("the editor is not built: make editor")
    keyboard = Keyboard(person.page)
    label = person.said(sparql.WORDS["field"])
    keyboard.to("textbox", label)
    keyboard.press("Control+a")
    keyboard.type("SELECT * { ?a a si:Initiativ")
    hints = person.page.get_by_role("listbox")
    hints.wait_for()
    keyboard.press("Enter")
    hints.wait_for(state="detached")
    keyboard.type(" } LIMIT 2")
    assert "si:Initiative }" in _written(person).replace("  ", " ")
    assert keyboard.press("Tab").name == label
    assert keyboard.press("Escape", "Tab").name == person.said(sparql.WORDS["run"])
    keyboard.press("Shift+Tab")
    person.page.keyboard.press("Control+Enter")
    person.page.wait_for_url("**query=**")
    assert person.rows() == 2


def _write(person: Person, text: str) -> None:
    """Replaces what is in the editor, or in the field where no script runs."""
    editor = person.main.locator(_EDITOR)
    if not editor.count():
        person.fills(sparql.WORDS["field"], text)
        return
    editor.click()
    person.page.keyboard.press("Control+a")
    person.page.keyboard.type(text)
    expect(editor).to_contain_text(text)


def _written(person: Person) -> str:
    """What stands in the editor, or in the field."""
    lines = person.main.locator(f"{_EDITOR} .CodeMirror-line")
    if lines.count():
        return "\n".join(lines.all_inner_texts())
    return person.main.get_by_label(person.said(sparql.WORDS["field"])).input_value()
