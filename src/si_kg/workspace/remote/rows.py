"""Quads as triples: what is to come into a graph, or to go out of it, written as plain statements.

A change has to lie in a store before it counts, and must not be taken for what is known there. So
its quads are stated by another property, which tells the graph, the property that is meant, and
whether the quad comes or goes. Blank nodes go by names (RDF 1.1, section 3.5), as a request cannot
name them otherwise; the store keeps which name stands for which node.
"""

from collections.abc import Generator, Iterable
from typing import NamedTuple, TypeVar, cast

import pyoxigraph as ox

from si_kg.namespaces import SKOLEM, WORKSPACE

ADDED, REMOVED = f"{WORKSPACE}/added?", f"{WORKSPACE}/removed?"
_BETWEEN = "?"
_T = TypeVar("_T")


class Row(NamedTuple):
    """A quad that comes or goes."""

    quad: ox.Quad
    is_added: bool

    @property
    def graph(self) -> ox.NamedNode:
        """The graph that it is about, which has a name."""
        return cast("ox.NamedNode", self.quad.graph_name)


def rows(removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> Generator[Row]:
    """All that goes, and then all that comes."""
    for quad in removed:
        yield Row(quad, is_added=False)
    for quad in added:
        yield Row(quad, is_added=True)


def written(row: Row) -> ox.Triple:
    """A row as a triple.

    >>> s, p, g = (ox.NamedNode(f"http://e.example/{name}") for name in "spg")
    >>> print(written(Row(ox.Quad(s, p, ox.Literal("x"), g), is_added=True)).predicate.value)
    https://w3id.org/si-kg/graph/workspace/added?http://e.example/g?http://e.example/p
    """
    subject, predicate, value, _ = row.quad
    mark = ADDED if row.is_added else REMOVED
    property_ = f"{mark}{row.graph.value}{_BETWEEN}{predicate.value}"
    return ox.Triple(named(subject), ox.NamedNode(property_), named(value))


def read(triple: ox.Triple) -> Row:
    """The row that a triple was; raises ValueError where it was none."""
    property_ = triple.predicate.value
    is_added = property_.startswith(ADDED)
    told = property_.removeprefix(ADDED if is_added else REMOVED)
    graph, between, predicate = told.partition(_BETWEEN)
    if told == property_ or not between:
        raise ValueError(property_)
    quad = ox.Quad(
        unnamed(triple.subject),
        ox.NamedNode(predicate),
        unnamed(triple.object),
        ox.NamedNode(graph),
    )
    return Row(quad, is_added)


def named(term: _T) -> _T:
    """A blank node by its name, anything else as it is."""
    if isinstance(term, ox.BlankNode):
        return cast("_T", ox.NamedNode(SKOLEM + term.value))
    return term


def unnamed(term: _T) -> _T:
    """The blank node that goes by this name; anything else as it is."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(SKOLEM):
        return cast("_T", ox.BlankNode(term.value.removeprefix(SKOLEM)))
    return term
