"""Write a form as an Excel workbook, with drop-downs, notes and a page of explanation."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from si_kg.errors import PartMissing
from si_kg.intake.forms.layout import DAY, LISTS, NUMBER, TEXT, YEAR, Book, Head, Page
from si_kg.intake.forms.sheets import Written, letters
from si_kg.intake.forms.words import MARK, PICK
from si_kg.spreadsheet_text import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_ROOM = 500
_FORMATS = {TEXT: "@", NUMBER: "General", YEAR: "0", DAY: "yyyy-mm-dd"}
_MUST, _FREE, _ABOUT = "F8CBAD", "DDEBF7", "F2F2F2"
_GUIDE_WIDTHS = (18, 30, 12, 60, 40, 40)
_LINE, _LONGEST_TITLE = 15, 30
_DIGITS = 15


def write(book: Book) -> bytes:
    """The file; raises PartMissing."""
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    _guide(made.create_sheet(book.title), book.guide)
    lists = _Lists(made)
    for page in book.pages:
        _sheet(made.create_sheet(page.title), page, book.language, lists)
    lists.finish()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


class _Lists:
    """The values to choose from, on a hidden sheet: a list of its own for each drop-down."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._columns: dict[tuple[str, ...], str] = {}

    def reference(self, choices: Sequence[str]) -> str:
        """Where the list with these values stands."""
        letter = self._columns.setdefault(tuple(choices), letters(len(self._columns)))
        return f"{LISTS}!${letter}$1:${letter}${len(choices)}"

    def finish(self) -> None:
        """Write the lists, behind all other sheets."""
        sheet = self._book.create_sheet(LISTS)
        sheet.sheet_state = "hidden"
        for choices, letter in self._columns.items():
            for place, choice in enumerate(choices, start=1):
                put_text(sheet[f"{letter}{place}"], choice)


def _sheet(sheet: "Worksheet", page: Page, language: str, lists: _Lists) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    last = len(page.rows) + _ROOM
    for column, head in enumerate(page.heads, start=1):
        cell = sheet.cell(1, column)
        put_text(cell, f"{head.title}{MARK}" if head.must else head.title)
        cell.font = Font(name="Calibri", bold=True)
        cell.fill = PatternFill("solid", fgColor=_MUST if head.must else _FREE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.comment = Comment(head.note, "si-kg", width=360, height=_height(head.note, 52) + 30)
        letter = letters(column - 1)
        below = sheet.column_dimensions[letter]
        below.width, below.number_format = head.width, _FORMATS[head.style]
        below.alignment = Alignment(wrap_text=True, vertical="top")
        _validate(sheet, head, f"{letter}2:{letter}{last}", lists, language)
    for number, cells in enumerate(page.rows, start=2):
        for column, (values, about) in enumerate(zip(cells, page.columns, strict=True), start=1):
            cell = sheet.cell(number, column)
            cell.number_format = _FORMATS[page.heads[column - 1].style]
            _put(cell, page.typed(values, about, language))
    sheet.freeze_panes = "C2"
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.page_setup.orientation, sheet.print_title_rows = "landscape", "1:1"


def _validate(sheet: "Worksheet", head: Head, area: str, lists: _Lists, language: str) -> None:
    """A drop-down where there is something to choose, and what to fill in beside the cell."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(allow_blank=True)
    if head.choices:
        rule = DataValidation("list", formula1=lists.reference(head.choices), allow_blank=True)
        # a warning and no stop: the other language, and what stands on another sheet, are right too
        rule.errorStyle, rule.error = "warning", PICK.in_(language)
        rule.showErrorMessage = not head.several
    rule.promptTitle, rule.prompt = head.title[:_LONGEST_TITLE], head.hint
    rule.showInputMessage = True
    rule.add(area)
    sheet.add_data_validation(rule)


def _put(cell: "Cell | MergedCell", value: Written) -> None:
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        if value:
            put_text(cell, value)
        return
    if isinstance(value, Decimal):
        if len(value.as_tuple().digits) > _DIGITS:
            put_text(cell, str(value))
            return
        whole = value == value.to_integral_value()
        cell.value = int(value) if whole else float(value)
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = _FORMATS[DAY]
    if isinstance(cell.value, int):
        cell.number_format = _FORMATS[YEAR]


def _guide(sheet: "Worksheet", lines: Sequence[Sequence[str]]) -> None:
    """How to fill in the form: lines across the page, then a table of all columns."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.properties import PageSetupProperties

    header = next(number for number, line in enumerate(lines, start=1) if len(line) > 1)
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            cell = sheet.cell(number, column)
            put_text(cell, text)
            cell.font = Font(name="Calibri", bold=number in {1, header})
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == header:
                cell.fill = PatternFill("solid", fgColor=_FREE)
        if len(line) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=4)
            sheet.row_dimensions[number].height = _height(line[0], sum(_GUIDE_WIDTHS[:4]))
        elif line:
            sizes = zip(line, _GUIDE_WIDTHS, strict=True)
            sheet.row_dimensions[number].height = max(_height(*each) for each in sizes)
    for place, width in enumerate(_GUIDE_WIDTHS):
        sheet.column_dimensions[letters(place)].width = width
    sheet.freeze_panes = f"A{header + 1}"
    sheet.sheet_properties.tabColor = _ABOUT
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _height(text: str, width: int) -> int:
    """About how high the text stands in a column."""
    return _LINE * sum(ceil(len(line) * 1.1 / width) or 1 for line in text.split("\n"))
