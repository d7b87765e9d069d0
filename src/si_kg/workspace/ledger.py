"""Which warnings were accepted, each on behalf of the addition that it is about."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Self

from si_kg.language import Text
from si_kg.workspace.records import Accepted, Addition
from si_kg.workspace.weighing import Key


@dataclass(frozen=True)
class Ledger:
    """The accepted warnings, each with the names of its additions.

    A warning has several where it is about things without a name: those have one key.
    """

    owners: Mapping[Key, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, body: bytes) -> Self:
        """From its lines; raises ValueError or TypeError where they are something else."""
        owners: dict[Key, frozenset[str]] = {}
        for owner, *rest in map(json.loads, body.splitlines()):
            key = Key(*rest)
            owners[key] = owners.get(key, frozenset()) | {owner}
        return cls(owners)

    def write(self) -> bytes:
        """A line of JSON per warning, in order."""
        rows = sorted((owner, *key) for key, owners in self.owners.items() for owner in owners)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()

    def without(self, name: str) -> Self:
        """The same, but for what was accepted of this addition."""
        kept = {key: owners - {name} for key, owners in self.owners.items()}
        return type(self)({key: owners for key, owners in kept.items() if owners})

    def looked_at(self, seen: Collection[Key], foci: Collection[str] | None = None) -> Self:
        """The same, but for warnings about `foci` (about anything) that are not `seen` any more."""
        kept = {
            key: owners
            for key, owners in self.owners.items()
            if key in seen or (foci is not None and key.focus not in foci)
        }
        return type(self)(kept)

    def plus(self, owners: Mapping[Key, str]) -> Self:
        """The same, and these."""
        added = {key: self.owners.get(key, frozenset()) | {name} for key, name in owners.items()}
        return type(self)({**self.owners, **added})

    def of(self, addition: Addition, words: Mapping[str, Text]) -> tuple[Accepted, ...]:
        """What was accepted of an addition, per rule; new rules get their message from `words`."""
        counts = Counter(key.rule for key, owners in self.owners.items() if addition.name in owners)
        told = {each.rule: each.message for each in addition.accepted} | dict(words)
        return tuple(Accepted(rule, counts[rule], told[rule]) for rule in sorted(counts))
