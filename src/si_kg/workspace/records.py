"""What a workspace knows of itself: its settings, its state, and all that happened to it."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self
from uuid import UUID

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.workspace.faults import AdditionNotFound
from si_kg.workspace.graphs import graph_of

FORMAT = 1
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 100
_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]", re.IGNORECASE)
_TEXT, _PERHAPS = str, str | None
_SETTINGS = {
    "identifier": _TEXT,
    "who": _TEXT,
    "created": _TEXT,
    "given_base": _PERHAPS,
    "licence": _PERHAPS,
    "format": int,
    "elsewhere": dict | None,
}
_ADDRESSES = {"endpoint": _TEXT, "update": _TEXT, "graph_store": _PERHAPS}


@dataclass(frozen=True)
class Settings:
    """What never changes after the workspace was made.

    `given_base` is what the IRIs of new things begin with, where somebody chose that; `elsewhere`
    are the addresses of the store that holds the workspace, where that is not in the folder.
    """

    identifier: str
    who: str
    created: str
    given_base: str | None = None
    licence: str | None = None
    format: int = FORMAT
    elsewhere: Mapping[str, str | None] | None = None

    @property
    def base(self) -> str:
        """What the IRIs of new things begin with."""
        return self.given_base or f"urn:uuid:{self.identifier}#"

    def write(self) -> bytes:
        """As JSON."""
        return _json(asdict(self))

    @classmethod
    def read(cls, body: bytes) -> Self:
        """From JSON; raises ValueError or TypeError where it is something else."""
        settings = cls(**json.loads(body))
        addresses = settings.elsewhere
        if not _fits(asdict(settings), _SETTINGS):
            raise ValueError(body)
        if addresses is not None and not _fits(addresses, _ADDRESSES):
            raise ValueError(addresses)
        if str(UUID(settings.identifier)) != settings.identifier:
            raise ValueError(settings.identifier)
        return settings


@dataclass(frozen=True)
class Accepted:
    """How many warnings of one rule were accepted, and what the rule says."""

    rule: str
    count: int
    message: Text


@dataclass(frozen=True)
class Addition:
    """What somebody added: a named graph of its own.

    `file` is the name of the file that it came from and `sha256` what was in that; `licence` is
    None where it is not known. `since` is the state in which it got its present content.
    """

    name: str
    who: str
    when: str
    file: str
    sha256: str
    licence: str | None
    triples: int
    since: int
    accepted: tuple[Accepted, ...] = ()

    @property
    def graph(self) -> ox.NamedNode:
        """The name of its graph."""
        return graph_of(self.name)


@dataclass(frozen=True)
class Event:
    """Something that happened: it made the state `number`.

    `kind` is init, add, replace, remove, upgrade, undo or restore; `content` is the state that
    first had this content (of an undo: an earlier one), `before` the content that it followed.
    `name` is that of the addition, or the version of the shipped graph.
    """

    number: int
    kind: str
    who: str
    when: str
    content: int
    before: int
    name: str = ""
    added: int = 0
    removed: int = 0


@dataclass(frozen=True)
class Shipped:
    """Which build of the shipped graph this is: version, SHA-256, triples per graph."""

    version: str
    hash: str
    graphs: Mapping[str, int]


@dataclass(frozen=True)
class State:
    """What one generation holds: `quads` in all, the shipped ones and those of each addition.

    `rules` tells by which rules was derived what follows, `shapes` against which shapes all was
    held: the SHA-256 of all of them, empty where that was not kept yet.
    """

    number: int
    shipped: Shipped
    rules: str
    quads: int
    additions: tuple[Addition, ...] = ()
    events: tuple[Event, ...] = ()
    shapes: str = ""
    complete: bool = field(default=True)

    @property
    def content(self) -> int:
        """The state that first had this content."""
        return self.events[-1].content

    def addition(self, name: str) -> Addition:
        """The addition with this name; raises AdditionNotFound."""
        for addition in self.additions:
            if addition.name == name:
                return addition
        raise AdditionNotFound(name, [addition.name for addition in self.additions])

    def has(self, name: str) -> bool:
        """Whether there is an addition with this name."""
        return any(addition.name == name for addition in self.additions)

    def without(self, name: str) -> tuple[Addition, ...]:
        """The other additions."""
        return tuple(addition for addition in self.additions if addition.name != name)

    def write(self) -> bytes:
        """As JSON."""
        return _json(asdict(self))

    @classmethod
    def read(cls, body: bytes) -> Self:
        """From JSON; raises ValueError, TypeError or LookupError where it is something else."""
        given = json.loads(body)
        given["shipped"] = Shipped(**given["shipped"])
        given["additions"] = tuple(map(_addition, given["additions"]))
        given["events"] = tuple(Event(**event) for event in given["events"])
        state = cls(**given)
        if not state.events or state.complete is not True:
            raise ValueError(state.number)
        return state


def is_name(name: str) -> bool:
    """Whether an addition can have this name.

    >>> is_name("cases-2026"), is_name("Cases 2026")
    (True, False)
    """
    return len(name) <= _LONGEST_NAME and bool(_NAME.fullmatch(name))


def is_base(base: str) -> bool:
    """Whether the IRIs of things can begin with this.

    >>> is_base("https://data.town.example/id/"), is_base("https://data.town.example")
    (True, False)
    >>> is_base("http://[town/")
    False
    """
    try:
        ox.NamedNode(base)
    except ValueError:
        return False
    return bool(_BASE.fullmatch(base))


def _fits(given: object, types: Mapping[str, Any]) -> bool:
    """Whether what was read has these keys, and under each a value of its type."""
    return (
        isinstance(given, dict)
        and given.keys() == types.keys()
        and all(isinstance(given[key], kind) for key, kind in types.items())
    )


def _addition(given: dict[str, Any]) -> Addition:
    if not is_name(given["name"]):
        raise ValueError(given["name"])
    accepted = (
        Accepted(each["rule"], each["count"], Text(*each["message"])) for each in given["accepted"]
    )
    return Addition(**{**given, "accepted": tuple(accepted)})


def _json(facts: object) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()
