"""Quads as plain statements about nothing: what comes into a graph, or goes out of it.

A change has to lie in a store before it counts, and whoever asks that store about a thing may not
meet it. So a row of a change is a text about no thing, by a property that tells the graph, the
property that is meant, and whether the quad comes or goes. Blank nodes go by names (RDF 1.1,
section 3.5), as a request cannot name them otherwise; the store keeps which name is which node, and
finds that by the statement, so a row is about the names in it.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from typing import NamedTuple, cast

import pyoxigraph as ox

from si_kg.namespaces import SKOLEM, WORKSPACE
from si_kg.workspace.remote.faults import TermNotCarried

# the kinds of rows, by which ends are blank nodes: a property begins with one, and with a sign
PLAIN, OF_BLANK, TO_BLANK, BETWEEN_BLANKS = (
    f"{WORKSPACE}/{kind}-" for kind in ("row", "row-of", "row-to", "row-between")
)
ADDED, REMOVED = "added?", "removed?"
ROW, NAMED = ox.NamedNode(f"{WORKSPACE}/row"), ox.NamedNode(f"{WORKSPACE}/named")
IRI, LANGUAGE = "iri", "@"  # what kind of text a value is; any other is its datatype
_BETWEEN = "?"
_PROPERTY = re.compile(
    f"(?P<kind>{WORKSPACE}/[a-z-]+-)(?P<sign>(added|removed)[?])(?P<graph>[^?]+)[?](?P<predicate>.+)"
)


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
                yield ox.Triple(ROW, NAMED, ox.Literal(name_of(term).value))
        yield written(row)


def written(row: Row) -> ox.Triple:
    """A row as a triple; raises TermNotCarried.

    >>> s, p, g = (ox.NamedNode(f"http://e.example/{name}") for name in "spg")
    >>> row = written(Row(ox.Quad(s, p, ox.Literal("soep", language="nl"), g), is_added=True))
    >>> print(row.predicate.value)
    https://w3id.org/si-kg/graph/workspace/row-added?http://e.example/g?http://e.example/p
    >>> print(row.object.value)
    http://e.example/s @nl soep
    """
    subject, predicate, value, _ = row.quad
    sign = ADDED if row.is_added else REMOVED
    try:
        kind, about, told = _ends(subject, value)
        property_ = f"{kind}{sign}{row.graph.value}{_BETWEEN}{predicate.value}"
        return ox.Triple(about, ox.NamedNode(property_), told)
    except ValueError:
        raise TermNotCarried(term=row.quad) from None


def read(triple: ox.Triple) -> Row:
    """The row that a triple was; raises ValueError where it was none."""
    match = _PROPERTY.fullmatch(triple.predicate.value)
    if match is None:
        raise ValueError(triple.predicate)
    subject, value = _read(match["kind"], cast("ox.NamedNode", triple.subject), triple.object)
    graph, predicate = (ox.NamedNode(match[part]) for part in ("graph", "predicate"))
    return Row(ox.Quad(subject, predicate, value, graph), is_added=match["sign"] == ADDED)


def name_of(node: ox.BlankNode) -> ox.NamedNode:
    """The name that a blank node goes by."""
    return ox.NamedNode(SKOLEM + node.value)


def unnamed(term: ox.NamedNode) -> ox.NamedNode | ox.BlankNode:
    """The blank node that goes by this name; anything else as it is."""
    name = term.value.removeprefix(SKOLEM)
    return ox.BlankNode(name) if name != term.value else term


def _ends(
    subject: ox.NamedNode | ox.BlankNode | ox.Triple,
    value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> tuple[str, ox.NamedNode, ox.NamedNode | ox.Literal]:
    """The kind of the row, what it is about, and what it tells; raises ValueError."""
    if isinstance(subject, ox.BlankNode):
        if isinstance(value, ox.BlankNode):
            return BETWEEN_BLANKS, name_of(subject), name_of(value)
        return OF_BLANK, name_of(subject), ox.Literal(_text(value))
    name = _text(subject).removeprefix(f"{IRI} ")
    if isinstance(value, ox.BlankNode):
        return TO_BLANK, name_of(value), ox.Literal(name)
    return PLAIN, ROW, ox.Literal(f"{name} {_text(value)}")


def _read(
    kind: str, about: ox.NamedNode, told: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
) -> tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode | ox.BlankNode | ox.Literal]:
    """The subject and the value of a row; raises ValueError."""
    if not isinstance(told, ox.NamedNode | ox.Literal):
        raise ValueError(told)  # noqa: TRY004 (what was read is no row)
    if kind == PLAIN:
        name, value = told.value.split(" ", 1)
        return unnamed(ox.NamedNode(name)), _value(value)
    if kind == TO_BLANK:
        return ox.NamedNode(told.value), unnamed(about)
    if kind == OF_BLANK:
        return unnamed(about), _value(told.value)
    return unnamed(about), unnamed(ox.NamedNode(told.value))


def _text(term: ox.NamedNode | ox.Literal | ox.Triple) -> str:
    """What kind of text it is, and the text."""
    if isinstance(term, ox.Triple) or getattr(term, "direction", None):
        raise ValueError(term)
    if isinstance(term, ox.NamedNode):
        return f"{IRI} {ox.NamedNode(term.value).value}"  # a lenient reader lets anything through
    kind = f"{LANGUAGE}{term.language}" if term.language else term.datatype.value
    return f"{kind} {term.value}"


def _value(told: str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    kind, text = told.split(" ", 1)
    if kind == IRI:
        return unnamed(ox.NamedNode(text))
    if kind.startswith(LANGUAGE):
        return ox.Literal(text, language=kind.removeprefix(LANGUAGE))
    return ox.Literal(text, datatype=ox.NamedNode(kind))
