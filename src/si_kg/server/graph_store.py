"""The SPARQL 1.1 Graph Store Protocol, its reading half: a graph by its name."""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg.namespaces import GRAPH
from si_kg.parameters import iri
from si_kg.server import results
from si_kg.server.call import Call, Reply, graph_name
from si_kg.server.faults import GraphAbsent, GraphUnnamed, SuffixNotFound
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room
from si_kg.store import rows

SYNTAXES = ("ttl", "rdf", "nt", "jsonld")
_NAMES = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } ORDER BY ?graph"


def indirect(room: Room, call: Call) -> Reply:
    """The graph that `?graph=IRI` names, or with `?default` all graphs merged.

    Raises GraphUnnamed, GraphNameRefused, GraphAbsent or NotAcceptable.
    """
    named, default = call.many("graph"), call.many("default")
    if len(named) + len(default) != 1 or any(default):
        raise GraphUnnamed
    return _given(room, call, graph_name(named[0]) if named else None)


def direct(room: Room, call: Call) -> Reply:
    """The graph whose IRI ends in this path; raises GraphAbsent or NotAcceptable."""
    return _given(room, call, graph_name(GRAPH + call.names["name"]))


def dump(room: Room, call: Call) -> Reply:
    """All graphs merged, in the format of the suffix; raises SuffixNotFound."""
    suffix = call.names["suffix"]
    if suffix not in SYNTAXES:
        raise SuffixNotFound(suffix, SYNTAXES, choices=", ".join(SYNTAXES))
    return graph_reply(room, call, None, suffix)


def names(room: Room) -> list[str]:
    """The names of all graphs."""
    return [row[0].value for row in rows(room.store, _NAMES)]


def graph_reply(room: Room, call: Call, name: str | None, style: str) -> Reply:
    """A graph in one format; raises GraphAbsent."""

    def make() -> Reply:
        if name is not None and not room.store.query(f"ASK {{ GRAPH {iri(name)} {{ ?s ?p ?o }} }}"):
            raise GraphAbsent(name, names(room))
        return Reply(results.triples(_triples(room, name), style), MEDIA[style])

    return room.delivered(call, style, (name,), make)


def _given(room: Room, call: Call, name: str | None) -> Reply:
    return graph_reply(room, call, name, chosen(call.header("accept"), SYNTAXES))


def _triples(room: Room, name: str | None) -> Iterator[ox.Triple]:
    where = "?s ?p ?o" if name is None else f"GRAPH {iri(name)} {{ ?s ?p ?o }}"
    found = room.store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}")
    for triple in found:  # type: ignore[union-attr]  # a CONSTRUCT gives triples
        if isinstance(triple, ox.Triple):
            yield triple
