"""A filled-in form as rows of cells, whatever kind of file it stood in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from si_kg.findings import Finding
from si_kg.language import Text

# numbers, days and truths are what the file says they are; a text may still be read as one
Written = str | int | Decimal | bool | date


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, one value or several, and where; `trouble` is why it is not read."""

    values: Sequence[Written]
    ref: str = ""
    line: int = 0
    trouble: Text | None = None
    listed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to read."""
        return not self.trouble and all(isinstance(v, str) and not v.strip() for v in self.values)

    @property
    def shown(self) -> str:
        """What stands there, on one line."""
        return "; ".join(shown(value) for value in self.values)


@dataclass(frozen=True)
class Row:
    """The cells of a row by the number of their column; `ref` and `line` say where the row is."""

    cells: Mapping[int, Cell]
    ref: str
    line: int = 0


@dataclass(frozen=True)
class Sheet:
    """A sheet, or a list in a text file: its headings, and its rows below them.

    `name` is its title, "" where the file is one sheet; `refs` gives the place of a cell from that
    of its row and the number of its column.
    """

    file: str
    name: str
    head: Sequence[Cell]
    rows: Sequence[Row]
    in_grid: bool = True
    remarks: Sequence[Finding] = field(default=())

    def ref(self, row: Row, column: int) -> str:
        """The place of a cell, whether or not there is anything in it."""
        if self.in_grid:
            return f"{letters(column)}{row.ref}"
        heading = self.head[column].shown if column < len(self.head) else ""
        return f"{row.ref}.{heading}" if heading else row.ref

    def at(self, finding: Finding, row: Row | None = None, column: int = 0) -> Finding:
        """The finding with its place: in a row, or in the headings."""
        if row is None:
            head = self.head[column] if column < len(self.head) else Cell((), f"{letters(column)}1")
            return self._placed(finding, head.ref, head.line)
        cell = row.cells.get(column)
        return self._placed(finding, self.ref(row, column), cell.line if cell else row.line)

    def _placed(self, finding: Finding, ref: str, line: int) -> Finding:
        name = self.name if self.in_grid else ""
        return replace(finding, file=self.file, sheet=name, cell=ref, line=line)


def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def shown(value: Written) -> str:
    """A value as a person sees it in a cell."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
