"""Read a vocabulary: what in an RDF file has a label."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.linking.entry import Entry, Name
from si_kg.linking.reading.entries import Entries
from si_kg.namespaces import PREFIXES
from si_kg.rdf_files import read

VOCABULARY_ENDINGS = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"})
_Fact = tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal]
_SCHEMA_HTTP = "http://schema.org/"
_TYPE = PREFIXES["rdf"] + "type"


def _terms(*curies: str) -> frozenset[str]:
    """The IRIs of terms; those of schema.org with http too, as many files write them."""
    split = [curie.split(":") for curie in curies]
    found = {PREFIXES[prefix] + name for prefix, name in split}
    return frozenset(found | {_SCHEMA_HTTP + name for prefix, name in split if prefix == "schema"})


_PREFERRED = _terms("skos:prefLabel", "rdfs:label", "dcterms:title", "schema:name", "foaf:name") | {
    "http://purl.org/dc/elements/1.1/title"
}
_OTHER = _terms("skos:altLabel", "skos:hiddenLabel", "schema:alternateName", "si:abbreviation")
_DESCRIPTIONS = _terms(
    "skos:definition", "skos:scopeNote", "rdfs:comment", "dcterms:description", "schema:description"
)
_BROADER = _terms("skos:broader", "skos:inScheme", "rdfs:subClassOf", "skos:broadMatch")
_SCHEMES = _terms("skos:ConceptScheme", "owl:Ontology", "skos:Collection")
_CLASSES = _terms("owl:Class", "rdfs:Class")
_HELD_BY = _terms("skos:inScheme", "skos:topConceptOf") | {_TYPE}


def read_vocabulary(file: Path, language: str) -> Entries:
    """The things of an RDF file with a label in Dutch, English or no language.

    Raises FileUnreadable, or FileMalformed with the line.
    """
    return from_triples(read(file), language, typed=False)


def from_triples(
    triples: Iterable[ox.Triple], language: str = "", *, typed: bool = True
) -> Entries:
    """The same of triples that were read; names without a language are in `language`.

    What has no type is left out where things must be `typed`, and else where it has no name, or is
    the class or scheme of something.
    """
    facts: dict[str, list[_Fact]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.Triple):
            facts[triple.subject.value].append((triple.predicate.value, triple.object))
    labels = {iri: _label(about) for iri, about in facts.items()}
    holding = {held for about in facts.values() for held in _objects(about, _HELD_BY)}
    entries, nameless = list[Entry](), 0
    for iri, about in facts.items():
        types = _objects(about, {_TYPE})
        if _SCHEMES.intersection(types) or (not types and (typed or iri in holding)):
            continue
        names = sorted(set(_names(about, language)), key=_order)
        if not names:
            nameless += bool(types)
            continue
        entries.append(Entry(iri, names, *_around(about, types, labels)))
    return Entries(entries, nameless)


def local_name(iri: str) -> str:
    """What stands behind the last # or / of an IRI."""
    return iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _objects(about: Sequence[_Fact], predicates: Collection[str]) -> list[str]:
    return [value.value for predicate, value in about if predicate in predicates]


def _names(about: Sequence[tuple[str, object]], language: str) -> Iterator[Name]:
    for predicate, value in about:
        if isinstance(value, ox.Literal) and predicate in _PREFERRED | _OTHER and value.value:
            tag = (value.language or "").casefold().partition("-")[0]
            if not tag or tag in LANGUAGES:
                yield Name(value.value, tag or language, predicate in _PREFERRED)


def _around(
    about: Sequence[tuple[str, object]], types: Sequence[str], labels: Mapping[str, str]
) -> tuple[Sequence[str], Sequence[str], str]:
    """The names of its types and of what is broader, and its descriptions."""
    kinds = ["class"] if _CLASSES.intersection(types) else [local_name(iri) for iri in types]
    broader = [
        label
        for predicate, value in about
        if predicate in _BROADER and isinstance(value, ox.NamedNode)
        for label in [labels.get(value.value, "")]
        if label
    ]
    described = sorted(
        value.value
        for predicate, value in about
        if predicate in _DESCRIPTIONS and isinstance(value, ox.Literal)
    )
    return kinds, sorted(set(broader)), " ".join(described)


def _label(about: Sequence[tuple[str, object]]) -> str:
    names = sorted(set(_names(about, "")), key=_order)
    english = [name.text for name in names if name.preferred and name.language == "en"]
    return english[0] if english else (names[0].text if names else "")


def _order(name: Name) -> tuple[bool, str, str]:
    return not name.preferred, name.language, name.text
