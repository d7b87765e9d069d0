"""A graph inside this process: Oxigraph, in memory or on disk."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import pyoxigraph as ox

from si_kg.errors import FileUnreadable, QueryMalformed, SnapshotBroken, SnapshotMissing
from si_kg.store.protocol import Answer, Dataset
from si_kg.store.text import names_graphs, refuse_unsafe

_PLACE = re.compile(r"^error at (?P<where>\d+:\d+): (?P<reason>.*)$", re.DOTALL)


class EmbeddedStore:
    """Oxigraph behind the Store interface; `engine` is the pyoxigraph Store itself."""

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine

    @classmethod
    def from_snapshot(cls, file: Path) -> Self:
        """In memory, from N-Quads; raises SnapshotMissing or SnapshotBroken."""
        engine = ox.Store()
        try:
            engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS, lenient=True)
        except OSError:
            raise SnapshotMissing(folder=file.parent) from None
        except SyntaxError:
            raise SnapshotBroken(folder=file.parent) from None
        return cls(engine)

    @classmethod
    def from_quads(cls, quads: Iterable[ox.Quad]) -> Self:
        """In memory, from quads."""
        engine = ox.Store()
        engine.extend(quads)
        return cls(engine)

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """On disk, read-only; raises FileUnreadable where the folder holds no store."""
        try:
            return cls(ox.Store.read_only(str(folder)))
        except OSError:
            raise FileUnreadable(file=folder) from None

    def query(self, text: str) -> Answer:
        """Run one query; raises QueryRefused where it may not run.

        It is about the union of all graphs, unless it names others with FROM.
        """
        return self.query_within(text, Dataset())

    def query_within(self, text: str, dataset: Dataset, base: str | None = None) -> Answer:
        """Run one query on the graphs of the dataset; raises QueryRefused where it may not run."""
        if not any(dataset):
            union = not names_graphs(text)
            return self._run(text, base_iri=base, use_default_graph_as_union=union)
        default, named = ([ox.NamedNode(name) for name in names] for names in dataset)
        return self._run(text, base_iri=base, default_graph=default, named_graphs=named)

    def _run(self, text: str, **settings: Any) -> Answer:
        refuse_unsafe(text)
        try:
            return self.engine.query(text, **settings)
        except SyntaxError as error:
            raise malformed(error) from None


def malformed(error: SyntaxError) -> QueryMalformed:
    """The engine's complaint as an error of ours, with line and column apart."""
    match = _PLACE.match(str(error))
    where, reason = (match["where"], match["reason"]) if match else ("1:1", str(error))
    return QueryMalformed(where=where, reason=reason)
