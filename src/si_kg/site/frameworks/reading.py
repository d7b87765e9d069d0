"""A framework as its page shows it: its texts, its members in order, what stands at each."""

from dataclasses import dataclass, field

import pyoxigraph as ox

from si_kg.descriptions import Description, Named, described, described_one
from si_kg.namespaces import PREFIXES, shorten
from si_kg.parameters import iri
from si_kg.site.frameworks.standing import Standings, standings
from si_kg.store import Store

_LAST = 10_000
_WITHIN = f"<{PREFIXES['skos']}inScheme>"
_TEXTS = (
    "rdfs:label",
    "rdfs:comment",
    "skos:scopeNote",
    "skos:editorialNote",
    "si:discrepancy",
    "si:citation",
)
_OF_FRAMEWORK = (
    *_TEXTS,
    "dcterms:description",
    "dcterms:creator",
    "si:isDerivedFrom",
    "si:positionMeaning",
)
_OF_MEMBER = (
    *_TEXTS,
    "skos:definition",
    "skos:altLabel",
    "skos:example",
    "skos:notation",
    "skos:related",
    "skos:inScheme",
    "si:position",
    "si:participantRole",
    "si:professionalStyle",
    "si:selfAssessmentQuestion",
    "si:relationToSource",
    "si:hasAxisEnd",
    "si:liesOnAxis",
    "si:canBeTakenBy",
)


@dataclass(frozen=True)
class Told:
    """A thing with what the graph says of it."""

    description: Description

    @property
    def iri(self) -> str:
        """Its name in the graph."""
        return self.description.thing

    @property
    def label(self) -> str:
        """What it is called; its short name where nothing is said."""
        text = self.said("rdfs:label")
        return text.value if text else shorten(self.iri)

    def said(self, of: str) -> ox.Literal | None:
        """A text (the property as a CURIE), in another language where this one is lacking."""
        return next(iter(self.description.tagged(of)), None)

    def things(self, of: str) -> tuple[Named, ...]:
        """The things to which a property (CURIE) leads."""
        return self.description.things(of)


@dataclass(frozen=True)
class Member(Told):
    """A member of a framework, and what stands there by its way: a key of WAYS."""

    standings: Standings = field(default_factory=dict)

    @property
    def number(self) -> str:
        """Its position or notation in the source; empty where it has none."""
        text = self.said("si:position") or self.said("skos:notation")
        return text.value if text else ""


@dataclass(frozen=True)
class Shown(Told):
    """A framework in a store, its members by number, then by name."""

    store: Store = field(repr=False, compare=False)
    members: tuple[Member, ...] = ()


def read(store: Store, framework: str, language: str) -> Shown:
    """The framework with this IRI; without members where the graph holds none."""
    told = described_one(store, framework, _OF_FRAMEWORK, language)
    return Shown(told, store, _members(store, f"{_WITHIN} {iri(framework)}", language))


def read_member(store: Store, member: str, language: str) -> Member:
    """The member with this IRI."""
    told = described_one(store, member, _OF_MEMBER, language)
    stands = standings(store, f"VALUES ?member {{ {iri(member)} }}", language)
    return Member(told, stands.get(member, {}))


def _members(store: Store, within: str, language: str) -> tuple[Member, ...]:
    stands = standings(store, f"?member {within} .", language)
    found = described(store, f"?thing {within} .", _OF_MEMBER, language)
    members = [Member(told, stands.get(thing, {})) for thing, told in found.items()]
    return tuple(sorted(members, key=_order))


def _order(member: Member) -> tuple[int, str, str]:
    number = int(member.number) if member.number.isdecimal() else _LAST
    return number, member.label.casefold(), member.iri
