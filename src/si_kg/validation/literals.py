"""Literals: whether one is written as its datatype asks, and how two compare."""

import re
from calendar import monthrange
from functools import lru_cache

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.validation.vocabulary import TYPE, Term

_XSD = PREFIXES["xsd"]
_EMPTY = ox.Store()
_ZONE = r"(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_YEAR, _MONTH, _DAY = r"(?P<year>-?\d{4,})", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>\d\d)"
_TIME = r"(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)"
_FORMS = {
    f"{_XSD}{local}": re.compile(pattern)
    for local, pattern in {
        "boolean": r"true|false|0|1",
        "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
        "double": r"[+-]?((\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|INF)|NaN",
        "float": r"[+-]?((\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|INF)|NaN",
        "integer": r"[+-]?\d+",
        "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
        "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
        "time": f"{_TIME}{_ZONE}",
        "gYear": f"{_YEAR}{_ZONE}",
        "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
        "gMonth": f"--{_MONTH}{_ZONE}",
        "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
        "gDay": f"---(0[1-9]|[12]\\d|3[01]){_ZONE}",
    }.items()
}
# What a store turns into xsd:integer or xsd:dateTime.
_LOST = frozenset(
    f"{_XSD}{local}"
    for local in (
        *("byte", "int", "long", "short", "unsignedByte", "unsignedInt", "unsignedLong"),
        *("unsignedShort", "negativeInteger", "nonNegativeInteger", "nonPositiveInteger"),
        *("positiveInteger", "dateTimeStamp"),
    )
)


def is_kept(datatype: str) -> bool:
    """Whether a store keeps a datatype as it is.

    >>> is_kept(_XSD + "integer"), is_kept(_XSD + "byte")
    (True, False)
    """
    return datatype not in _LOST


def well_formed(literal: ox.Literal) -> bool:
    """Whether the text is in the lexical space of the datatype, as far as that is known here.

    >>> well_formed(ox.Literal("2023-02-29", datatype=ox.NamedNode(_XSD + "date")))
    False
    """
    kind, text = literal.datatype.value, literal.value
    form = _FORMS.get(kind)
    if form is None:
        return True
    found = form.fullmatch(text)
    return found is not None and _is_day(found.groupdict())


def _is_day(parts: dict[str, str]) -> bool:
    """Whether the month has that day; a month without a year may be in a leap year."""
    if "day" not in parts:
        return True
    year = int(parts.get("year", "2000"))
    return 1 <= int(parts["day"]) <= monthrange(year % 400 + 400, int(parts["month"]))[1]


def as_stored(term: Term) -> Term:
    """A term as a store gives it back: literals of one value are written in one way.

    >>> as_stored(ox.Literal("01", datatype=ox.NamedNode(_XSD + "integer"))).value
    '1'
    """
    store = ox.Store()
    store.add(ox.Quad(TYPE, TYPE, term))
    quad: ox.Quad = next(iter(store))
    return quad.object


@lru_cache(maxsize=65_536)
def compares(one: ox.Literal, sign: str, other: ox.Literal) -> bool:
    """Whether SPARQL holds `one sign other` to be true.

    >>> compares(ox.Literal(2), "<", ox.Literal(10))
    True
    """
    return _holds(f"{one} {sign} {other}")


@lru_cache(maxsize=65_536)
def matches(text: str, pattern: str, flags: str) -> bool:
    """Whether the regular expression fits somewhere in `text`, as REGEX of SPARQL has it."""
    arguments = ox.Literal(text), ox.Literal(pattern), ox.Literal(flags)
    return _holds(f"REGEX({', '.join(map(str, arguments))})")


def speaks(tag: str, wanted: str) -> bool:
    """Whether a language tag falls under the `wanted` range, as langMatches of SPARQL has it.

    >>> speaks("nl-BE", "nl")
    True
    """
    tag, wanted = tag.lower(), wanted.lower()
    return bool(tag) and (wanted in {"*", tag} or tag.startswith(f"{wanted}-"))


def _holds(condition: str) -> bool:
    return bool(_EMPTY.query(f"ASK {{ FILTER ({condition}) }}"))
