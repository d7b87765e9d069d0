"""The canned queries as RDF, in the form of SIB's sparql-examples, so that they can be queried too.

Each query, parameter and prefix has an IRI; there are no blank nodes.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pyoxigraph as ox

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ENDPOINT, GRAPH, PREFIXES, QUERIES, QUERY
from si_kg.parameters import Parameter
from si_kg.store.text import form

_TITLE = Text("si-kg: vragen", "si-kg: queries")
_DESCRIPTION = Text(
    "De vaste vragen aan de graaf, met hun tekst in SPARQL, hun parameters en hun prefixen.",
    "The canned queries of the graph, with their text in SPARQL, their parameters and prefixes.",
)
# The class of each form, and the property that holds its text.
_FORMS = {
    "SELECT": ("sh:SPARQLSelectExecutable", "sh:select"),
    "ASK": ("sh:SPARQLAskExecutable", "sh:ask"),
    "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
    "DESCRIBE": ("spex:SPARQLDescribeExecutable", "spex:describe"),
}
_DATATYPES = {"text": "string", "language": "string", "year": "gYear"}
_PREFIX = re.compile(r"^\s*PREFIX\s+([\w-]+):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)

Object = ox.NamedNode | ox.Literal


def query_triples(catalogue: Catalogue) -> Iterator[ox.Triple]:
    """What there is to say about every query in `catalogue`; some triples may come twice."""
    for query in catalogue.values():
        yield from _query(query)
        for parameter in query.parameters:
            yield from _parameter(query, parameter)
    yield from _prefixes(catalogue.values())


def _query(query: CannedQuery) -> Iterator[ox.Triple]:
    node = _named(query.name)
    kind, holds = _FORMS[form(query.text)]
    yield _triple(node, "rdf:type", _term("sh:SPARQLExecutable"))
    yield _triple(node, "rdf:type", _term(kind))
    yield _triple(node, holds, ox.Literal(query.text))
    yield from _texts(node, "rdfs:comment", query.summary)
    yield from _texts(node, "dcterms:description", query.description)
    for language, asked in query.questions.items():
        for question in asked:
            yield _triple(node, "skos:example", ox.Literal(question, language=language))
    for tag in query.tags:
        yield _triple(node, "schema:keywords", ox.Literal(tag))
    yield _triple(node, "schema:about", ox.Literal(query.theme))
    yield _triple(node, "schema:target", ox.NamedNode(ENDPOINT))
    yield _triple(node, "sh:prefixes", ox.NamedNode(QUERIES.rstrip("#")))


def _parameter(query: CannedQuery, parameter: Parameter) -> Iterator[ox.Triple]:
    node = _named(query.name, parameter.name)
    yield _triple(_named(query.name), "sh:parameter", node)
    yield _triple(node, "rdf:type", _term("sh:Parameter"))
    yield _triple(node, "sh:path", _part(parameter.name))
    yield from _texts(node, "sh:name", parameter.label)
    yield _triple(node, "sh:optional", ox.Literal(parameter.optional))
    if parameter.type == "iri":
        yield _triple(node, "sh:nodeKind", _term("sh:IRI"))
    else:
        datatype = _DATATYPES.get(parameter.type, parameter.type)
        yield _triple(node, "sh:datatype", _term(f"xsd:{datatype}"))
    if parameter.options:
        yield _triple(node, "rdfs:seeAlso", _named(parameter.options))
    if parameter.enum:
        yield _triple(node, "sh:in", _cell(parameter.name, parameter.enum))
        yield from _list(parameter.name, parameter.enum)


def _list(name: str, values: tuple[str, ...]) -> Iterator[ox.Triple]:
    """The list of what a parameter may be; parameters with the same name and choice share it."""
    for place, value in enumerate(values):
        cell = _cell(name, values[place:])
        yield _triple(cell, "rdf:first", ox.Literal(value))
        yield _triple(cell, "rdf:rest", _cell(name, values[place + 1 :]))


def _cell(name: str, values: tuple[str, ...]) -> ox.NamedNode:
    return _part("-".join((name, *values))) if values else _term("rdf:nil")


def _prefixes(queries: Iterable[CannedQuery]) -> Iterator[ox.Triple]:
    """The prefixes in all texts together, declared once."""
    module = ox.NamedNode(QUERIES.rstrip("#"))
    yield _triple(module, "rdf:type", _term("owl:Ontology"))
    yield from _texts(module, "dcterms:title", _TITLE)
    yield from _texts(module, "dcterms:description", _DESCRIPTION)
    yield _triple(module, "dcterms:isPartOf", ox.NamedNode(f"{GRAPH}queries"))
    declared = {found for query in queries for found in _PREFIX.findall(query.text)}
    for prefix, namespace in declared:
        node = _part(f"prefix-{prefix}")
        iri = ox.Literal(namespace, datatype=_term("xsd:anyURI"))
        yield _triple(module, "sh:declare", node)
        yield _triple(node, "rdf:type", _term("sh:PrefixDeclaration"))
        yield _triple(node, "sh:prefix", ox.Literal(prefix))
        yield _triple(node, "sh:namespace", iri)


def _named(*parts: str) -> ox.NamedNode:
    """The IRI of a query, or of its parameter."""
    return ox.NamedNode(QUERY + "/".join(quote(part, safe="") for part in parts))


def _part(name: str) -> ox.NamedNode:
    """The IRI of what all queries share."""
    return ox.NamedNode(QUERIES + quote(name, safe=""))


def _texts(subject: ox.NamedNode, predicate: str, text: Text) -> Iterator[ox.Triple]:
    for language in LANGUAGES:
        yield _triple(subject, predicate, ox.Literal(text.in_(language), language=language))


def _triple(subject: ox.NamedNode, predicate: str, value: Object) -> ox.Triple:
    return ox.Triple(subject, _term(predicate), value)


def _term(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)
