"""A graph written to disk as an Oxigraph store: whole, or not at all."""

from pathlib import Path

import pyoxigraph as ox

from si_kg.errors import FileUnwritable
from si_kg.store.faults import FolderTaken
from si_kg.whole_folder import whole_folder

_MARK = "CURRENT"  # every RocksDB database has a file of this name


def write(quads: bytes, folder: Path) -> None:
    """Make `folder` a store of these N-Quads; the store that stood there stays until all is well.

    Raises FolderTaken where the folder holds something else, FileUnwritable where it cannot be
    made.
    """
    folder = folder.resolve()
    _refuse_taken(folder)
    try:
        with whole_folder(folder) as new:
            _load(quads, new)
    except OSError:
        raise FileUnwritable(file=folder) from None


def _refuse_taken(folder: Path) -> None:
    """An empty folder may be filled and a store replaced; nothing else is ever taken away."""
    if folder.is_dir() and ((folder / _MARK).is_file() or not any(folder.iterdir())):
        return
    if folder.exists():
        raise FolderTaken(folder=folder)


def _load(quads: bytes, folder: Path) -> None:
    engine = ox.Store(str(folder))
    engine.bulk_load(input=quads, format=ox.RdfFormat.N_QUADS, lenient=True)
    engine.flush()
