"""Which warnings were accepted, each on behalf of the addition that it is about."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Self

from si_kg.findings import Finding
from si_kg.workspace.records import Accepted, Addition
from si_kg.workspace.weighing import Key


@dataclass(frozen=True)
class Ledger:
    """The accepted warnings, each with the name of its addition."""

    owners: Mapping[Key, str] = field(default_factory=dict)

    @classmethod
    def read(cls, body: bytes) -> Self:
        """From its lines; raises ValueError or TypeError where they are something else."""
        lines = (json.loads(line) for line in body.splitlines())
        return cls({Key(*rest): owner for owner, *rest in lines})

    def write(self) -> bytes:
        """A line of JSON per warning, in order."""
        rows = sorted((owner, *key) for key, owner in self.owners.items())
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()

    def without(self, name: str) -> Self:
        """The same, but for what was accepted of this addition."""
        kept = {key: owner for key, owner in self.owners.items() if owner != name}
        return type(self)(kept)

    def looked_at(self, seen: Collection[Key], foci: Collection[str] | None = None) -> Self:
        """The same, but for warnings about `foci` (about anything) that are not `seen` any more."""
        kept = {
            key: owner
            for key, owner in self.owners.items()
            if key in seen or (foci is not None and key.focus not in foci)
        }
        return type(self)(kept)

    def plus(self, owners: Mapping[Key, str]) -> Self:
        """The same, and these."""
        return type(self)({**self.owners, **owners})

    def of(self, addition: Addition, findings: Mapping[Key, Finding]) -> tuple[Accepted, ...]:
        """What was accepted of an addition, per rule; new rules get their words from `findings`."""
        counts = Counter(key.rule for key, owner in self.owners.items() if owner == addition.name)
        words = {each.rule: each.message for each in addition.accepted}
        words |= {key.rule: finding.message for key, finding in findings.items()}
        return tuple(Accepted(rule, counts[rule], words[rule]) for rule in sorted(counts))
