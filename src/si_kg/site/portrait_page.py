"""The page of a thing of any kind: its texts, and what it is connected with, both ways."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from si_kg.descriptions import Named
from si_kg.namespaces import prologue, shorten
from si_kg.parameters import iri
from si_kg.site import addresses
from si_kg.site.elsewhere import WORDS, elsewhere
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import portrait as words
from si_kg.store import Store, rows

_FEW = 12
SYNTAXES = {
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
    "application/n-triples": "nt",
}
_KIND = f"""
{prologue("rdfs")}
SELECT ?label WHERE {{
  @thing a ?class . ?class rdfs:label ?label . FILTER (LANG(?label) = "@lang")
  FILTER NOT EXISTS {{ @thing a ?narrower . ?narrower rdfs:subClassOf+ ?class }}
}}
ORDER BY ?label
"""


class Relation(NamedTuple):
    """The things to which one relation leads: the first few, and the others."""

    name: str
    first: list[Named]
    others: list[Named]


def portrait_page(place: Place, thing: str) -> View:
    """Everything that the graph says of the thing with this IRI."""
    facts: dict[str, list[str]] = {}
    for row in place.records("facts-of", {"thing": thing}):
        facts.setdefault(row["property"], []).append(row["text"])
    links = elsewhere(place, thing)
    known = {row["target"] for found in links["linked"].values() for row in found}
    outward = place.records("relations-from", {"thing": thing})
    title = place.graph.title(thing) or shorten(thing)
    return View(
        "portrait.html",
        title,
        {
            "thing": thing,
            "kind": kind_of(place.graph.store, thing, place.language),
            "facts": facts,
            "outward": relations(row for row in outward if row["other"] not in known),
            "inward": relations(place.records("relations-to", {"thing": thing})),
            **links,
        },
        {**words.WORDS, **WORDS},
        canonical=thing,
        twins=twins(thing),
    )


def twins(thing: str) -> dict[str, str]:
    """What the graph says of a thing (IRI) as RDF: the address of each form, by media type."""
    return {media: addresses.twin(thing, style) for media, style in SYNTAXES.items()}


def kind_of(store: Store, thing: str, language: str) -> str:
    """What kind of thing it is, in words."""
    text = _KIND.replace("@thing", iri(thing)).replace("@lang", language)
    return ", ".join(label.value for (label,) in rows(store, text))


def relations(found: Iterable[Mapping[str, str]]) -> list[Relation]:
    """Rows of `relations-from` or `relations-to`, by the name of the relation."""
    grouped: dict[str, list[Named]] = {}
    for row in found:
        name = row["label"] or shorten(row["other"])
        grouped.setdefault(row["relation"], []).append(Named(row["other"], name))
    return [Relation(name, all_[:_FEW], all_[_FEW:]) for name, all_ in grouped.items()]
