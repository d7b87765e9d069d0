"""The terms of the ontology, each with what it means."""

from typing import NamedTuple

from si_kg.namespaces import ONTOLOGY, prologue, shorten
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import terms as words
from si_kg.store import rows

_TERMS = f"""
{prologue("owl", "rdfs", "skos")}
SELECT ?term ?label ?definition ?class WHERE {{
  ?term rdfs:isDefinedBy ?module ; rdfs:label ?label ; skos:definition ?definition .
  FILTER (STRSTARTS(STR(?term), "{ONTOLOGY}"))
  FILTER (LANG(?label) = "@lang" && LANG(?definition) = "@lang")
  BIND (EXISTS {{ ?term a owl:Class }} AS ?class)
}}
ORDER BY LCASE(?label) ?term
"""
TWINS = {
    "text/turtle": "/ontology.ttl",
    "application/ld+json": "/ontology.jsonld",
    "application/rdf+xml": "/ontology.rdf",
    "application/n-triples": "/ontology.nt",
}


class Term(NamedTuple):
    """A class or property: its name within the ontology, its CURIE, label and definition."""

    name: str
    curie: str
    label: str
    definition: str


def terms(place: Place) -> View:
    """All classes, then all properties."""
    found: dict[bool, list[Term]] = {True: [], False: []}
    for term, label, definition, is_class in rows(
        place.graph.store, _TERMS.replace("@lang", place.language)
    ):
        name = term.value.removeprefix(ONTOLOGY)
        told = Term(name, shorten(term.value), label.value, definition.value)
        found[is_class.value == "true"].append(told)
    return View(
        "terms.html",
        words.WORDS["title"].in_(place.language),
        {"classes": found[True], "properties": found[False]},
        words.WORDS,
        canonical=ONTOLOGY.removesuffix("#"),
        twins=TWINS,
    )
