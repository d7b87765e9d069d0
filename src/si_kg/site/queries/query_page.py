"""One canned query: a form with its parameters, and the answer where nothing is missing."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from si_kg.catalogue import CannedQuery
from si_kg.query_layer import Asked
from si_kg.site import addresses
from si_kg.site.answers import SIZE, Answer, answer, downloads, twins
from si_kg.site.place import Place
from si_kg.site.queries.fields import Field, fields
from si_kg.site.queries.phrasings import phrasings
from si_kg.site.view import View
from si_kg.site.words import answers as answer_words
from si_kg.site.words import queries as words
from si_kg.site.words.themes import THEMES

_PHRASINGS = 6


def query_page(place: Place, query: CannedQuery) -> View:
    """The form of a query and its answer; without what it needs, and with an error, the form.

    Raises ParameterNamedTwice.
    """
    language = place.language
    told = {name for name, _ in place.visit.pairs}
    given = query.named({name: place.visit.one(name) for name in query.by_name if name in told})
    asked = fields(place.graph, query, given)
    wrong = any(each.error for each in asked)
    missing = any(each.needed and not each.given for each in asked)
    found = None if wrong or missing else answer(place, _asked(place, query, asked))
    values = {each.name: each.value for each in asked if each.given}
    names = {each.name: _name(place, each) for each in asked}
    shown: dict[str, Any] = {
        "query": query,
        "theme": THEMES[query.theme].in_(language) if query.theme in THEMES else query.theme,
        "fields": asked,
        "wrong": wrong,
        "near": {each.name: _elsewhere(place, each) for each in asked},
        "example": _example(place, query, asked) if found is None or not found.count else None,
        "kept": [(SIZE, place.visit.one(SIZE))] if place.visit.one(SIZE) else [],
        "answer": found,
        "downloads": downloads(query, values, language) if found else [],
        "phrasings": phrasings(query, names, language)[:_PHRASINGS],
        "editor": _editor(place, query, found),
    }
    return View(
        "query.html",
        query.summary.in_(language),
        shown,
        answer_words.WORDS | words.WORDS,
        summary=query.description.in_(language),
        section="q",
        twins=twins(query, values, language) if found else {},
        status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK,
    )


def _name(place: Place, field: Field) -> str:
    """What is filled in, in words; else what could be."""
    if field.given and not field.error:
        return (place.graph.title(field.thing) if field.thing else "") or field.shown
    return field.example.label if field.example else ""


def _asked(place: Place, query: CannedQuery, given: Sequence[Field]) -> Asked:
    terms = place.graph.terms(query.name) | {each.name: each.term for each in given if each.term}
    return Asked(query.with_terms(terms), place.language, query, terms)


def _elsewhere(place: Place, field: Field) -> list[tuple[str, str]]:
    """Where this page stands with each thing that may have been meant, and what that is called."""
    others = {name: v for name, v in place.visit.pairs if name not in field.parameter.names}
    return [
        (
            addresses.page(place.visit.path, place.language, **others | {field.name: each.value}),
            each.label,
        )
        for each in field.near
    ]


def _example(place: Place, query: CannedQuery, given: Sequence[Field]) -> tuple[str, str] | None:
    """Where this query is answered with the values in its file, and what those are called."""
    examples = [(each.name, each.example) for each in given if each.needed and each.example]
    if not examples:
        return None
    pairs = {name: near.value for name, near in examples}
    address = addresses.page(f"q/{query.name}", place.language, **pairs)
    return address, ", ".join(near.label for _, near in examples)


def _editor(place: Place, query: CannedQuery, found: Answer | None) -> str:
    if found is None:
        return addresses.page("sparql", place.language, example=query.name)
    return addresses.page("sparql", place.language, query=found.asked.text.strip())
