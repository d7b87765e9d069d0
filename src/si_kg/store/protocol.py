"""What every store can do, whichever engine is behind it."""

from collections.abc import Iterator
from typing import Protocol

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


def rows(store: Store, text: str) -> QuerySolutions:
    """The solutions of a SELECT; raises TypeError where `text` is no SELECT."""
    answer = store.query(text)
    if not isinstance(answer, QuerySolutions):
        raise TypeError(text)
    return answer
