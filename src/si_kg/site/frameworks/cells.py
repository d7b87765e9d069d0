"""A framework as a table: forms of collaboration compared on each aspect."""

from collections.abc import Mapping
from typing import Any

from si_kg.descriptions import Description, described
from si_kg.namespaces import PREFIXES
from si_kg.site.frameworks.reading import Shown, Told
from si_kg.store import Store

_KINDS = {"forms": "CollaborationForm", "aspects": "Aspect"}
_CELLS = f"?thing a <{PREFIXES['si']}AspectValue> ."
_OF_CELL = (
    "si:describesForm",
    "si:describesAspect",
    "dcterms:description",
    "skos:editorialNote",
    "si:citation",
)
_OF_SIDE = ("rdfs:label", "rdfs:comment", "si:position")


def comparison(shown: Shown) -> Mapping[str, Any] | None:
    """The forms, the aspects, and by both what holds there; None where nothing is compared."""
    store, language = shown.store, shown.description.language
    cells = {
        (form.iri, aspect.iri): Told(told)
        for told in described(store, _CELLS, _OF_CELL, language).values()
        for form in told.things("si:describesForm")
        for aspect in told.things("si:describesAspect")
    }
    sides = {name: _side(store, kind, language) for name, kind in _KINDS.items()}
    return {**sides, "cells": cells} if cells and shown.members else None


def _side(store: Store, kind: str, language: str) -> list[Told]:
    which = f"?thing a <{PREFIXES['si']}{kind}> ."
    found = described(store, which, _OF_SIDE, language)
    return [Told(told) for told in sorted(found.values(), key=_order)]


def _order(told: Description) -> tuple[int, str]:
    return int(told.text("si:position") or 0), told.thing
