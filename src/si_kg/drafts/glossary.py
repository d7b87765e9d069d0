"""The terms of the graph: what they are called, and how many meanings each of them has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from si_kg.definitions.corpus import UNVERIFIED, Corpus
from si_kg.drafts.terms import Name, Terms
from si_kg.drafts.thresholds import MANY_DEFINITIONS, PAIRS_APART
from si_kg.language import Text
from si_kg.namespaces import ID, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import texts

_HEAD = f"""
{prologue("rdfs", "si", "skos")}
"""
# a criterion often carries the name of a concept, and whoever writes it means the concept
_NAMES = f"""{_HEAD}
SELECT ?thing ?name (COUNT(DISTINCT ?definition) AS ?definitions)
WHERE {{
  {{ ?thing a si:Concept MINUS {{ ?thing a si:Criterion }} }}
  UNION {{ VALUES ?thing {{ @things }} }}
  ?thing rdfs:label|skos:altLabel|skos:hiddenLabel ?name .
  OPTIONAL {{ ?definition si:defines ?thing }}
}}
GROUP BY ?thing ?name
ORDER BY DESC(?definitions) ?thing ?name
"""
_DEFINED = f"""{_HEAD}
SELECT ?concept (COUNT(DISTINCT ?definition) AS ?definitions)
  (EXISTS {{ ?concept si:isExampleOf <{ID}quasi-concept> }} AS ?quasi)
WHERE {{
  ?definition si:defines ?concept ; si:verification ?verification .
  FILTER (?verification != si:{UNVERIFIED})
}}
GROUP BY ?concept
ORDER BY ?concept
"""


@dataclass(frozen=True)
class Term:
    """A concept (IRI) that somebody defines: its label, and how many definitions were read.

    Of the `pairs` of definitions, in `apart` of them the two share no requirement; `quasi` says
    that the graph calls it a quasi-concept; `divided` that no requirement is shared by all.
    """

    iri: str
    label: Text
    definitions: int
    quasi: bool
    pairs: int
    apart: int
    divided: bool

    @property
    def vague(self) -> bool:
        """Whether it says too little without a definition."""
        return self.quasi or (self.divided and self.apart >= PAIRS_APART * self.pairs)


@dataclass(frozen=True)
class Glossary:
    """All names, and the terms (by IRI) that somebody defines."""

    terms: Terms
    defined: Mapping[str, Term]

    @classmethod
    def from_store(cls, store: Store, things: Collection[str] = ()) -> Self:
        """The concepts of the graph, and the names of other `things` (IRIs) beside them."""
        text = _NAMES.replace("@things", " ".join(map(iri, things)))
        names = [Name(name.value, thing.value) for thing, name, _ in rows(store, text)]
        corpus = Corpus.from_store(store).verified().original().testable()
        labels = texts(store, "?definition si:defines ?thing .")
        found = {
            concept.value: Term(
                concept.value,
                labels[concept.value],
                int(count.value),
                quasi.value == "true",
                *_agreement(corpus.about(concept.value)),
            )
            for concept, count, quasi in rows(store, _DEFINED)
            if concept.value in labels
        }
        return cls(Terms.of(names), found)


def _agreement(corpus: Corpus) -> tuple[int, int, bool]:
    """How many pairs of definitions there are, how many share nothing, and whether all do not."""
    required = [definition.required for definition in corpus]
    pairs = list(combinations(required, 2))
    apart = sum(1 for one, other in pairs if one.isdisjoint(other))
    shared = frozenset.intersection(*required) if required else frozenset()
    return len(pairs), apart, len(required) >= MANY_DEFINITIONS and not shared
