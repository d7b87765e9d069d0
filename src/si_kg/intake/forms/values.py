"""What a cell says, as terms of RDF."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from si_kg.errors import resembling
from si_kg.intake.forms.columns import OTHER, Column, Sort
from si_kg.intake.forms.moments import moment
from si_kg.intake.forms.names import Names
from si_kg.intake.forms.numbers import number
from si_kg.intake.forms.reasons import (
    DATE_NOT_TEXT,
    NO_TAG,
    NOT_A_TRUTH,
    NOT_AN_ADDRESS,
    NOT_TEXT,
    ONE_ONLY,
    OWN_COLUMN,
    UNKNOWN_KIND,
    Refused,
    filled,
    with_hint,
)
from si_kg.intake.forms.sheets import Cell, Written, shown
from si_kg.intake.forms.terms import Terms
from si_kg.intake.forms.words import TRUTHS
from si_kg.language import LANGUAGES
from si_kg.namespaces import PREFIXES, shorten
from si_kg.parameters import iri
from si_kg.search_index import fold
from si_kg.spreadsheet_text import legible

_XSD = PREFIXES["xsd"]
_BETWEEN = re.compile(r"(?<!\\);")
_ADDRESSES = re.compile(r"\s*;?\s+|\s*;\s*$")
_WEB = re.compile(r"https?://[^\s/].*", re.IGNORECASE)
_TAGGED = re.compile(r"(?P<tag>[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*):\s*(?P<text>.+)", re.DOTALL)
_YES = frozenset(["ja", "j", "yes", "y", "true", "waar", "1", "x"])
_NO = frozenset(["nee", "n", "no", "false", "onwaar", "0"])

Term = ox.NamedNode | ox.Literal


class Values:
    """Reads cells; `language` is that of the person who filled them in."""

    def __init__(self, names: Names, terms: Terms, language: str) -> None:
        self.names, self._terms, self.language = names, terms, language
        self._kinds: dict[tuple[str, ...], dict[str, str]] = {}
        self._readers: dict[Sort, Callable[[Written, Column], Term]] = {
            Sort.KIND: self._kind,
            Sort.THING: self._thing,
            Sort.NAMES: self._thing,
            Sort.SOURCE: self._thing,
            Sort.TEXT: self._text,
            Sort.PLACE: self._text,
            Sort.STRING: lambda value, _: ox.Literal(_plain(value)),
            Sort.NUMBER: lambda value, _: _number(number(value)),
            Sort.MOMENT: lambda value, column: moment(value, column.datatypes, self.language),
            Sort.TRUTH: lambda value, _: _truth(value),
            Sort.ADDRESS: lambda value, _: _address(value),
        }

    def read(self, cell: Cell, column: Column) -> Iterator[Term | Refused]:
        """Each value of the cell as a term, or why it is none."""
        if cell.trouble:
            yield Refused(cell.trouble)
            return
        parts = parted(cell, column)
        if len(parts) > 1 and not column.multiple:
            yield Refused(filled(ONE_ONLY, len(parts)))
            return
        for part in parts:
            try:
                found = self._readers[column.sort](part, column)
                _check(found, column)
            except Refused as refused:
                yield refused
            else:
                yield found

    def _thing(self, value: Written, column: Column) -> ox.NamedNode:
        return ox.NamedNode(self.names.find(_plain(value), column))

    def _kind(self, value: Written, column: Column) -> ox.NamedNode:
        spellings = self._spellings(column)
        found = spellings.get(fold(_plain(value)))
        if found:
            return ox.NamedNode(found)
        known = [name for name in map(self._terms.name, column.values) if name]
        close = resembling(_plain(value), sorted({each for name in known for each in name}))
        raise Refused(with_hint(filled(UNKNOWN_KIND, value), close, known))

    def _spellings(self, column: Column) -> dict[str, str]:
        """The classes that fit the column by each way in which they may be written."""
        key = tuple(column.values)
        if key not in self._kinds:
            self._kinds[key] = {
                fold(spelling): kind
                for kind in reversed(key)
                for spelling in (
                    re.split(r"[/#]", kind)[-1],
                    shorten(kind),
                    kind,
                    *(self._terms.name(kind) or ()),
                )
            }
        return self._kinds[key]

    def _text(self, value: Written, column: Column) -> ox.Literal:
        text = _plain(value)
        if column.language != OTHER:
            return ox.Literal(text, language=column.language)
        tagged = _TAGGED.fullmatch(text)
        if not tagged:
            raise Refused(NO_TAG)
        if tagged["tag"] in LANGUAGES:
            raise Refused(OWN_COLUMN)
        return ox.Literal(tagged["text"].strip(), language=tagged["tag"])


def parted(cell: Cell, column: Column) -> Sequence[Written]:
    r"""The values of a cell: a list as it stands, a text apart where a ; parts values.

    In every text \; is a semicolon of the value itself.
    """
    found: list[Written] = []
    for value in cell.values:
        if isinstance(value, str) and not cell.listed:
            between = _ADDRESSES if column.sort is Sort.ADDRESS else _BETWEEN
            parts = between.split(value) if column.multiple else [value]
            found += [part.strip().replace("\\;", ";") for part in parts]
        else:
            found.append(value)
    return [value for value in found if not isinstance(value, str) or value.strip()]


def joined(parts: Sequence[str], column: Column) -> str:
    """Texts as they stand together in one cell, so that `parted` gives them back."""
    if column.sort is Sort.ADDRESS:
        return " ".join(parts)
    if column.multiple:
        return "; ".join(part.replace(";", "\\;") for part in parts)
    return parts[0].replace("\\;", "\\\\;")


def _plain(value: Written) -> str:
    """A text, or a number where a text is meant."""
    if isinstance(value, date):
        raise Refused(DATE_NOT_TEXT)
    text = shown(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    if legible(text) != text:
        raise Refused(NOT_TEXT)
    return text


def _number(found: Decimal) -> ox.Literal:
    whole = found == found.to_integral_value()
    kind = ox.NamedNode(f"{_XSD}{'integer' if whole else 'decimal'}")
    return ox.Literal(f"{found:f}", datatype=kind)


def _truth(value: Written) -> ox.Literal:
    said = fold(str(value).strip())
    if said not in _YES | _NO:
        raise Refused(with_hint(filled(NOT_A_TRUTH, value), (), list(TRUTHS.values())))
    return ox.Literal(said in _YES)


def _address(value: Written) -> ox.NamedNode:
    text = _plain(value)
    try:
        iri(text)
    except ValueError:
        text = ""
    if not _WEB.fullmatch(text):
        raise Refused(filled(NOT_AN_ADDRESS, value))
    return ox.NamedNode(text)


def _check(found: Term, column: Column) -> None:
    """Raise Refused where a shape asks for another form of text."""
    for ask in column.patterns:
        if not re.search(ask.pattern, found.value):
            raise Refused(ask.message, ask.rule)
