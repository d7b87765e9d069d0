"""A page to ask SPARQL of one's own: a field, the answer, examples to start from."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from si_kg import shipped
from si_kg.catalogue import CannedQuery
from si_kg.errors import QueryMalformed, QueryRefused
from si_kg.namespaces import prologue
from si_kg.site import addresses
from si_kg.site.figures import number
from si_kg.site.own_query import SHOWN, Answered, answered
from si_kg.site.place import Place
from si_kg.site.syntax_fault import SyntaxFault
from si_kg.site.view import View
from si_kg.site.words import sparql as words
from si_kg.site.words.answers import STYLES
from si_kg.site.words.themes import THEMES

_START = f"""{prologue("dcterms", "id", "rdfs", "si", "skos")}

SELECT ?concept ?label
WHERE {{
  ?concept a si:Concept ;
      rdfs:label ?label .
  FILTER (LANG(?label) = "@lang")
}}
ORDER BY ?label
LIMIT 20"""
_NAME = "si-kg"


class Download(NamedTuple):
    """The answer in a format: where it is, what it is called, the name of its file."""

    address: str
    name: str
    file: str


def sparql(place: Place) -> View:
    """The query in the address with its answer, an example, or a query to begin with.

    Raises QueryNotFound for an example that is not there.
    """
    text = place.visit.one("query").replace("\r\n", "\n")  # as a form sends it
    values: dict[str, Any] = {
        "text": text or _to_begin_with(place),
        "examples": list(_examples(place)),
        "editor": any(shipped.editor_folder().glob("*.js")),
        "limits": {
            "seconds": f"{place.limits.seconds:g}",
            "shown": SHOWN,
            "rows": number(str(place.limits.rows), place.language),
        },
        "spoken": {name: said.in_(place.language) for name, said in words.SPOKEN.items()},
        "here": addresses.page("sparql", place.language),
    }
    status, outcome = _outcome(place, text) if text else (HTTPStatus.OK, _NONE)
    title = words.TITLE.in_(place.language)
    return View(
        "sparql.html", title, {**values, **outcome}, words.WORDS, section="sparql", status=status
    )


_NONE: Mapping[str, Any] = {"fault": None, "refusal": "", "answer": None, "downloads": ()}


def _outcome(place: Place, text: str) -> tuple[HTTPStatus, Mapping[str, Any]]:
    """The answer, or why there is none."""
    try:
        answer = answered(place, text)
    except QueryMalformed as error:
        return HTTPStatus.BAD_REQUEST, {**_NONE, "fault": SyntaxFault.of(error, text)}
    except QueryRefused as error:
        return HTTPStatus.BAD_REQUEST, {**_NONE, "refusal": error.message(place.language)}
    found = {"answer": answer, "downloads": list(_downloads(answer, text, place.language))}
    return HTTPStatus.OK, {**_NONE, **found}


def _to_begin_with(place: Place) -> str:
    example = place.visit.one("example")
    if example:
        return place.graph.bound(example).strip()
    return _START.replace("@lang", place.language)


def _examples(place: Place) -> Iterator[tuple[str, list[CannedQuery]]]:
    """The canned queries by theme."""
    for theme, queries in groupby(place.graph.catalogue.values(), key=lambda each: each.theme):
        yield THEMES[theme].in_(place.language), list(queries)


def _downloads(answer: Answered, text: str, language: str) -> Iterator[Download]:
    names = {**STYLES, **words.STYLES}
    for style in answer.styles:
        asked = urlencode({"query": text, "format": style, "lang": language})
        suffix = style.removesuffix("-nl").replace("srj", "json")
        yield Download(f"/sparql?{asked}", names[style].in_(language), f"{_NAME}.{suffix}")
