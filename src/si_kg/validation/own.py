"""What is wrong with things of a user's own, in a store of any size."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding, gravest_first
from si_kg.namespaces import GRAPH
from si_kg.progress import Progress, Tell, untold
from si_kg.validation.data import Data
from si_kg.validation.rulebook import Rulebook
from si_kg.validation.vocabulary import Node, Term

_OWN = f"{GRAPH}own/"
_BATCH = 5000


def findings_about(
    near: ox.Store, things: Collection[Node], shapes: Sequence[Path], *, own: bool = True
) -> list[Finding]:
    """Every finding about one of `things` in the store `near`, the gravest first.

    It costs by the things and what they touch, not by the store. Where things are `own`, those
    that no shipped graph describes get the severity that a rule has for own things. Raises
    FileMalformed or FileUnreadable for the shapes, and ShapeUnsupported.
    """
    rulebook, data = Rulebook.kept(shapes), Data(near)
    return gravest_first(_findings(rulebook, data, dict.fromkeys(things), own=own))


def findings_in_batches(
    engine: ox.Store, shapes: Sequence[Path], tell: Tell = untold
) -> Iterator[Finding]:
    """Every finding about a thing in a graph of the user's own, as it is found.

    Memory holds one batch of things and what they touch, whatever the size of the store. Raises
    what `findings_about` raises.
    """
    rulebook, data = Rulebook.kept(shapes), Data(engine)
    done, total = 0, sum(1 for _ in own_things(engine))
    batch: list[Term] = []
    for thing in own_things(engine):
        batch.append(thing)
        if len(batch) == _BATCH:
            yield from _findings(rulebook, data, batch, own=True)
            done += len(batch)
            batch = []
            tell(Progress("validate", done, total))
    yield from _findings(rulebook, data, batch, own=True)
    tell(Progress("validate", total, total))


def own_things(engine: ox.Store) -> Iterator[Node]:
    """Each subject of a graph of the user's own, once."""
    graphs = [g for g in engine.named_graphs() if str(g).startswith(f"<{_OWN}")]
    for at, graph in enumerate(graphs):
        query = f"SELECT DISTINCT ?thing {{ GRAPH {graph} {{ ?thing ?p ?o }} }}"
        for (thing,) in _solutions(engine.query(query)):
            if not any(_describes(engine, before, thing) for before in graphs[:at]):
                yield thing


def _solutions(answer: object) -> ox.QuerySolutions:
    assert isinstance(answer, ox.QuerySolutions)  # noqa: S101 (what SELECT gives)
    return answer


def _findings(
    rulebook: Rulebook, data: Data, things: Iterable[Term], *, own: bool
) -> Iterator[Finding]:
    for result in rulebook.results(data, things):
        yield rulebook.finding(result, own=own and _is_own(data.engine, result.focus))


def _is_own(engine: ox.Store, focus: Term) -> bool:
    """Whether no graph but those of the user says something about the focus."""
    if not isinstance(focus, ox.NamedNode | ox.BlankNode):
        return True
    graphs = {str(quad.graph_name) for quad in engine.quads_for_pattern(focus, None, None)}
    return all(graph.startswith(f"<{GRAPH}own") for graph in graphs)


def _describes(engine: ox.Store, graph: ox.NamedNode | ox.BlankNode, subject: Node) -> bool:
    return next(engine.quads_for_pattern(subject, None, None, graph), None) is not None
