"""Read what a picture needs from the graph: texts in both languages, pages, what fits a pattern."""

from collections.abc import Collection, Iterable

from si_kg.language import LANGUAGES, Text, preferred
from si_kg.namespaces import prologue, shorten
from si_kg.parameters import iri
from si_kg.plots.phrases import joined
from si_kg.store import Store, rows
from si_kg.tables import printable

Texts = dict[str, dict[str, Text]]
LABEL = "rdfs:label"

_HEAD = f"""
{prologue("dcterms", "rdfs", "si", "skos")}
"""
_TEXTS = f"""{_HEAD}
SELECT ?thing ?property ?text (LANG(?text) AS ?language)
WHERE {{
  @pattern
  VALUES ?property {{ @properties }}
  ?thing ?property ?text .
}}
ORDER BY ?thing ?property ?text
"""
_PAGES = f"""{_HEAD}
SELECT DISTINCT ?thing ?place ?page
WHERE {{
  @pattern
  ?thing si:citation ?place .
  OPTIONAL {{ ?place si:page ?page }}
}}
ORDER BY ?thing ?page ?place
"""
_FOUND = f"""{_HEAD}
SELECT DISTINCT @variables WHERE {{ @pattern }} ORDER BY @variables
"""


def texts(store: Store, pattern: str, *properties: str) -> Texts:
    """Per ?thing of a SPARQL pattern its texts, by property (a CURIE); a label is always there.

    A text that one language lacks is given in the other, with that language behind it.
    """
    asked = _TEXTS.replace("@pattern", pattern)
    asked = asked.replace("@properties", " ".join({LABEL: None} | dict.fromkeys(properties)))
    given: dict[str, dict[str, dict[str, str]]] = {}
    for thing, property_, text, language in rows(store, asked):
        by_language = given.setdefault(thing.value, {}).setdefault(shorten(property_.value), {})
        by_language.setdefault(language.value, printable(text.value))
    return {
        thing: {LABEL: Text(*[shorten(thing)] * 2)}
        | {name: _in_both(text) for name, text in named.items()}
        for thing, named in given.items()
    }


def labels(store: Store, things: Collection[str]) -> dict[str, Text]:
    """The label of each thing (IRI), or its short name where it has none."""
    named = texts(store, among(things)) if things else {}
    return {
        thing: named[thing][LABEL] if thing in named else Text(*[shorten(thing)] * 2)
        for thing in things
    }


def pages(store: Store, pattern: str) -> dict[str, Text]:
    """Per ?thing of a SPARQL pattern where it was found: sources with their pages."""
    cited = [
        (thing.value, place.value)
        for thing, place, _ in rows(store, _PAGES.replace("@pattern", pattern))
    ]
    named = labels(store, {place for _, place in cited})
    lists: dict[str, list[Text]] = {}
    for thing, place in cited:
        lists.setdefault(thing, []).append(named[place])
    return {thing: joined(dict.fromkeys(places), "; ") for thing, places in lists.items()}


def found(store: Store, pattern: str, *variables: str) -> list[tuple[str, ...]]:
    """The values of the variables (`?one`) in a SPARQL pattern, "" where one is not bound."""
    asked = _FOUND.replace("@pattern", pattern).replace("@variables", " ".join(variables))
    return [tuple(term.value if term else "" for term in row) for row in rows(store, asked)]


def among(things: Iterable[str], variable: str = "?thing") -> str:
    """The SPARQL pattern that binds ?thing to each of these IRIs."""
    return f"VALUES {variable} {{ {' '.join(map(iri, sorted(things)))} }}"


def _in_both(given: dict[str, str]) -> Text:
    return Text(*(preferred(given, language) for language in LANGUAGES))
