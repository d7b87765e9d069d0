"""What the data is made of, counted after VoID: classes, properties, links elsewhere."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.mappings import ENDING
from si_kg.namespaces import MAPPINGS, ONTOLOGY, prologue, shorten
from si_kg.server.room import Room
from si_kg.server.saying import Said, named, said
from si_kg.store import rows

# a class that a definition makes is a question about cases, not a part of the data
_CLASSES = f"""
{prologue("si")}
SELECT ?class ?things WHERE {{
  {{ SELECT ?class (COUNT(DISTINCT ?thing) AS ?things)
     WHERE {{ ?thing a ?class FILTER (isIRI(?class)) }} GROUP BY ?class }}
  FILTER NOT EXISTS {{ ?definition si:hasTestClass ?class }}
}}
ORDER BY ?class
"""
# classes of others hold the things of ours once more
_OF_CLASSES = f"""
SELECT ?class ?property (COUNT(*) AS ?triples)
WHERE {{ ?thing a ?class ; ?property ?value FILTER (STRSTARTS(STR(?class), "{ONTOLOGY}")) }}
GROUP BY ?class ?property
ORDER BY ?class ?property
"""
_PROPERTIES = """
SELECT ?property (COUNT(*) AS ?triples) WHERE { ?thing ?property ?value }
GROUP BY ?property
ORDER BY ?property
"""
_LINKS = f"""
{prologue("dcterms", "owl", "sssom")}
SELECT ?set ?vocabulary ?licence ?property (COUNT(*) AS ?triples)
WHERE {{
  ?set sssom:object_source ?vocabulary ; dcterms:license ?licence ; sssom:mappings ?mapping .
  ?mapping owl:annotatedProperty ?property .
  FILTER NOT EXISTS {{ ?mapping sssom:predicate_modifier ?modifier }}
}}
GROUP BY ?set ?vocabulary ?licence ?property
ORDER BY ?set ?property
"""
_VOCABULARIES = f"""
{prologue("rdfs", "sssom")}
SELECT DISTINCT ?vocabulary ?name
WHERE {{ ?set sssom:object_source ?vocabulary . ?vocabulary rdfs:label ?name }}
ORDER BY ?vocabulary ?name
"""


def partitions(room: Room, this: ox.NamedNode) -> Said:
    """The classes with their things and properties, and the properties of the whole."""
    used = {
        kind: [(of, count) for _, of, count in group]
        for kind, group in groupby(rows(room.store, _OF_CLASSES), key=lambda row: row[0])
    }
    for kind, things in rows(room.store, _CLASSES):
        part = _part(this, "#class-", kind)
        yield said(this, "void:classPartition", part)
        yield said(part, "void:class", kind)
        yield said(part, "void:entities", things)
        yield from _properties(part, "-", used.get(kind, []))
    yield from _properties(this, "#property-", rows(room.store, _PROPERTIES))


def linksets(room: Room, this: ox.NamedNode, base: str) -> Said:
    """The links to each vocabulary, by the property that links."""
    for mapping_set, vocabulary, licence, of, count in rows(room.store, _LINKS):
        name = mapping_set.value.removeprefix(MAPPINGS)
        relation = of.value.replace("#", "/").rpartition("/")[2]
        links = ox.NamedNode(f"{base}/dataset#{name}-{relation}")
        yield said(this, "void:subset", links)
        yield said(links, "rdf:type", named("void:Linkset"))
        yield said(links, "void:subjectsTarget", this)
        yield said(links, "void:objectsTarget", vocabulary)
        yield said(links, "void:linkPredicate", of)
        yield said(links, "void:triples", count)
        yield said(links, "dcterms:license", licence)
        yield said(links, "void:dataDump", ox.NamedNode(f"{base}/mappings/{name}{ENDING}"))
    for vocabulary, name in rows(room.store, _VOCABULARIES):
        if name.language in LANGUAGES:
            yield said(vocabulary, "rdf:type", named("void:Dataset"))
            yield said(vocabulary, "dcterms:title", name)


def _properties(whole: ox.NamedNode, sign: str, counted: Iterable[Sequence[Any]]) -> Said:
    for of, count in counted:
        part = _part(whole, sign, of)
        yield said(whole, "void:propertyPartition", part)
        yield said(part, "void:property", of)
        yield said(part, "void:triples", count)


def _part(whole: ox.NamedNode, sign: str, term: ox.NamedNode) -> ox.NamedNode:
    """The name of a part: that of the whole, and of the term that marks the part."""
    return ox.NamedNode(f"{whole.value}{sign}{quote(shorten(term.value), safe=':')}")
