"""A state of a workspace in the making: a store that nobody sees yet."""

import shutil
import sys
from collections.abc import Callable, Collection, Iterable
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from si_kg.workspace import durable
from si_kg.workspace.graphs import quads_in
from si_kg.workspace.layout import ACCEPTED, READER, SHIPPED, STATE, STORE
from si_kg.workspace.records import State

_PIECE = 1 << 20
_OURS = 2  # references to the engine: one here, and one of who counts them
MANY = 20_000  # quads
_TIMES_SLOWER = 2  # than writing a quad in a new store is removing one


class Draft:
    """The store in `folder`, a copy of the generation `source` or empty."""

    def __init__(self, folder: Path, source: Path | None) -> None:
        self.folder = folder
        self._engine: ox.Store | None = None
        folder.mkdir()
        if source:
            durable.copy_store(source / STORE, folder / STORE)
            durable.link(source / SHIPPED, folder / SHIPPED)

    @property
    def engine(self) -> ox.Store:
        """The store, open for writing."""
        if self._engine is None:
            self._engine = ox.Store(str(self.folder / STORE))
        return self._engine

    def ship(self, pieces: Iterable[bytes]) -> None:
        """Load the shipped graph from these bytes of N-Quads; raises SyntaxError."""
        file = self.folder / SHIPPED
        with file.open("xb") as stream:
            stream.writelines(pieces)
        self.engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS, lenient=True)

    def ship_file(self, file: Path) -> None:
        """The same, from a file."""
        with file.open("rb") as stream:
            self.ship(iter(lambda: stream.read(_PIECE), b""))

    def write(self, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> None:
        """Take quads out and put others in."""
        taken = frozenset(removed)
        self._take_out(len(taken), lambda: taken, lambda quad: quad in taken)
        quads = iter(added)
        first = list(islice(quads, MANY))
        self.engine.extend(first)
        if len(first) == MANY:
            self.engine.bulk_extend(quads)

    def drop(self, graphs: Collection[ox.NamedNode]) -> None:
        """Take these graphs out."""
        taken = sum(_count(self.engine, graph) for graph in graphs)
        self._take_out(
            taken,
            lambda: quads_in(self.engine, *graphs),
            lambda quad: quad.graph_name in graphs,
        )

    def finish(self, state: State, accepted: bytes) -> None:
        """Close the store and make sure of all that is in the folder; raises OSError."""
        self.close()
        durable.tidy_store(self.folder / STORE)
        durable.write(self.folder / STATE, state.write())
        durable.write(self.folder / ACCEPTED, accepted)
        durable.write(self.folder / READER, b"")
        durable.sync_tree(self.folder)

    def close(self) -> None:
        """Write what is in memory and close; raises RuntimeError where somebody has the engine."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.flush()
            if sys.getrefcount(engine) > _OURS:
                raise RuntimeError(self.folder)

    def _take_out(
        self,
        many: int,
        quads: Callable[[], Iterable[ox.Quad]],  # not before: it would keep the old store open
        out: Callable[[ox.Quad], bool],
    ) -> None:
        """Remove so `many` quads, or write the others anew where that takes less time."""
        if many > MANY and _TIMES_SLOWER * many > len(self.engine) - many:
            self._rewrite(out)
        else:
            for quad in quads():
                self.engine.remove(quad)

    def _rewrite(self, out: Callable[[ox.Quad], bool]) -> None:
        """Replace the store by one without these quads."""
        new = self.folder / f"{STORE}.new"
        engine = ox.Store(str(new))
        engine.bulk_extend(quad for quad in self.engine if not out(quad))
        engine.flush()
        del engine
        self._engine = None
        shutil.rmtree(self.folder / STORE)
        new.rename(self.folder / STORE)


def _count(engine: ox.Store, graph: ox.NamedNode) -> int:
    """How many quads are in the graph, counted where they are."""
    found = engine.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 (that is what SELECT gives)
    return int(next(found)[0].value)
