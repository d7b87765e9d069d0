"""What stands at a member of a framework, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.descriptions import Description, Named, described
from si_kg.namespaces import PREFIXES, expand, shorten
from si_kg.parameters import iri
from si_kg.site.words import frameworks as words
from si_kg.store import Store

_OWN = f"{PREFIXES['si']}own"


class Way(NamedTuple):
    """A way to stand at a member, by the properties (CURIEs) of what points at it.

    `thing` names what stands there, "" where that is what points; `why` says why, in a few words
    where it is `brief`. `stated` tells that its sources are about standing here, and not about the
    thing as a whole.
    """

    thing: str = ""
    why: str = ""
    brief: bool = False
    stated: bool = True


# by the property that points at the member; in the order in which they are shown
WAYS: Mapping[str, Way] = {
    "si:isPlacedAt": Way("si:places", "si:evidence"),
    "si:hasProblemType": Way(stated=False),
    "si:isContributedBy": Way(why="skos:editorialNote"),
    "si:mayBeContributedBy": Way(why="skos:editorialNote"),
    "si:belongsToSphere": Way("si:concernsInitiative", "si:partnerRole", brief=True),
}
_PROPERTIES = tuple(
    dict.fromkeys(
        name
        for points, way in WAYS.items()
        for name in (points, way.thing, way.why, "rdfs:label", "si:citation", "si:relationToSource")
        if name
    )
)


@dataclass(frozen=True)
class Standing:
    """A thing that stands at a member: why, where that was found, and whether we put it there.

    `statement` is the IRI of what says so, which may be the thing itself.
    """

    thing: Named
    statement: str
    why: ox.Literal | None
    places: tuple[Named, ...]
    ours: bool


class Heading(NamedTuple):
    """What a way to stand is called, and whether its reasons are brief."""

    name: str
    brief: bool


Standings = Mapping[str, list[Standing]]


def standings(store: Store, members: str, language: str) -> Mapping[str, Standings]:
    """By member (IRI) what stands there, by its way: a key of WAYS.

    `members` is a pattern in SPARQL that binds ?member.
    """
    found: dict[str, dict[str, list[Standing]]] = {}
    for told in described(store, _pointing(members), _PROPERTIES, language).values():
        for points, way in WAYS.items():
            for member in told.things(points):
                by_way = found.setdefault(member.iri, {})
                by_way.setdefault(points, []).extend(_standing(told, way))
    return {
        member: {points: sorted(by_way[points], key=_name) for points in WAYS if points in by_way}
        for member, by_way in found.items()
    }


def ways(language: str) -> dict[str, Heading]:
    """The heading of each way, by its key in WAYS."""
    return {key: Heading(words.WAYS[key].in_(language), way.brief) for key, way in WAYS.items()}


def _pointing(members: str) -> str:
    ways = " ".join(iri(expand(points) or points) for points in WAYS)
    return (
        f"{{ SELECT DISTINCT ?thing WHERE {{ {members} VALUES ?way {{ {ways} }} "
        "?thing ?way ?member } }"
    )


def _standing(told: Description, way: Way) -> list[Standing]:
    own = Named(told.thing, told.text("rdfs:label") or shorten(told.thing))
    things = told.things(way.thing) if way.thing else (own,)
    why = told.tagged(way.why) if way.why else ()
    places = told.things("si:citation") if way.stated else ()
    sources = {thing.iri for thing in told.things("si:relationToSource")}
    ours = way.stated and _OWN in sources
    return [Standing(thing, told.thing, next(iter(why), None), places, ours) for thing in things]


def _name(standing: Standing) -> tuple[str, str]:
    return standing.thing.label.casefold(), standing.statement
