"""What the data says of itself, for registers and crawlers: VoID and DCAT 3.

As the Dutch register of data sets (NDE) asks; a contact point is told where the graph has one.
"""

import pyoxigraph as ox

from si_kg.citing.work import Work
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, ONTOLOGY, PREFIXES, prologue
from si_kg.server import graph_store
from si_kg.server.negotiation import MEDIA, media
from si_kg.server.room import Room
from si_kg.server.saying import NAMES, Said, Term, in_both, named, said, size
from si_kg.server.statistics import linksets, partitions
from si_kg.store import rows

SERVICE = Text("SPARQL-dienst van si-kg", "SPARQL service of si-kg")
_DUMP = Text("De hele graaf als {}", "The whole graph as {}")
_SYNTAXES = {"ttl": "Turtle", "jsonld": "JSON-LD", "rdf": "RDF/XML", "nt": "N-Triples"}
_TONGUES = {"nl": "NLD", "en": "ENG"}
_KEYWORDS = (
    Text("sociale innovatie", "social innovation"),
    Text("kennisgraaf", "knowledge graph"),
    Text("definities", "definitions"),
)
_NL_SBB = "https://docs.geostandaarden.nl/nl-sbb/nl-sbb/"
_IANA = "https://www.iana.org/assignments/media-types/"
_HEADER = ONTOLOGY.removesuffix("#")
_TOLD = (
    "dcterms:title",
    "dcterms:description",
    "dcterms:license",
    "dcterms:creator",
    "dcterms:publisher",
    "dcterms:issued",
    "dcterms:modified",
    "dcat:contactPoint",
)
_OURS_ALONE = ("dcterms:title", "dcterms:license")
# who is named in the header, with what the graph says of them
_PARTIES = f"""
{prologue("dcat", "dcterms", "foaf", "rdf", "rdfs")}
PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
SELECT DISTINCT ?party ?of ?value WHERE {{
  <{_HEADER}> dcterms:creator|dcterms:publisher|dcat:contactPoint ?party .
  {{ VALUES ?of {{ rdf:type foaf:mbox vcard:fn vcard:hasEmail }} ?party ?of ?value }}
  UNION
  {{ BIND (foaf:name AS ?of) ?party rdfs:label ?value }}
}}
ORDER BY ?party ?of ?value
"""
_USED = ("bibo", "dcterms", "foaf", "org", "prov", "schema", "si", "skos", "sssom")


def said_of_data(room: Room, base: str) -> Said:
    """All that is said of the data; `base` is the address of the server."""
    this, sparql = ox.NamedNode(f"{base}/dataset"), ox.NamedNode(f"{base}/sparql")
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield said(this, "rdf:type", named(kind))
    yield from _header(room, this)
    yield said(this, "dcterms:identifier", ox.Literal(room.work.address))
    for tongue in LANGUAGES:
        yield said(this, "dcterms:language", named(f"lang:{_TONGUES[tongue]}"))
    for word in _KEYWORDS:
        yield from in_both(this, "dcat:keyword", word)
    yield said(this, "dcat:theme", named("theme:SOCI"))
    yield said(this, "dcterms:conformsTo", ox.NamedNode(_NL_SBB))
    yield said(this, "dcat:landingPage", ox.NamedNode(f"{base}/nl/data"))
    yield said(this, "void:triples", size(room))
    yield said(this, "void:sparqlEndpoint", sparql)
    yield said(this, "void:uriSpace", ox.Literal(ID))
    yield said(this, "void:exampleResource", ox.NamedNode(f"{ID}social-innovation"))
    for prefix in _USED:
        yield said(this, "void:vocabulary", ox.NamedNode(PREFIXES[prefix].removesuffix("#")))
    licences = list(_licences(room))
    yield from _distributions(this, base, licences)
    yield from _endpoint(this, sparql, base, licences)
    yield from partitions(room, this)
    yield from linksets(room, this, base)


def _header(room: Room, this: ox.NamedNode) -> Said:
    """What the ontology says of its makers and version holds for the data set as well.

    But for its title and licence, where somebody added to it.
    """
    if room.work.added:
        yield from _with_additions(room, this)
    told = [name for name in _TOLD if not (room.work.added and name in _OURS_ALONE)]
    names = " ".join(str(named(name)) for name in told)
    text = f"SELECT ?of ?value WHERE {{ VALUES ?of {{ {names} }} <{_HEADER}> ?of ?value }}"
    for of, value in rows(room.store, text):
        yield ox.Triple(this, of, value)
    for party, of, value in rows(room.store, _PARTIES):
        yield ox.Triple(party, of, value)
    if room.work.version:
        yield said(this, "dcat:version", ox.Literal(room.work.version))


def _with_additions(room: Room, this: ox.NamedNode) -> Said:
    for tongue in LANGUAGES:
        work = Work.from_store(room.store, tongue)
        yield said(this, "dcterms:title", ox.Literal(work.title, language=tongue))


def _licences(room: Room) -> list[Term]:
    """The licence of the graph, where nobody added to it; additions have their own, or none."""
    if room.work.added:
        return []
    text = f"SELECT ?licence WHERE {{ <{_HEADER}> <{NAMES['dcterms']}license> ?licence }}"
    return [licence for (licence,) in rows(room.store, text)]


def _distributions(this: ox.NamedNode, base: str, licences: list[Term]) -> Said:
    for style in graph_store.SYNTAXES:
        made = ox.NamedNode(f"{base}/dataset#{style}")
        dump = ox.NamedNode(f"{base}/dump.{style}")
        yield said(this, "dcat:distribution", made)
        yield said(made, "rdf:type", named("dcat:Distribution"))
        title = Text(*(each.format(_SYNTAXES[style]) for each in _DUMP))
        yield from in_both(made, "dcterms:title", title)
        yield said(made, "dcat:accessURL", dump)
        yield said(made, "dcat:downloadURL", dump)
        yield said(made, "dcat:mediaType", ox.NamedNode(_IANA + media(style)))
        for licence in licences:
            yield said(made, "dcterms:license", licence)
        yield said(this, "void:dataDump", dump)


def _endpoint(this: ox.NamedNode, sparql: ox.NamedNode, base: str, licences: list[Term]) -> Said:
    door, way = ox.NamedNode(f"{base}/sparql#service"), ox.NamedNode(f"{base}/dataset#sparql")
    yield said(door, "rdf:type", named("dcat:DataService"))
    yield from in_both(door, "dcterms:title", SERVICE)
    yield said(door, "dcat:endpointURL", sparql)
    yield said(door, "dcat:endpointDescription", sparql)
    yield said(door, "dcat:servesDataset", this)
    yield said(this, "dcat:distribution", way)
    yield said(way, "rdf:type", named("dcat:Distribution"))
    yield from in_both(way, "dcterms:title", SERVICE)
    yield said(way, "dcat:accessURL", sparql)
    yield said(way, "dcat:accessService", door)
    yield said(way, "dcat:mediaType", ox.NamedNode(_IANA + MEDIA["srj"]))
    for licence in licences:
        yield said(door, "dcterms:license", licence)
        yield said(way, "dcterms:license", licence)
