"""The formats in which an answer can be taken along, and where they are found."""

from collections.abc import Mapping
from typing import NamedTuple

from si_kg.catalogue import CannedQuery
from si_kg.site import addresses
from si_kg.site.words.answers import STYLES
from si_kg.store.text import GRAPH_FORMS, form

_TABLES = ("xlsx", "csv", "csv-nl", "json", "md", "rq")
_GRAPHS = ("ttl", "jsonld", "rdf", "nt", "rq")
_TABLE_TWINS = {"application/json": "json", "text/csv": "csv"}
_GRAPH_TWINS = {"text/turtle": "ttl", "application/ld+json": "jsonld"}


class Download(NamedTuple):
    """A file with the answer: where it is, and what it is called."""

    address: str
    name: str


def downloads(query: CannedQuery, values: Mapping[str, str], language: str) -> list[Download]:
    """The answer with these values in every format, and the query itself."""
    return [
        Download(
            addresses.answer(query.name, style, language, **values, _dl="on"),
            STYLES[style].in_(language),
        )
        for style in (_GRAPHS if _gives_triples(query) else _TABLES)
    ]


def twins(query: CannedQuery, values: Mapping[str, str], language: str) -> dict[str, str]:
    """The same answer for programs, by media type."""
    styles = _GRAPH_TWINS if _gives_triples(query) else _TABLE_TWINS
    return {
        kind: addresses.answer(query.name, style, language, **values)
        for kind, style in styles.items()
    }


def _gives_triples(query: CannedQuery) -> bool:
    return form(query.text) in GRAPH_FORMS
