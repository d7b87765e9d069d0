"""The values that a user fills in: checked against their type, written as safe SPARQL terms."""

import re
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Store

from si_kg.errors import ValueRefused
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES

_LONGEST = 10_000
# SPARQL 1.1, rule 139: what an IRI may not contain; invisible characters are refused as well.
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2066-\u2069]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+")
# Some engines resolve \\u before they see that its backslash is itself escaped.
_AFTER_BACKSLASH = re.compile(r"(\\\\)([uU])")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

EXPECTED = {
    "iri": Text("de naam van een ding", "the name of a thing"),
    "text": Text("tekst van ten hoogste 10.000 tekens", "text of at most 10,000 characters"),
    "language": Text("nl of en", "nl or en"),
    "integer": Text("een geheel getal", "a whole number"),
    "decimal": Text("een getal, met een punt voor de decimalen", "a number with a decimal point"),
    "year": Text("een jaar van vier cijfers", "a year of four digits"),
    "date": Text("een datum als 2026-01-31", "a date such as 2026-01-31"),
    "boolean": Text("true of false", "true or false"),
}


@dataclass(frozen=True)
class Parameter:
    """One parameter of a canned query.

    `type` is a key of EXPECTED; `options` names the canned query that lists what an iri may be,
    `enum` the values that any other type may have, `also` other names that people write for it.
    """

    name: str
    type: str
    label: Text
    optional: bool = False
    options: str | None = None
    enum: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Each name by which it may be given, its own first."""
        return (self.name, *self.also)

    def term(self, value: str) -> str:
        """`value` as a SPARQL term; raises ValueRefused where it is not of this type."""
        if self.enum and value not in self.enum:
            allowed = Text(" of ".join(self.enum), " or ".join(self.enum))
            raise self.refusal(value, self.enum, allowed)
        try:
            return _WRITERS[self.type](value)
        except ValueError:
            raise self.refusal(value) from None

    def refusal(
        self, value: str, known: tuple[str, ...] = (), expected: Text | None = None
    ) -> ValueRefused:
        """The error that says what `value` should have been."""
        wanted = expected or EXPECTED[self.type]
        return ValueRefused(
            value, known, parameter=self.name, expected_nl=wanted.nl, expected_en=wanted.en
        )


def read_terms(text: str) -> list[NamedNode | Literal]:
    """The terms between the braces of a VALUES row, with the prefixes of the graph.

    >>> [term.value for term in read_terms("id:empowerment false")]
    ['https://w3id.org/si-kg/id/empowerment', 'false']
    """
    head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    rows = Store().query(f"{head}SELECT ?term {{ VALUES ?term {{ {text} }} }}")
    return [row[0] for row in rows if row[0] is not None]  # type: ignore[union-attr]


def iri(value: str) -> str:
    """An absolute IRI between angle brackets; raises ValueError for any other text."""
    if not _ABSOLUTE.fullmatch(value) or _NOT_IN_IRI.search(value) or len(value) > _LONGEST:
        raise ValueError(value)
    return str(NamedNode(value))  # which raises ValueError for what no engine reads


def literal(value: str) -> str:
    """A plain literal, escaped as SPARQL 1.1, rule 160, asks; raises ValueError where too long."""
    if len(value) > _LONGEST:
        raise ValueError(value)
    escaped = "".join(_ESCAPES.get(char) or _visible(char) for char in value)
    return f'"{_AFTER_BACKSLASH.sub(_codepoint, escaped)}"'


def _codepoint(match: re.Match[str]) -> str:
    return match[1] + _escape(match[2])


def _visible(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        raise ValueError(char)
    return char if char >= " " and char != "\x7f" else _escape(char)


def _escape(char: str) -> str:
    """Eight digits: some engines take up to eight even after a small u."""
    return f"\\U{ord(char):08X}"


def _typed(value: object, datatype: str) -> str:
    return f'"{value}"^^<{PREFIXES["xsd"]}{datatype}>'


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return literal(value)


def _integer(value: str) -> str:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise ValueError(value)
    return _typed(int(value), "integer")


def _decimal(value: str) -> str:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", value):
        raise ValueError(value)
    return _typed(value, "decimal")


def _year(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise ValueError(value)
    return _typed(value, "gYear")


def _date(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return _typed(date.fromisoformat(value), "date")


def _boolean(value: str) -> str:
    if value not in {"true", "false"}:
        raise ValueError(value)
    return _typed(value, "boolean")


_WRITERS = {
    "iri": iri,
    "text": literal,
    "language": _language,
    "integer": _integer,
    "decimal": _decimal,
    "year": _year,
    "date": _date,
    "boolean": _boolean,
}
