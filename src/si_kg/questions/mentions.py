"""Names of things in a question: whole or in part, in either language, the surest first."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from si_kg.namespaces import ONTOLOGY
from si_kg.questions import lexicon
from si_kg.questions.vocabulary import Terms
from si_kg.questions.words import Word, stem
from si_kg.search_index import SearchIndex

_LIGHT_WEIGHT = 0.4
_LABEL, _OTHER = 1.0, 0.98
# how much of a name must be said, and what each word in between leaves of the surety
_LEAST, _LOOSENESS = 0.25, 0.95
# what another form of a word leaves: ondernemers where the name has ondernemen
_INFLECTED = 0.97
# how surely a word must stand for a word of a name
_SURE = 0.7
_MOST = 80


@dataclass(frozen=True)
class Mention:
    """A thing that the question may name with the words at `places`.

    `surety` is at most 1; `weight` tells how much the words say.
    """

    thing: str
    places: frozenset[int]
    surety: float
    weight: float

    @property
    def value(self) -> float:
        """What decides between mentions: a whole name before a part, a long one before a short."""
        return self.surety**2 * self.weight


class Names:
    """What all things of a graph are called, word by word."""

    def __init__(self, named: Iterable[tuple[str, str, float]]) -> None:
        """From thing, folded name, and how good that name is."""
        known = [(thing, name.split(), good) for thing, name, good in named if name]
        self.forms = frozenset(word for _, name, _ in known for word in name)
        self._entries = [(thing, tuple(map(stem, name)), good) for thing, name, good in known]
        self._written = [frozenset(name) for _, name, _ in known]
        self._at = defaultdict[str, list[int]](list)
        for number, (thing, name, _) in enumerate(self._entries):
            for word in {*name, *_senses(thing, name)}:
                self._at[word].append(number)
        count = len(self._entries)
        self._weights = {
            word: math.log1p(count / len(found)) * (_LIGHT_WEIGHT if word in lexicon.light() else 1)
            for word, found in self._at.items()
        }

    @classmethod
    def of(cls, index: SearchIndex) -> "Names":
        """All labels, other names and slugs that a search knows."""
        return cls(
            (thing, line, good)
            for names, good in ((index.labels, _LABEL), (index.other_names, _OTHER))
            for thing, line in zip(names.things, names.lines, strict=True)
        )

    def mentions(self, asked: Sequence[Word], terms: Sequence[Terms]) -> list[Mention]:
        """The things that the question, given as its words and their terms, may name."""
        said = defaultdict[str, dict[int, float]](dict)
        for place, meant in enumerate(terms):
            for term, strength in meant.items():
                if strength >= _SURE and term in self._at:
                    said[term][place] = strength
        numbers = {
            number for word in said if word not in lexicon.idle() for number in self._at[word]
        }
        best: dict[str, Mention] = {}
        for number in numbers:
            mention = self._mention(number, said, asked)
            known = best.get(mention.thing)
            if mention.surety >= _LEAST and (known is None or mention.value > known.value):
                best[mention.thing] = mention
        return sorted(best.values(), key=lambda each: (-each.value, each.thing))[:_MOST]

    def _mention(
        self, number: int, said: Mapping[str, Mapping[int, float]], asked: Sequence[Word]
    ) -> Mention:
        thing, name, good = self._entries[number]
        total = matched = 0.0
        places: set[int] = set()
        for word in dict.fromkeys(name):
            total += self._weights[word]
            place, strength = max(
                _said((word, *_senses(thing, name)), said), key=lambda item: item[1], default=(0, 0)
            )
            if strength:
                matched += self._weights[word] * strength
                places.add(place)
        gaps = max(places) - min(places) + 1 - len(places)
        surety = good * matched / total * _LOOSENESS**gaps
        if any(asked[place].folded not in self._written[number] for place in places):
            surety *= _INFLECTED
        return Mention(thing, frozenset(places), surety, matched)


def _said(
    terms: Iterable[str], said: Mapping[str, Mapping[int, float]]
) -> Iterator[tuple[int, float]]:
    """Where any of these terms is said, and how surely."""
    for term in terms:
        if term in said:
            yield from said[term].items()


def _senses(thing: str, name: Sequence[str]) -> frozenset[str]:
    """The senses of a kind or value of the ontology (a barrier, contested) with a name of one word.

    The words of the field, which name concepts, have no synonyms but those that the graph gives.
    """
    known = len(name) == 1 and thing.startswith(ONTOLOGY)
    return lexicon.senses().get(name[0], frozenset()) if known else frozenset()
