"""Which graph a command asks."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

import si_kg
from si_kg.cli.faults import PlaceTwice, WorkspaceUnnamed
from si_kg.cli.wanted import Place
from si_kg.cli.words import say
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.store import Store

if TYPE_CHECKING:
    from si_kg.workspace import Workspace


class Source(NamedTuple):
    """What was named or found to ask, and the graph that is on its way where nothing was."""

    place: Place
    ahead: Store | None = None


def open_graph(language: str) -> KnowledgeGraph:
    """The graph that was named or found, or the one that comes along.

    Raises PlaceTwice or WorkspaceMissing.
    """
    tell_of_found(language)
    return si_kg.open(asked_place() or _source().ahead, language)


def open_whole_graph(language: str) -> KnowledgeGraph:
    """The same, but of a workspace elsewhere a copy: all of it is on this computer.

    Raises EndpointFailed and what `open_graph` raises.
    """
    place = asked_place()
    if place is None:
        return open_graph(language)
    tell_of_found(language)
    return whole_graph(place, language)


def whole_graph(place: str | None, language: str) -> KnowledgeGraph:
    """The graph in the folder `place`, or the one that comes along, on this computer.

    Raises what `si_kg.open` and `Workspace.store` raise.
    """
    from si_kg.workspace.layout import endpoint_of

    if place and endpoint_of(Path(place)):
        from si_kg.cli.progress import bars
        from si_kg.workspace import Workspace

        with bars(language) as tell:
            return si_kg.open(Workspace.at(Path(place)).store(tell=tell), language)
    return si_kg.open(place, language)


def asked_place() -> str | None:
    """The address or folder that is asked instead of the graph that comes along, if any is.

    Raises PlaceTwice or WorkspaceMissing.
    """
    place = _source().place
    if place.is_double:
        raise PlaceTwice
    if place.workspace and not place.endpoint:
        named_workspace()
    return place.asked


def named_endpoint() -> str | None:
    """The endpoint that the line or the environment names."""
    return _source().place.endpoint


def named_workspace() -> "Workspace":
    """The workspace that was named or found; raises WorkspaceUnnamed or WorkspaceMissing."""
    from si_kg.workspace import Workspace

    folder = workspace_folder()
    if folder is None:
        raise WorkspaceUnnamed
    return Workspace.at(Path(folder))


def workspace_folder() -> str | None:
    """The folder of the workspace that was named or found, if one was."""
    return _source().place.workspace


def own_base() -> str | None:
    """With what the IRIs of own things begin in the workspace that was named or found, if any."""
    return named_workspace().settings.base if workspace_folder() else None


def tell_of_found(language: str) -> None:
    """Tell a person which workspace is asked, where the line does not say so."""
    place = _source().place
    if place.found and place.workspace and not place.endpoint and _is_seen():
        click.echo(say("workspace-found", language, place.workspace), err=True)


def _is_seen() -> bool:
    """Whether standard error is read by a person."""
    return sys.stderr.isatty()


def _source() -> Source:
    source: Source = click.get_current_context().obj
    return source
