"""Findings of a corpus: the first of each kind in full, the rest by their number."""

from collections import Counter
from collections.abc import Iterable

from si_kg.findings import Finding
from si_kg.intake.corpora import words
from si_kg.intake.telling import filled, finding

_MOST = 100  # of one rule: what is wrong with a column is often wrong in each row


class Tally:
    """Takes findings one by one, and keeps no more than a person can read."""

    def __init__(self) -> None:
        self._told: list[Finding] = []
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, found: Finding) -> None:
        """Keep the finding, or count it."""
        kind = found.severity, found.rule
        self._counts[kind] += 1
        if self._counts[kind] <= _MOST:
            self._told.append(found)

    def add_all(self, found: Iterable[Finding]) -> None:
        """The same with several."""
        for each in found:
            self.add(each)

    def faults(self) -> tuple[Finding, ...]:
        """The findings that were kept, and of each kind how many more there are."""
        more = [
            finding(severity, rule, filled(words.MORE, count=count - _MOST, rule=rule))
            for (severity, rule), count in self._counts.items()
            if count > _MOST
        ]
        return (*self._told, *more)
