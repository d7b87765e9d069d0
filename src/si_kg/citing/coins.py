"""References as COinS: spans in a web page from which a reference manager takes them.

OpenURL 1.0 (Z39.88-2004) as key and value; the formats are journal, book and dissertation, and
Dublin Core for whatever is none of these. One span for each reference, one on a line.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote, urlencode

from si_kg.citing.item import OTHERS, Item, Name, dated
from si_kg.tables import printable

_FORMAT = "info:ofi/fmt:kev:mtx:"


class _Kind(NamedTuple):
    """A format of OpenURL, what it calls the kind of work, and its keys for these fields."""

    format: str
    genre: tuple[str, str] = ("rft.genre", "")
    title: str = "rft.title"
    container: str = "rft.source"
    publisher: str = "rft.pub"


_ARTICLE = _Kind("journal", ("rft.genre", "article"), "rft.atitle", "rft.jtitle")
_KINDS: Mapping[str, _Kind] = {
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "book": _Kind("book", ("rft.genre", "book"), "rft.btitle", "rft.series"),
    "chapter": _Kind("book", ("rft.genre", "bookitem"), "rft.atitle", "rft.btitle"),
    "report": _Kind("book", ("rft.genre", "report"), "rft.btitle", "rft.series"),
    "thesis": _Kind("dissertation", publisher="rft.inst"),
}
# how the reference managers that read Dublin Core in COinS call the other types
_DUBLIN_CORE = {
    "dataset": "dataset",
    "entry-dictionary": "dictionaryEntry",
    "graphic": "artwork",
    "legislation": "statute",
    "motion_picture": "videoRecording",
    "standard": "standard",
    "webpage": "webpage",
}
_TEXTS = {
    "collection-title": "rft.series",
    "publisher-place": "rft.place",
    "volume": "rft.volume",
    "issue": "rft.issue",
    "page": "rft.pages",
    "edition": "rft.edition",
    "ISBN": "rft.isbn",
    "ISSN": "rft.issn",
    "language": "rft.language",
    "abstract": "rft.description",
}


def write(items: Sequence[Item]) -> str:
    """A span for each reference, to be put into a page of HTML."""
    return "".join(map(_span, items))


def _span(item: Item) -> str:
    values = [("ctx_ver", "Z39.88-2004"), *_values(item)]
    told = [(key, printable(value)) for key, value in values if value]
    given = urlencode(told, quote_via=quote)
    return f'<span class="Z3988" title="{escape(given)}"></span>\n'


def _values(item: Item) -> Iterator[tuple[str, str]]:
    kind = _kind(item["type"])
    yield "rft_val_fmt", f"{_FORMAT}{kind.format}"
    yield kind.genre
    texts = {
        "title": kind.title,
        "container-title": kind.container,
        "publisher": kind.publisher,
        **_TEXTS,
    }
    yield from ((key, str(item.get(field, ""))) for field, key in texts.items())
    yield from _authors(item.get("author", ()))
    if "issued" in item:
        yield "rft.date", dated(item["issued"])
    if "DOI" in item:
        yield "rft_id", f"info:doi/{item['DOI']}"
    yield "rft.identifier" if kind.format == "dc" else "rft_id", item.get("URL", "")


def _kind(csl: str) -> _Kind:
    genre = ("rft.type", _DUBLIN_CORE.get(csl, "document"))
    return _KINDS.get(csl) or _Kind("dc", genre, publisher="rft.publisher")


def _authors(names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name == OTHERS:
            continue
        if "literal" in name:
            yield "rft.aucorp", name["literal"]
        else:
            family = " ".join(filter(None, (name.get("non-dropping-particle"), name["family"])))
            yield "rft.au", ", ".join(filter(None, (family, name.get("given"))))
