"""Which store a place means: the shipped graph, a folder, an endpoint, or a store itself."""

from pathlib import Path

from si_kg import shipped, store
from si_kg.store import Store


def store_at(place: str | Path | Store | None = None) -> Store:
    """The store at `place`: none is the shipped graph, an address an endpoint, a path a folder.

    A folder holds a build (read into memory) or an Oxigraph store (read where it stands).
    """
    if place is None:
        return store.in_memory(shipped.snapshot_folder() / shipped.GRAPH_FILE)
    if not isinstance(place, str | Path):
        return place
    if str(place).startswith(("http://", "https://")):
        return store.at_endpoint(str(place))
    built = Path(place) / shipped.GRAPH_FILE
    return store.in_memory(built) if built.is_file() else store.on_disk(Path(place))
