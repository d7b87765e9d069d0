"""The form as a spreadsheet: a sheet for each section, and in each row a question."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Question, Questionnaire, Section
from si_kg.assessment.words import COLUMNS, GUIDE, HEADLINE, HOW, PICK
from si_kg.errors import PartMissing
from si_kg.spreadsheet_text import put_text
from si_kg.tables import printable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

EXTRA = "export"
_WIDTHS = {"question": 50, "explanation": 60, "answer": 32, "note": 40, "key": 20}
_ANSWER, _KEY = "C", "E"
_LISTS = "_lists"
_LINE_HEIGHT = 15


def write(questionnaire: Questionnaire, language: str, plan: Plan) -> bytes:
    """An empty form, or one with the answers that the plan gives; raises PartMissing."""
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra=EXTRA) from None
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _guide(book.create_sheet(GUIDE.in_(language)), questionnaire, language)
    lists = _Lists(book)
    for section in questionnaire.sections:
        _Sheet(book, section, language, lists).fill(plan)
    lists.finish()
    out = BytesIO()
    book.save(out)
    return out.getvalue()


class _Lists:
    """The answers to choose from, on a hidden sheet: a list of its own for each drop-down."""

    def __init__(self, book: "Workbook") -> None:
        self.book = book
        self.columns: dict[tuple[str, ...], str] = {}

    def reference(self, allowed: Sequence[str]) -> str:
        """Where the list with these answers stands."""
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(len(self.columns) + 1)
        letter = self.columns.setdefault(tuple(allowed), letter)
        return f"{_LISTS}!${letter}$1:${letter}${len(allowed)}"

    def finish(self) -> None:
        """Write the lists, behind all other sheets."""
        sheet = self.book.create_sheet(_LISTS)
        sheet.sheet_state = "hidden"
        for allowed, letter in self.columns.items():
            for place, answer in enumerate(allowed, start=1):
                _put(sheet[f"{letter}{place}"], answer)


class _Sheet:
    """One section on its way to a sheet."""

    def __init__(self, book: "Workbook", section: Section, language: str, lists: _Lists) -> None:
        self.sheet = book.create_sheet(section.name.in_(language))
        self.section, self.language, self.lists = section, language, lists

    def fill(self, plan: Plan) -> None:
        """The header, then the questions under the names of their groups."""
        from openpyxl.styles import Font, PatternFill

        fill = PatternFill("solid", fgColor="DDEBF7")
        self._row(
            [COLUMNS[name].in_(self.language) for name in _WIDTHS],
            Font(name="Calibri", size=11, bold=True),
            fill,
        )
        self.sheet.freeze_panes = "A2"
        group = ""
        for question in self.section.questions:
            if question.group.in_(self.language) != group:
                group = question.group.in_(self.language)
                self._row([group], Font(name="Calibri", size=11, bold=True, italic=True))
            self._question(question, plan)
        for letter, width in zip("ABCDE", _WIDTHS.values(), strict=True):
            self.sheet.column_dimensions[letter].width = width
        self.sheet.column_dimensions[_KEY].hidden = True
        _on_paper(self.sheet)

    def _question(self, question: Question, plan: Plan) -> None:
        hint = printable(question.hint.in_(self.language))
        means = [
            _meaning(option.shown(self.language), option.plain.in_(self.language))
            for option in question.options
        ]
        self._row(
            [
                printable(question.ask.in_(self.language)),
                "\n".join(filter(None, [hint, *means])),
                printable(plan.written(question, self.language)),
                printable(plan.notes.get(question.key, "")),
                question.key,
            ]
        )
        if allowed := question.allowed(self.language):
            self._drop_down(allowed)

    def _drop_down(self, allowed: Sequence[str]) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        pick = DataValidation(type="list", formula1=self.lists.reference(allowed), allow_blank=True)
        # a warning and not a stop: the answer may be given in the other language too
        pick.errorStyle, pick.error, pick.showErrorMessage = (
            "warning",
            PICK.in_(self.language),
            True,
        )
        pick.add(f"{_ANSWER}{self.sheet.max_row}")
        self.sheet.add_data_validation(pick)

    def _row(self, texts: Sequence[str], font: object = None, fill: object = None) -> None:
        row = self.sheet.max_row + (self.sheet.max_row > 1 or bool(self.sheet["A1"].value))
        for column, text in enumerate(texts, start=1):
            cell = self.sheet.cell(row, column)
            _put(cell, text)
            if font:
                cell.font = font
            if fill:
                cell.fill = fill
        sizes = zip(texts, _WIDTHS.values(), strict=False)
        lines = max(_lines(text, width) for text, width in sizes)
        self.sheet.row_dimensions[row].height = lines * _LINE_HEIGHT


def _guide(sheet: "Worksheet", questionnaire: Questionnaire, language: str) -> None:
    from openpyxl.styles import Font

    about = [
        (
            section.name.in_(language),
            f"{section.title.in_(language)}. {section.explanation(language)}",
        )
        for section in questionnaire.sections
    ]
    texts = [(HEADLINE.in_(language), HOW.in_(language)), *about]
    for row, pair in enumerate(texts, start=1):
        for letter, text in zip("AB", pair, strict=True):
            _put(sheet[f"{letter}{row}"], printable(text))
        sheet[f"A{row}"].font = Font(name="Calibri", size=11, bold=True)
        sheet.row_dimensions[row].height = (
            max(_lines(pair[1], 90), _lines(pair[0], 30)) * _LINE_HEIGHT
        )
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 90


def _on_paper(sheet: "Worksheet") -> None:
    """As wide as the page, however many pages that takes."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _put(cell: "Cell", text: str) -> None:
    """Text in a cell, wrapped, and never a formula."""
    from openpyxl.styles import Alignment

    put_text(cell, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _meaning(name: str, meaning: str) -> str:
    return f"{name}: {printable(meaning)}" if meaning else name


def _lines(text: str, width: int) -> int:
    """About how many lines the text takes in a column."""
    return sum(ceil(len(line) * 1.1 / width) or 1 for line in text.split("\n"))
