"""Where an answer comes from: the graph's version and reference, and the places of its things."""

from collections.abc import Collection
from dataclasses import dataclass

from si_kg.citing.work import Work
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY, PREFIXES
from si_kg.parameters import iri
from si_kg.results import Table
from si_kg.store import Store, rows
from si_kg.untranslated import readable

_HEAD = "".join(
    f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n"
    for prefix in ("bibo", "dcterms", "foaf", "owl", "rdfs", "si")
)
_GRAPH = f"""{_HEAD}
SELECT ?version ?citation
WHERE {{
  VALUES ?graph {{ {iri(ONTOLOGY.rstrip("#"))} }}
  OPTIONAL {{ ?graph owl:versionInfo ?version }}
  OPTIONAL {{ ?graph dcterms:bibliographicCitation ?citation }}
}}
ORDER BY ?version ?citation
"""
_PLACES = f"""{_HEAD}
SELECT ?thing ?label
WHERE {{
  VALUES ?thing {{ @things }}
  ?thing si:citation ?place .
  ?place rdfs:label ?label .
  FILTER {readable("?place", "?label")}
  OPTIONAL {{ ?place si:page ?page }}
}}
ORDER BY ?thing ?page ?label
"""
_SOURCES = f"""{_HEAD}
SELECT ?role ?name ?page ?where ?reference ?record
  (GROUP_CONCAT(DISTINCT ?number; separator="; ") AS ?identifiers) ?source ?place
WHERE {{
  VALUES ?thing {{ @things }}
  {{ ?thing a si:Source . BIND (?thing AS ?source) BIND ("@self" AS ?role) }}
  UNION {{
    ?thing si:originalSource ?source . BIND ("@original" AS ?role)
    OPTIONAL {{ ?thing si:originalLocator ?where }}
  }}
  UNION {{
    ?thing si:citation ?place . BIND ("@found" AS ?role)
    ?place si:inSource ?source ; rdfs:label ?where .
    FILTER {readable("?place", "?where")}
    FILTER NOT EXISTS {{ ?thing a si:Source }}
    OPTIONAL {{ ?place si:page ?page }}
  }}
  ?source rdfs:label ?name ; si:recordStatus/rdfs:label ?record .
  FILTER (LANG(?record) = "@lang") FILTER {readable("?source", "?name")}
  OPTIONAL {{ ?source dcterms:bibliographicCitation ?reference }}
  OPTIONAL {{ ?source bibo:doi|bibo:isbn|foaf:page ?value . BIND (STR(?value) AS ?number) }}
}}
GROUP BY ?role ?name ?page ?where ?reference ?record ?source ?place
ORDER BY ?source ?page ?role ?where ?place
"""
_ROLES = {
    "self": Text("de bron zelf", "the source itself"),
    "original": Text("oorspronkelijke bron", "original source"),
    "found": Text("hier gevonden", "found here"),
}
CITED = {
    "role": Text("Wat dit is", "What this is"),
    "name": Text("Bron", "Source"),
    "page": Text("Pagina", "Page"),
    "where": Text("Plaats", "Place"),
    "reference": Text("Verwijzing", "Reference"),
    "record": Text("Gegevens", "Record"),
    "identifiers": Text("Nummers en adressen", "Numbers and addresses"),
    "source": Text("Bron als ding", "Source as thing"),
    "place": Text("Plaats als ding", "Place as thing"),
}


@dataclass(frozen=True)
class Origin:
    """Which version of the graph answers, and how to refer to it; None where it does not say.

    `added` says that it holds more than what is shipped.
    """

    version: str | None = None
    citation: str | None = None
    added: bool = False


def origin(store: Store) -> Origin:
    """What the graph says of itself, and of what somebody added to it."""
    found = next(iter(rows(store, _GRAPH)), None)
    if found is None:
        return Origin()
    version, citation = (None if term is None else term.value for term in found)
    work = Work.from_store(store, "en")
    if work.added:
        cited = f"{', '.join(work.authors)}. {work.title}. {work.version}."
        return Origin(work.version, cited, added=True)
    return Origin(version, citation)


def places(store: Store, things: Collection[str], language: str) -> dict[str, list[str]]:
    """The names of the places that state each of the things with these IRIs, by page."""
    found: dict[str, list[str]] = {}
    if things:
        for thing, label in rows(store, _filled(_PLACES, things, language)):
            found.setdefault(thing.value, []).append(label.value)
    return found


def sources_of(store: Store, thing: str, language: str) -> Table:
    """Each source of the thing with this IRI, or the source that it is, with its reference."""
    text = _SOURCES
    for role, name in _ROLES.items():
        text = text.replace(f"@{role}", name.in_(language))
    found = rows(store, _filled(text, [thing], language))
    return Table(tuple(CITED), tuple(map(tuple, found)), CITED)


def _filled(text: str, things: Collection[str], language: str) -> str:
    return text.replace("@lang", language).replace("@things", " ".join(map(iri, sorted(things))))
