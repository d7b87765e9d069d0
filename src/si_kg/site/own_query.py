"""A query of the visitor's own, run within the limits of the server."""

from collections.abc import Iterable
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.result_formats.terms import readable
from si_kg.results import Table, Verdict
from si_kg.site.place import Place
from si_kg.site.shown import Shown
from si_kg.store import Answer, Dataset, DatasetStore, Term
from si_kg.streams import collect

SHOWN = 500
_TABLES = ("csv", "csv-nl", "xlsx", "srj", "tsv", "xml")
_TRUTHS = ("srj", "xml")
_GRAPHS = ("ttl", "jsonld", "rdf", "nt")


class Cell(NamedTuple):
    """What stands in a cell: its text, the IRI that it is, the language that it is in."""

    text: str
    iri: str
    language: str


class Answered(Shown):
    """An answer as a page shows it; `styles` are the formats to download it in."""

    @property
    def styles(self) -> tuple[str, ...]:
        """The formats of such an answer at `/sparql`."""
        if isinstance(self.result, Verdict):
            return _TRUTHS
        return _TABLES if isinstance(self.result, Table) else _GRAPHS

    @property
    def columns(self) -> tuple[str, ...] | None:
        """The variables of a SELECT; None for any other query."""
        return self.result.variables if isinstance(self.result, Table) else None

    @property
    def rows(self) -> list[list[Cell]]:
        """The cells of a SELECT, row by row."""
        found: Iterable[Iterable[Term | None]] = (
            self.result.rows if isinstance(self.result, Table) else ()
        )
        return [[_cell(term) for term in row] for row in found]

    @property
    def count(self) -> int:
        """How many rows or triples are shown."""
        return 0 if isinstance(self.result, Verdict) else len(self.result)


def answered(place: Place, text: str) -> Answered:
    """The beginning of the answer to a query; raises QueryRefused where it may not run."""
    return Answered(collect(_asked(place, text), limit=min(SHOWN, place.limits.rows)))


def _asked(place: Place, text: str) -> Answer:
    """As `/sparql` asks: a relative IRI is read against that address."""
    store = place.graph.store
    if isinstance(store, DatasetStore):
        return store.query_within(text, Dataset(), f"{place.visit.base}/sparql")
    return store.query(text)


def _cell(term: Term | None) -> Cell:
    iri = term.value if isinstance(term, ox.NamedNode) else ""
    language = term.language if isinstance(term, ox.Literal) else None
    return Cell(readable(term), iri, language or "")
