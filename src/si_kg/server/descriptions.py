"""What the service and its data say of themselves: SPARQL 1.1 Service Description, VoID, DCAT."""

from collections.abc import Callable
from html import escape

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.server import graph_store, pages, results
from si_kg.server.call import Call, Reply
from si_kg.server.dataset import SERVICE, said_of_data
from si_kg.server.faults import SuffixNotFound
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room
from si_kg.server.saying import Said, in_both, named, said, size
from si_kg.store import rows

_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "RDF_XML",
    "N-Triples",
    "JSON-LD",
)
_SIZES = """
SELECT ?graph (COUNT(*) AS ?size)
WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph
ORDER BY ?graph
"""
_DATA = Text("De gegevens van si-kg", "The data of si-kg")
_LIMITS = Text(
    "Een vraag duurt hooguit {seconds:g} seconden en geeft hooguit {rows} rijen en {size} bytes.",
    "A query takes at most {seconds:g} seconds and gives at most {rows} rows and {size} bytes.",
)
_TITLES = {"service": SERVICE, "dataset": _DATA}
# where people read the same
_PAGES = {"service": "sparql", "dataset": "data"}


def service(room: Room, call: Call) -> Reply:
    """The description of the SPARQL service."""
    return _described(room, call, "service", _service)


def dataset(room: Room, call: Call) -> Reply:
    """The description of the data, after VoID and DCAT."""
    return _described(room, call, "dataset", said_of_data)


def _described(room: Room, call: Call, what: str, say: Callable[[Room, str], Said]) -> Reply:
    suffix = call.names.get("suffix")
    if suffix not in {None, *graph_store.SYNTAXES}:
        known = graph_store.SYNTAXES
        raise SuffixNotFound(suffix or "", known, choices=", ".join(known))
    style = suffix or chosen(call.header("accept"), (*graph_store.SYNTAXES, "html"))
    language = room.language(call)

    def make() -> Reply:
        told = dict.fromkeys(say(room, call.base))
        if style != "html":
            return Reply(results.triples(told, style), MEDIA[style])
        body = f"<pre>{escape(results.triples(told, 'ttl').decode())}</pre>"
        title, added = _TITLES[what].in_(language), bool(room.work.added)
        return Reply(pages.page(title, body, language, _PAGES[what], added=added))

    return room.delivered(call, style, (what, call.base, language), make)


def _service(room: Room, base: str) -> Said:
    this, whole = ox.NamedNode(f"{base}/sparql#service"), ox.BlankNode("dataset")
    yield said(this, "rdf:type", named("sd:Service"))
    yield said(this, "sd:endpoint", ox.NamedNode(f"{base}/sparql"))
    yield said(this, "sd:supportedLanguage", named("sd:SPARQL11Query"))
    yield said(this, "sd:feature", named("sd:UnionDefaultGraph"))
    limits = room.settings
    facts = {"seconds": limits.seconds, "rows": limits.rows, "size": limits.answer_size}
    yield from in_both(this, "rdfs:comment", Text(*(each.format(**facts) for each in _LIMITS)))
    for name in _RESULT_FORMATS:
        yield said(this, "sd:resultFormat", named(f"format:{name}"))
    yield said(this, "sd:defaultDataset", whole)
    yield said(whole, "rdf:type", named("sd:Dataset"))
    yield from _graphs(room, whole)


def _graphs(room: Room, whole: ox.BlankNode) -> Said:
    merged = ox.BlankNode("union")
    yield said(whole, "sd:defaultGraph", merged)
    yield said(merged, "rdf:type", named("sd:Graph"))
    yield said(merged, "void:triples", size(room))
    for place, (name, count) in enumerate(rows(room.store, _SIZES)):
        this, content = ox.BlankNode(f"named{place}"), ox.BlankNode(f"graph{place}")
        yield said(whole, "sd:namedGraph", this)
        yield said(this, "rdf:type", named("sd:NamedGraph"))
        yield said(this, "sd:name", name)
        yield said(this, "sd:graph", content)
        yield said(content, "rdf:type", named("sd:Graph"))
        yield said(content, "void:triples", count)
