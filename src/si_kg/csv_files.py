"""Read the CSV files of the project, and tell what parts the cells in those of others."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from si_kg.errors import FileMalformed, FileUnreadable

_SEPARATORS = ";,\t|"


def read_rows(file: Path, columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The rows below the heading, each with the line it ends on.

    Raises FileUnreadable, or FileMalformed where the heading is not `columns` or a row has more or
    fewer cells.
    """
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            lines = [(reader.line_num, row) for row in reader] or [(1, [])]
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    for line, row in lines:
        if len(row) != len(columns):
            refuse(file, line, columns)
    if tuple(lines[0][1]) != tuple(columns):
        refuse(file, 1, columns)
    return lines[1:]


def separator(heading: str) -> str:
    r"""The sign between the cells: the one that stands most in the first line.

    >>> separator("naam;soort;jaar, ongeveer"), separator("name")
    (';', ',')
    """
    return max(_SEPARATORS, key=lambda sign: (heading.count(sign), sign == ","))


def refuse(file: Path, line: int, columns: Sequence[str]) -> NoReturn:
    """Raise FileMalformed: this line is no row of these columns."""
    raise FileMalformed(file=file, line=line, syntax="CSV", reason=", ".join(columns))
