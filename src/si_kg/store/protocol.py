"""What every store can do, whichever engine is behind it."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]


class Store(Protocol):
    """A graph that answers SPARQL 1.1 queries; its default graph is the union of its graphs."""

    def query(self, text: str) -> Answer:
        """Run a SELECT, ASK, CONSTRUCT or DESCRIBE; raises QueryRefused where it is none."""


class Dataset(NamedTuple):
    """The graphs (IRIs) that a question is about: merged, and by name; all where it is empty."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@runtime_checkable
class DatasetStore(Store, Protocol):
    """A store that can be asked about a part of its graphs."""

    def query_within(self, text: str, dataset: Dataset, base: str | None = None) -> Answer:
        """As `query`, on these graphs only, whatever FROM says; one that is not here is empty.

        A relative IRI is read against `base`; an endpoint elsewhere has a base of its own.
        """


def rows(store: Store, text: str) -> QuerySolutions:
    """The solutions of a SELECT; raises TypeError where `text` is no SELECT."""
    answer = store.query(text)
    if not isinstance(answer, QuerySolutions):
        raise TypeError(text)
    return answer
