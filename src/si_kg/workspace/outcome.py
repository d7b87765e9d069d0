"""What came of a change to a workspace."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from si_kg.findings import Finding, Kind, by_severity
from si_kg.workspace.records import Addition, State


@dataclass(frozen=True)
class Outcome:
    """The state after a change: `number` is that of the state, `changed` whether it is a new one.

    `added` and `removed` count the triples of additions, `follows` how many more (or fewer) follow
    from them. `findings` are the remarks and the accepted warnings; where there are very many, not
    each of them: `kinds` has how many of each kind, `counts` of each severity. Of an upgrade,
    `graphs` says how many triples each shipped graph had and has.
    """

    state: State
    kind: str
    name: str = ""
    changed: bool = True
    added: int = 0
    removed: int = 0
    follows: int = 0
    findings: tuple[Finding, ...] = ()
    kinds: Mapping[Kind, int] = field(default_factory=dict)
    graphs: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of the state."""
        return self.state.number

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are of each severity."""
        return by_severity(self.kinds)

    @property
    def addition(self) -> Addition | None:
        """The addition that it was about, where that is there now."""
        return self.state.addition(self.name) if self.state.has(self.name) else None
