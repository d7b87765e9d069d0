"""Definitions taken apart into criteria, as the graph states them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.store import Store, rows
from si_kg.untranslated import texts

UNVERIFIED = "generalKnowledge"

_HEAD = f"""
{prologue("dcterms", "si", "skos")}
"""
_DEFINITIONS = f"""{_HEAD}
SELECT ?definition ?concept ?kind ?notation ?year ?scope ?verification ?restates
WHERE {{
  ?concept si:isTestedOn ?kind .
  ?definition si:defines ?concept ; si:hasScope ?scope ; si:verification ?verification ;
    skos:notation ?notation .
  OPTIONAL {{ ?definition dcterms:issued ?issued . BIND (STR(?issued) AS ?year) }}
  OPTIONAL {{ ?definition si:restates ?restates }}
}}
ORDER BY ?year ?definition
"""
_TESTED = "?concept si:isTestedOn ?kind . ?thing si:defines ?concept ."
_USED = "?definition si:usesCriterion ?thing ."
_USES = f"""{_HEAD}
SELECT ?definition ?strength ?criterion
WHERE {{
  VALUES ?strength {{ si:requires si:characteristic si:mentions }}
  ?definition ?strength ?criterion .
}}
"""


class Strength(StrEnum):
    """How much a criterion weighs in a definition; the value is the property's local name."""

    REQUIRED = "requires"
    CHARACTERISTIC = "characteristic"
    MENTIONED = "mentions"


@dataclass(frozen=True)
class Criterion:
    """One testable feature: its IRI, name, yes-or-no question, and dimension ("" if none)."""

    iri: str
    label: Text
    question: Text
    dimension: Text

    @property
    def slug(self) -> str:
        """The short name: `meets-social-need` of `.../id/criterion-meets-social-need`."""
        return self.iri.rpartition("criterion-")[2]


@dataclass(frozen=True)
class Definition:
    """What one author says a concept means, as criteria (IRIs) with their strength.

    `kind` is the class (IRI) of what it can be tested on: initiatives, or issues.
    `scope` and `verification` are local names (`law`, `primary`); `year` is None where unknown;
    `restates` tells that it repeats another definition of the graph.
    """

    iri: str
    concept: str
    kind: str
    label: Text
    notation: str
    year: int | None
    scope: str
    verification: str
    restates: bool
    criteria: Mapping[str, Strength]

    @property
    def required(self) -> frozenset[str]:
        """The criteria without which a case falls outside the definition."""
        return frozenset(c for c, s in self.criteria.items() if s is Strength.REQUIRED)

    @property
    def verified(self) -> bool:
        """Whether somebody read the definition, at first or second hand."""
        return self.verification != UNVERIFIED


@dataclass(frozen=True)
class Corpus:
    """Definitions, oldest first, with the criteria (by IRI) that they use."""

    definitions: tuple[Definition, ...]
    criteria: Mapping[str, Criterion]

    @classmethod
    def from_store(cls, store: Store) -> Self:
        """All definitions of the graph that carry a notation, of every concept."""
        uses, names = _uses(store), texts(store, _TESTED)
        definitions = tuple(
            Definition(
                iri.value,
                concept.value,
                kind.value,
                names.get(iri.value, Text(notation.value, notation.value)),
                notation.value,
                int(year.value) if year else None,
                _local(scope),
                _local(verification),
                restates is not None,
                uses.get(iri.value, {}),
            )
            for iri, concept, kind, notation, year, scope, verification, restates in rows(
                store, _DEFINITIONS
            )
        )
        return cls(definitions, _criteria(store))

    def __iter__(self) -> Iterator[Definition]:
        return iter(self.definitions)

    def __len__(self) -> int:
        return len(self.definitions)

    def where(self, holds: Callable[[Definition], bool]) -> Self:
        """The definitions for which `holds`, with the criteria that they use."""
        definitions = tuple(filter(holds, self.definitions))
        used = {criterion for definition in definitions for criterion in definition.criteria}
        criteria = {iri: c for iri, c in self.criteria.items() if iri in used}
        return replace(self, definitions=definitions, criteria=criteria)

    def about(self, concept: str) -> Self:
        """The definitions of one concept (IRI)."""
        return self.where(lambda d: d.concept == concept)

    def testing(self, kinds: Collection[str]) -> Self:
        """The definitions that can be tested on a thing of one of these classes (IRIs)."""
        return self.where(lambda d: d.kind in kinds)

    def verified(self) -> Self:
        """Without the definitions that rest on general knowledge alone."""
        return self.where(lambda d: d.verified)

    def original(self) -> Self:
        """Without the definitions that repeat another one, which would count twice."""
        return self.where(lambda d: not d.restates)

    def testable(self) -> Self:
        """Without the definitions that require nothing, and so decide nothing."""
        return self.where(lambda d: bool(d.required))


def _criteria(store: Store) -> dict[str, Criterion]:
    names, questions = texts(store, _USED, "skos:prefLabel"), texts(store, _USED, "si:testQuestion")
    dimensions = texts(store, _USED, "skos:broader/skos:prefLabel")
    return {
        iri: Criterion(iri, names[iri], questions[iri], dimensions.get(iri, Text("", "")))
        for iri in sorted(names.keys() & questions)
    }


def _uses(store: Store) -> dict[str, dict[str, Strength]]:
    """Per definition its criteria, the weightiest first, then by IRI."""
    found: dict[str, dict[str, Strength]] = {}
    order = list(Strength)
    triples = [(d.value, Strength(_local(s)), c.value) for d, s, c in rows(store, _USES)]
    for definition, strength, criterion in sorted(
        triples, key=lambda triple: (triple[0], order.index(triple[1]), triple[2])
    ):
        found.setdefault(definition, {})[criterion] = strength
    return found


def _local(term: object) -> str:
    return str(getattr(term, "value", term)).rpartition("#")[2]
