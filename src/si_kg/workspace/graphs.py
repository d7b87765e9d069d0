"""Which graphs of a store are shipped, and which hold what users did."""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg.namespaces import GRAPH, OWN, OWN_DERIVED, WORKSPACE

# what follows from additions: a graph per rule, and one that says so
DERIVED = OWN_DERIVED.rstrip("/")


def graph_of(name: str) -> ox.NamedNode:
    """The graph of the addition with this name."""
    return ox.NamedNode(OWN + name)


def is_shipped(graph: object) -> bool:
    """Whether this is a graph of the build."""
    ours = _name(graph).startswith(GRAPH)
    return ours and not _name(graph).startswith((OWN, DERIVED, WORKSPACE))


def addition_of(graph: object) -> str:
    """The name of the addition that the graph is of, or nothing."""
    return _name(graph).removeprefix(OWN) if _name(graph).startswith(OWN) else ""


def is_derived(graph: object) -> bool:
    """Whether it holds what follows from additions."""
    return _name(graph).startswith(DERIVED)


def named(engine: ox.Store) -> Iterator[ox.NamedNode]:
    """The graphs in a store of ours, which all have names; not those that were emptied."""
    for graph in engine.named_graphs():
        if isinstance(graph, ox.NamedNode) and any(quads_in(engine, graph)):
            yield graph


def quads_in(engine: ox.Store, *graphs: ox.NamedNode) -> Iterator[ox.Quad]:
    """The quads of these graphs, one graph after the other."""
    for graph in graphs:
        yield from engine.quads_for_pattern(None, None, None, graph)


def _name(graph: object) -> str:
    return graph.value if isinstance(graph, ox.NamedNode) else ""
