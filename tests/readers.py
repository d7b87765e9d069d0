"""Documents read back by readers that had no part in writing them."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from typing import Any

import docx
import openpyxl
from markdown_it import MarkdownIt
from odf import teletype
from odf.opendocument import load
from odf.text import H, P
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pypdf import PdfReader
from striprtf.striprtf import rtf_to_text

from si_kg.tables import printable

_SIGNS = {
    "bar": "|",
    "less": "<",
    "greater": ">",
    "quotesingle": "'",
    "asciicircum": "^",
    "asciitilde": "~",
    "backslash": "\\",
}


class _Page(HTMLParser):
    """The text of a page, and the elements in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] != "style":
            self.texts.append(data)


def page(content: bytes) -> _Page:
    """A web page, taken apart."""
    return _Page(content.decode())


def _docx(content: bytes) -> str:
    book = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in book.paragraphs), *cells])


def _odt(content: bytes) -> str:
    book = load(io.BytesIO(content))
    pieces = [*book.getElementsByType(H), *book.getElementsByType(P)]
    return "\n".join(teletype.extractText(each) for each in pieces)


def _pdf(content: bytes) -> str:
    pages = [each.extract_text() for each in PdfReader(io.BytesIO(content)).pages]
    return "\n".join(each.rpartition("\n")[0] for each in pages)  # the last line is the number


def _html(content: bytes) -> str:
    return "".join(page(content).texts)


def _markdown(content: bytes) -> str:
    return "".join(page(MarkdownIt().enable("table").render(content.decode()).encode()).texts)


def _latex(content: bytes) -> str:
    body = content.decode().partition(r"\begin{document}")[2]
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(f"text{name}", sign) for name, sign in _SIGNS.items()]
    signs.append(MacroTextSpec("^", "^%s"))
    known.add_context_category("signs", macros=signs, prepend=True)
    return str(LatexNodes2Text(latex_context=known).latex_to_text(body))


def _rtf(content: bytes) -> str:
    return str(rtf_to_text(content.decode()))


def _json(content: bytes) -> str:
    rows: list[dict[str, Any]] = json.loads(content)["rows"]
    return "\n".join(str(value) for row in rows for value in row.values())


def _csv(content: bytes) -> str:
    return "\n".join("\n".join(row) for row in csv.reader(io.StringIO(content.decode())))


def _xlsx(content: bytes) -> str:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    return "\n".join(str(cell.value) for cell in cells)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "html": _html,
    "md": _markdown,
    "latex": _latex,
    "rtf": _rtf,
    "txt": bytes.decode,
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
}


def text_of(content: bytes, to: str) -> str:
    """The text of a document in one of the formats, without white space: lines break anywhere."""
    return squeezed(READERS[to](content))


def squeezed(text: str) -> str:
    """What can be seen of a text, without white space."""
    return "".join(printable(text).split())
