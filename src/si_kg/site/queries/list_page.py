"""The list of canned queries by theme, and those among them that hold some words."""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import NamedTuple

from si_kg.catalogue import CannedQuery
from si_kg.errors import QueryNotFound
from si_kg.search_index import fold
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import queries as words
from si_kg.site.words.themes import THEMES

# the order in which a newcomer meets them
_ORDER = ("concepts", "definitions", "initiatives", "frameworks", "policy", "claims")
_TWINS = {"application/json": "/q/", "text/turtle": "/graph/queries"}


class Theme(NamedTuple):
    """A theme with its queries."""

    name: str
    label: str
    queries: Sequence[CannedQuery]


def list_page(place: Place) -> View:
    """All queries, or those that hold each of the words in `text`."""
    text = place.visit.one("text")
    found = _holding(place.graph.catalogue.values(), text, place.language)
    return _view(place, found, {"text": text, "error": "", "close": ()})


def absent_page(place: Place, error: QueryNotFound) -> View:
    """All queries, for whoever asks for one that is not there."""
    catalogue = place.graph.catalogue
    told = words.WORDS["unknown_query"].in_(place.language).format(error.name[:80])
    values = {"text": "", "error": told, "close": [catalogue[name] for name in error.close]}
    return _view(place, list(catalogue.values()), values, HTTPStatus.NOT_FOUND)


def _view(
    place: Place,
    found: Sequence[CannedQuery],
    values: Mapping[str, object],
    status: HTTPStatus = HTTPStatus.OK,
) -> View:
    themes = _themes(found, place.language)
    title = words.TITLE.in_(place.language)
    return View(
        "queries.html",
        title,
        {**values, "themes": themes, "count": len(found)},
        words.WORDS,
        summary=words.WORDS["intro"].in_(place.language),
        twins=_TWINS,
        status=status,
    )


def _themes(found: Iterable[CannedQuery], language: str) -> list[Theme]:
    grouped: dict[str, list[CannedQuery]] = {name: [] for name in _ORDER}
    for query in found:
        grouped.setdefault(query.theme, []).append(query)
    return [
        Theme(
            name,
            THEMES[name].in_(language) if name in THEMES else name,
            sorted(queries, key=lambda each: fold(each.summary.in_(language))),
        )
        for name, queries in grouped.items()
        if queries
    ]


def _holding(queries: Iterable[CannedQuery], text: str, language: str) -> list[CannedQuery]:
    wanted = fold(text).split()
    return [query for query in queries if all(word in _said(query, language) for word in wanted)]


def _said(query: CannedQuery, language: str) -> str:
    """All that a query says of itself in a language, folded."""
    told = [query.name, *query.tags, query.summary.in_(language), query.description.in_(language)]
    return fold("\n".join([*told, *query.questions.get(language, ())]))
