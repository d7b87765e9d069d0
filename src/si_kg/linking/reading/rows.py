"""The rows of a list: CSV, TSV, or a sheet of a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from si_kg.csv_files import separator
from si_kg.errors import FileUnreadable
from si_kg.linking.faults import ListNotText, QuoteOpen, ReviewSheetMissing
from si_kg.workbooks import rows, shown, trimmed, workbook

_MOST_COLUMNS = 200
_LARGEST_UNPACKED = 400_000_000
_LONGEST_CELL = 1_000_000


class Row(NamedTuple):
    """A row, and the number that a person sees beside it."""

    number: int
    cells: Sequence[str]


def read_rows(file: Path) -> Iterator[Row]:
    """The rows of the file (of a spreadsheet: of its first sheet) that hold anything, in order.

    Raises FileUnreadable, ListNotText, QuoteOpen, WorkbookBroken, WorkbookTooLarge or PartMissing.
    """
    return _held(_of_workbook(file) if file.suffix.lower() == ".xlsx" else _of_text(file))


def read_sheets(file: Path, titles: Sequence[str]) -> list[list[Row]]:
    """The same of the sheets with these titles; for a title that is not there, of another sheet.

    Raises ReviewSheetMissing, FileUnreadable, WorkbookBroken, WorkbookTooLarge or PartMissing.
    """
    with workbook(file, _LARGEST_UNPACKED) as book:
        titled = {sheet.title: sheet for sheet in book.worksheets}
        others = (sheet for title, sheet in titled.items() if title not in titles)
        chosen = [titled.get(title) or next(others, None) for title in titles]
        if None in chosen:
            raise ReviewSheetMissing(file=file)
        return [[*_held(_of_sheet(sheet))] for sheet in chosen]


def _held(found: Iterable[Row]) -> Iterator[Row]:
    return (row for row in found if any(cell.strip() for cell in row.cells))


def _of_text(file: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    number = 0
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
            sign = "\t" if file.suffix.lower() == ".tsv" else separator(stream.readline())
            stream.seek(0)
            reader = csv.reader(stream, delimiter=sign, strict=True)
            for number, cells in enumerate(reader, start=1):
                "".join(cells).encode()  # which bytes that are no UTF-8 cannot be
                yield Row(number, cells)
    except UnicodeEncodeError:
        raise ListNotText(file=file, row=number) from None
    except csv.Error:
        raise QuoteOpen(file=file, row=number + 1) from None
    except OSError:
        raise FileUnreadable(file=file) from None


def _of_workbook(file: Path) -> Iterator[Row]:
    with workbook(file, _LARGEST_UNPACKED) as book:
        yield from _of_sheet(book.worksheets[0])


def _of_sheet(sheet: Any) -> Iterator[Row]:
    for number, cells in rows(sheet, _MOST_COLUMNS):
        yield Row(number, trimmed([str(shown(cell.value)) for cell in cells]))
