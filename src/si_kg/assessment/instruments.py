"""What the graph says to a plan: its frameworks, the hints beside criteria, its paraphrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from si_kg.language import Text
from si_kg.namespaces import ID, prologue
from si_kg.store import Store, rows
from si_kg.untranslated import in_both

NOTHING = Text("", "")

# each framework that a form asks about, and the class of its members
_ASKED = (
    ("scalers", "Scaler"),
    ("scalability-traits", "ScalabilityTrait"),
    ("participation-ladder", "ParticipationLevel"),
    ("innovation-phases", "InnovationPhase"),
    ("evidence-ladder", "EvidenceLevel"),
    ("quadruple-helix", "HelixSphere"),
    ("problem-typology", "Axis"),
    ("problem-typology", "AxisEnd"),
    ("problem-typology", "ProblemType"),
    ("sectors", "Sector"),
)
FRAMEWORKS = frozenset(slug for slug, _ in _ASKED)

_HEAD = f"""
{prologue("dcterms", "id", "rdfs", "si", "skos")}
"""
_TEXTS = f"""{_HEAD}
SELECT DISTINCT ?thing ?property ?text
WHERE {{
  VALUES ?kind {{
    si:Framework si:Scaler si:ScalabilityTrait si:ParticipationLevel si:Axis si:AxisEnd
    si:ProblemType si:HelixSphere si:InnovationPhase si:EvidenceLevel si:Sector si:Criterion
    si:Definition
  }}
  VALUES ?property {{
    skos:prefLabel dcterms:title rdfs:comment skos:definition si:evidenceHint
    si:selfAssessmentQuestion si:participantRole si:professionalStyle si:positionMeaning
    si:discrepancy si:paraphrase
  }}
  ?thing a ?kind ; ?property ?text .
}}
"""
_MEMBERS = f"""{_HEAD}
SELECT DISTINCT ?framework ?kind ?member ?number
WHERE {{
  VALUES (?framework ?kind) {{ {" ".join(f"(id:{slug} si:{kind})" for slug, kind in _ASKED)} }}
  ?member a ?kind ; skos:inScheme ?framework .
  OPTIONAL {{ ?member si:position ?position }}
  OPTIONAL {{ ?member skos:notation ?notation }}
  BIND (STR(COALESCE(?position, ?notation)) AS ?number)
}}
ORDER BY ?member
"""
_ENDS = f"""{_HEAD}
SELECT ?thing ?end WHERE {{ {{ ?end si:liesOnAxis ?thing }} UNION {{ ?thing si:hasAxisEnd ?end }} }}
ORDER BY ?thing ?end
"""


@dataclass(frozen=True)
class Member:
    """A member of a framework, with its meaning in plain language and in full.

    `number` is its place among the others, where they are numbered.
    """

    iri: str
    label: Text
    plain: Text = NOTHING
    definition: Text = NOTHING
    number: int | None = None

    @property
    def slug(self) -> str:
        """The short name: `prompts` of `.../id/prompts`."""
        return self.iri.removeprefix(ID)

    def shown(self, language: str) -> str:
        """The label, behind its number where it has one that the label does not tell."""
        label = self.label.in_(language)
        told = self.number is None or str(self.number) in label.split()
        return label if told else f"{self.number}. {label}"


@dataclass(frozen=True)
class Framework:
    """What a framework is called and is for, and its members in order.

    `order` says what a number means; `caveat` what is odd about the framework in its source.
    """

    iri: str
    title: Text = NOTHING
    purpose: Text = NOTHING
    order: Text = NOTHING
    caveat: Text = NOTHING
    members: tuple[Member, ...] = ()

    def after(self, number: int) -> Member | None:
        """The first member with a higher number."""
        return next((m for m in self.members if m.number is not None and m.number > number), None)


@dataclass(frozen=True)
class Instruments:
    """Everything of the graph that a form asks about beside criteria, by IRI."""

    _texts: Mapping[tuple[str, str], Text]
    _members: Mapping[tuple[str, str], Sequence[tuple[str, int | None]]]
    _ends: Mapping[str, frozenset[str]]

    @classmethod
    def from_store(cls, store: Store) -> Self:
        """What the graph states of them."""
        found = rows(store, _TEXTS)
        texts = in_both(((thing.value, _local(name.value)), text) for thing, name, text in found)
        members: dict[tuple[str, str], list[tuple[str, int | None]]] = {}
        for framework, kind, member, number in rows(store, _MEMBERS):
            place = int(number.value) if number and number.value.isdecimal() else None
            key = framework.value.removeprefix(ID), _local(kind.value)
            members.setdefault(key, []).append((member.value, place))
        ends: dict[str, set[str]] = {}
        for thing, end in rows(store, _ENDS):
            ends.setdefault(thing.value, set()).add(end.value)
        return cls(texts, members, {thing: frozenset(found) for thing, found in ends.items()})

    def text(self, thing: str, name: str) -> Text:
        """What the property with this local name says of a thing; empty where it says nothing."""
        return self._texts.get((thing, name), NOTHING)

    def framework(self, slug: str, kind: str) -> Framework:
        """The framework of this name, with its members of one class (its local name)."""
        iri = ID + slug
        return Framework(
            iri,
            self.text(iri, "title"),
            self.text(iri, "comment"),
            self.text(iri, "positionMeaning"),
            self.text(iri, "discrepancy"),
            tuple(sorted(self._listed(slug, kind), key=lambda member: member.number or 0)),
        )

    def ends(self, thing: str) -> frozenset[str]:
        """The ends of an axis, or the ends on which a type of problem lies."""
        return self._ends.get(thing, frozenset())

    def _listed(self, slug: str, kind: str) -> list[Member]:
        return [
            Member(
                iri,
                self.text(iri, "prefLabel"),
                self.text(iri, "comment"),
                self.text(iri, "definition"),
                number,
            )
            for iri, number in self._members.get((slug, kind), ())
        ]


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
