"""A graph that answers SPARQL: in memory, on disk, or behind an endpoint elsewhere."""

from pathlib import Path

from si_kg.store.embedded import EmbeddedStore
from si_kg.store.protocol import Answer, Dataset, DatasetStore, Store, Term, rows

__all__ = [
    "Answer",
    "Dataset",
    "DatasetStore",
    "EmbeddedStore",
    "Store",
    "Term",
    "at_endpoint",
    "in_memory",
    "on_disk",
    "rows",
]


def in_memory(snapshot: Path) -> Store:
    """The N-Quads file `snapshot`, loaded into memory."""
    return EmbeddedStore.from_snapshot(snapshot)


def on_disk(folder: Path) -> Store:
    """The Oxigraph store in `folder`, read-only."""
    return EmbeddedStore.from_folder(folder)


def at_endpoint(url: str) -> Store:
    """The SPARQL 1.1 endpoint at `url`."""
    from si_kg.store.remote import RemoteStore  # 80 ms that only remote users need

    return RemoteStore(url)
