"""What one rule gives: triples, with blank nodes where it names nodes that have no name."""

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from si_kg.namespaces import SKOLEM


def constructed(engine: ox.Store, text: str, **dataset: Any) -> Iterator[ox.Triple]:
    """What the CONSTRUCT gives on the union of all graphs, or on a `default_graph`; one by one."""
    answer = engine.query(text, **dataset or {"use_default_graph_as_union": True})
    if not isinstance(answer, ox.QueryTriples):
        raise TypeError(text)
    return answer


def is_skolemised(triple: ox.Triple) -> bool:
    """Whether it has a node that a rule gave a name, as two rows of its answer share it."""
    return any(map(_is_skolem, (triple.subject, triple.object)))


def without_skolem_names(triple: ox.Triple) -> ox.Triple:
    """Blank nodes for the names that a rule gives them (RDF 1.1, section 3.5: genid).

    A rule cannot make one blank node in two rows of its answer, as the cells of a list need.
    """
    return ox.Triple(_unnamed(triple.subject), triple.predicate, _unnamed(triple.object))


def in_graph(triple: ox.Triple, graph: ox.NamedNode) -> ox.Quad:
    """The triple as a quad of this graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _unnamed(term: Any) -> Any:
    if _is_skolem(term):
        return ox.BlankNode("".join(c if c.isalnum() else "-" for c in term.value[len(SKOLEM) :]))
    return term


def _is_skolem(term: object) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(SKOLEM)
