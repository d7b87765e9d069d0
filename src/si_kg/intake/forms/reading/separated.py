"""Read a form from a text file with a row on each line: CSV or TSV."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from si_kg.csv_files import separator
from si_kg.intake.forms.reading import grids
from si_kg.intake.forms.reading.limits import MOST_COLUMNS, broken, check_text
from si_kg.intake.forms.sheets import Cell, Sheet
from si_kg.language import Text
from si_kg.spreadsheet_text import like_a_formula

_LONGEST_CELL = 1_000_000
_WIDE = (b"\xff\xfe", b"\xfe\xff")
NOT_UTF8 = Text(
    "regel {} is geen UTF-8; bewaar het bestand als ‘CSV UTF-8’",
    "line {} is not UTF-8; save the file as ‘CSV UTF-8’",
)
BAD_ROW = Text("regel {} is geen rij", "line {} is no row")


def read(file: Path) -> list[Sheet]:
    """The one sheet of the file; raises FormTooLarge or FormBroken."""
    text = decoded(file, "CSV")
    csv.field_size_limit(_LONGEST_CELL)
    tabs = file.suffix.lower() == ".tsv"
    sign = "\t" if tabs else separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        return [grids.sheet(file, "", _rows(reader), {}, ())]
    except csv.Error:
        line = Text(*(each.format(reader.line_num) for each in BAD_ROW))
        broken(file, "CSV", line)


def decoded(file: Path, kind: str) -> str:
    """The text of the file, also where it has a byte order mark or is UTF-16; else FormBroken."""
    check_text(file)
    data = file.read_bytes()
    try:
        return data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        broken(file, kind, Text(*(each.format(line) for each in NOT_UTF8)))


def guarded(text: str) -> str:
    """A text with an apostrophe in front where a spreadsheet would calculate it.

    >>> guarded("=1+1"), guarded("1+1"), unguarded(guarded("'=1"))
    ("'=1+1", '1+1', "'=1")
    """
    return f"'{text}" if like_a_formula(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` puts in front."""
    return text[1:] if text.startswith("'") and like_a_formula(text.lstrip("'")) else text


def _rows(reader: Any) -> Iterator[tuple[int, Mapping[int, Cell]]]:
    for number, row in enumerate(reader, start=1):
        yield (
            number,
            {
                column: Cell((unguarded(text),), grids.place(number, column), reader.line_num)
                for column, text in enumerate(row[:MOST_COLUMNS])
                if text.strip()
            },
        )
