"""IRIs for the rows of a list that have none."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple
from urllib.parse import quote

from si_kg.linking.entry import Entry
from si_kg.linking.folding import words


class Found(NamedTuple):
    """What a row says, and the number, code or name that it can be called by."""

    entry: Entry
    called: str


def called(codes: Sequence[str], name: str) -> str:
    """How an IRI can end: in the first code as it stands, else in the words of the name.

    >>> called(["C#"], "C sharp"), called(["-"], "De Wending")
    ('C%23', 'de-wending')
    """
    code = next((text for text in codes if words(text)), "")
    return quote(code or "-".join(words(name)), safe="")


def with_iris(found: Sequence[Found], base: str) -> Iterator[Entry]:
    """The entries, each that had no IRI with one under `base`.

    Rows that say the same share it. Where rows differ, the first keeps it, and each other one has
    its type behind it, or its number where that is not enough.
    """
    holders = dict[str, Hashable]()
    for each in sorted(found, key=lambda each: not each.entry.iri):
        holders.setdefault(each.entry.iri or base + each.called, _said(each.entry))
    for entry, name in found:
        yield entry if entry.iri else replace(entry, iri=_free(base + name, entry, holders))


def _free(iri: str, entry: Entry, holders: dict[str, Hashable]) -> str:
    """The first of the IRIs for the entry that no other one holds; it is held from now on."""
    said = _said(entry)
    return next(each for each in _choices(iri, entry) if holders.setdefault(each, said) == said)


def _choices(iri: str, entry: Entry) -> Iterator[str]:
    yield iri
    if kind := "-".join(words(" ".join(entry.types))):
        yield f"{iri}-{quote(kind, safe='')}"
    yield f"{iri}-{entry.place}"
    yield from (f"{iri}-{entry.place}-{number}" for number in count(2))


def _said(entry: Entry) -> Hashable:
    """All that is read of a thing."""
    return tuple(entry.names), tuple(entry.types), tuple(entry.broader), entry.description
