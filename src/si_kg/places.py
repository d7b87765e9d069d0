"""Which store a place means: the shipped graph, a folder, an endpoint, or a store itself."""

import os
from pathlib import Path

from si_kg import shipped, store
from si_kg.store import Store

_ADDRESSES = ("http://", "https://")


def store_at(place: str | Path | Store | None = None) -> Store:
    """The store at `place`: none is the shipped graph, an address an endpoint, a path a folder.

    A folder is a workspace (its current state, wherever that stands), or holds a build (read into
    memory) or an Oxigraph store (read where it stands). Raises WorkspaceDamaged, SnapshotMissing,
    SnapshotBroken or FileUnreadable.
    """
    if place is None:
        return store.in_memory(shipped.snapshot_folder() / shipped.GRAPH_FILE)
    if not isinstance(place, str | Path):
        return place
    if str(place).startswith(_ADDRESSES):
        return store.at_endpoint(str(place))
    return _in_folder(Path(place))


def state_of(place: str | Path | None) -> str:
    """In which state the data at `place` is, where it may change; empty where it stays as it is.

    It changes with each state of a workspace.
    """
    if place is None or str(place).startswith(_ADDRESSES):
        return ""
    from si_kg.workspace.layout import HEAD, endpoint_of

    elsewhere = endpoint_of(Path(place))
    if elsewhere:
        from si_kg.workspace.watching import watch

        return watch(elsewhere).content()
    try:
        with (Path(place) / HEAD).open("rb") as head:
            return f"{int(head.read())}-{os.fstat(head.fileno()).st_mtime_ns}"
    except (OSError, ValueError):
        return ""


def _in_folder(folder: Path) -> Store:
    from si_kg.workspace.generations import Generations  # who asks no folder does without
    from si_kg.workspace.layout import endpoint_of, is_workspace

    if is_workspace(folder):
        elsewhere = endpoint_of(folder)
        return store.at_endpoint(elsewhere) if elsewhere else Generations.at(folder).opened()
    built = folder / shipped.GRAPH_FILE
    return store.in_memory(built) if built.is_file() else store.on_disk(folder)
