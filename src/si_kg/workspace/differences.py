"""What came and went between two states of a workspace."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.store import EmbeddedStore
from si_kg.workspace.generations import Generations
from si_kg.workspace.graphs import addition_of, is_shipped, named, quads_in
from si_kg.workspace.records import State


@dataclass(frozen=True)
class Difference:
    """A triple that came into a graph or went out of it.

    `addition` is the name of the addition, or empty where the graph is not that of one.
    """

    addition: str
    graph: ox.NamedNode
    is_added: bool
    triple: ox.Triple


def differences(
    generations: Generations, since: int, until: int, *, everything: bool = False
) -> Iterator[Difference]:
    """What differs, one by one: of the additions, or of `everything` that is in the store.

    Raises GenerationGone, before the first is asked for.
    """
    old, new = (_Side(generations.state(at), generations.opened(at)) for at in (since, until))
    return _between(old, new, everything=everything)


@dataclass(frozen=True)
class _Side:
    """One of the two states."""

    state: State
    store: EmbeddedStore

    def marks(self, *, everything: bool) -> dict[ox.NamedNode, object]:
        """Its graphs, each with what tells that it is as it was; that needs no looking into."""
        marks: dict[ox.NamedNode, object] = {
            addition.graph: addition.since for addition in self.state.additions
        }
        if everything:
            for graph in named(self.store.engine):
                marks.setdefault(graph, self._mark(graph))
        return marks

    def _mark(self, graph: ox.NamedNode) -> object:
        return self.state.shipped.hash if is_shipped(graph) else self.state.content

    def beside(self, other: "_Side", graph: ox.NamedNode) -> Iterator[ox.Triple]:
        """What is in the graph here and not there."""
        for quad in quads_in(self.store.engine, graph):
            if quad not in other.store.engine:
                yield quad.triple


def _between(old: _Side, new: _Side, *, everything: bool) -> Iterator[Difference]:
    before, after = old.marks(everything=everything), new.marks(everything=everything)
    for graph in sorted({*before, *after}, key=str):
        if before.get(graph) != after.get(graph):
            addition = addition_of(graph)
            for triple in old.beside(new, graph):
                yield Difference(addition, graph, is_added=False, triple=triple)
            for triple in new.beside(old, graph):
                yield Difference(addition, graph, is_added=True, triple=triple)
