"""The name of each thing in an answer, in a column beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TypeVar

import pyoxigraph as ox

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import prologue, shorten
from si_kg.parameters import iri
from si_kg.result_formats.terms import Row
from si_kg.store import Store, rows
from si_kg.streams import RowStream

T = TypeVar("T")
SUFFIX = "_label"
_BLOCK = 1000
_MOST_KEPT = 100_000
_TITLE = Text("{} (naam)", "{} (name)")
_LABELS = f"""
{prologue("rdfs", "skos")}
SELECT ?thing ?label WHERE {{
  VALUES ?thing {{ %s }}
  ?thing rdfs:label|skos:prefLabel ?label .
}}
"""


def with_labels(found: RowStream, store: Store, language: str) -> RowStream:
    """The same rows with a column `<name>_label` behind each column of things.

    A column of things has an IRI in one of the first thousand rows; where the answer has a column
    of that name itself, none is added. A label is in `language`, else in the other one, else
    the CURIE. The labels of a thousand rows are asked in one query.
    """
    first = list(islice(found.rows, _BLOCK))
    places = [
        place
        for place, name in enumerate(found.variables)
        if name + SUFFIX not in found.variables
        and any(isinstance(row[place], ox.NamedNode) for row in first)
    ]
    names = [found.variables[place] for place in places]
    variables = _widened(found.variables, places, [name + SUFFIX for name in names])
    titles = {name + SUFFIX: _title(found.titles.get(name, Text(name, name))) for name in names}
    labels = _Labels(store, language)
    return replace(
        found,
        variables=tuple(variables),
        rows=_rows(chain(first, found.rows), places, labels),
        titles={**found.titles, **titles},
    )


def labels_of(store: Store, things: Iterable[str], language: str) -> dict[str, ox.Literal]:
    """The label of each of these IRIs: in `language`, else in the other one, else the CURIE."""
    known: dict[str, list[ox.Literal]] = {thing: [] for thing in things}
    written = " ".join(_written(known))
    if written:
        for thing, label in rows(store, _LABELS % written):
            if isinstance(label, ox.Literal):
                known[thing.value].append(label)
    return {thing: _chosen(thing, found, language) for thing, found in known.items()}


@dataclass
class _Labels:
    """Labels, asked by the block and remembered for the next."""

    store: Store
    language: str
    known: dict[str, ox.Literal] = field(default_factory=dict)

    def of(self, things: Iterable[str]) -> Mapping[str, ox.Literal]:
        if len(self.known) > _MOST_KEPT:
            self.known.clear()
        wanted = set(things)
        missing = wanted - self.known.keys()
        if missing:
            self.known |= labels_of(self.store, sorted(missing), self.language)
        return self.known


def _rows(found: Iterator[Row], places: Sequence[int], labels: _Labels) -> Iterator[Row]:
    while block := list(islice(found, _BLOCK)):
        cells = (row[place] for row in block for place in places)
        known = labels.of(cell.value for cell in cells if isinstance(cell, ox.NamedNode))
        for row in block:
            beside = [
                known[cell.value] if isinstance(cell := row[place], ox.NamedNode) else None
                for place in places
            ]
            yield tuple(_widened(row, places, beside))


def _widened(cells: Sequence[T], places: Sequence[int], beside: Sequence[T]) -> list[T]:
    """The cells, with one of `beside` put behind each of the places."""
    added = dict(zip(places, beside, strict=True))
    wide: list[T] = []
    for place, cell in enumerate(cells):
        wide += [cell, added[place]] if place in added else [cell]
    return wide


def _chosen(thing: str, found: Sequence[ox.Literal], language: str) -> ox.Literal:
    ours = [language, *(other for other in LANGUAGES if other != language)]

    def rank(label: ox.Literal) -> tuple[int, str, str]:
        tag = label.language or ""
        return ours.index(tag) if tag in ours else len(ours), tag, label.value

    return min(found, key=rank, default=ox.Literal(shorten(thing)))


def _written(things: Iterable[str]) -> Iterator[str]:
    for thing in things:
        try:
            yield iri(thing)
        except ValueError:  # an endpoint elsewhere may hold what no query can name
            continue


def _title(title: Text) -> Text:
    return Text(*(_TITLE.in_(each).format(title.in_(each)) for each in LANGUAGES))
