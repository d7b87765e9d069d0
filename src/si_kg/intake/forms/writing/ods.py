"""Write a form as an OpenDocument spreadsheet, with drop-downs, notes and explanation."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from si_kg.errors import PartMissing
from si_kg.intake.forms.layout import DAY, LISTS, TEXT, Book, Head, Page
from si_kg.intake.forms.sheets import Written, letters
from si_kg.intake.forms.words import MARK, PICK
from si_kg.intake.forms.writing.ods_looks import keep_in_sight, made
from si_kg.spreadsheet_text import legible

_STYLES = {TEXT: "text", DAY: "day"}
_ROOM = 500
_PER_CHARACTER = 0.21
_GUIDE_WIDTHS = (18, 30, 12, 60, 40, 40)


def write(book: Book) -> bytes:
    """The file; raises PartMissing."""
    try:
        import odf  # noqa: F401
    except ImportError:
        raise PartMissing(extra="export") from None
    return _Writing(book).finish()


class _Writing:
    """A spreadsheet on its way."""

    def __init__(self, book: Book) -> None:
        from odf.opendocument import OpenDocumentSpreadsheet
        from odf.table import ContentValidations

        self._book, self._document = book, OpenDocumentSpreadsheet()
        self._validations = ContentValidations()
        self._lists: dict[tuple[str, ...], str] = {}
        self._styles = made(self._document)
        self._widths: dict[int, Any] = {}

    def finish(self) -> bytes:
        """All sheets, as bytes."""
        tables = [self._guide(), *(self._page(page) for page in self._book.pages)]
        if self._validations.childNodes:
            self._document.spreadsheet.addElement(self._validations)
        for table in (*tables, self._listed()):
            self._document.spreadsheet.addElement(table)
        keep_in_sight(self._document, [page.title for page in self._book.pages])
        out = BytesIO()
        self._document.write(out)
        return out.getvalue()

    def _page(self, page: Page) -> Any:
        from odf.table import Table, TableCell, TableRow

        table = Table(name=page.title)
        for head in page.heads:
            table.addElement(self._column(head.width))
        row = TableRow()
        for head in page.heads:
            row.addElement(self._head(head))
        table.addElement(row)
        rules = [self._rule(page, head) for head in page.heads]
        for cells in page.rows:
            row = TableRow()
            for cell, column, rule in zip(cells, page.columns, rules, strict=True):
                row.addElement(self._cell(page.typed(cell, column, self._book.language), rule))
            table.addElement(row)
        empty = TableRow(numberrowsrepeated=_ROOM)
        for head, rule in zip(page.heads, rules, strict=True):
            style = self._styles[_STYLES.get(head.style, "plain")]
            empty.addElement(TableCell(stylename=style, contentvalidationname=rule))
        table.addElement(empty)
        return table

    def _head(self, head: Head) -> Any:
        from odf.office import Annotation
        from odf.text import P

        title, style = (f"{head.title}{MARK}", "must") if head.must else (head.title, "free")
        cell = self._text(title, style)
        note = Annotation()
        for line in head.note.split("\n"):
            note.addElement(P(text=line))
        cell.insertBefore(note, cell.firstChild)
        return cell

    def _rule(self, page: Page, head: Head) -> str:
        """A drop-down where there is something to choose, and what to fill in beside the cell."""
        from odf.table import ContentValidation, ErrorMessage, HelpMessage
        from odf.text import P

        name = f"rule-{page.name}-{head.name}"
        first = f"'{page.title}'.A2"
        rule = ContentValidation(name=name, allowemptycell="true", basecelladdress=first)
        if head.choices:
            place = self._lists.setdefault(tuple(head.choices), letters(len(self._lists)))
            area = f"[${LISTS}.${place}$1:.${place}${len(head.choices)}]"
            rule.setAttribute("condition", f"of:cell-content-is-in-list({area})")
            rule.setAttribute("displaylist", "unsorted")
        told = HelpMessage(title=head.title, display="true")
        for line in head.hint.split("\n"):
            told.addElement(P(text=line))
        rule.addElement(told)
        if head.choices:
            shown = "false" if head.several else "true"
            wrong = ErrorMessage(messagetype="warning", display=shown)
            wrong.addElement(P(text=PICK.in_(self._book.language)))
            rule.addElement(wrong)
        self._validations.addElement(rule)
        return name

    def _cell(self, value: Written, rule: str) -> Any:
        from odf.table import TableCell
        from odf.text import P

        if isinstance(value, str):
            cell = self._text(value, "text") if value else TableCell(stylename=self._styles["text"])
        elif isinstance(value, date):
            cell = TableCell(
                valuetype="date", datevalue=value.isoformat(), stylename=self._styles["day"]
            )
            cell.addElement(P(text=value.isoformat()))
        else:
            number = f"{Decimal(value):f}"
            cell = TableCell(valuetype="float", value=number, stylename=self._styles["plain"])
            cell.addElement(P(text=number))
        cell.setAttribute("contentvalidationname", rule)
        return cell

    def _text(self, text: str, style: str) -> Any:
        """A cell of text: never a formula, since a formula is an attribute here."""
        from odf.table import TableCell
        from odf.teletype import addTextToElement
        from odf.text import P

        cell = TableCell(valuetype="string", stylename=self._styles[style])
        for line in legible(text).split("\n"):
            paragraph = P()
            addTextToElement(paragraph, line)
            cell.addElement(paragraph)
        return cell

    def _guide(self) -> Any:
        from odf.table import CoveredTableCell, Table, TableRow

        table = Table(name=self._book.title)
        for width in _GUIDE_WIDTHS:
            table.addElement(self._column(width))
        header = next(line for line in self._book.guide if len(line) > 1)
        for line in self._book.guide:
            row = TableRow()
            style = "free" if line is header or line is self._book.guide[0] else "plain"
            for text in line:
                row.addElement(self._text(text, style))
            if len(line) == 1:
                row.firstChild.setAttribute("numbercolumnsspanned", 4)
                for _ in range(3):
                    row.addElement(CoveredTableCell())
            table.addElement(row)
        return table

    def _listed(self) -> Any:
        """The values to choose from, on a hidden sheet: a list of its own for each drop-down."""
        from odf.table import Table, TableCell, TableRow

        table = Table(name=LISTS, stylename=self._styles["hidden"])
        longest = max(map(len, self._lists), default=0)
        for place in range(longest):
            row = TableRow()
            for choices in self._lists:
                full = place < len(choices)
                row.addElement(self._text(choices[place], "plain") if full else TableCell())
            table.addElement(row)
        return table

    def _column(self, width: int) -> Any:
        from odf.style import Style, TableColumnProperties
        from odf.table import TableColumn

        if width not in self._widths:
            style = Style(name=f"width{width}", family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{width * _PER_CHARACTER:.2f}cm"))
            self._document.automaticstyles.addElement(style)
            self._widths[width] = style
        return TableColumn(stylename=self._widths[width])
