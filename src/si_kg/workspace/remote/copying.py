"""A copy of a workspace elsewhere on this computer, for what needs all of it at hand."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

import pyoxigraph as ox

from si_kg.namespaces import GRAPH
from si_kg.progress import Progress, Tell
from si_kg.workspace import durable, locks
from si_kg.workspace.generations import Generations
from si_kg.workspace.graphs import graph_of
from si_kg.workspace.layout import SHIPPED, Layout
from si_kg.workspace.records import Shipped
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.faults import StoreNotAsCounted
from si_kg.workspace.remote.held import Held
from si_kg.workspace.remote.snapshots import quads_in_file
from si_kg.workspace.remote.there import There

COPY = ".copy-"
_HELD = "held"
_TOLD_EVERY = 50_000


@contextmanager
def copied(
    folder: Path, there: There, held: Held, snapshot: Path, tell: Tell
) -> Iterator[Generations]:
    """The state that is `held` as the only one of a workspace in `folder`, gone afterwards.

    Raises StoreNotAsCounted where not all of it is there, or another EndpointFailed.
    """
    with _scratch(folder) as place:
        generations = Generations(Layout(place))
        generations.layout.generations.mkdir()
        with generations.draft() as draft:
            durable.link(snapshot, draft.folder / SHIPPED)
            draft.engine.bulk_extend(quads_in_file(snapshot))
            draft.write((), _fetched(there, held, tell))
            _count(there, held, draft.engine)
            generations.put(draft, held.state, held.ledger.write())
        yield generations


def tidy(folder: Path) -> None:
    """Remove the copies that a killed process left, and that nobody uses; raises OSError."""
    for place in folder.glob(f"{COPY}*"):
        with suppress(FileNotFoundError), locks.unless_held(place / _HELD) as is_free:
            if not is_free:
                continue
            shutil.rmtree(place, ignore_errors=True)  # before somebody else holds it
        shutil.rmtree(place, ignore_errors=True)


def keep_shipped(old: Path, file: Path) -> None:
    """Copy the file of a shipped graph to `file`; raises OSError."""
    with old.open("rb") as source, _arriving(file) as stream:
        shutil.copyfileobj(source, stream)


def fetch_shipped(there: There, shipped: Shipped, file: Path, tell: Tell) -> None:
    """Write the shipped graph that stands there as N-Quads; raises EndpointFailed."""
    tell(Progress("fetch", 0))
    counts: dict[str, int] = {}

    def counted() -> Iterator[ox.Quad]:
        for row in there.many_rows(texts.of_shipped()):
            name = row.graph.value.removeprefix(GRAPH)
            counts[name] = counts.get(name, 0) + 1
            yield row.quad

    with _arriving(file) as stream:
        ox.serialize(counted(), stream, format=ox.RdfFormat.N_QUADS)
        for name, count in shipped.graphs.items():
            _match(there, name, counts.get(name, 0), count)


@contextmanager
def _arriving(file: Path) -> Iterator[BinaryIO]:
    """A file to write, that is in its place once it is whole; what is half is tidied away."""
    with _scratch(file.parent) as place:
        with durable.whole(place / file.name) as stream:
            yield stream
        (place / file.name).replace(file)


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder that nobody removes as long as this lasts, and that is gone afterwards."""
    place, handle = _held(folder)
    try:
        yield place
    finally:
        os.close(handle)
        shutil.rmtree(place, ignore_errors=True)


def _held(folder: Path) -> tuple[Path, int]:
    """A new folder, and the handle that holds it.

    It gets the name by which it can be tidied away once there is something in it to hold.
    """
    while True:
        made = folder / f".{token_hex(8)}"
        made.mkdir()
        (made / _HELD).touch()
        place = made.rename(folder / f"{COPY}{token_hex(4)}")
        handle = locks.hold(place / _HELD)
        if handle is not None and place.is_dir():
            return place, handle
        if handle is not None:
            os.close(handle)


def _fetched(there: There, held: Held, tell: Tell) -> Iterator[ox.Quad]:
    total = held.state.quads - sum(held.state.shipped.graphs.values())
    for number, row in enumerate(there.many_rows(texts.of_users())):
        if number % _TOLD_EVERY == 0:
            tell(Progress("fetch", number, total))
        yield row.quad


def _count(there: There, held: Held, engine: ox.Store) -> None:
    for addition in held.state.additions:
        graph = graph_of(addition.name)
        found = sum(1 for _ in engine.quads_for_pattern(None, None, None, graph))
        _match(there, graph.value, found, addition.triples)
    _match(there, GRAPH, len(engine), held.state.quads)


def _match(there: There, graph: str, found: int, counted: int) -> None:
    if found != counted:
        url = there.address.endpoint
        raise StoreNotAsCounted(url=url, graph=graph, found=found, counted=counted)
