"""What the service and its data say of themselves: SPARQL 1.1 Service Description, VoID, DCAT."""

from collections.abc import Callable, Iterator
from html import escape

import pyoxigraph as ox

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, ONTOLOGY, PREFIXES
from si_kg.server import graph_store, pages, results
from si_kg.server.call import Call, Reply
from si_kg.server.faults import SuffixNotFound
from si_kg.server.negotiation import MEDIA, chosen, media
from si_kg.server.room import Room
from si_kg.store import rows

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = PREFIXES | {
    "sd": _SD,
    "format": _FORMATS,
    "lang": "http://publications.europa.eu/resource/authority/language/",
}
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
_TONGUES = {"nl": "NLD", "en": "ENG"}
_IANA = "https://www.iana.org/assignments/media-types/"
_HEADER = ONTOLOGY.removesuffix("#")
_TOLD = ("title", "description", "license", "creator", "publisher", "issued", "modified")
_SIZES = """
SELECT ?graph (COUNT(*) AS ?size)
WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph
ORDER BY ?graph
"""
_SIZE = "SELECT (COUNT(*) AS ?size) WHERE { ?s ?p ?o }"
_SERVICE = Text("SPARQL-dienst van si-kg", "SPARQL service of si-kg")
_DATA = Text("De gegevens van si-kg", "The data of si-kg")
_LIMITS = Text(
    "Een vraag duurt hooguit {seconds:g} seconden en geeft hooguit {rows} rijen en {size} bytes.",
    "A query takes at most {seconds:g} seconds and gives at most {rows} rows and {size} bytes.",
)
_TITLES = {"service": _SERVICE, "dataset": _DATA}
# where people read the same
_PAGES = {"service": "sparql", "dataset": "data"}

Term = ox.NamedNode | ox.BlankNode | ox.Literal
Said = Iterator[ox.Triple]


def service(room: Room, call: Call) -> Reply:
    """The description of the SPARQL service."""
    return _described(room, call, "service", _service)


def dataset(room: Room, call: Call) -> Reply:
    """The description of the data, after VoID and DCAT."""
    return _described(room, call, "dataset", _dataset)


def _described(room: Room, call: Call, what: str, say: Callable[[Room, str], Said]) -> Reply:
    suffix = call.names.get("suffix")
    if suffix not in {None, *graph_store.SYNTAXES}:
        known = graph_store.SYNTAXES
        raise SuffixNotFound(suffix or "", known, choices=", ".join(known))
    style = suffix or chosen(call.header("accept"), (*graph_store.SYNTAXES, "html"))
    language = room.language(call)

    def make() -> Reply:
        said = dict.fromkeys(say(room, call.base))
        if style != "html":
            return Reply(results.triples(said, style), MEDIA[style])
        body = f"<pre>{escape(results.triples(said, 'ttl').decode())}</pre>"
        return Reply(pages.page(_TITLES[what].in_(language), body, language, _PAGES[what]))

    return room.delivered(call, style, (what, call.base, language), make)


def _service(room: Room, base: str) -> Said:
    this, whole = ox.NamedNode(f"{base}/sparql#service"), ox.BlankNode("dataset")
    yield _said(this, "rdf:type", _iri("sd:Service"))
    yield _said(this, "sd:endpoint", ox.NamedNode(f"{base}/sparql"))
    yield _said(this, "sd:supportedLanguage", _iri("sd:SPARQL11Query"))
    yield _said(this, "sd:feature", _iri("sd:UnionDefaultGraph"))
    limits = room.settings
    for tongue in LANGUAGES:
        told = _LIMITS.in_(tongue).format(
            seconds=limits.seconds, rows=limits.rows, size=limits.answer_size
        )
        yield _said(this, "rdfs:comment", ox.Literal(told, language=tongue))
    for name in _RESULT_FORMATS:
        yield _said(this, "sd:resultFormat", _iri(f"format:{name}"))
    yield _said(this, "sd:defaultDataset", whole)
    yield _said(whole, "rdf:type", _iri("sd:Dataset"))
    yield from _graphs(room, whole)


def _graphs(room: Room, whole: ox.BlankNode) -> Said:
    merged = ox.BlankNode("union")
    yield _said(whole, "sd:defaultGraph", merged)
    yield _said(merged, "rdf:type", _iri("sd:Graph"))
    yield _said(merged, "void:triples", _size(room))
    for place, (name, size) in enumerate(rows(room.store, _SIZES)):
        named, content = ox.BlankNode(f"named{place}"), ox.BlankNode(f"graph{place}")
        yield _said(whole, "sd:namedGraph", named)
        yield _said(named, "rdf:type", _iri("sd:NamedGraph"))
        yield _said(named, "sd:name", name)
        yield _said(named, "sd:graph", content)
        yield _said(content, "rdf:type", _iri("sd:Graph"))
        yield _said(content, "void:triples", size)


def _dataset(room: Room, base: str) -> Said:
    this, sparql = ox.NamedNode(f"{base}/dataset"), ox.NamedNode(f"{base}/sparql")
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield _said(this, "rdf:type", _iri(kind))
    yield from _header(room, this)
    yield _said(this, "dcterms:identifier", ox.Literal(room.work.address))
    for tongue in LANGUAGES:
        yield _said(this, "dcterms:language", _iri(f"lang:{_TONGUES[tongue]}"))
    yield _said(this, "void:triples", _size(room))
    yield _said(this, "void:sparqlEndpoint", sparql)
    yield _said(this, "void:uriSpace", ox.Literal(ID))
    yield _said(this, "void:exampleResource", ox.NamedNode(f"{ID}social-innovation"))
    for prefix in ("si", "skos", "dcterms", "prov"):
        yield _said(this, "void:vocabulary", ox.NamedNode(PREFIXES[prefix].removesuffix("#")))
    yield from _distributions(this, base)
    yield from _endpoint(this, sparql, base)


def _header(room: Room, this: ox.NamedNode) -> Said:
    """What the ontology says of its makers and version holds for the data set as well."""
    names = " ".join(f"<{_NAMES['dcterms']}{name}>" for name in _TOLD)
    text = f"SELECT ?of ?value WHERE {{ VALUES ?of {{ {names} }} <{_HEADER}> ?of ?value }}"
    for of, value in rows(room.store, text):
        yield ox.Triple(this, of, value)
    if room.work.version:
        yield _said(this, "dcat:version", ox.Literal(room.work.version))


def _distributions(this: ox.NamedNode, base: str) -> Said:
    for style in graph_store.SYNTAXES:
        made = ox.NamedNode(f"{base}/dataset#{style}")
        dump = ox.NamedNode(f"{base}/dump.{style}")
        yield _said(this, "dcat:distribution", made)
        yield _said(made, "rdf:type", _iri("dcat:Distribution"))
        yield _said(made, "dcat:accessURL", dump)
        yield _said(made, "dcat:downloadURL", dump)
        yield _said(made, "dcat:mediaType", ox.NamedNode(_IANA + media(style)))
        yield _said(this, "void:dataDump", dump)


def _endpoint(this: ox.NamedNode, sparql: ox.NamedNode, base: str) -> Said:
    door = ox.NamedNode(f"{base}/sparql#service")
    yield _said(door, "rdf:type", _iri("dcat:DataService"))
    for tongue in LANGUAGES:
        title = ox.Literal(_SERVICE.in_(tongue), language=tongue)
        yield _said(door, "dcterms:title", title)
    yield _said(door, "dcat:endpointURL", sparql)
    yield _said(door, "dcat:endpointDescription", sparql)
    yield _said(door, "dcat:servesDataset", this)


def _size(room: Room) -> ox.Literal:
    value = next(rows(room.store, _SIZE))[0]
    if not isinstance(value, ox.Literal):
        raise TypeError(_SIZE)
    return value


def _said(subject: ox.NamedNode | ox.BlankNode, of: str, value: Term) -> ox.Triple:
    return ox.Triple(subject, _iri(of), value)


def _iri(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(_NAMES[prefix] + local)
