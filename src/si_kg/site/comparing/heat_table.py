"""The heat map as a table: definitions by criteria, grouped by family and by dimension."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from si_kg.definitions.clusters import Cluster
from si_kg.definitions.comparison import Comparison
from si_kg.definitions.corpus import Definition, Strength
from si_kg.definitions.labels import STRENGTHS
from si_kg.definitions.report import SIGNS
from si_kg.descriptions import Named

_LOOKS = {Strength.REQUIRED: "three", Strength.CHARACTERISTIC: "two", Strength.MENTIONED: "one"}


class Cell(NamedTuple):
    """A criterion that a definition uses: the sign, the word for it, and the shade."""

    sign: str
    word: str
    look: str


class Row(NamedTuple):
    """A definition, with a cell for each column; None where it is silent."""

    definition: Named
    verified: bool
    cells: list[Cell | None]


class Family(NamedTuple):
    """Definitions that are alike: their number (0: not grouped), what marks them off, the rows."""

    number: int
    marks: list[Named]
    rows: list[Row]


class Column(NamedTuple):
    """A criterion, and how many of the definitions require it."""

    criterion: Named
    required: int


@dataclass(frozen=True)
class HeatTable:
    """Columns by dimension ("" where the criteria have none), rows by family."""

    dimensions: dict[str, list[Column]]
    families: list[Family]

    @property
    def columns(self) -> list[Column]:
        """All columns, from left to right."""
        return [column for columns in self.dimensions.values() for column in columns]


def heat_table(
    found: Comparison, language: str, strengths: Collection[Strength], *, by_year: bool
) -> HeatTable:
    """What the definitions ask, with these strengths; by family unless `by_year`."""
    dimensions: dict[str, list[Column]] = {}
    for each in found.agreements:  # the most required first
        used = {definition.criteria.get(each.criterion) for definition in found.corpus}
        if used.intersection(strengths):
            criterion = found.corpus.criteria[each.criterion]
            named = Named(criterion.iri, criterion.label.in_(language))
            column = Column(named, each.required)
            dimensions.setdefault(criterion.dimension.in_(language), []).append(column)
    columns = [column.criterion.iri for listed in dimensions.values() for column in listed]
    families = [
        Family(
            number,
            [Named(iri, found.corpus.criteria[iri].label.in_(language)) for iri in cluster.marks],
            [_row(each, columns, language, strengths) for each in cluster.definitions],
        )
        for number, cluster in _clusters(found, by_year=by_year)
    ]
    return HeatTable(dimensions, families)


def key(language: str) -> list[Cell]:
    """What the signs mean."""
    return [_cell(each, language) for each in Strength]


def _clusters(found: Comparison, *, by_year: bool) -> Iterator[tuple[int, Cluster]]:
    clusters = found.clustering.clusters
    if by_year or len(clusters) == 1:
        yield 0, Cluster(found.corpus.definitions, ())
    else:
        yield from enumerate(clusters, 1)


def _row(
    definition: Definition, columns: list[str], language: str, strengths: Collection[Strength]
) -> Row:
    uses = [definition.criteria.get(criterion) for criterion in columns]
    cells = [_cell(use, language) if use in strengths and use else None for use in uses]
    return Row(Named(definition.iri, definition.label.in_(language)), definition.verified, cells)


def _cell(strength: Strength, language: str) -> Cell:
    return Cell(SIGNS[strength], STRENGTHS[strength].in_(language), _LOOKS[strength])
