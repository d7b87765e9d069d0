"""A cell of a table as text, as a short name, or as a value of Python."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES, shorten
from si_kg.store import Term

Row = tuple[Term | None, ...]
Typed = str | int | float | date | None
Exact = Typed | Decimal
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_YEAR = re.compile(r"-?[0-9]{4,}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    _DATE.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9:]{5})?"
)
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_MOST_DIGITS = 4_000  # Python refuses to read longer integers


def plain(term: Term | None) -> str | None:
    """The value alone: an IRI bare, a literal without its type or language."""
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def readable(term: Term | None) -> str:
    """For people: an IRI by its short name."""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return plain(term) or ""


def typed(term: Term | None) -> Typed:
    """A number, year, date, moment or truth as Python has it; anything else as its text.

    A literal that is not of the form that its type asks is text too.
    """
    if isinstance(term, ox.Literal) and (read := _READERS.get(term.datatype.value)):
        try:
            found = read(term.value.strip())
        except ValueError:  # such as 30 February
            found = None
        return term.value if found is None else found
    return plain(term)


def exact(term: Term | None) -> Exact:
    """As `typed`, but a decimal keeps all its digits.

    >>> exact(ox.Literal("0.10", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")))
    Decimal('0.10')
    """
    found = typed(term)
    if isinstance(found, float) and isinstance(term, ox.Literal) and _is_decimal(term):
        return Decimal(term.value.strip())
    return found


def _is_decimal(term: ox.Literal) -> bool:
    return term.datatype.value == f"{PREFIXES['xsd']}decimal"


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) and len(text) <= _MOST_DIGITS else None


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None


def _year(text: str) -> int | None:
    return _integer(text) if _YEAR.fullmatch(text) else None


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if _DATE.fullmatch(text) else None


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None


_READERS: Mapping[str, Callable[[str], Typed]] = {
    PREFIXES["xsd"] + name: read
    for read, names in (
        (_integer, "integer int long short byte nonNegativeInteger positiveInteger"),
        (_integer, "nonPositiveInteger negativeInteger"),
        (_integer, "unsignedInt unsignedLong unsignedShort unsignedByte"),
        (_number, "decimal double float"),
        (_TRUTH.get, "boolean"),
        (_year, "gYear"),
        (_date, "date"),
        (_moment, "dateTime"),
    )
    for name in names.split()
}
