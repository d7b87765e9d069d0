"""The rows of an answer as people read them: a thing by its name, a number with a bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.labelling import labels_of
from si_kg.namespaces import PREFIXES, QUERY
from si_kg.query_layer import QueryLayer
from si_kg.result_formats.terms import readable, typed
from si_kg.results import Table
from si_kg.store import Term

# numbers that count nothing: a place in an order, a page of a source, one end of a range
_UNBARRED = frozenset(["position", "page", "lower", "upper", "year"])
_UNIT = "unit"
_FEWEST_BARS, _WHOLE = 3, 100
_LONG = 60
_NUMBERS = frozenset(
    PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float", "int", "long")
)


class Cell(NamedTuple):
    """What stands in a cell: its text, the IRI that it leads to, the language that it is in.

    `bar` is the part of the largest number of the table, in hundredths.
    """

    text: str
    iri: str = ""
    language: str = ""
    bar: float | None = None


class Column(NamedTuple):
    """A column: its title, and whether it holds a "name", "number", "long" text or short "text"."""

    title: str
    kind: str


@dataclass(frozen=True)
class Sheet:
    """The rows from `first` up to `last` of a table; the whole table scales the bars."""

    table: Table
    first: int
    last: int
    language: str
    layer: QueryLayer

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that are shown."""
        return [Column(self._title(place), self._kind(place)) for place in self._places]

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """The cells of each row."""
        return [[self._cell(row, place) for place in self._places] for row in self._shown]

    @cached_property
    def head(self) -> int:
        """The place among the columns of the name that a row goes by; -1 where there is none."""
        return next((n for n, each in enumerate(self.columns) if each.kind == "name"), -1)

    @cached_property
    def _shown(self) -> Sequence[tuple[Term | None, ...]]:
        return self.table.rows[self.first : self.last]

    @cached_property
    def _names(self) -> Mapping[str, ox.Literal]:
        things = {
            cell.value for row in self._shown for cell in row if isinstance(cell, ox.NamedNode)
        }
        return labels_of(self.layer.store, sorted(things), self.language)

    @cached_property
    def _merged(self) -> dict[int, int]:
        """For each column of names, the column of the things that it names."""
        found: dict[int, int] = {}
        for thing in self._thing_places:
            for name in range(len(self.table.variables)):
                if name != thing and name not in found and self._names_of(name, thing):
                    found[name] = thing
                    break
        return found

    @cached_property
    def _thing_places(self) -> list[int]:
        return [
            place
            for place in range(len(self.table.variables))
            if any(isinstance(row[place], ox.NamedNode) for row in self._shown)
        ]

    def _names_of(self, name: int, thing: int) -> bool:
        """Whether a column holds the name of what stands in another, in most rows."""
        pairs = [(row[name], row[thing]) for row in self._shown if row[thing] is not None]
        same = sum(
            isinstance(text, ox.Literal) and text.value == self._name(iri) for text, iri in pairs
        )
        return same * 2 > len(pairs)

    def _name(self, term: Term | None) -> str:
        return self._names[term.value].value if isinstance(term, ox.NamedNode) else ""

    @cached_property
    def _places(self) -> list[int]:
        """The columns that hold something, but those of things that stand behind their names."""
        hidden = set(self._merged.values())
        return [
            place
            for place in range(len(self.table.variables))
            if place not in hidden and any(row[place] is not None for row in self.table.rows)
        ]

    def _title(self, place: int) -> str:
        name = self.table.variables[place]
        return self.table.titles[name].in_(self.language) if name in self.table.titles else name

    def _kind(self, place: int) -> str:
        if place in self._merged or place in self._thing_places:
            return "name"
        cells = [row[place] for row in self._shown if row[place] is not None]
        if cells and all(_is_number(cell) for cell in cells):
            return "number"
        return "long" if any(len(readable(cell)) > _LONG for cell in cells) else "text"

    @cached_property
    def _barred(self) -> dict[int, float]:
        """The columns that have bars, and the number that fills one: the same for all of them."""
        found = {}
        for place, name in enumerate(self.table.variables):
            cells = [row[place] for row in self.table.rows if row[place] is not None]
            known = [number for each in cells if (number := _number(each)) is not None]
            telling = len(known) >= _FEWEST_BARS and len(set(known)) > 1 and min(known) >= 0
            if telling and len(known) == len(cells) and not self._unbarred(name):
                found[place] = max(known)
        return dict.fromkeys(found, max(found.values(), default=0.0))

    def _unbarred(self, name: str) -> bool:
        """Whether the numbers of a column are none to compare: not counts, or of several units."""
        if name in _UNBARRED:
            return True
        if _UNIT not in self.table.variables:
            return False
        place = self.table.variables.index(_UNIT)
        return len({row[place] for row in self.table.rows}) > 1

    def _cell(self, row: tuple[Term | None, ...], place: int) -> Cell:
        term = row[place]
        if isinstance(term, ox.NamedNode):
            named = self._names[term.value]
            return Cell(named.value.removeprefix(QUERY), term.value, self._foreign(named))
        behind = row[self._merged[place]] if place in self._merged else None
        iri = behind.value if isinstance(behind, ox.NamedNode) else ""
        number, largest = _number(term), self._barred.get(place)
        bar = None if number is None or largest is None else round(_WHOLE * number / largest, 1)
        return Cell(readable(term), iri, self._foreign(term), bar)

    def _foreign(self, term: Term | None) -> str:
        """The language of a text where it is another than that of the page."""
        tag = term.language if isinstance(term, ox.Literal) else None
        return tag if tag and tag != self.language else ""


def _is_number(term: Term | None) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS


def _number(term: Term | None) -> float | None:
    found = typed(term) if _is_number(term) else None
    return float(found) if isinstance(found, int | float) else None
