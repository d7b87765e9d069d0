"""The store elsewhere that takes the graphs: where it is, and what it holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.namespaces import GRAPH
from si_kg.publishing.faults import TwoWaysToWrite, WhereToWrite
from si_kg.publishing.outcome import Outcome, State
from si_kg.publishing.ways import GraphStore, NotReplaced, Update, Way
from si_kg.store import rows
from si_kg.store.remote import RemoteStore
from si_kg.store.timing import seconds_allowed

_SECONDS = 300.0  # to take in a whole graph
_ASK, _STORE = "/query", "/store"  # as Oxigraph names them


@dataclass(frozen=True)
class Place:
    """A store elsewhere: where it is asked, and where it is written to, in one way or the other.

    Without either, `graph_store` is found where Oxigraph has it: `/store` beside `/query`.
    `timeout` is the seconds for each request; without it SI_KG_TIMEOUT decides, or five minutes.
    """

    endpoint: str
    graph_store: str | None = None
    update: str | None = None
    timeout: float | None = None


class There:
    """The store at `place`; raises TwoWaysToWrite, WhereToWrite, or what signing in raises."""

    def __init__(self, place: Place) -> None:
        seconds = seconds_allowed(place.timeout, _SECONDS)
        self._store = RemoteStore(place.endpoint, seconds)
        self._way = _way(place, seconds, self.count)

    def replace(self, graph: ox.NamedNode, triples: list[ox.Triple]) -> Outcome:
        """Replace the graph, and see what came of it."""
        sent = len(triples)
        try:
            before = self.count(graph)
        except EndpointFailed as fault:
            return Outcome(graph.value, "old", 0, None, fault)
        try:
            self._way.replace(graph, triples)
        except NotReplaced as failed:
            now = None if failed.untouched else self._counted(graph)
            state: State = "old" if failed.untouched else _state(before, now, sent, failed.refused)
            return Outcome(graph.value, state, sent, now, failed.fault)
        try:
            return Outcome(graph.value, "new", sent, self.count(graph))
        except EndpointFailed as fault:
            return Outcome(graph.value, "new", sent, None, fault)

    def count(self, graph: ox.NamedNode) -> int:
        """How many triples the graph has there."""
        answer = rows(self._store, f"SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        return int(next(answer)["n"].value)

    def shows_all(self, triple: ox.Triple) -> bool:
        """Whether a triple of a named graph is in the default graph too."""
        return bool(self._store.query(f"ASK {{ {triple} }}"))

    def others(self, graphs: Iterable[ox.NamedNode]) -> tuple[str, ...]:
        """The graphs there with a name of ours, beside these."""
        text = f"""SELECT DISTINCT ?g WHERE {{
            GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{GRAPH}"))
        }} ORDER BY ?g"""
        names = {graph.value for graph in graphs}
        found = [row["g"].value for row in rows(self._store, text)]
        return tuple(name for name in found if name not in names)

    def _counted(self, graph: ox.NamedNode) -> int | None:
        try:
            return self.count(graph)
        except EndpointFailed:
            return None


def _state(before: int, now: int | None, sent: int, refused: bool) -> State:  # noqa: FBT001 (private)
    """What a graph is after a failure, judged by its size; a store may do half of what it refuses.

    >>> [_state(7, now, 3, False) for now in (7, 3, 0)], _state(3, 3, 3, False)
    (['old', 'new', 'partial'], 'unknown')
    """
    if now is None or (before == now == sent and not refused):
        return "unknown"
    if now == before:
        return "old"
    return "new" if now == sent else "partial"


def _way(place: Place, seconds: float, count: Callable[[ox.NamedNode], int]) -> Way:
    if place.graph_store and place.update:
        raise TwoWaysToWrite
    if place.update:
        return Update(place.update, seconds, count)
    return GraphStore(place.graph_store or _beside(place.endpoint), seconds)


def _beside(endpoint: str) -> str:
    if not endpoint.endswith(_ASK):
        raise WhereToWrite(url=endpoint)
    return endpoint.removesuffix(_ASK) + _STORE
