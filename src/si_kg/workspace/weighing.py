"""Whether a change may go on: violations stop it, warnings unless they are accepted."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from si_kg.findings import Finding, Kind, gravest_first
from si_kg.language import Text
from si_kg.workspace.faults import AdditionRefused

# findings of one kind that are held to be told; the rest is counted
MOST_TOLD = 1000


class Key(NamedTuple):
    """What makes two findings the same: all but the words and the place.

    Only where there is a focus: of two things without a name, nobody can tell that they are one.
    """

    rule: str
    focus: str
    path: str
    value: str


def key_of(finding: Finding) -> Key:
    """The key of a finding, on one line, however long its value is.

    >>> from si_kg.language import Text
    >>> key_of(Finding("Warning", "ex:a", "ex:p", "", "ex:rule", Text("", "")))
    Key(rule='ex:rule', focus='ex:a', path='ex:p', value='')
    """
    value = sha256(finding.value.encode()).hexdigest()[:16] if finding.value else ""
    return Key(finding.rule, finding.focus, finding.path, value)


class Scales:
    """Takes findings; `accept` takes all warnings.

    `known` are those that were accepted before: they weigh nothing and are not told again, but for
    those about a thing without a name, which may be another one.
    """

    def __init__(self, known: Iterable[Key] = (), *, accept: bool = False) -> None:
        self.kinds: Counter[Kind] = Counter()
        self.warned: set[Key] = set()
        self.words: dict[str, Text] = {}
        self._known = frozenset(key for key in known if key.focus)
        self._accept = accept
        self._told: list[Finding] = []
        self._against: list[Finding] = []
        self._heaviest: Counter[Kind] = Counter()

    def put(self, findings: Iterable[Finding]) -> None:
        """Weigh these too."""
        for finding in findings:
            if finding.severity == "Warning":
                key = key_of(finding)
                self.warned.add(key)
                self.words[finding.rule] = finding.message
                if key in self._known:
                    continue
            refused = self._refuses(finding)
            counted = self._heaviest if refused else self.kinds
            counted[finding.kind] += 1
            if counted[finding.kind] <= MOST_TOLD:
                (self._against if refused else self._told).append(finding)

    def settle(self) -> None:
        """Raise AdditionRefused where something weighs against the change."""
        if self._against:
            raise AdditionRefused(gravest_first(self._against), self._heaviest)

    @property
    def fatal(self) -> bool:
        """Whether there is a violation, so that nothing that follows can mend it."""
        return any(kind.severity == "Violation" for kind in self._heaviest)

    @property
    def told(self) -> tuple[Finding, ...]:
        """What does not stand in the way, the gravest first."""
        return tuple(gravest_first(self._told))

    @property
    def accepted(self) -> frozenset[Key]:
        """The warnings that are accepted now and were not before."""
        return frozenset(self.warned - self._known)

    def _refuses(self, finding: Finding) -> bool:
        if finding.severity == "Warning":
            return not self._accept
        return finding.severity == "Violation"
