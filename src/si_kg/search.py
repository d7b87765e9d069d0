"""Search the graph as people type: by names and definitions, in both languages, typos allowed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from pyoxigraph import Literal, NamedNode

from si_kg.errors import NotFound
from si_kg.language import Text, preferred
from si_kg.namespaces import ONTOLOGY, shorten
from si_kg.parameters import iri
from si_kg.results import Table
from si_kg.search_index import HEAD, Match, SearchIndex, fold, slug
from si_kg.store import Store, rows

LIMIT = 10
TITLES = {
    "name": Text("Naam", "Name"),
    "kind": Text("Soort", "Kind"),
    "match": Text("Gevonden in", "Matched by"),
    "thing": Text("Ding", "Thing"),
}

_KINDS = f"""{HEAD}
SELECT ?class ?label WHERE {{
  {{ SELECT DISTINCT ?class WHERE {{ ?thing a/rdfs:subClassOf* ?class . FILTER (isIRI(?class)) }} }}
  OPTIONAL {{ ?class rdfs:label ?label }}
}}
"""


class KindNotFound(NotFound):
    """Nothing in the graph is of such a kind."""

    nl = "Geen soort ding heet ‘{name}’."
    en = "No kind of thing is named ‘{name}’."
    see_nl = "Noem een klasse, zoals Initiatief of si:Initiative."
    see_en = "Name a class, such as Initiative or si:Initiative."


_WHY = {
    Match.LABEL: Text("label", "label"),
    Match.OTHER_NAME: Text("andere naam", "alternative"),
    Match.LABEL_START: Text("label", "label"),
    Match.LABEL_WORDS: Text("label", "label"),
    Match.OTHER_NAME_WORDS: Text("andere naam", "alternative"),
    Match.DEFINITION: Text("definitie", "definition"),
    Match.RESEMBLES: Text("lijkt erop", "resembles"),
}


@dataclass(frozen=True)
class Searcher:
    """A store and the index of its texts, which serves any number of searches."""

    store: Store
    index: SearchIndex

    @classmethod
    def from_store(cls, store: Store) -> Self:
        """With all texts of the store read."""
        return cls(store, SearchIndex.from_store(store))

    def search(
        self, text: str, language: str, *, kind: str | None = None, limit: int = LIMIT
    ) -> Table:
        """The things that fit `text` best: name, kind, why it was found, IRI.

        `kind` is a class by label or CURIE. Raises KindNotFound.
        """
        allowed = None if kind is None else _of_kind(self.store, _kind(self.store, kind))
        fits = self.index.fits(text, limit, allowed)
        best = sorted(fits, key=lambda thing: (fits[thing], thing))[:limit]
        names = _names(self.store, best, language)
        kinds = _kinds(self.store, best, language)
        why = {thing: _WHY[fits[thing].match].in_(language) for thing in best}
        found = [(names[thing], kinds.get(thing), why[thing], NamedNode(thing)) for thing in best]
        return replace(Table.from_values(TITLES, found), truncated=len(fits) > limit)


def search(
    store: Store, text: str, language: str, *, kind: str | None = None, limit: int = LIMIT
) -> Table:
    """One search of a store, as Searcher does it."""
    return Searcher.from_store(store).search(text, language, kind=kind, limit=limit)


def _kind(store: Store, name: str) -> str:
    """The class that `name` names, one of ours where others carry the name too."""
    wanted, named = fold(name.strip()), dict[str, str]()
    for found, label in rows(store, _KINDS):
        for known in (shorten(found.value), slug(found.value), label.value if label else ""):
            ours = min(found.value, named.get(known, found.value), key=_foreign)
            named[known] = ours
    folded = {fold(known): found for known, found in named.items() if known}
    if wanted not in folded:
        raise KindNotFound(name, filter(None, named))
    return folded[wanted]


def _foreign(found: str) -> tuple[bool, str]:
    return not found.startswith(ONTOLOGY), found


def _of_kind(store: Store, kind: str) -> set[str]:
    text = f"{HEAD} SELECT DISTINCT ?thing WHERE {{ ?thing a/rdfs:subClassOf* {iri(kind)} }}"
    return {thing.value for (thing,) in rows(store, text)}


def _names(store: Store, things: Sequence[str], language: str) -> dict[str, str]:
    """The label of each of these things in the language, else its CURIE."""
    text = f"""{HEAD}
    SELECT ?thing ?label WHERE {{
      VALUES ?thing {{ {" ".join(map(iri, things))} }}
      ?thing rdfs:label|skos:prefLabel ?label .
    }}"""
    labels: dict[str, dict[str, str]] = {thing: {} for thing in things}
    for thing, label in rows(store, text):
        if isinstance(label, Literal):
            labels[thing.value][label.language or ""] = label.value
    return {thing: preferred(labels[thing], language) or shorten(thing) for thing in things}


def _kinds(store: Store, things: Sequence[str], language: str) -> dict[str, str]:
    """The most specific class of each of these things, by its label."""
    text = f"""{HEAD}
    SELECT ?thing ?class ?label WHERE {{
      VALUES ?thing {{ {" ".join(map(iri, things))} }}
      ?thing a ?class .
      FILTER (isIRI(?class))
      FILTER NOT EXISTS {{
        ?thing a ?narrower .
        ?narrower rdfs:subClassOf+ ?class .
        FILTER NOT EXISTS {{ ?class rdfs:subClassOf+ ?narrower }}
      }}
      OPTIONAL {{ ?class rdfs:label ?label }}
    }}"""
    labels: dict[str, dict[str, dict[str, str]]] = {}
    for thing, found, label in rows(store, text):
        of_class = labels.setdefault(thing.value, {}).setdefault(found.value, {})
        if isinstance(label, Literal):
            of_class[label.language or ""] = label.value
    chosen = {thing: min(classes, key=_foreign) for thing, classes in labels.items()}
    return {
        thing: preferred(labels[thing][found], language) or shorten(found)
        for thing, found in chosen.items()
    }
