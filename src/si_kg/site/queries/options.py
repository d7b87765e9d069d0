"""The things that a parameter may be, by name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from si_kg.catalogue import VALUES_ROW, CannedQuery
from si_kg.labelling import labels_of
from si_kg.parameters import Parameter
from si_kg.query_layer import QueryLayer
from si_kg.site.addresses import local
from si_kg.store import rows

_MOST = 1000
# of things that no query lists: a longer list helps nobody to choose
_MOST_FOUND = 350


class Option(NamedTuple):
    """A thing that may be chosen: what the address says for it, what it is called, its IRI."""

    value: str
    label: str
    iri: str


def options(layer: QueryLayer, query: CannedQuery, parameter: Parameter) -> list[Option]:
    """What the parameter may be, by name; empty where that is too much to choose from.

    Its own query lists that; without one, it is what the canned query finds when nothing is given.
    """
    if parameter.options:
        text, most = layer.bound(parameter.options), _MOST
    else:
        text, most = _left_open(layer, query, parameter.name), _MOST_FOUND
    listed = [first for first, *_ in rows(layer.store, text)]
    if len(listed) > most:
        return []
    things = [first.value for first in listed if isinstance(first, NamedNode)]
    named = labels_of(layer.store, things, layer.language)
    found = [Option(local(thing) or thing, named[thing].value, thing) for thing in named]
    return sorted(found, key=lambda each: each.label.casefold())


def by_label(options: Sequence[Option]) -> dict[str, Option]:
    """The options whose name no other has, by that name in small letters."""
    count = Counter(each.label.casefold() for each in options)
    return {key: each for each in options if count[key := each.label.casefold()] == 1}


def _left_open(layer: QueryLayer, query: CannedQuery, name: str) -> str:
    """The part of the query that uses the parameter, to select what fits there."""
    terms = {key: term for key, term in layer.terms(query.name).items() if key != name}
    row = next(match for match in VALUES_ROW.finditer(query.text) if match[1] == name)
    begin, end = _group(query.text, row.start())
    group = VALUES_ROW.sub(
        lambda match: f"VALUES ?{match[1]} {{ {terms[match[1]]} }}" if match[1] in terms else "",
        query.text[begin:end],
    )
    prefixes = "\n".join(re.findall(r"^PREFIX .*$", query.text, re.MULTILINE))
    return f"{prefixes}\nSELECT DISTINCT ?{name} WHERE {group} LIMIT {_MOST_FOUND + 1}"


def _group(text: str, place: int) -> tuple[int, int]:
    """Where the innermost group around a place begins and ends."""
    opened: list[int] = []
    for position, sign in _braces(text):
        if sign == "{":
            opened.append(position)
        elif (begin := opened.pop()) < place < position:
            return begin, position + 1
    raise ValueError(text)


def _braces(text: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match[0]) for match in re.finditer(r"[{}]", text))
