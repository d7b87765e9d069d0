"""The form as a spreadsheet: fit for people, safe, and read cell by cell."""

import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet.worksheet import Worksheet
from plans import read, small_graph

from si_kg.assessment import spreadsheet_reading
from si_kg.assessment.faults import (
    AnswerRefused,
    FormKeyNotFound,
    FormMalformed,
    FormNotRecognised,
)
from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.definitions.judgements import Outcome
from si_kg.errors import PartMissing, SiKgError

NEW = "criteria.new-ideas"


@pytest.fixture(scope="module")
def form() -> Form:
    """The form of the small graph, in Dutch."""
    return small_graph().form()


@pytest.fixture
def sheet_file(form: Form, tmp_path: Path) -> Path:
    """An empty form as a spreadsheet."""
    form.write(tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


def edited(path: Path, sheet: str, **cells: str | float | bool | None) -> Path:
    """The spreadsheet with values in these cells."""
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(path)
    return path


def row_of(path: Path, key: str) -> tuple[str, int]:
    """The sheet and the row in which a question stands."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if any(cell.value == key for cell in row):
                return sheet.title, row[0].row or 0
    raise AssertionError(key)


def test_the_spreadsheet_is_fit_for_people(form: Form, sheet_file: Path) -> None:
    """A sheet a section, a frozen header, wrapped text, drop-downs in the language."""
    book = openpyxl.load_workbook(sheet_file)
    names = [section.name.nl for section in form.questionnaire.sections]
    assert book.sheetnames == ["Uitleg", *names, "_lists"]
    sheet = book["Criteria"]
    assert [cell.value for cell in sheet[1]][:4] == ["Vraag", "Toelichting", "Antwoord", "Notitie"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["E"].hidden
    assert not sheet.protection.sheet
    assert sheet["A3"].alignment.wrap_text
    assert all(sheet.column_dimensions[letter].width >= 30 for letter in "ABCD")
    picks = list(drop_downs(sheet))
    assert len(picks) == len(form.questionnaire.section("criteria").questions)
    assert all(answers == ["ja", "deels", "nee"] for _, answers in picks)
    assert ("C2", ["1. raadplegen", "2. meebeslissen"]) in list(drop_downs(book["Participatie"]))
    assert ("C2", ["niveau 5", "geen van deze"]) in list(drop_downs(book["Bewijs"]))


def drop_downs(sheet: Worksheet) -> Iterator[tuple[str, list[object]]]:
    """Each cell with a drop-down, and the answers in it."""
    assert sheet.parent is not None
    for validation in sheet.data_validations.dataValidation:
        name, _, area = str(validation.formula1).rpartition("!")
        cells = sheet.parent[name][area.replace("$", "")]
        yield str(validation.sqref), [row[0].value for row in cells]


def test_text_of_users_is_never_a_formula(form: Form, tmp_path: Path) -> None:
    """Not in the file, and not when somebody edits the cell."""
    path = tmp_path / "plan.xlsx"
    form.write(path, plan=Plan({"name": '=HYPERLINK("http://x")'}, {NEW: "@SUM(A1)"}))
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if str(cell.value or "").startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix


def test_what_a_spreadsheet_makes_of_an_answer_is_read(form: Form, sheet_file: Path) -> None:
    """A truth value, a number and a date are what they look like."""
    for key, value in ((NEW, True), ("traits.simple", False)):
        sheet, row = row_of(sheet_file, key)
        edited(sheet_file, sheet, **{f"C{row}": value})
    edited(sheet_file, "Participatie", C2=2.0)
    edited(sheet_file, "Plan", C2=2024)
    plan = form.read(sheet_file)
    assert plan.outcome(NEW) is Outcome.MET
    assert plan.outcome("traits.simple") is Outcome.NOT_MET
    assert plan.choice("participation") is not None
    assert plan.name == "2024"


def test_columns_and_sheets_may_be_moved(form: Form, sheet_file: Path) -> None:
    """Titles and keys are what counts, not where they stand."""
    book = openpyxl.load_workbook(sheet_file)
    sheet = book["Plan"]
    sheet["C2"] = "Buurt"
    sheet.insert_cols(1)
    sheet.title = "Mijn plan"
    book.create_sheet("Kladblok")["A1"] = "antwoord"
    book.save(sheet_file)
    assert form.read(sheet_file) == Plan({"name": "Buurt"})


def test_a_wrong_cell_names_its_place(form: Form, sheet_file: Path) -> None:
    """Sheet and cell; a formula is no answer; a key that was changed is unknown."""
    sheet, row = row_of(sheet_file, NEW)
    edited(sheet_file, sheet, **{f"C{row}": "dels"})
    with pytest.raises(AnswerRefused, match=rf"plan.xlsx, Criteria!C{row}: ‘dels’.*deels"):
        form.read(sheet_file)
    edited(sheet_file, sheet, **{f"C{row}": "=1+1"})
    with pytest.raises(FormMalformed, match=rf"Criteria!C{row}: a formula"):
        form.read(sheet_file)
    edited(sheet_file, sheet, **{f"C{row}": None, f"E{row}": "criteria.new-idea"})
    with pytest.raises(FormKeyNotFound, match=rf"Criteria!C{row}: .*new-ideas\?"):
        form.read(sheet_file)
    edited(sheet_file, sheet, **{f"E{row}": "name"})
    with pytest.raises(FormMalformed, match="‘name’ is there already"):
        form.read(sheet_file)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(bytes(range(256)) * 40, id="junk"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, id="half-a-zip"),
    ],
)
def test_a_spreadsheet_that_is_none_is_refused(form: Form, tmp_path: Path, data: bytes) -> None:
    """It says how to make one."""
    with pytest.raises(FormNotRecognised, match="--template"):
        read(form, tmp_path / "plan.xlsx", data)


def test_a_spreadsheet_without_the_form_is_refused(form: Form, tmp_path: Path) -> None:
    """A sheet of someone else, even with a column of that name, holds no questions."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = "Antwoord", "ja"
    book.save(tmp_path / "plan.xlsx")
    with pytest.raises(FormNotRecognised):
        form.read(tmp_path / "plan.xlsx")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(place=st.floats(0, 1), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_spreadsheet_is_read_or_refused(
    form: Form,
    tmp_path: Path,
    place: float,
    byte: int,
    cut: bool,  # noqa: FBT001
) -> None:
    """One wrong byte, or a file that ends too early, never ends in anything else."""
    path = tmp_path / "plan.xlsx"
    form.write(path, force=True)
    data = bytearray(path.read_bytes())
    at = int(place * (len(data) - 1))
    data[at] = byte
    try:
        read(form, path, bytes(data[:at] if cut else data))
    except SiKgError as error:
        assert error.message("nl") != error.message("en")  # noqa: PT017 (it need not fail)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=st.text(max_size=40))
def test_any_text_in_a_cell_is_read_or_refused(form: Form, sheet_file: Path, text: str) -> None:
    """A cell holds what a person typed, also what looks like a formula."""
    book = openpyxl.load_workbook(sheet_file)
    for name in ("Plan", "Participatie", "Partners"):
        cell = book[name]["C2"]
        try:
            cell.value = text
        except IllegalCharacterError:
            return
    book.save(sheet_file)
    try:
        form.read(sheet_file)
    except SiKgError as error:
        assert error.message("nl") != error.message("en")  # noqa: PT017 (it need not fail)


def test_a_spreadsheet_needs_openpyxl(
    form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it YAML still works, and the message says what to install."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PartMissing, match="export"):
        form.write(tmp_path / "plan.xlsx")
    with pytest.raises(PartMissing):
        spreadsheet_reading.read(b"", "plan.xlsx")
    assert list(tmp_path.iterdir()) == []
    form.write(tmp_path / "plan.yaml")
