"""How the rows of an answer lie in time: a strip with a bar for each year."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple, Self

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.results import Table
from si_kg.store import Term

_YEAR = re.compile(r"[12][0-9]{3}")
_TYPES = frozenset(PREFIXES["xsd"] + name for name in ("string", "gYear"))
_FEWEST, _LONGEST = 4, 400
WIDTH, HEIGHT = 100, 20
_NARROWEST, _WIDEST = 0.5, 2.0
# a bar is as high as the drawing for so many rows, or for more
_FULL = 3


class Bar(NamedTuple):
    """A year with its rows, and where its bar stands."""

    year: int
    rows: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Years:
    """The years in one column of an answer, named as the column is; each with its count."""

    title: str
    counts: dict[int, int]

    @classmethod
    def of(cls, table: Table, language: str) -> Self | None:
        """The first column of years that tells something: four of them, within four centuries."""
        for place, name in enumerate(table.variables):
            cells = [row[place] for row in table.rows if row[place] is not None]
            if cells and all(_is_year(cell) for cell in cells):
                counts = Counter(int(cell.value) for cell in cells if isinstance(cell, ox.Literal))
                if len(counts) >= _FEWEST and max(counts) - min(counts) <= _LONGEST:
                    title = table.titles[name].in_(language) if name in table.titles else name
                    return cls(title, dict(sorted(counts.items())))
        return None

    @property
    def first(self) -> int:
        """The earliest year."""
        return min(self.counts)

    @property
    def last(self) -> int:
        """The latest year."""
        return max(self.counts)

    @property
    def bars(self) -> list[Bar]:
        """A bar for each year, in a drawing of WIDTH by HEIGHT."""
        step = WIDTH / (self.last - self.first + 1)
        most = max(_FULL, *self.counts.values())
        return [
            Bar(
                year,
                count,
                round((year - self.first) * step, 2),
                round(HEIGHT - HEIGHT * count / most, 2),
                round(min(max(step * 0.8, _NARROWEST), _WIDEST), 2),
                round(HEIGHT * count / most, 2),
            )
            for year, count in self.counts.items()
        ]


def _is_year(term: Term | None) -> bool:
    return (
        isinstance(term, ox.Literal)
        and term.datatype.value in _TYPES
        and bool(_YEAR.fullmatch(term.value))
    )
