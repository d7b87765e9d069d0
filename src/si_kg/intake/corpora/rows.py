"""The rows of a table, one at a time: a text file, or a sheet of a workbook."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from si_kg.errors import FileUnreadable
from si_kg.intake.corpora import words
from si_kg.intake.corpora.faults import SheetNotFound, TableUnreadable
from si_kg.intake.corpora.mapping import Table
from si_kg.intake.telling import filled
from si_kg.progress import Progress, Tell, untold
from si_kg.workbooks import rows, shown, trimmed, workbook

_EVERY = 500  # rows between two tellings
_LONGEST_CELL = 1_000_000
_MOST_COLUMNS = 1_000
_LARGEST_UNPACKED = 4_000_000_000


class Row(NamedTuple):
    """A row, and the number that a person sees beside it.

    A cell is a text; in a workbook it can be a day, which then needs no reading.
    """

    number: int
    cells: Sequence[str | date]


def read_rows(file: Path, table: Table, tell: Tell = untold) -> Iterator[Row]:
    """The heading and the rows below it that hold anything; `tell` is told how far that is.

    Raises FileUnreadable, TableUnreadable, SheetNotFound, WorkbookBroken, WorkbookTooLarge or
    PartMissing.
    """
    if table.sheet:
        tell(Progress("read", 0))
    found = _of_sheet(file, table) if table.sheet else _of_text(file, table, tell)
    return (row for row in found if any(row.cells))


def _of_text(file: Path, table: Table, tell: Tell) -> Iterator[Row]:
    dialect = table.dialect
    csv.field_size_limit(_LONGEST_CELL)
    line = dialect.skip + 1
    try:
        size = file.stat().st_size
        with file.open(encoding=dialect.encoding, newline="") as stream:
            for _ in range(dialect.skip):
                stream.readline()
            reader = csv.reader(
                stream,
                delimiter=dialect.delimiter,
                quotechar=dialect.quote,
                quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
                strict=True,
            )
            bytes_read = cast("BinaryIO", stream.buffer).tell
            for number, cells in enumerate(reader):
                yield Row(line, cells)
                line = dialect.skip + reader.line_num + 1
                if not number % _EVERY:
                    tell(Progress("read", bytes_read(), size))
    except OSError:
        raise FileUnreadable(file=file) from None
    except (UnicodeError, LookupError):
        reason = filled(words.NOT_THE_ENCODING, encoding=dialect.encoding)
        raise TableUnreadable.because(file.name, reason) from None
    except (csv.Error, TypeError, ValueError) as error:
        fault = filled(words.NO_CSV, line=line, reason=error)
        raise TableUnreadable.because(file.name, fault) from None


def _of_sheet(file: Path, table: Table) -> Iterator[Row]:
    with workbook(file, _LARGEST_UNPACKED) as book:
        for number, cells in rows(_sheet(book, table.sheet, file.name), _MOST_COLUMNS):
            if number > table.dialect.skip:
                yield Row(number, trimmed([shown(cell.value) for cell in cells]))


def _sheet(book: Any, name: str, file: str) -> Any:
    """The sheet of this name; raises SheetNotFound."""
    if name not in book.sheetnames:
        raise SheetNotFound(name, book.sheetnames, file=file, sheets=", ".join(book.sheetnames))
    return book[name]
