"""The way in to policy: measures, programmes, laws, funders, goals, advice; a little of each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from si_kg.descriptions import Named
from si_kg.namespaces import ONTOLOGY
from si_kg.site.place import Place
from si_kg.site.policy.measures import ordered
from si_kg.site.policy.programmes import entries
from si_kg.site.view import View
from si_kg.site.words import policy as words
from si_kg.site.words import told as told_words

T = TypeVar("T")
_MOST = 8


@dataclass(frozen=True)
class Counted:
    """A thing, and how often it occurs."""

    thing: Named
    count: int


def policy(place: Place) -> View:
    """What there is about policy; the canned queries give all of it."""
    programmes = entries(place)
    levels = Counter(level for each in programmes for level in each.said.things("si:hasLevel"))
    return View(
        "policy.html",
        words.WORDS["title"].in_(place.language),
        {
            "measures": ordered(place),
            "programmes": len(programmes),
            "levels": [(each.iri.removeprefix(ONTOLOGY), each, n) for each, n in _most(levels)],
            "laws": _grouped(place.records("laws"), "law", "label", "executor"),
            "funders": _counted(place.records("funders"), "funder", "thing"),
            "goals": _grouped(place.records("goals"), "goal", "label", "pursuer"),
            "advice": _advice(place.records("recommendations")),
            "most": _MOST,
            "queries": {name: text.in_(place.language) for name, text in words.QUERIES.items()},
        },
        {**told_words.WORDS, **words.WORDS},
        section="policy",
        summary=words.WORDS["intro"].in_(place.language),
    )


def _grouped(
    found: Iterable[Mapping[str, str]], thing: str, name: str, beside: str
) -> dict[Named, list[str]]:
    """Each thing once, with all that stands beside it."""
    grouped: dict[Named, list[str]] = {}
    for row in found:
        others = grouped.setdefault(Named(row[thing], row[name]), [])
        if row[beside] and row[beside] not in others:
            others.append(row[beside])
    return grouped


def _counted(found: Iterable[Mapping[str, str]], thing: str, other: str) -> list[Counted]:
    """The things with how many others stand with each, the most first."""
    pairs = {(Named(row[thing], row["label"]), row[other]) for row in found}
    return [Counted(each, n) for each, n in _most(Counter(named for named, _ in pairs))]


def _advice(found: Iterable[Mapping[str, str]]) -> list[tuple[str, int]]:
    """For whom there is advice, and how much; without a party it is for all."""
    parties = Counter(row["party"] for row in found)
    return [(name, n) for name, n in _most(parties) if name]


def _most(counter: Counter[T]) -> list[tuple[T, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))
