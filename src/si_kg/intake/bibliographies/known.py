"""What the graph has already: sources to be recognised, and makers to be named again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from si_kg.citing.item import OTHERS, Item, dated
from si_kg.intake.bibliographies.records import maker_name
from si_kg.namespaces import OWN_DERIVED, prologue
from si_kg.parameters import iri, literal
from si_kg.search_index import fold
from si_kg.store import Store, rows

_SOURCES = f"""
{prologue("bibo", "dcterms", "foaf", "rdfs", "si")}
SELECT ?source ?label ?doi ?title ?issued ?maker ?page WHERE {{
  GRAPH ?graph {{ ?source a si:Source }}
  FILTER (?graph != @own && !STRSTARTS(STR(?graph), "{OWN_DERIVED}"))
  OPTIONAL {{ ?source rdfs:label ?label . FILTER (lang(?label) = "@language") }}
  OPTIONAL {{ ?source bibo:doi ?doi }}
  OPTIONAL {{ ?source dcterms:title ?title }}
  OPTIONAL {{ ?source dcterms:issued ?issued }}
  OPTIONAL {{ ?source foaf:page ?page }}
  OPTIONAL {{ ?source dcterms:creator ?who . ?who foaf:familyName|rdfs:label ?maker }}
}}
"""
_MAKERS = f"""
{prologue("foaf", "rdf", "rdfs", "si")}
SELECT ?maker ?name ?given WHERE {{
  VALUES ?name {{ @names }}
  ?maker rdfs:label|foaf:name ?name .
  GRAPH ?graph {{ ?maker rdf:type ?kind }}
  FILTER (?graph != @own && !STRSTARTS(STR(?graph), "{OWN_DERIVED}"))
  FILTER EXISTS {{ ?maker rdf:type/rdfs:subClassOf* si:Actor }}
  OPTIONAL {{ ?maker foaf:givenName ?given }}
}}
"""
_NOT_A_WORD = re.compile(r"[\W_]+")
_GIVEN_NAME = re.compile(r"\w{2,}(?!\w*\.)")


@dataclass(frozen=True)
class Work:
    """A source in the graph, and what it can be recognised by."""

    source: ox.NamedNode
    label: str
    makers: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)

    def agrees(self, item: Item) -> bool:
        """Whether a work of the same title and year may be this one.

        They share a maker; where one of them names none, they do not stand at two addresses.
        """
        makers = {_bare(name) for name in _families(item)}
        if makers and self.makers:
            return bool(makers & self.makers)
        return not self.pages or item.get("URL", "") in {"", *self.pages}


class Known:
    """The sources of a store, without those of one graph (IRI), by DOI and by title with year."""

    def __init__(self, store: Store, own: str, language: str) -> None:
        self._by_doi: dict[str, Work] = {}
        self._by_title: dict[tuple[str, str], list[Work]] = {}
        self._works: dict[ox.NamedNode, Work] = {}
        text = _SOURCES.replace("@own", iri(own)).replace("@language", language)
        for source, label, doi, title, issued, maker, page in rows(store, text):
            work = self._works.setdefault(
                source, Work(source, label.value if label else source.value)
            )
            if maker:
                work.makers.add(_bare(maker.value))
            if page:
                work.pages.add(page.value)
            if doi:
                self._by_doi[doi.value.lower()] = work
            if title:
                said = _bare(title.value), issued.value[:4] if issued else ""
                self._by_title.setdefault(said, []).append(work)

    def remember(self, source: ox.NamedNode, item: Item, label: str) -> None:
        """Know this work from here on too."""
        makers = {_bare(name) for name in _families(item)}
        work = Work(source, label, makers, {item["URL"]} if "URL" in item else set())
        self._works[source] = work
        self._by_title.setdefault(_title(item), []).append(work)
        if "DOI" in item:
            self._by_doi.setdefault(item["DOI"].lower(), work)

    def __contains__(self, source: object) -> bool:
        return source in self._works

    def find(self, item: Item) -> Work | None:
        """The same work: of the same DOI, else of the same title and year."""
        if found := self._by_doi.get(item.get("DOI", "").lower()):
            return found
        alike = self._by_title.get(_title(item), ())
        return next((work for work in alike if work.agrees(item)), None)


def known_makers(store: Store, own: str, items: list[Item]) -> dict[str, str]:
    """The IRIs of makers that the graph has under the same name, by that name.

    Initials are shared by too many: a person is recognised by a given name in full.
    """
    names = {
        maker_name(name): name
        for item in items
        for role in ("author", "editor")
        for name in item.get(role, ())  # type: ignore[attr-defined]  # both are names
        if name != OTHERS and ("literal" in name or _GIVEN_NAME.search(name.get("given", "")))
    }
    listed = " ".join(
        f"{literal(name)}{language}" for name in names for language in ("", "@nl", "@en")
    )
    text = _MAKERS.replace("@own", iri(own)).replace("@names", listed)
    found: dict[str, str] = {}
    for maker, name, given in rows(store, text) if listed else ():
        if bool(given) == ("given" in names[name.value]):
            found[name.value] = min(maker.value, found.get(name.value, maker.value))
    return found


def _title(item: Item) -> tuple[str, str]:
    return _bare(item["title"]), dated(item["issued"])[:4] if "issued" in item else ""


def _families(item: Item) -> Iterator[str]:
    for name in item.get("author") or item.get("editor") or ():
        if name != OTHERS:
            yield name.get("literal") or name["family"]


def _bare(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text)).strip()
