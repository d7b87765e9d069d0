"""A review as a spreadsheet, and the things of ours that a list is linked to."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from conftest import FIXTURES, Cli, complaint

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.linking import (
    Entry,
    Linker,
    Name,
    accepted,
    own_entries,
    proposals,
    review_text,
    review_workbook,
)
from si_kg.linking.faults import ReviewSheetMissing, TargetNotFound
from si_kg.linking.reading import TARGETS
from si_kg.linking.review import About
from si_kg.linking.workbook import read_workbook
from si_kg.mappings import MappingSet, parsed

TOPICS = str(FIXTURES / "linking" / "topics.csv")
OURS = "https://w3id.org/si-kg/id/"


def entries(space: str, *names: str) -> list[Entry]:
    """Things with these names."""
    return [Entry(f"https://example.org/{space}/{at}", [Name(n)]) for at, n in enumerate(names)]


def proposed() -> MappingSet:
    """A review of two subjects; the name of one looks like a formula."""
    theirs = entries("theirs", "care", "social care", "health care")
    linker = Linker(entries("mine", "social care", "=care"), theirs)
    about = About("a", "b", "1", date(2026, 1, 31), "en", concepts=True)
    return proposals(linker.links(), about)


def test_a_spreadsheet_says_the_same(tmp_path: Path) -> None:
    """As the file in SSSOM; text that looks like a formula stays text."""
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(proposed()))
    same, faults = parsed(review_text(proposed()))
    assert not faults
    assert {*read_workbook(file).mappings} == {*same.mappings}
    sheet = openpyxl.load_workbook(file).worksheets[0]
    labels = [cell.value for cell in sheet["A"]]
    assert labels[:2] == ["subject_label", "social care"]
    assert labels[-1] == "=care"
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    scores = [float(str(cell.value)) for cell in sheet["D"][1 : labels.count("social care") + 1]]
    assert scores == sorted(scores, reverse=True)


def test_a_spreadsheet_can_be_reviewed(cli: Cli, tmp_path: Path) -> None:
    """With a name in a cell; a fault is told with its row."""
    file = tmp_path / "review.xlsx"
    assert cli("link", TOPICS, "-o", str(file)).code == 0
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    columns = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "armoede")
    row[columns.index("reviewer_label")].value = "Ada"
    book.save(file)
    (mapping,) = accepted(file).mappings.mappings
    assert (mapping.object_id, mapping.line) == (f"{OURS}poverty", row[0].row)
    row[columns.index("predicate_id")].value = "nothing"
    book.save(file)
    ran = cli("link", "--apply", str(file))
    assert ran.code == 1
    assert f"line {row[0].row}, column predicate_id" in complaint(ran)


def test_another_spreadsheet_is_no_review(tmp_path: Path) -> None:
    """Without a second sheet there is no head."""
    file = tmp_path / "review.xlsx"
    openpyxl.Workbook().save(file)
    with pytest.raises(ReviewSheetMissing, match=r"review\.xlsx"):
        read_workbook(file)


def test_sheets_are_known_by_their_titles(tmp_path: Path) -> None:
    """Also moved, with a sheet of notes in front, or where one was given another title."""
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(proposed()))
    mappings = read_workbook(file).mappings
    assert mappings
    book = openpyxl.load_workbook(file)
    book.move_sheet("sssom", -1)
    book["review"].title = "nagekeken"
    book.save(file)
    assert read_workbook(file).mappings == mappings
    book["nagekeken"].title = "review"
    book.create_sheet("notes", 0)["A1"] = "to do"
    book.save(file)
    assert read_workbook(file).mappings == mappings


def test_notes_beside_a_review_are_left_out(tmp_path: Path) -> None:
    """In columns without a heading, and below the rows."""
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(proposed()))
    mappings = read_workbook(file).mappings
    book = openpyxl.load_workbook(file)
    sheet = book["review"]
    column = sheet.max_column + 2
    for row in (2, sheet.max_row + 3):
        sheet.cell(row, column, "ask Ada")
    book.save(file)
    assert read_workbook(file).mappings == mappings
    sheet.cell(1, column + 1, "my notes")
    book.save(file)
    assert read_workbook(file).mappings == mappings


def test_subjects_of_one_name_stand_apart(tmp_path: Path) -> None:
    """Each with its own candidates, the best on top."""
    mine = entries("mine", "social care", "social care")
    theirs = entries("theirs", "care", "social care")
    about = About("a", "b", "1", date(2026, 1, 31), "en", concepts=True)
    file = tmp_path / "review.xlsx"
    file.write_bytes(review_workbook(proposals(Linker(mine, theirs).links(), about)))
    subjects = [each.subject_id[-1] for each in read_workbook(file).mappings]
    assert subjects == ["0", "0", "1", "1"]


@pytest.mark.parametrize("target", TARGETS)
def test_our_own_things_have_names(graph: KnowledgeGraph, target: str) -> None:
    """Each kind of thing is there, with names in Dutch and English."""
    found = own_entries(graph.store, target).entries
    assert found
    assert all(each.iri.startswith(OURS) and each.label for each in found)
    assert {name.language for each in found for name in each.names} >= {"nl", "en"}


def test_an_unknown_kind_of_target(graph: KnowledgeGraph) -> None:
    """Is refused with the nearest one."""
    with pytest.raises(TargetNotFound, match="places"):
        own_entries(graph.store, "place")
