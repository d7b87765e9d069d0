"""The rows of a list: CSV, TSV, or a sheet of a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from si_kg.csv_files import separator
from si_kg.errors import FileUnreadable
from si_kg.linking.faults import ListNotText, ReviewSheetMissing
from si_kg.workbooks import rows, shown, trimmed, workbook

_MOST_COLUMNS = 200
_LARGEST_UNPACKED = 400_000_000
_LONGEST_CELL = 1_000_000


class Row(NamedTuple):
    """A row, and the number that a person sees beside it."""

    number: int
    cells: Sequence[str]


def read_rows(file: Path, sheet: int = 0) -> Iterator[Row]:
    """The rows of the file (of a spreadsheet: of that sheet) that hold anything, in their order.

    Raises FileUnreadable, ListNotText, ReviewSheetMissing, WorkbookBroken, WorkbookTooLarge or
    PartMissing.
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
            sign = "\t" if file.suffix.lower() == ".tsv" else separator(stream.readline())
            stream.seek(0)
            reader = csv.reader(stream, delimiter=sign)
            for number, cells in enumerate(reader, start=1):
                yield Row(number, cells)
    except UnicodeDecodeError:
        raise ListNotText(file=file, row=number) from None
    except (OSError, csv.Error):
        raise FileUnreadable(file=file) from None


def _of_sheet(file: Path, at: int) -> Iterator[Row]:
    with workbook(file, _LARGEST_UNPACKED) as book:
        if at >= len(book.worksheets):
            raise ReviewSheetMissing(file=file)
        for number, cells in rows(book.worksheets[at], _MOST_COLUMNS):
            yield Row(number, trimmed([str(shown(cell.value)) for cell in cells]))
