"""How far definitions agree on each criterion."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from si_kg.definitions.corpus import Corpus, Strength

_MAJORITY = 0.5
_FEW = 0.1


class Standing(StrEnum):
    """What a criterion is to a set of definitions.

    CORE: at least half require it. CHARACTERISTIC: at least half require it or find it
    characteristic. CONTESTED: more than a tenth use it in some way. IDIOSYNCRATIC: fewer do.
    """

    CORE = "core"
    CHARACTERISTIC = "characteristic"
    CONTESTED = "contested"
    IDIOSYNCRATIC = "idiosyncratic"


@dataclass(frozen=True)
class Agreement:
    """Of `total` definitions, how many require, find characteristic or mention the criterion."""

    criterion: str
    required: int
    characteristic: int
    mentioned: int
    total: int

    @property
    def divisiveness(self) -> float:
        """4p(1-p), where p is the share that requires it: 0 if all or none do, 1 if half."""
        share = self.required / self.total
        return 4 * share * (1 - share)

    @property
    def standing(self) -> Standing:
        """The class of the criterion; see Standing for the bounds."""
        if self.required >= _MAJORITY * self.total:
            return Standing.CORE
        if self.required + self.characteristic >= _MAJORITY * self.total:
            return Standing.CHARACTERISTIC
        if self.required + self.characteristic + self.mentioned > _FEW * self.total:
            return Standing.CONTESTED
        return Standing.IDIOSYNCRATIC


def agreements(corpus: Corpus) -> list[Agreement]:
    """One Agreement per criterion in use, the most required first, then the most used."""
    counted = {criterion: Counter[Strength]() for criterion in corpus.criteria}
    for definition in corpus:
        for criterion, strength in definition.criteria.items():
            counted[criterion][strength] += 1
    found = [
        Agreement(
            criterion,
            counts[Strength.REQUIRED],
            counts[Strength.CHARACTERISTIC],
            counts[Strength.MENTIONED],
            len(corpus),
        )
        for criterion, counts in counted.items()
    ]
    return sorted(found, key=lambda a: (-a.required, -a.characteristic, -a.mentioned, a.criterion))
