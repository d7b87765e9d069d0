"""A request and its answer, apart from how they travel."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import parse_qsl

from si_kg.parameters import iri
from si_kg.server.faults import (
    GraphNameRefused,
    LanguageUnknown,
    ParametersMalformed,
    ParameterTwice,
)

_MOST_PARAMETERS = 200
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Call:
    """What is asked: `base` is the address of the server, `names` what its path names."""

    base: str
    path: str
    names: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """The header of this name, in small letters; empty where there is none."""
        return self.headers.get(name, "")

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The parameters in the address; raises ParametersMalformed."""
        return read_pairs(self.query)

    def many(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(value for each, value in self.pairs if each == name)

    def one(self, name: str, default: str = "") -> str:
        """The value of a parameter; raises ParameterTwice."""
        values = self.many(name)
        if len(values) > 1:
            raise ParameterTwice(name=name)
        return values[0] if values else default

    @property
    def wanted_language(self) -> str:
        """The language that the address names, if any; raises LanguageUnknown."""
        wanted = self.one("lang")
        if wanted not in {"", "nl", "en"}:
            raise LanguageUnknown(value=wanted)
        return wanted


@dataclass(frozen=True)
class Reply:
    """An answer: a status, a body of a media type, and other headers.

    One that stays true while the data does has the `mark` of the data.
    """

    body: bytes = b""
    kind: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""

    def with_headers(self, **headers: str) -> "Reply":
        """The same with more headers: `content_language` is Content-Language."""
        added = {name.replace("_", "-"): value for name, value in headers.items() if value}
        return replace(self, headers={**self.headers, **added})

    def with_body(self, body: bytes) -> "Reply":
        """The same with another body."""
        return replace(self, body=body)


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a form in application/x-www-form-urlencoded; raises ParametersMalformed.

    >>> read_pairs("concept=delen&lang=nl")
    (('concept', 'delen'), ('lang', 'nl'))
    """
    if _ESCAPE.search(text):
        raise ParametersMalformed
    try:
        found = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS
        )
    except ValueError:
        raise ParametersMalformed from None
    return tuple(found)


def knows(if_none_match: str, tag: str) -> bool:
    """Whether a client has what the weak `tag` marks (RFC 9110, 13.1.2).

    >>> knows('"a", W/"b"', 'W/"b"')
    True
    """
    known = [each.strip().removeprefix("W/") for each in if_none_match.split(",")]
    return tag.removeprefix("W/") in known or known == ["*"]


def graph_name(name: str) -> str:
    """The name itself; raises GraphNameRefused where it is no absolute IRI."""
    try:
        iri(name)
    except ValueError:
        raise GraphNameRefused(name=name) from None
    return name
