"""Make a workspace in a store elsewhere, or go along with the one that stands there."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from uuid import uuid4

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.namespaces import GRAPH
from si_kg.progress import Tell
from si_kg.workspace import durable
from si_kg.workspace.faults import WorkspaceTaken
from si_kg.workspace.generations import Generations, unwritable
from si_kg.workspace.graphs import is_shipped, named, quads_in
from si_kg.workspace.layout import ACCEPTED, SETTINGS, SHIPPED
from si_kg.workspace.records import Settings
from si_kg.workspace.remote import copying, texts
from si_kg.workspace.remote.committing import Committing
from si_kg.workspace.remote.faults import NoUnion, StoreOccupied, WorkspaceStandsThere
from si_kg.workspace.remote.held import FIRST, event_statements, head, quads_of, settings_quad
from si_kg.workspace.remote.laying import forget
from si_kg.workspace.remote.reading import read_held, read_standing
from si_kg.workspace.remote.rows import rows
from si_kg.workspace.remote.snapshots import quads_in_file
from si_kg.workspace.remote.there import There


def stands(there: There) -> bool:
    """Whether a workspace stands there; raises EndpointFailed or RecordsBroken."""
    return bool(read_standing(there).last)


def begin(there: There, made: Generations, settings: Settings, tell: Tell) -> None:
    """Put the workspace that was `made` on this computer in the store, where none stands yet.

    Raises StoreOccupied, NoUnion, OthersWereFirst, or another EndpointFailed; what is left there
    then is no workspace, and the next time goes on from that.
    """
    _prepare(there)
    state = made.state()
    committing = Committing(there, state.events[-1].who, 0, tell)
    quads = chain(_quads(made), _records(made, settings))
    change = committing.write(state.events[-1], rows((), quads), state.quads)
    with suppress(EndpointFailed):
        forget(there, change)  # there is nothing to go back to


def settings_there(there: There, given: tuple[str | None, ...]) -> Settings:
    """Those of the workspace that stands there, of which nothing can be `given` any more.

    Raises WorkspaceStandsThere.
    """
    settings = read_held(there).settings
    if any(given):
        raise WorkspaceStandsThere(url=there.address.endpoint, who=settings.who)
    return settings


def settle(folder: Path, there: There, settings: Settings) -> Settings:
    """Make the folder one about the workspace there; gives the settings with the addresses.

    Raises WorkspaceUnwritable.
    """
    known = replace(settings, elsewhere=asdict(there.address))
    with unwritable(folder):
        durable.replace(folder / SETTINGS, known.write())
    return known


def empty(folder: Path) -> None:
    """Make the folder, where it is not there; raises WorkspaceTaken or WorkspaceUnwritable."""
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise WorkspaceTaken(folder=folder)


def bring_shipped(made: Generations, file: Path) -> None:
    """Keep the shipped graph of the workspace that was made."""
    with suppress(OSError):  # it is fetched when it is needed
        copying.keep_shipped(made.layout.generation(made.current()) / SHIPPED, file)


def _prepare(there: There) -> None:
    """Let there be a head, by which writers keep apart; and see that the store is fit for it."""
    url = there.address.endpoint
    taken = there.solutions(
        f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPH}")'
        f' && !STRSTARTS(STR(?g), "{texts.RECORDS.value}")'
        f' && !STRSTARTS(STR(?g), "{texts.CHANGES.value}")) }} LIMIT 1'
    )
    if taken:
        raise StoreOccupied(url=url, graph=taken[0]["g"].value)
    first = head(FIRST)
    there.update(texts.noted([first]), again=True)
    if not there.says(f"ASK {{ {' '.join(map(str, first))} }}"):
        there.update(texts.cleared([first]), again=True)
        raise NoUnion(url=url)


def _quads(made: Generations) -> Iterator[ox.Quad]:
    yield from quads_in_file(made.layout.generation(made.current()) / SHIPPED)
    engine = made.opened().engine
    yield from quads_in(engine, *(graph for graph in named(engine) if not is_shipped(graph)))


def _records(made: Generations, settings: Settings) -> Iterator[ox.Quad]:
    """What the workspace knows of itself, but for what happened last."""
    state = made.state()
    yield settings_quad(settings)
    yield from quads_of(state, (made.layout.generation(state.number) / ACCEPTED).read_bytes())
    for event in state.events[:-1]:
        for statement in event_statements(event, uuid4().hex):
            yield ox.Quad(*statement, texts.RECORDS)
