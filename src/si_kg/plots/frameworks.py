"""A framework of the graph as an instrument: its members in order, and what is placed on them."""

from collections.abc import Mapping
from dataclasses import dataclass

from si_kg.language import Text
from si_kg.namespaces import ID
from si_kg.parameters import iri
from si_kg.plots.phrases import NOTHING
from si_kg.plots.reading import LABEL, among, found, labels, pages, texts
from si_kg.store import Store

PARTICIPATION, TYPOLOGY, SCALERS, EVIDENCE, HELIX = (
    ID + name
    for name in (
        "participation-ladder",
        "problem-typology",
        "scalers",
        "evidence-ladder",
        "quadruple-helix",
    )
)
# which axis of the typology lies flat is in the drawing of the source, not in the graph
FLAT, UPRIGHT = ID + "axis-underlying-values", ID + "axis-certainty"
_LAST = 10_000
_PLACEMENTS = """
  ?placement si:isPlacedAt ?member ; si:places ?thing .
  ?member skos:inScheme @framework .
  BIND (EXISTS { ?placement si:relationToSource si:own } AS ?ours)
"""


@dataclass(frozen=True)
class Placed:
    """A thing (IRI) that stands at a member, why, and where that was found.

    `ours` tells that the placement is ours and does not rest on what a source says.
    """

    iri: str
    label: Text
    evidence: Text
    pages: Text
    ours: bool


@dataclass(frozen=True)
class Member:
    """One place of a framework: its texts by property (a CURIE), and what is placed there."""

    iri: str
    texts: Mapping[str, Text]
    placed: tuple[Placed, ...]

    @property
    def label(self) -> Text:
        """What it is called."""
        return self.texts[LABEL]

    @property
    def number(self) -> str:
        """Its position or notation in the source, "" where it has none."""
        return self.text("si:position").nl or self.text("skos:notation").nl

    def text(self, property_: str) -> Text:
        """The text of a property, empty where there is none."""
        return self.texts.get(property_, NOTHING)


@dataclass(frozen=True)
class Framework:
    """A framework (IRI): its texts by property, where it was found, its members in order."""

    iri: str
    texts: Mapping[str, Text]
    pages: Text
    members: tuple[Member, ...]

    @property
    def title(self) -> Text:
        """What it is called."""
        return self.texts[LABEL]

    @classmethod
    def read(cls, store: Store, framework: str, *properties: str) -> "Framework":
        """The framework with this IRI, its members with these properties (CURIEs).

        It has no members where the graph does not hold it.
        """
        own = texts(
            store, among([framework]), "rdfs:comment", "si:discrepancy", "si:positionMeaning"
        )
        within = f"?thing skos:inScheme {iri(framework)} ."
        given = texts(store, within, "si:position", "skos:notation", *properties)
        placed = _placed(store, framework)
        members = [Member(m, own_texts, tuple(placed.get(m, ()))) for m, own_texts in given.items()]
        members.sort(key=lambda member: (_order(member), member.label.nl))
        return cls(
            framework,
            own.get(framework) or {LABEL: labels(store, [framework])[framework]},
            pages(store, among([framework])).get(framework, NOTHING),
            tuple(members),
        )

    def text(self, property_: str) -> Text:
        """The text of a property, empty where there is none."""
        return self.texts.get(property_, NOTHING)


def _placed(store: Store, framework: str) -> dict[str, list[Placed]]:
    """What is placed on the members of a framework, by member."""
    pattern = _PLACEMENTS.replace("@framework", iri(framework))
    placements = found(store, pattern, "?member", "?thing", "?placement", "?ours")
    these = among(placement for _, _, placement, _ in placements)
    why, where = texts(store, these, "si:evidence"), pages(store, these)
    named = labels(store, {thing for _, thing, _, _ in placements})
    by_member: dict[str, list[Placed]] = {}
    for member, thing, placement, ours in placements:
        evidence = why.get(placement, {}).get("si:evidence", NOTHING)
        place = where.get(placement, NOTHING)
        placed = Placed(thing, named[thing], evidence, place, ours=ours == "true")
        by_member.setdefault(member, []).append(placed)
    return by_member


def _order(member: Member) -> int:
    return int(member.number) if member.number.isdecimal() else _LAST
