"""Find the citation in a file, whichever form it has, without running anything of it."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from si_kg.citing.address import Cited, addresses, read_address
from si_kg.citing.faults import CitationAltered, CitationMissing
from si_kg.citing.forms import FORMS
from si_kg.errors import FileUnreadable
from si_kg.workbooks import rows, workbook

_LINE_END = re.compile(r"\\[nr]")
_ZIP = b"PK\x03\x04"
_MOST_COLUMNS = 1_000
_LARGEST_UNPACKED = 400_000_000


def read_citations(file: Path) -> list[Cited]:
    """The citations in `file`, each once; or those in the file of that name with `.bib` and so on.

    A citation beside a file comes before one inside. Raises FileUnreadable, CitationMissing,
    CitationAltered, and for a spreadsheet WorkbookBroken, WorkbookTooLarge, or PartMissing without
    the extra `export`.
    """
    source = next(filter(Path.is_file, _beside(file)), file)
    found = dict.fromkeys(
        address
        for line in _lines(source)
        for address in addresses(unescape(line.replace("\\", "")))
    )
    if not found:
        raise CitationMissing(file=file)
    try:
        return [read_address(address) for address in found]
    except ValueError:
        raise CitationAltered(file=source) from None


def _bare(line: str) -> str:
    """A line without the escapes of JSON, LaTeX and HTML."""
    return unescape(_LINE_END.sub(" ", line).replace("\\", ""))


def _beside(file: Path) -> Iterator[Path]:
    for form in FORMS.values():
        yield file.with_name(file.name + form.ending)


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as start:
            packed = start.read(len(_ZIP)) == _ZIP
        if packed:
            yield from _cells(file)
            return
        with file.open(encoding="utf-8-sig") as text:
            yield from text
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None


def _cells(file: Path) -> Iterator[str]:
    """The texts on the last sheet of a spreadsheet, which is where a citation stands."""
    with workbook(file, _LARGEST_UNPACKED, formulas=True) as book:
        for _, row in rows(book.worksheets[-1], _MOST_COLUMNS):
            yield from (cell.value for cell in row if isinstance(cell.value, str))
