"""Quads as plain statements about nothing: what comes into a graph, or goes out of it.

A change has to lie in a store before it counts, and whoever asks that store about a thing may not
meet it. So a row of a change is a text about no thing, by a property that tells the graph, the
property that is meant, and whether the quad comes or goes. Blank nodes go by names (RDF 1.1,
section 3.5), as a request cannot name them otherwise; the store keeps which name is which node.
"""

from collections.abc import Generator, Iterable, Iterator
from typing import NamedTuple, TypeVar, cast

import pyoxigraph as ox

from si_kg.namespaces import SKOLEM, WORKSPACE
from si_kg.workspace.remote.faults import TermNotCarried

# how the property of a row begins; a row with blank nodes takes more to carry out, so it is told
ADDED, REMOVED, ADDED_NAMED, REMOVED_NAMED = (
    f"{WORKSPACE}/{name}?" for name in ("added", "removed", "added-named", "removed-named")
)
ROW, NAMED = ox.NamedNode(f"{WORKSPACE}/row"), ox.NamedNode(f"{WORKSPACE}/named")
IRI, LANGUAGE = "iri", "@"  # what kind of text a value is; any other is its datatype
_BETWEEN = "?"
_ALL = {ADDED, REMOVED, ADDED_NAMED, REMOVED_NAMED}
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


def statements(all_: Iterable[Row]) -> Iterator[ox.Triple]:
    """The rows as triples, and before it is used each name of a blank node.

    Raises TermNotCarried for what SPARQL 1.1 cannot write.
    """
    met: set[str] = set()
    for row in all_:
        for term in (row.quad.subject, row.quad.object):
            if isinstance(term, ox.BlankNode) and term.value not in met:
                met.add(term.value)
                yield ox.Triple(ROW, NAMED, ox.Literal(named(term).value))
        yield written(row)


def written(row: Row) -> ox.Triple:
    """A row as a triple; raises TermNotCarried.

    >>> s, p, g = (ox.NamedNode(f"http://e.example/{name}") for name in "spg")
    >>> row = written(Row(ox.Quad(s, p, ox.Literal("soep", language="nl"), g), is_added=True))
    >>> print(row.predicate.value)
    https://w3id.org/si-kg/graph/workspace/added?http://e.example/g?http://e.example/p
    >>> print(row.object.value)
    http://e.example/s @nl soep
    """
    subject, predicate, value, _ = row.quad
    marks = (ADDED, ADDED_NAMED) if row.is_added else (REMOVED, REMOVED_NAMED)
    mark = marks[any(isinstance(term, ox.BlankNode) for term in (subject, value))]
    property_ = f"{mark}{row.graph.value}{_BETWEEN}{predicate.value}"
    try:
        kind, said = _kind(value), named(value).value
        text = f"{ox.NamedNode(named(subject).value).value} {kind} {said}"
        return ox.Triple(ROW, ox.NamedNode(property_), ox.Literal(text))
    except ValueError:
        raise TermNotCarried(term=row.quad) from None


def read(triple: ox.Triple) -> Row:
    """The row that a triple was; raises ValueError where it was none."""
    property_, text = triple.predicate.value, triple.object
    mark, _, told = property_.partition(_BETWEEN)
    graph, between, predicate = told.partition(_BETWEEN)
    if f"{mark}{_BETWEEN}" not in _ALL or not between or not isinstance(text, ox.Literal):
        raise ValueError(property_)
    is_added = f"{mark}{_BETWEEN}" in {ADDED, ADDED_NAMED}
    subject, kind, value = text.value.split(" ", 2)
    quad = ox.Quad(
        unnamed(ox.NamedNode(subject)),
        ox.NamedNode(predicate),
        _value(kind, value),
        ox.NamedNode(graph),
    )
    return Row(quad, is_added)


def named(term: _T) -> _T:
    """A blank node by its name, anything else as it is."""
    if isinstance(term, ox.BlankNode):
        return cast("_T", ox.NamedNode(SKOLEM + term.value))
    return term


def unnamed(term: ox.NamedNode) -> ox.NamedNode | ox.BlankNode:
    """The blank node that goes by this name; anything else as it is."""
    name = term.value.removeprefix(SKOLEM)
    return ox.BlankNode(name) if name != term.value else term


def _kind(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(value, ox.Triple) or getattr(value, "direction", None):
        raise TermNotCarried(term=value)
    if isinstance(value, ox.Literal):
        return f"{LANGUAGE}{value.language}" if value.language else value.datatype.value
    ox.NamedNode(named(value).value)  # a ValueError, where a lenient reader let something through
    return IRI


def _value(kind: str, text: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if kind == IRI:
        return unnamed(ox.NamedNode(text))
    if kind.startswith(LANGUAGE):
        return ox.Literal(text, language=kind.removeprefix(LANGUAGE))
    return ox.Literal(text, datatype=ox.NamedNode(kind))
