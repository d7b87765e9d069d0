"""Which definitions an initiative fits, which not, and of which nobody can tell; and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from si_kg.definitions.classification import Answer, Classification
from si_kg.definitions.explanation import CaseFile, open_case
from si_kg.descriptions import Named
from si_kg.store import Store


@dataclass(frozen=True)
class Verdict:
    """What one definition says: the required criteria that are not met, and those still open."""

    definition: Named
    lacking: tuple[Named, ...]
    open: tuple[Named, ...]


@dataclass(frozen=True)
class Verdicts:
    """The verdicts by answer; `untouched` are the definitions of which no criterion was judged."""

    fits: Sequence[Verdict]
    fails: Sequence[Verdict]
    undecided: Sequence[Verdict]
    untouched: Sequence[Verdict]
    without_test: Sequence[Verdict]

    @property
    def total(self) -> int:
        """How many definitions were held against it."""
        return sum(map(len, (self.fits, self.fails, self.undecided, self.untouched)))


def verdicts(store: Store, initiative: str, language: str) -> Verdicts | None:
    """What the definitions that somebody read say of it; None where nothing of it was judged.

    Raises JudgementsContradict.
    """
    file = open_case(store, initiative)
    if not file.outcomes:
        return None
    idle = file.untouched()
    undecided = [each for each in file.answered(Answer.UNDECIDED) if each not in idle]
    return Verdicts(
        _told(file, file.answered(Answer.FITS), language),
        _told(file, file.answered(Answer.FAILS), language),
        _told(file, undecided, language),
        _told(file, idle, language),
        _told(file, file.answered(Answer.NO_TEST), language),
    )


def _told(file: CaseFile, found: Iterable[Classification], language: str) -> list[Verdict]:
    def names(criteria: Iterable[str]) -> tuple[Named, ...]:
        known = file.corpus.criteria
        return tuple(Named(each, known[each].label.in_(language)) for each in criteria)

    return [
        Verdict(
            Named(each.definition.iri, each.definition.label.in_(language)),
            names(each.lacking),
            names(each.open),
        )
        for each in found
    ]
