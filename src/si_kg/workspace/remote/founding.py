"""Make a workspace in a store elsewhere, or go along with the one that stands there."""

import shutil
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from uuid import uuid4

import pyoxigraph as ox

from si_kg.namespaces import GRAPH
from si_kg.progress import Tell
from si_kg.workspace import durable
from si_kg.workspace.faults import WorkspaceTaken
from si_kg.workspace.generations import Generations, unwritable
from si_kg.workspace.graphs import named, quads_in
from si_kg.workspace.layout import ACCEPTED, SETTINGS, SHIPPED
from si_kg.workspace.records import Settings, State
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.committing import Committing
from si_kg.workspace.remote.faults import NoUnion, StoreOccupied, WorkspaceStandsThere
from si_kg.workspace.remote.held import FENCE, event_statements, head, quads_of, settings_quad
from si_kg.workspace.remote.reading import read_held, read_standing
from si_kg.workspace.remote.rows import rows
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
    store, state = made.opened(), made.state()
    accepted = (made.layout.generation(state.number) / ACCEPTED).read_bytes()
    committing = Committing(there, state.events[-1].who, 0, tell)
    change = committing.write(
        state.events[-1],
        rows((), _all(store.engine, settings, state, accepted)),
        state.quads,
    )
    committing.forget(change)  # there is nothing to go back to


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
    """Keep the shipped graph of the workspace that was made; raises WorkspaceUnwritable."""
    with unwritable(file.parent):
        shutil.copyfile(made.layout.generation(made.current()) / SHIPPED, file)


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
    there.update(texts.first_head(FENCE + uuid4().hex), again=True)
    first = head(min(read_standing(there).heads))
    if not there.says(f"ASK {{ {' '.join(map(str, first))} }}"):
        there.update(texts.cleared([first]), again=True)
        raise NoUnion(url=url)


def _all(engine: ox.Store, settings: Settings, state: State, accepted: bytes) -> Iterator[ox.Quad]:
    yield from quads_in(engine, *named(engine))
    yield settings_quad(settings)
    yield from quads_of(state, accepted)
    for event in state.events[:-1]:
        for statement in event_statements(event, uuid4().hex):
            yield ox.Quad(*statement, texts.RECORDS)
