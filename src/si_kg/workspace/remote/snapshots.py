"""The shipped graph from a file, with its blank nodes called as in the file.

Loading in bulk gives them other names each time; what stands in a store elsewhere is found again by
those of the file.
"""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from si_kg.errors import SnapshotBroken, SnapshotMissing
from si_kg.store import EmbeddedStore


def quads_in_file(file: Path) -> Iterator[ox.Quad]:
    """The quads in a file of N-Quads; raises OSError or SyntaxError."""
    return ox.parse(path=file, format=ox.RdfFormat.N_QUADS)


def in_memory(file: Path) -> EmbeddedStore:
    """A store with these quads; raises SnapshotMissing or SnapshotBroken."""
    engine = ox.Store()
    try:
        engine.bulk_extend(quads_in_file(file))
    except OSError:
        raise SnapshotMissing(folder=file.parent) from None
    except SyntaxError:
        raise SnapshotBroken(folder=file.parent) from None
    return EmbeddedStore(engine)
