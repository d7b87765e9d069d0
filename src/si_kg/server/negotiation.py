"""Which format and which language a client gets, by Accept and Accept-Language (RFC 9110, 12.5)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from si_kg.language import LANGUAGES
from si_kg.server.faults import NotAcceptable

# the media type of each format, as it is sent
MEDIA: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "srj": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "csv-nl": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ttl": "text/turtle; charset=utf-8",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "atom": "application/atom+xml",
    "rq": "application/sparql-query; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "latex": "application/x-latex",
    "rtf": "application/rtf",
    "txt": "text/plain; charset=utf-8",
    "yaml": "application/yaml",
    "problem": "application/problem+json",
}
# names that are understood and never sent
ALIASES: Mapping[str, str] = {
    "application/json": "srj",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/xhtml+xml": "html",
    "application/turtle": "ttl",
    "application/x-turtle": "ttl",
}
_MOST_RANGES = 100
_QUALITY = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")


class _Range(NamedTuple):
    """A part of an Accept header: what it takes, and how gladly."""

    name: str
    quality: float


def chosen(accept: str, offered: Sequence[str]) -> str:
    """The one of the `offered` formats that an Accept header likes best, the first of equals.

    Raises NotAcceptable, which lists what there is.

    >>> chosen("text/csv;q=0.5, application/*", ["srj", "csv"])
    'srj'
    """
    ranges = list(_ranges(accept)) or [_Range("*/*", 1.0)]
    liking = {style: max(_liked(style, ranges), _meant(style, ranges)) for style in offered}
    best = max(offered, key=lambda style: liking[style])
    if not liking[best]:
        raise NotAcceptable(choices=", ".join(media(style) for style in offered))
    return best


def language_of(accept: str, default: str) -> str:
    """The language that an Accept-Language header likes best, of those that there are.

    >>> language_of("fr, en-GB;q=0.8, nl;q=0.5", "nl")
    'en'
    """
    ranges = list(_ranges(accept))
    order = [default, *(each for each in LANGUAGES if each != default)]
    liking = {tongue: _spoken(tongue, ranges) for tongue in order}
    return max(order, key=lambda tongue: liking[tongue])


def takes_gzip(accept_encoding: str) -> bool:
    """Whether an Accept-Encoding header takes gzip.

    >>> takes_gzip("br, gzip;q=0.5"), takes_gzip("gzip;q=0, *"), takes_gzip("")
    (True, False, False)
    """
    liking = {each.name: each.quality for each in _ranges(accept_encoding)}
    return liking.get("gzip", liking.get("*", 0.0)) > 0


def media(style: str) -> str:
    """The media type of a format, without its parameters."""
    return MEDIA[style].partition(";")[0]


def _liked(style: str, ranges: Sequence[_Range]) -> float:
    """What the most exact range that fits says of a format."""
    name = media(style)
    for wanted in (name, f"{name.partition('/')[0]}/*", "*/*"):
        fitting = [each.quality for each in ranges if each.name == wanted]
        if fitting:
            return max(fitting)
    return 0.0


def _meant(style: str, ranges: Sequence[_Range]) -> float:
    """What is said of a format by another of its names."""
    return max((each.quality for each in ranges if ALIASES.get(each.name) == style), default=0.0)


def _spoken(tongue: str, ranges: Sequence[_Range]) -> float:
    exact = [each.quality for each in ranges if each.name.partition("-")[0] == tongue]
    return max(exact) if exact else max((r.quality for r in ranges if r.name == "*"), default=0.0)


def _ranges(header: str) -> Iterator[_Range]:
    for part in header.split(",")[:_MOST_RANGES]:
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        told = [p.removeprefix("q=").strip() for p in parameters if p.startswith("q=")]
        quality = told[0] if told else "1"
        if name:
            yield _Range(name, float(quality) if _QUALITY.fullmatch(quality) else 0.0)
