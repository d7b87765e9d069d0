"""A long list narrowed down by what the address asks: words, and a choice for each side of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from si_kg.language import Text
from si_kg.search_index import fold
from si_kg.site.place import Visit

T = TypeVar("T")
WORDS = "text"


class Choice(NamedTuple):
    """One value of a facet: what the address says, what people read, how many it leaves."""

    value: str
    label: str
    leaves: int


def by_name(choice: Choice) -> tuple[str, str]:
    """Choices in the order of the alphabet."""
    return fold(choice.label), choice.value


@dataclass(frozen=True)
class Facet(Generic[T]):
    """A side by which a list can be narrowed: `values` gives what an entry has, with its label."""

    name: str
    label: Text
    values: Callable[[T], Iterable[tuple[str, str]]]
    order: Callable[[Choice], object] = by_name


@dataclass(frozen=True)
class Field:
    """A facet in the form: what was chosen and can be; `unknown` where no entry has the chosen."""

    name: str
    label: str
    chosen: str
    choices: Sequence[Choice]
    unknown: bool


@dataclass(frozen=True)
class Narrowed(Generic[T]):
    """The entries that are left of a list of `total`, and the form that asked for them."""

    found: Sequence[T]
    total: int
    text: str
    fields: Sequence[Field]

    @property
    def asked(self) -> bool:
        """Whether anything was asked."""
        return bool(self.text) or any(field.chosen for field in self.fields)


def narrowed(
    visit: Visit,
    entries: Sequence[T],
    facets: Sequence[Facet[T]],
    searched: Callable[[T], str],
) -> Narrowed[T]:
    """The entries that fit every parameter of the address; a value that no entry has counts not.

    `searched` gives the text of an entry in which all words have to stand.
    """
    sides = {each.name: [dict(each.values(entry)) for entry in entries] for each in facets}
    asked = {each.name: visit.one(each.name) for each in facets}
    wanted = {name: value for name, value in asked.items() if _known(value, sides[name])}
    text = visit.one(WORDS)
    words = fold(text).split()
    worded = {at for at, entry in enumerate(entries) if _has(searched, entry, words)}
    fitting = {
        name: {at for at, values in enumerate(sides[name]) if value in values}
        for name, value in wanted.items()
    }
    fields = []
    for each in facets:
        left = worded.intersection(*(fit for name, fit in fitting.items() if name != each.name))
        choices = _choices(each, [sides[each.name][at] for at in left])
        chosen = asked[each.name]
        unknown = bool(chosen) and each.name not in wanted
        fields.append(Field(each.name, each.label.in_(visit.language), chosen, choices, unknown))
    found = [entries[at] for at in sorted(worded.intersection(*fitting.values()))]
    return Narrowed(found, len(entries), text, fields)


def _known(value: str, sides: Iterable[Mapping[str, str]]) -> bool:
    return any(value in values for values in sides)


def _has(searched: Callable[[T], str], entry: T, words: Sequence[str]) -> bool:
    text = fold(searched(entry)) if words else ""
    return all(word in text for word in words)


def _choices(facet: Facet[T], sides: Iterable[Mapping[str, str]]) -> list[Choice]:
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for values in sides:
        labels |= values
        counts.update(values.keys())
    choices = [Choice(value, label, counts[value]) for value, label in labels.items()]
    return sorted(choices, key=facet.order)  # type: ignore[arg-type]  # an order gives what sorts
