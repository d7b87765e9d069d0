"""Which of the definitions of a concept are shown: those that the address asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from si_kg.definitions.stated import StatedDefinition
from si_kg.namespaces import ONTOLOGY
from si_kg.site import addresses
from si_kg.site.place import Visit

SCOPES = ("law", "policy", "academic", "practice")


class Way(NamedTuple):
    """A way to narrow the list: what it is called, its address, how many it leaves, if chosen."""

    name: str
    address: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class Selection:
    """The definitions that are shown, and the ways to show others.

    `scopes` narrow to one scope, the first to none; `unread` is how many nobody has read, which
    are shown if `with_unread`, and `switch` the address that turns that round. `refused` is a scope
    in the address that there is not.
    """

    shown: Sequence[StatedDefinition]
    scopes: Sequence[Way]
    unread: int
    with_unread: bool
    switch: str
    refused: str

    @classmethod
    def of(cls, every: Sequence[StatedDefinition], visit: Visit) -> Self:
        """What the parameters `scope` and `unverified` leave of the definitions."""
        asked = visit.one("scope")
        scope = asked if asked in SCOPES else ""
        unread = visit.one("unverified") == "on"
        read = [each for each in every if unread or each.verified]
        ways = [
            Way(name, _address(visit, name, unread=unread), number, name == scope)
            for name in ("", *SCOPES)
            if (number := len(_within(read, name))) or name == scope
        ]
        return cls(
            shown=_within(read, scope),
            scopes=ways,
            unread=sum(not each.verified for each in _within(every, scope)),
            with_unread=unread,
            switch=_address(visit, scope, unread=not unread),
            refused="" if scope == asked else asked,
        )


def _within(definitions: Sequence[StatedDefinition], scope: str) -> list[StatedDefinition]:
    """Those of one scope (a local name), or all."""
    return [
        each
        for each in definitions
        if not scope or (each.scope and each.scope.iri == ONTOLOGY + scope)
    ]


def _address(visit: Visit, scope: str, *, unread: bool) -> str:
    asked = {"scope": scope, "unverified": "on" if unread else ""}
    return addresses.page(visit.path, visit.language, **asked) + "#definitions"
