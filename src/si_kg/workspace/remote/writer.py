"""Somebody who is changing a workspace elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from si_kg.deriving import Around
from si_kg.store import Store
from si_kg.store.loading import LoadingStore
from si_kg.workspace.graphs import is_shipped
from si_kg.workspace.ledger import Ledger
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.around import AroundThere
from si_kg.workspace.remote.generations import RemoteGenerations
from si_kg.workspace.remote.snapshots import in_memory
from si_kg.workspace.writer import Writer


@dataclass(frozen=True)
class RemoteWriter(Writer):
    """As Writer; what it looks at is asked for a piece at a time, unless all of it is needed."""

    generations: RemoteGenerations

    @property
    def ledger(self) -> Ledger:
        """The warnings that were accepted before."""
        return self.generations.held.ledger

    @cached_property
    def snapshot(self) -> Path:
        """The file of the shipped graph."""
        return self.generations.snapshot()

    @cached_property
    def shipped(self) -> LoadingStore:
        """The shipped graph, on its way into memory."""
        return LoadingStore(self.snapshot, in_memory)

    @property
    def asked(self) -> Store:
        """Where a name is looked up."""
        return self.generations.there.store

    @cached_property
    def around(self) -> Around:
        """What users added, a few things at a time."""
        return AroundThere(self.generations.there)

    def held(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """What a graph holds."""
        return (row.quad for row in self.generations.there.many_rows(texts.of_graph(graph)))

    def ships(self, thing: ox.NamedNode) -> bool:
        """Whether the shipped graph describes the thing."""
        quads = self.shipped.ready().engine.quads_for_pattern(thing, None, None)
        return any(is_shipped(quad.graph_name) for quad in quads)
