"""A table as a spreadsheet, in which numbers, dates and truths are what they are."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from si_kg.errors import PartMissing, SiKgError
from si_kg.language import Text
from si_kg.result_formats.footnote import Footnote
from si_kg.result_formats.terms import Row, Typed, plain, typed
from si_kg.spreadsheet_text import put_text
from si_kg.store import Term

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = Text("Antwoord", "Answer")
_MOST_ROWS = 1_048_575
_MOST_DIGITS = 10**15  # Excel keeps fifteen
_FIRST_DAY = date(1900, 3, 1)  # Excel's calendar goes wrong before this
_NARROW, _WIDE = 10, 60


class TooManyRows(SiKgError):
    """More rows than a sheet can hold."""

    nl = "Een werkblad houdt {most} rijen; vraag er minder met --limit, of neem csv."
    en = "A sheet holds {most} rows; ask for fewer with --limit, or take csv."


def write_table(
    titles: Sequence[str], rows: Sequence[Row], language: str, footnote: Footnote | None = None
) -> bytes:
    """The rows under their titles, on one sheet, and a footnote on a sheet behind it.

    Raises PartMissing, TooManyRows.
    """
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    if len(rows) > _MOST_ROWS:
        raise TooManyRows(most=_MOST_ROWS)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET.in_(language)
    _head(sheet, titles)
    for place, row in enumerate(rows, start=2):
        for column, term in enumerate(row, start=1):
            if term is not None:
                _fill(sheet.cell(place, column), term)
    _arrange(sheet, titles, rows)
    if footnote:
        below = book.create_sheet(footnote.title.in_(language))
        for place, line in enumerate(footnote.text.splitlines(), start=1):
            put_text(below.cell(place, 1), line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: "Worksheet", titles: Sequence[str]) -> None:
    from openpyxl.styles import Font, PatternFill

    bold, fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
    for column, title in enumerate(titles, start=1):
        cell = sheet.cell(1, column)
        put_text(cell, title)
        cell.font, cell.fill = bold, fill


def _fill(cell: "Cell | MergedCell", term: Term) -> None:
    from openpyxl.styles import Alignment

    value = typed(term)
    if isinstance(value, str) or not _fits(value):
        put_text(cell, plain(term) or "")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cell.value = value
    cell.alignment = Alignment(vertical="top")
    if isinstance(value, int) and not isinstance(value, bool):
        cell.number_format = "0"  # a year without a separator


def _fits(value: Typed) -> bool:
    """Whether Excel can hold the value without changing it."""
    if isinstance(value, datetime):
        return value.tzinfo is None and value.date() >= _FIRST_DAY
    if isinstance(value, date):
        return value >= _FIRST_DAY
    if isinstance(value, int):
        return abs(value) < _MOST_DIGITS
    return isinstance(value, float) and isfinite(value)


def _arrange(sheet: "Worksheet", titles: Sequence[str], rows: Sequence[Row]) -> None:
    """A header that stays in sight, a filter, and columns about as wide as their text."""
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    if titles:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{len(rows) + 1}"
    for column, title in enumerate(titles):
        longest = max((len(plain(row[column]) or "") for row in rows), default=0)
        width = min(max(longest, len(title) + 4, _NARROW), _WIDE)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
