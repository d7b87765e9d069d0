"""Load every named graph into a store elsewhere, each whole or not at all, and count it there."""

from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.publishing.faults import NothingToPublish
from si_kg.publishing.outcome import Outcome, Publication
from si_kg.publishing.there import Place, There
from si_kg.store import EmbeddedStore

__all__ = ["Outcome", "Place", "Publication", "publish"]


def publish(
    store: EmbeddedStore, place: Place, tell: Callable[[Outcome], None] = lambda _: None
) -> Publication:
    """Make each named graph of `store` stand at `place` as it is here; `tell` hears of each.

    A graph that fails ends it: those before it are new there, those after it as they were. Doing
    it again is safe. Raises NothingToPublish, TwoWaysToWrite, WhereToWrite, or a fault in the
    credentials; what goes wrong on the way is told in the outcomes.
    """
    there = There(place)
    graphs = [graph for graph in store.engine.named_graphs() if isinstance(graph, ox.NamedNode)]
    if not graphs:
        raise NothingToPublish
    outcomes = []
    for outcome in _outcomes(store.engine, sorted(graphs, key=lambda graph: graph.value), there):
        tell(outcome)
        outcomes.append(outcome)
    fault = next((outcome.fault for outcome in outcomes if outcome.fault), None)
    if fault:
        return Publication(tuple(outcomes), fault)
    try:
        union = there.shows_all(_sample(store.engine, graphs))
        return Publication(tuple(outcomes), None, union, there.others(graphs))
    except EndpointFailed as fault:
        return Publication(tuple(outcomes), fault)


def _outcomes(engine: ox.Store, graphs: Sequence[ox.NamedNode], there: There) -> Iterator[Outcome]:
    """What happens to one graph after the other; after a fault, nothing."""
    broken = False
    for graph in graphs:
        if broken:
            yield Outcome(graph.value, "old")
            continue
        outcome = there.replace(graph, _triples(engine, graph))
        broken = outcome.fault is not None
        yield outcome


def _sample(engine: ox.Store, graphs: Sequence[ox.NamedNode]) -> ox.Triple:
    """A triple of the first graph, one that reads the same everywhere where there is such a one."""
    first, *others = _triples(engine, graphs[0])
    named = (t for t in (first, *others) if isinstance(t.subject, ox.NamedNode))
    return next((t for t in named if isinstance(t.object, ox.NamedNode)), first)


def _triples(engine: ox.Store, graph: ox.NamedNode) -> list[ox.Triple]:
    """What a graph holds, as a list: an iterator of the engine may not end in another thread."""
    return [quad.triple for quad in engine.quads_for_pattern(None, None, None, graph)]
