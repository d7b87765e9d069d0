"""What came of publishing: graph by graph, and as a whole."""

from dataclasses import dataclass
from typing import Literal

from si_kg.errors import EndpointFailed

State = Literal["new", "old", "partial", "unknown"]


@dataclass(frozen=True)
class Outcome:
    """What happened to one graph: what the store holds of it now, and why, if it is not new.

    `sent` and `counted` are numbers of triples; `counted` is None where nobody counted.
    """

    graph: str
    state: State
    sent: int = 0
    counted: int | None = None
    fault: EndpointFailed | None = None

    def __bool__(self) -> bool:
        return self.state == "new" and self.counted == self.sent


@dataclass(frozen=True)
class Publication:
    """What happened to all graphs; `fault` is what ended it before its time, if anything did.

    `union` says whether the default graph there is the union of its graphs, as the canned queries
    need; `left` names graphs of ours that stand there and were not published now.
    """

    outcomes: tuple[Outcome, ...]
    fault: EndpointFailed | None = None
    union: bool = True
    left: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.fault is None and all(self.outcomes) and self.union
