"""Why a case falls under a definition or not: each criterion with its evidence, and what to ask."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from si_kg.definitions.classification import Answer, Classification, Classifier, next_questions
from si_kg.definitions.corpus import Corpus, Definition, Strength
from si_kg.definitions.judgements import (
    Evidence,
    Outcome,
    Outcomes,
    Reading,
    read_evidence,
    read_outcomes,
)
from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import texts

_KINDS = "SELECT DISTINCT ?kind WHERE { @case a ?kind }"
_CASES = f"""
{prologue("si")}
SELECT DISTINCT ?case WHERE {{ ?concept si:isTestedOn ?kind . ?case a ?kind }}
"""


@dataclass(frozen=True)
class Step:
    """One criterion of a definition: its strength there, what was judged, and on what evidence."""

    criterion: str
    strength: Strength
    outcome: Outcome
    evidence: Evidence | None


@dataclass(frozen=True)
class CaseFile:
    """One case under each definition of `corpus` that can be tested on it."""

    case: str
    name: Text
    corpus: Corpus
    outcomes: Outcomes
    evidence: Mapping[str, Evidence]
    classifications: tuple[Classification, ...]

    def answered(self, answer: Answer) -> list[Classification]:
        """The definitions that give this answer."""
        return [each for each in self.classifications if each.answer is answer]

    def untouched(self) -> list[Classification]:
        """The undecided definitions of which no required criterion was ever judged."""
        return [
            each
            for each in self.answered(Answer.UNDECIDED)
            if not each.definition.required & set(self.outcomes)
        ]

    def questions(self) -> list[tuple[str, int]]:
        """What to find out: open criteria, with how many undecided definitions wait for each."""
        idle = {each.definition.iri for each in self.untouched()}
        return next_questions([c for c in self.classifications if c.definition.iri not in idle])

    def steps(self, definition: Definition) -> list[Step]:
        """Every criterion of the definition, the required ones first."""
        return [
            Step(
                criterion,
                strength,
                self.outcomes.get(criterion, Outcome.UNKNOWN),
                self.evidence.get(criterion),
            )
            for criterion, strength in definition.criteria.items()
        ]


def cases(store: Store) -> set[str]:
    """The IRIs of everything that a definition can be tested on."""
    return {case.value for (case,) in rows(store, _CASES)}


def testable(store: Store) -> set[str]:
    """The IRIs of the definitions that are taken apart into criteria."""
    return {definition.iri for definition in Corpus.from_store(store)}


def open_case(
    store: Store,
    case: str,
    *,
    under: Collection[str] = (),
    unverified: bool = False,
    reading: Reading | None = None,
) -> CaseFile:
    """The case with this IRI under the definitions with the IRIs `under`, or under all.

    Definitions that nobody has read take part only where they are named or `unverified` asks for
    them. Raises JudgementsContradict.
    """
    kinds, name = _described(store, case)
    corpus = Corpus.from_store(store).testing(kinds)
    if under:
        corpus = corpus.where(lambda d: d.iri in under)
    elif not unverified:
        corpus = corpus.verified()
    outcomes = read_outcomes(store).get(case, {})
    classified = Classifier(corpus, reading).classify(outcomes)
    evidence = read_evidence(store, case)
    return CaseFile(case, name, corpus, outcomes, evidence, tuple(classified))


def _described(store: Store, case: str) -> tuple[set[str], Text]:
    kinds = {kind.value for (kind,) in rows(store, _KINDS.replace("@case", iri(case)))}
    names = texts(store, f"VALUES ?thing {{ {iri(case)} }}")
    return kinds, names.get(case, Text(case, case))
