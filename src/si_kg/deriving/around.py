"""What a user added, as far as it is about a few things."""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

import pyoxigraph as ox

from si_kg.namespaces import OWN, OWN_DERIVED

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal | ox.Triple


class Around(Protocol):
    """A store that is asked about few of its things at a time, however many it has.

    It answers with quads of the graphs that hold what a user added and what follows from that,
    and no others.
    """

    def of(self, things: Collection[Node]) -> Iterable[ox.Quad]:
        """The quads with one of these things as their subject."""

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterable[ox.Quad]:
        """The quads with one of these things as their object and one of these predicates.

        No predicates stand for all predicates.
        """


class AroundHere:
    """Around, for an Oxigraph store in memory or on disk."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine

    def of(self, things: Collection[Node]) -> Iterator[ox.Quad]:
        """The quads with one of these things as their subject."""
        for thing in things:
            yield from filter(is_own, self._engine.quads_for_pattern(thing, None, None))

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """The quads with one of these things as their object and one of these predicates."""
        for thing in things:
            for predicate in predicates or (None,):
                yield from filter(is_own, self._engine.quads_for_pattern(None, predicate, thing))


def is_own(quad: ox.Quad) -> bool:
    """Whether a user added it, or it follows from what a user added."""
    return graph_name(quad).startswith((OWN, OWN_DERIVED))


def is_stated(quad: ox.Quad) -> bool:
    """Whether a user added it."""
    return graph_name(quad).startswith(OWN)


def graph_name(quad: ox.Quad) -> str:
    """The IRI of its graph, or nothing."""
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
