"""The rows of a list: CSV, TSV, or a sheet of a spreadsheet."""

import csv
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from si_kg.errors import FileUnreadable, PartMissing
from si_kg.linking.faults import ListBroken, ListNotText

_SEPARATORS = ";,\t|"
_MOST_COLUMNS = 200
_LARGEST_UNPACKED = 400_000_000
_LONGEST_CELL = 1_000_000


class Row(NamedTuple):
    """A row, and the number that a person sees beside it."""

    number: int
    cells: Sequence[str]


def read_rows(file: Path, sheet: int = 0) -> Iterator[Row]:
    """The rows of the file (of a spreadsheet: of that sheet) that hold anything, in their order.

    Raises FileUnreadable, ListNotText, ListBroken or PartMissing.
    """
    found = _of_sheet(file, sheet) if file.suffix.lower() == ".xlsx" else _of_text(file)
    for row in found:
        if any(cell.strip() for cell in row.cells):
            yield row


def _of_text(file: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    number = 1
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            separator = "\t" if file.suffix.lower() == ".tsv" else _separator(stream.readline())
            stream.seek(0)
            reader = csv.reader(stream, delimiter=separator)
            for number, cells in enumerate(reader, start=1):
                yield Row(number, cells)
    except UnicodeDecodeError:
        raise ListNotText(file=file, row=number) from None
    except (OSError, csv.Error):
        raise FileUnreadable(file=file) from None


def _separator(heading: str) -> str:
    """The sign that stands most in the heading."""
    return max(_SEPARATORS, key=lambda sign: (heading.count(sign), sign == ","))


def _of_sheet(file: Path, at: int) -> Iterator[Row]:
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    try:
        _check_size(file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that a list does not have
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            sheet = book.worksheets[at]
            sheet.reset_dimensions()  # what a file says of its own size need not be true
            for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
                yield Row(number, _filled([_shown(cell.value) for cell in cells]))
            book.close()
    except FileNotFoundError:
        raise FileUnreadable(file=file) from None
    except ListBroken:
        raise
    except Exception:  # noqa: BLE001  (what a damaged file makes of openpyxl has no end)
        raise ListBroken(file=file) from None


def _check_size(file: Path) -> None:
    """Raise ListBroken for a small file that unpacks into a large one."""
    with zipfile.ZipFile(file) as packed:
        if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
            raise ListBroken(file=file)


def _filled(cells: Sequence[str]) -> Sequence[str]:
    """The cells up to the last that holds anything: a sheet has no end of its own."""
    last = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:last]


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
