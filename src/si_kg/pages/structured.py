"""What a page says to machines: the concept after SKOS and schema.org, as JSON-LD."""

from collections.abc import Mapping
from typing import Any

from si_kg.citing.work import Work
from si_kg.concepts import Concept
from si_kg.namespaces import ONTOLOGY, PREFIXES

_Form = dict[str, str | list[str]]
_ID: _Form = {"@type": "@id"}
_TEXT: _Form = {"@container": "@language"}
_TEXTS: _Form = {"@container": ["@language", "@set"]}


def structured(concepts: Mapping[str, Concept], work: Work, license: str) -> dict[str, Any]:  # noqa: A002
    """A skos:Concept that is a schema:DefinedTerm; `concepts` is the concept in each language.

    The context stands in it, so that nobody has to fetch one.
    """
    every = list(concepts.values())
    found: dict[str, Any] = {
        "@context": _context(),
        "@id": every[0].iri,
        "@type": ["skos:Concept", "schema:DefinedTerm"],
        "prefLabel": {each.language: each.label for each in every},
        "name": {each.language: each.label for each in every},
        "altLabel": {each.language: list(each.names) for each in every if each.names},
        "definition": {each.language: each.definition for each in every},
        "description": {each.language: each.plain for each in every},
        "scopeNote": {each.language: each.note for each in every if each.note},
        "inDefinedTermSet": ONTOLOGY.removesuffix("#"),
        "version": work.version,
        "license": license,
    }
    for name in ("broader", "narrower", "related"):
        found[name] = [thing.iri for thing in getattr(every[0], name)]
    return {key: value for key, value in found.items() if value}


def _context() -> dict[str, Any]:
    forms: dict[str, _Form] = {
        "skos:prefLabel": _TEXT,
        "skos:altLabel": _TEXTS,
        "skos:definition": _TEXT,
        "skos:scopeNote": _TEXT,
        "skos:broader": _ID,
        "skos:narrower": _ID,
        "skos:related": _ID,
        "schema:name": _TEXT,
        "schema:description": _TEXT,
        "schema:inDefinedTermSet": _ID,
        "schema:license": _ID,
        "schema:version": {},
    }
    terms = {name.partition(":")[2]: {"@id": name, **form} for name, form in forms.items()}
    return {"@version": 1.1, **{name: PREFIXES[name] for name in ("schema", "skos")}, **terms}
