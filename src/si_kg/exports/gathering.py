"""The part of a graph that is exported: all of it, some of its graphs, a thing, or a theme."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from si_kg.exports.faults import AnswerIncomplete, GraphNotFound
from si_kg.namespaces import GRAPH, ONTOLOGY, PREFIXES
from si_kg.store import Store, rows

_QUADS = "SELECT ?subject ?property ?value ?graph { GRAPH ?graph { ?subject ?property ?value } }"
_COUNT = "SELECT (COUNT(*) AS ?count) { GRAPH ?graph { ?subject ?property ?value } }"
_LABELS = frozenset({f"{PREFIXES['rdfs']}label", f"{PREFIXES['skos']}prefLabel"})
_CITATION = f"{ONTOLOGY}citation"
_IN_SCHEME = f"{PREFIXES['skos']}inScheme"
_NARROWER, _BROADER = f"{PREFIXES['skos']}narrower", f"{PREFIXES['skos']}broader"


def everything(store: Store) -> list[ox.Quad]:
    """Every quad of the named graphs; raises AnswerIncomplete where the store withholds some."""
    quads = [ox.Quad(*found) for found in rows(store, _QUADS)]
    known = sum(int(count.value) for (count,) in rows(store, _COUNT))
    if len(quads) != known:
        raise AnswerIncomplete(found=len(quads), known=known)
    return quads


def of_graphs(quads: Iterable[ox.Quad], names: Collection[str]) -> list[ox.Quad]:
    """The quads of the graphs with these names: `data`, `derived/labels`, or an IRI.

    Raises GraphNotFound.
    """
    parts = defaultdict(list)
    for quad in quads:
        parts[_graph_name(quad)].append(quad)
    wanted = [name.removeprefix(GRAPH) for name in names]
    for name in wanted:
        if name not in parts:
            raise GraphNotFound(name, parts)
    return [quad for name in dict.fromkeys(wanted) for quad in parts[name]]


class Surroundings:
    """The quads of a graph by their subject and by their object."""

    def __init__(self, quads: Sequence[ox.Quad]) -> None:
        self._about: Mapping[object, list[ox.Quad]] = _by(quads, "subject")
        self._naming: Mapping[object, list[ox.Quad]] = _by(quads, "object")

    def described(self, things: Iterable[ox.NamedNode]) -> list[ox.Quad]:
        """What is said of the things, of their citations and of the blank nodes below these.

        With the labels of whatever they point to.
        """
        told = set(things)
        told |= {value for thing in told for value in self._values(thing, _CITATION)}
        found = [quad for thing in told for quad in self._with_blank_nodes(thing)]
        named = {quad.object for quad in found if isinstance(quad.object, ox.NamedNode)} - told
        return found + [
            quad
            for thing in named
            for quad in self._about.get(thing, ())
            if quad.predicate.value in _LABELS
        ]

    def theme(self, topic: ox.NamedNode) -> set[ox.NamedNode]:
        """The things of a theme: a scheme with its concepts, or a concept with what is narrower.

        And all that the terms of this ontology tie to one of these: definitions, criteria, claims,
        measurements, placements, initiatives.
        """
        members = {topic} | self._narrower(topic) | set(self._subjects(topic, {_IN_SCHEME}))
        tied = {
            quad.subject
            for member in members
            for quad in self._naming.get(member, ())
            if quad.predicate.value.startswith(ONTOLOGY) and isinstance(quad.subject, ox.NamedNode)
        }
        return members | tied

    def _narrower(self, topic: ox.NamedNode) -> set[ox.NamedNode]:
        found: set[ox.NamedNode] = set()
        waiting = [topic]
        while waiting:
            concept = waiting.pop()
            nearer = {*self._values(concept, _NARROWER), *self._subjects(concept, {_BROADER})}
            waiting += nearer - found
            found |= nearer
        return found

    def _with_blank_nodes(self, thing: ox.NamedNode) -> Iterator[ox.Quad]:
        seen: set[object] = {thing}
        waiting: list[object] = [thing]
        while waiting:
            for quad in self._about.get(waiting.pop(), ()):
                yield quad
                if isinstance(quad.object, ox.BlankNode) and quad.object not in seen:
                    seen.add(quad.object)
                    waiting.append(quad.object)

    def _values(self, thing: ox.NamedNode, of: str) -> Iterator[ox.NamedNode]:
        for quad in self._about.get(thing, ()):
            if quad.predicate.value == of and isinstance(quad.object, ox.NamedNode):
                yield quad.object

    def _subjects(self, thing: ox.NamedNode, of: Collection[str]) -> Iterator[ox.NamedNode]:
        for quad in self._naming.get(thing, ()):
            if quad.predicate.value in of and isinstance(quad.subject, ox.NamedNode):
                yield quad.subject


def _by(quads: Iterable[ox.Quad], place: str) -> Mapping[object, list[ox.Quad]]:
    found = defaultdict(list)
    for quad in quads:
        found[getattr(quad, place)].append(quad)
    return found


def _graph_name(quad: ox.Quad) -> str:
    graph = quad.graph_name
    return graph.value.removeprefix(GRAPH) if isinstance(graph, ox.NamedNode) else str(graph)
