"""How the descriptions of the service and its data say things: as triples, by short names."""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES
from si_kg.server.room import Room
from si_kg.store import rows

NAMES = PREFIXES | {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "format": "http://www.w3.org/ns/formats/",
    "lang": "http://publications.europa.eu/resource/authority/language/",
    "theme": "http://publications.europa.eu/resource/authority/data-theme/",
}
_SIZE = "SELECT (COUNT(*) AS ?size) WHERE { ?s ?p ?o }"

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal
Said = Iterator[ox.Triple]


def said(subject: Node, of: str, value: Term) -> ox.Triple:
    """A triple; `of` is a CURIE."""
    return ox.Triple(subject, named(of), value)


def named(curie: str) -> ox.NamedNode:
    """The term that a CURIE names."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(NAMES[prefix] + local)


def in_both(subject: Node, of: str, text: Text) -> Said:
    """The text in each language."""
    for language in LANGUAGES:
        yield said(subject, of, ox.Literal(text.in_(language), language=language))


def size(room: Room) -> ox.Literal:
    """How many triples the graph holds."""
    value = next(rows(room.store, _SIZE))[0]
    if not isinstance(value, ox.Literal):
        raise TypeError(_SIZE)
    return value
