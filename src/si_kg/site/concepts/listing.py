"""The list of all concepts: A to Z, each with a line in plain language."""

from collections.abc import Iterable
from typing import NamedTuple

from si_kg.concepts import EVERY_CONCEPT
from si_kg.descriptions import Description, Named, described
from si_kg.documents.collation import collated
from si_kg.namespaces import GRAPH, ONTOLOGY, prologue, shorten
from si_kg.site.narrowing import Facet, narrowed
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import concepts as words
from si_kg.site.words import narrowing as form_words
from si_kg.store import Store, rows

_MOST_DEFINED = 8
_NAMES = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
# a concept of a narrower kind than concept itself: an issue, a scaler
_KINDS = f"""
{prologue("rdfs", "si")}
SELECT ?concept ?class ?kind WHERE {{
  GRAPH <{GRAPH}data> {{ ?concept a ?class }}
  ?class rdfs:subClassOf+ si:Concept ; rdfs:label ?kind .
  FILTER (LANG(?kind) = "@language")
}}
ORDER BY ?concept ?kind ?class
"""


class Entry(NamedTuple):
    """A concept in the list: its IRI, name, kind (None if plain), plain words, definitions.

    `found` is what a visitor may search for: its names in both languages and its line.
    """

    iri: str
    label: str
    kind: Named | None
    plain: str
    definitions: int
    found: str


class Letter(NamedTuple):
    """The concepts that begin with one letter."""

    letter: str
    entries: list[Entry]


def concepts(place: Place) -> View:
    """All concepts by letter; `text`, `kind` and `defined` in the address narrow them."""
    every = _entries(place)
    found = narrowed(place.visit, every, _facets(place.language), lambda entry: entry.found)
    ranked = sorted(every, key=lambda each: -each.definitions)
    return View(
        "concepts.html",
        words.WORDS["title"].in_(place.language),
        {
            "list": found,
            "letters": _by_letter(found.found),
            "most_defined": [each for each in ranked[:_MOST_DEFINED] if each.definitions],
        },
        {**form_words.WORDS, **words.WORDS},
        summary=words.WORDS["intro"].in_(place.language),
    )


def _facets(language: str) -> tuple[Facet[Entry], ...]:
    with_some = words.WORDS["with_definitions"].in_(language)
    return (
        Facet("kind", words.WORDS["kind_of"], lambda entry: _kind(entry.kind)),
        Facet(
            "defined",
            words.WORDS["definitions_of"],
            lambda entry: [("on", with_some)] if entry.definitions else [],
        ),
    )


def _kind(kind: Named | None) -> list[tuple[str, str]]:
    return [(kind.iri.removeprefix(ONTOLOGY), kind.label)] if kind else []


def _entries(place: Place) -> list[Entry]:
    """Every concept, in the order of the alphabet."""
    store, language = place.graph.store, place.language
    counted = {
        row["concept"]: int(row["definitions"]) for row in place.records("definitions-per-concept")
    }
    kinds = _kinds(store, language)
    said = described(store, EVERY_CONCEPT, [*_NAMES, "rdfs:comment"], language)
    found = [_entry(each, kinds.get(iri), counted.get(iri, 0)) for iri, each in said.items()]
    return sorted(found, key=lambda each: (collated(each.label), each.iri))


def _entry(said: Description, kind: Named | None, definitions: int) -> Entry:
    names = [text.value for of in _NAMES for text in said.tagged(of)]
    label = said.text("skos:prefLabel") or shorten(said.thing)
    plain = said.text("rdfs:comment") or ""
    return Entry(said.thing, label, kind, plain, definitions, "\n".join([*names, plain]))


def _kinds(store: Store, language: str) -> dict[str, Named]:
    """The kind of each concept (IRI) that is of a narrower kind."""
    found = rows(store, _KINDS.replace("@language", language))
    return {concept.value: Named(of.value, kind.value) for concept, of, kind in found}


def _by_letter(entries: Iterable[Entry]) -> list[Letter]:
    found: dict[str, list[Entry]] = {}
    for each in entries:
        found.setdefault(collated(each.label)[0][:1].upper(), []).append(each)
    return [Letter(letter, grouped) for letter, grouped in found.items()]
