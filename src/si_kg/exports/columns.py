"""The columns of a table, found in what the graph says of its things."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.exports.kinds import Fact
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, ONTOLOGY

_PLAIN = re.compile(r"[\w.~-]+", re.ASCII)
# what a URI template passes on as it is: above in {x}, below in {+x}
_TEMPLATED = re.compile(r"[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII)
_MARKS = ("|", "¦", "¶", *map(chr, range(0xE000, 0xE100)))
_IN_LANGUAGE = {
    "nl": Text("{} (Nederlands)", "{} (Dutch)"),
    "en": Text("{} (Engels)", "{} (English)"),
}
_IN_OTHER = Text("{} ({})", "{} ({})")


class Sort(NamedTuple):
    """What the values of a column are: things, or literals of one datatype or language.

    `of` is the property (IRI). Things are `outside` where a URI template (RFC 6570) would not give
    back their IRIs, as it does not where these hold letters like é.
    """

    of: str
    datatype: str | None = None
    language: str | None = None
    outside: bool = False

    @property
    def is_thing(self) -> bool:
        """Whether the values are IRIs."""
        return self.datatype is None


@dataclass(frozen=True)
class Column:
    """A column: its name and titles, its sort, and for each thing (IRI) its values.

    `base` is the part of the IRIs that all values share; the cell holds the rest of it.
    """

    name: str
    title: Text
    sort: Sort
    values: Mapping[str, Sequence[str]]
    base: str = ""

    @property
    def is_multiple(self) -> bool:
        """Whether a thing has more than one value."""
        return any(len(values) > 1 for values in self.values.values())

    @property
    def separator(self) -> str:
        """A mark that stands between values and in none of them."""
        text = "".join(chain.from_iterable(self.values.values()))
        return next(mark for mark in _MARKS if mark not in text)

    def cell(self, value: str) -> str:
        """A value as it stands in a cell."""
        return value.removeprefix(self.base)


@dataclass(frozen=True)
class Words:
    """What properties (IRI) are called: in the head of a table, and by people."""

    names: Mapping[str, str]
    titles: Mapping[str, Text]

    def name(self, of: str) -> str:
        """The name of a property, else the last part of its IRI."""
        return self.names.get(of) or local_name(of)

    def title(self, of: str) -> Text:
        """The title of a property, else its name."""
        return self.titles.get(of) or Text(self.name(of), self.name(of))


def columns_of(facts: Iterable[Fact], words: Words) -> list[Column]:
    """The columns that hold these facts, kind and label first."""
    found: dict[Sort, dict[str, list[str]]] = {}
    for fact in facts:
        found.setdefault(_sort(fact), {}).setdefault(fact.thing, []).append(fact.value.value)
    literal = {sort.of: 0 for sort in found}
    for sort in found:
        literal[sort.of] += sort.language is None and not sort.outside
    columns = [
        Column(
            name=_name(sort, words.name(sort.of), alone=literal[sort.of] <= 1),
            title=_title(sort, words.title(sort.of)),
            sort=sort,
            values={thing: sorted(values) for thing, values in said.items()},
            base=_base(said) if sort.is_thing else "",
        )
        for sort, said in found.items()
    ]
    return sorted(columns, key=lambda column: _place(column.name))


def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("http://purl.org/dc/terms/title")
    'title'
    """
    return re.split(r"[/#]", iri)[-1]


def _sort(fact: Fact) -> Sort:
    if isinstance(fact.value, ox.NamedNode):
        return Sort(fact.of, outside=not _TEMPLATED.fullmatch(fact.value.value))
    return Sort(fact.of, fact.value.datatype.value, fact.value.language)


def _name(sort: Sort, name: str, *, alone: bool) -> str:
    if sort.language:
        return f"{name}_{sort.language.replace('-', '_')}"
    if sort.outside:
        return f"{name}_iri"
    if sort.datatype is None or alone:
        return name
    return f"{name}_{local_name(sort.datatype)}"


def _title(sort: Sort, title: Text) -> Text:
    if sort.language is None:
        return title
    form = _IN_LANGUAGE.get(sort.language, _IN_OTHER)
    return Text(*(form.in_(each).format(title.in_(each), sort.language) for each in LANGUAGES))


def _base(said: Mapping[str, Sequence[str]]) -> str:
    values = list(chain.from_iterable(said.values()))
    for base in (ID, ONTOLOGY):
        if all(_PLAIN.fullmatch(v.removeprefix(base)) and v.startswith(base) for v in values):
            return base
    return ""


def _place(name: str) -> tuple[int, str]:
    first = ("kind", "label_nl", "label_en")
    return first.index(name) if name in first else len(first), name
