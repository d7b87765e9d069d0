"""A review as a spreadsheet: the same rows, the best candidate of each subject on top."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from si_kg.errors import PartMissing
from si_kg.linking.reading.rows import Row, read_sheets
from si_kg.linking.review import review_text
from si_kg.mappings import MappingSet, MappingsMalformed, parsed
from si_kg.spreadsheet_text import put_text

ENDING = ".xlsx"
# what a person reads and fills in first, with the width of each column
_FIRST = {
    "subject_label": 28,
    "object_label": 40,
    "predicate_id": 18,
    "confidence": 11,
    "comment": 60,
    "reviewer_label": 18,
    "predicate_modifier": 18,
}
_WIDTH = 24
_ROWS, _HEAD = "review", "sssom"


def review_workbook(mapping_set: MappingSet) -> bytes:
    """The set as a spreadsheet: its rows on the first sheet, its head on the second.

    Raises PartMissing without the extra `export`.
    """
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    head, columns, rows = _table(mapping_set)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = _ROWS, "A2"
    _fill(sheet, [columns, *rows])
    _adorn(sheet, columns)
    _fill(book.create_sheet(_HEAD), [[line] for line in head])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_workbook(file: Path) -> MappingSet:
    """The set in a spreadsheet that was made so, with the row of each mapping as its line.

    Sheets may have been added and moved, and notes put beside the rows, in columns without heading.

    Raises FileUnreadable, ReviewSheetMissing, WorkbookBroken, WorkbookTooLarge, PartMissing, or
    MappingsMalformed with row and column.
    """
    found, top = read_sheets(file, (_ROWS, _HEAD))
    rows = _below_headings(found)
    head = [row.cells[0] for row in top if row.cells[0]]
    text = StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(row.cells for row in rows)
    made, faults = parsed("".join(f"{line}\n" for line in head) + text.getvalue())
    numbers = {len(head) + at: row.number for at, row in enumerate(rows, start=1)}
    for fault in faults:
        raise MappingsMalformed(
            file=file,
            line=numbers.get(fault.line, fault.line),
            column=fault.column,
            reason_nl=fault.reason.nl,
            reason_en=fault.reason.en,
        )
    mappings = (replace(each, line=numbers[each.line]) for each in made.mappings)
    return replace(made, mappings=tuple(mappings))


def _below_headings(rows: Sequence[Row]) -> list[Row]:
    """The rows, each with a cell on one line for each column that has a heading."""
    columns = [at for at, title in enumerate(rows[0].cells if rows else ()) if title.strip()]
    cut = [Row(row.number, [_line(row.cells, at) for at in columns]) for row in rows]
    return [row for row in cut if any(row.cells)]


def _line(cells: Sequence[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""


def _table(mapping_set: MappingSet) -> tuple[list[str], list[str], list[list[str]]]:
    """The lines of the head, the columns as people read them, and the rows in that order."""
    lines = review_text(mapping_set).splitlines()
    head = [line for line in lines if line.startswith("#")]
    found = csv.DictReader(lines[len(head) :], delimiter="\t")
    known = found.fieldnames or ()
    columns = [*_FIRST, *(name for name in known if name not in _FIRST)]
    order = {each.subject_label: at for at, each in reversed([*enumerate(mapping_set.mappings)])}

    def rank(row: Mapping[str, str]) -> tuple[int, str, float]:
        return order[row["subject_label"]], row["subject_id"], -float(row["confidence"] or 0)

    rows = sorted(found, key=rank)
    return head, columns, [[row.get(name) or "" for name in columns] for row in rows]


def _fill(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            put_text(sheet.cell(number, column), text)


def _adorn(sheet: Any, columns: Sequence[str]) -> None:
    """Widths, and the heading in bold."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for at, name in enumerate(columns, start=1):
        sheet.cell(1, at).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = _FIRST.get(name, _WIDTH)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
