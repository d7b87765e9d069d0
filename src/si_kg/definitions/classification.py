"""Hold a case against definitions: it fits, it does not, or nobody can tell yet, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from si_kg.definitions.corpus import Definition
from si_kg.definitions.judgements import Outcome, Outcomes, Reading


class Answer(StrEnum):
    """What a definition says of a case; NO_TEST where the definition requires nothing."""

    FITS = "fits"
    FAILS = "fails"
    UNDECIDED = "undecided"
    NO_TEST = "no-test"


@dataclass(frozen=True)
class Classification:
    """One case under one definition.

    `lacking` are the required criteria that it does not meet; `open` those that nobody knows of:
    answered yes, they would make an undecided case fit.
    """

    definition: Definition
    answer: Answer
    lacking: tuple[str, ...]
    open: tuple[str, ...]


class Classifier:
    """Holds many cases against the same definitions, at the price of two comparisons each.

    Required criteria are the bits of a number: a case fits if none of them is missing from what it
    meets, and fails if one of them is among what it does not meet.
    """

    def __init__(self, definitions: Iterable[Definition], reading: Reading | None = None) -> None:
        self.definitions = tuple(definitions)
        self.reading = reading or Reading()
        used = sorted({c for definition in self.definitions for c in definition.required})
        self._bits = {criterion: 1 << place for place, criterion in enumerate(used)}
        self._required = [sum(map(self._bits.__getitem__, d.required)) for d in self.definitions]

    def answers(self, outcomes: Outcomes) -> list[Answer]:
        """The answer of each definition about a case with these outcomes."""
        met, short = self._sums(outcomes)
        return [
            Answer.NO_TEST
            if not required
            else Answer.FAILS
            if required & short
            else Answer.UNDECIDED
            if required & ~met
            else Answer.FITS
            for required in self._required
        ]

    def classify(self, outcomes: Outcomes) -> list[Classification]:
        """The same with what each answer rests on."""
        return [
            self._classification(definition, answer, outcomes)
            for definition, answer in zip(self.definitions, self.answers(outcomes), strict=True)
        ]

    def _sums(self, outcomes: Outcomes) -> tuple[int, int]:
        met = short = 0
        for criterion, outcome in outcomes.items():
            truth = self.reading.truth(outcome)
            if truth is not None and criterion in self._bits:
                if truth:
                    met |= self._bits[criterion]
                else:
                    short |= self._bits[criterion]
        return met, short

    def _classification(
        self, definition: Definition, answer: Answer, outcomes: Outcomes
    ) -> Classification:
        truths = {
            criterion: self.reading.truth(outcomes.get(criterion, Outcome.UNKNOWN))
            for criterion in sorted(definition.required)
        }
        lacking = tuple(criterion for criterion, truth in truths.items() if truth is False)
        unknown = tuple(criterion for criterion, truth in truths.items() if truth is None)
        return Classification(definition, answer, lacking, unknown)


def next_questions(classifications: Sequence[Classification]) -> list[tuple[str, int]]:
    """The open criteria with the number of undecided definitions that wait for each, most first."""
    waiting = Counter(
        criterion
        for classification in classifications
        if classification.answer is Answer.UNDECIDED
        for criterion in classification.open
    )
    return sorted(waiting.items(), key=lambda item: (-item[1], item[0]))


def tally(answers: Iterable[Answer]) -> Mapping[Answer, int]:
    """How often each answer was given, in the order of Answer."""
    counted = Counter(answers)
    return {answer: counted[answer] for answer in Answer}
