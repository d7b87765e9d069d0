"""One part of a query, asked of an endpoint elsewhere within bounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.federation.blocks import Block
from si_kg.federation.faults import ServiceTooMuch
from si_kg.namespaces import SKOLEM
from si_kg.result_formats.terms import Row
from si_kg.store.faults import EndpointTooSlow
from si_kg.store.protocol import Store, rows
from si_kg.store.timing import seconds_allowed

MOST_ROWS = 10_000
_SECONDS = 60.0
_TOGETHER = 100  # solutions that go along in one request; public endpoints cut off long questions


@dataclass(frozen=True)
class Solutions:
    """Rows of SPARQL terms, each in the order of `names`; `None` where nothing is bound."""

    names: tuple[str, ...]
    rows: Sequence[Row]

    @classmethod
    def of(cls, solutions: ox.QuerySolutions) -> "Solutions":
        """What an engine answered, its columns in the order of the alphabet."""
        names = tuple(sorted(variable.value for variable in solutions.variables))
        return cls(names, [tuple(row[name] for name in names) for row in solutions])

    def certain(self) -> "Solutions":
        """The columns with a term in each row, each row once and without blank nodes.

        A blank node means nothing elsewhere.
        """
        kept = [
            place
            for place in range(len(self.names))
            if all(row[place] is not None for row in self.rows)
        ]
        narrowed = (tuple(row[place] for place in kept) for row in self.rows)
        known = {row for row in narrowed if not any(isinstance(t, ox.BlankNode) for t in row)}
        return Solutions(tuple(self.names[place] for place in kept), sorted(known, key=str))

    def values(self) -> str:
        """The same as a block of data in SPARQL."""
        head = " ".join(f"?{name}" for name in self.names)
        lines = (f"({' '.join(map(_written, row))})" for row in self.rows)
        return f"VALUES ({head}) {{ {' '.join(lines)} }}"


@dataclass
class Endpoint:
    """An endpoint that may be asked for `seconds` in all, from the first question on."""

    url: str
    seconds: float = field(default_factory=lambda: seconds_allowed(None, _SECONDS))

    def solutions(self, block: Block, local: Store) -> Solutions:
        """The rows of the block that can join with what stands before it in the `local` graph.

        Raises EndpointFailed, or ServiceTooMuch above MOST_ROWS.
        """
        deadline = monotonic() + self.seconds
        found: list[Row] = []
        names: tuple[str, ...] = tuple(block.shared)
        for given in _portions(_known(block, local)):
            answer = self._ask(block, given, MOST_ROWS - len(found), deadline)
            names = answer.names
            found += answer.rows
        return Solutions(names, found)

    def _ask(self, block: Block, given: str, room: int, deadline: float) -> Solutions:
        from si_kg.store.remote import RemoteStore  # 80 ms that only those who cross need

        left = deadline - monotonic()
        if left <= 0:
            raise EndpointTooSlow(url=self.url, seconds=f"{self.seconds:g}")
        # data at the end joins what the whole pattern gives, as SPARQL 1.1 Federated Query has it
        text = f"{block.prologue}SELECT * WHERE {{ {block.inner} }} LIMIT {room + 1} {given}"
        answer = Solutions.of(rows(RemoteStore(self.url, left, guest=True), text))
        if len(answer.rows) > room:
            raise ServiceTooMuch(url=self.url, most=MOST_ROWS)
        return answer


def silently(endpoint: Endpoint, block: Block, local: Store) -> str:
    """What takes the place of the block; one that is silent and fails says nothing."""
    try:
        return endpoint.solutions(block, local).values()
    except EndpointFailed:
        if block.silent:
            return "{ }"
        raise


def _known(block: Block, local: Store) -> Solutions | None:
    """What the graph here knows of the variables that the block shares with it; none: nothing."""
    if not block.shared:
        return None
    columns = " ".join(f"?{name}" for name in block.shared)
    text = f"{block.prologue}SELECT DISTINCT {columns} WHERE {{ {block.narrowing()} }}"
    found = Solutions.of(rows(local, text))
    return found if not found.rows else found.certain()


def _portions(known: Solutions | None) -> Iterator[str]:
    """The known solutions as data for one request after the other."""
    if known is None or (known.rows and not known.names):
        yield ""
        return
    for first in range(0, len(known.rows), _TOGETHER):
        yield Solutions(known.names, known.rows[first : first + _TOGETHER]).values()


def _written(term: object) -> str:
    """A term in SPARQL; a blank node from elsewhere gets a name (RDF 1.1, section 3.5)."""
    if term is None:
        return "UNDEF"
    return f"<{SKOLEM}{term.value}>" if isinstance(term, ox.BlankNode) else str(term)
