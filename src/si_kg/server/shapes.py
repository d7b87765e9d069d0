"""The SHACL shapes by their IRI: those written by hand, and those that definitions make."""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg import shipped
from si_kg.namespaces import GRAPH
from si_kg.rdf_files import read_all
from si_kg.server import graph_store, results
from si_kg.server.call import Call, Reply
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room
from si_kg.store import rows
from si_kg.validation import shapes_files

_MADE = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{GRAPH}derived/definition-shapes> {{ ?s ?p ?o }} }}"


def shapes(room: Room, call: Call) -> Reply:
    """All shapes, in the format that is liked; raises NotAcceptable."""
    style = chosen(call.header("accept"), graph_store.SYNTAXES)

    def make() -> Reply:
        return Reply(results.triples(_all(room), style), MEDIA[style])

    return room.delivered(call, style, ("shapes",), make)


def _all(room: Room) -> Iterator[ox.Triple]:
    yield from read_all(shapes_files(shipped.root()))
    for subject, predicate, value in rows(room.store, _MADE):
        yield ox.Triple(subject, predicate, value)
