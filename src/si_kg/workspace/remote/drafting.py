"""A next state of a workspace elsewhere in the making: what comes and goes, or all of it."""

from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from si_kg.workspace import durable
from si_kg.workspace.draft import Draft
from si_kg.workspace.graphs import named, quads_in
from si_kg.workspace.layout import SHIPPED, STORE
from si_kg.workspace.remote.rows import Row, rows
from si_kg.workspace.remote.snapshots import quads_in_file


class RemoteDraft(Draft):
    """Notes what comes and goes; a store with all of it is made once somebody wants to see that.

    It then begins as a copy of what `source` gives, a folder with a generation, or empty.
    """

    def __init__(self, folder: Path, source: Callable[[], Path] | None) -> None:
        super().__init__(folder, None)
        self._source = source
        self._removed: dict[ox.Quad, None] = {}
        self._added: dict[ox.Quad, None] = {}
        self._is_whole = False

    @property
    def engine(self) -> ox.Store:
        """The store with all of it."""
        if not self._is_whole:
            self._is_whole = True
            if self._source:
                durable.copy_store(self._source() / STORE, self.folder / STORE)
            super().write(self._removed, self._added)
        return super().engine

    def ship(self, pieces: Iterable[bytes]) -> None:
        """Load the shipped graph from these bytes of N-Quads; raises SyntaxError."""
        file = self.folder / SHIPPED
        with file.open("xb") as stream:
            stream.writelines(pieces)
        self.engine.bulk_extend(quads_in_file(file))

    def write(self, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> None:
        """Take quads out and put others in."""
        if self._is_whole:
            super().write(removed, added)
        else:
            self._removed.update(dict.fromkeys(removed))
            self._added.update(dict.fromkeys(added))

    def changes(self, before: Callable[[], ox.Store]) -> Generator[Row]:
        """What comes and goes; where all of it was made, beside the store `before`."""
        if not self._is_whole:
            return rows(self._removed, self._added)
        old, new = before(), self.engine
        return rows(_beside(old, new), _beside(new, old))


def _beside(one: ox.Store, other: ox.Store) -> Iterator[ox.Quad]:
    """What is in the one and not in the other."""
    for quad in quads_in(one, *named(one)):
        if quad not in other:
            yield quad
