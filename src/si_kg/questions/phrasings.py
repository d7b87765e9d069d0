"""How people ask each canned query: its phrasings, each word weighed by how much it tells."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from si_kg.catalogue import CannedQuery
from si_kg.language import LANGUAGES
from si_kg.questions import lexicon
from si_kg.questions.vocabulary import SAME, Terms
from si_kg.questions.words import Word, words

# the weight of a word that nothing holds, of one that only names hold; what idle words keep
_UNKNOWN, _NAME, _LIGHT, _CHATTER = 0.8, 1.2, 0.2, 0.12
# a summary tells what a query answers; people seldom ask it so
_SUMMARY = 0.9
# how far a word of another phrasing accounts for a word, or one of titles and description
_OWN, _AROUND = 0.8, 0.6
_SLOT = 0.25
_ARTICLES = frozenset(["de", "het", "een", "the", "a", "an"])


@dataclass(frozen=True)
class Phrasing:
    """One way to ask a query: the stems of its words, and the parameters that it has slots for.

    Each slot comes with its lead, the stem before it: `over {thing}` is not `door {thing}`.
    """

    query: str
    stems: tuple[str, ...]
    slots: Mapping[str, str]
    good: float = 1.0

    @classmethod
    def of(cls, query: str, text: str, good: float = 1.0) -> "Phrasing":
        """Of a question as it stands in the catalogue: `Hoe wordt {concept} gedefinieerd?`."""
        found = words(text)
        slots = {w.written[1:-1]: lead(found, n) for n, w in enumerate(found) if w.is_slot}
        return cls(
            query, tuple({word.stem: None for word in found if not word.is_slot}), slots, good
        )


def lead(said: Sequence[Word], place: int) -> str:
    """The stem before a place, articles aside; nothing at the beginning."""
    before = (word.stem for word in reversed(said[:place]) if word.folded not in _ARTICLES)
    return next(before, "")


@dataclass(frozen=True)
class Likeness:
    """How a phrasing and a question match.

    `heard` tells how surely the phrasing holds the word at each place of the question; `said` is
    the weight of the words of the phrasing that the question says, `whole` that of all its words.
    """

    phrasing: Phrasing
    heard: Mapping[int, float]
    said: float
    whole: float


class Phrasebook:
    """All phrasings, found by the terms that they share with a question."""

    def __init__(self, queries: Collection[CannedQuery]) -> None:
        self.phrasings = [each for query in queries for each in _phrasings(query)]
        self._around = {query.name: _spread(_around(query)) for query in queries}
        self._own: dict[str, dict[str, float]] = {query.name: {} for query in queries}
        askers = defaultdict[str, set[str]](set)
        for each in self.phrasings:
            spread = _spread(each.stems)
            self._own[each.query] |= spread
            for term in spread:
                askers[term].add(each.query)
        self._rarity = {
            term: math.log1p(len(queries) / len(found)) / math.log1p(len(queries))
            for term, found in askers.items()
        }
        self._weights = [[self.weight(_spread([s])) for s in each.stems] for each in self.phrasings]

    @cached_property
    def _at(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Number and place of the phrasings that hold a term."""
        found = defaultdict[str, list[tuple[int, int]]](list)
        for number, each in enumerate(self.phrasings):
            for place, stemmed in enumerate(each.stems):
                for term in _spread([stemmed]):
                    found[term].append((number, place))
        return found

    @cached_property
    def _profiles(self) -> Mapping[str, Mapping[str, float]]:
        """What all phrasings of a query together say, as a vector of length one."""
        sums = defaultdict[str, dict[str, float]](dict)
        for each in self.phrasings:
            held = sums[each.query]
            for term, value in _unit(self._vector([_spread(each.stems)], each.slots)).items():
                held[term] = held.get(term, 0.0) + each.good * value
        return {query: _unit(held) for query, held in sums.items()}

    def weight(self, terms: Terms) -> float:
        """How much a word with these terms tells, between 0 and 1."""
        unheard = _NAME if terms else _UNKNOWN
        rarity = min((self._rarity[t] for t in terms if t in self._rarity), default=unheard)
        return rarity * min(map(_idle, terms), default=1.0)

    def likenesses(self, terms: Sequence[Terms]) -> Iterator[Likeness]:
        """Each phrasing that shares a term with the question, and how well it matches."""
        heard = defaultdict[int, dict[int, float]](dict)
        said = defaultdict[int, dict[int, float]](dict)
        for place, meant in enumerate(terms):
            for term, strength in meant.items():
                for number, there in self._at.get(term, ()):
                    heard[number][place] = max(strength, heard[number].get(place, 0.0))
                    said[number][there] = max(strength, said[number].get(there, 0.0))
        for number, places in heard.items():
            weights = self._weights[number]
            matched = sum(weights[there] * value for there, value in said[number].items())
            yield Likeness(self.phrasings[number], places, matched, sum(weights))

    def covers(self, query: str, terms: Terms) -> float:
        """How far the words around a query account for a word: its phrasings, titles and text."""
        own, around = self._own[query], self._around[query]
        return max(
            (s * (_OWN if t in own else _AROUND if t in around else 0.0) for t, s in terms.items()),
            default=0.0,
        )

    def resemblance(self, query: str, terms: Sequence[Terms], slots: Iterable[str]) -> float:
        """The cosine of a question without its mentions and all phrasings of a query together."""
        asked = _unit(self._vector(terms, slots))
        profile = self._profiles[query]
        return sum(value * profile[term] for term, value in asked.items() if term in profile)

    def _vector(self, terms: Sequence[Terms], slots: Iterable[str]) -> dict[str, float]:
        vector = {f"{{{slot}}}": _SLOT for slot in slots}
        for place, meant in enumerate(terms):
            for term, strength in (meant or {f"?{place}": 1.0}).items():
                weight = strength * _idle(term) * self._rarity.get(term, _UNKNOWN)
                vector[term] = max(vector.get(term, 0.0), weight)
        return vector


def known_words(queries: Iterable[CannedQuery]) -> Iterator[Word]:
    """All words with which queries are asked and described."""
    for query in queries:
        for text in (*_asked(query), *_told(query)):
            yield from (word for word in words(text) if not word.is_slot)


def _phrasings(query: CannedQuery) -> Iterator[Phrasing]:
    for language in LANGUAGES:
        for text in query.questions[language]:
            yield Phrasing.of(query.name, text)
        yield Phrasing.of(query.name, query.summary.in_(language), _SUMMARY)


def _asked(query: CannedQuery) -> Iterator[str]:
    for language in LANGUAGES:
        yield from query.questions[language]
    yield from query.summary


def _told(query: CannedQuery) -> Iterator[str]:
    """What a query says of itself besides: description, tags, titles."""
    yield from (*query.description, *query.tags)
    for title in query.columns.values():
        yield from title
    for parameter in query.parameters:
        yield from parameter.label


def _around(query: CannedQuery) -> list[str]:
    return [word.stem for text in _told(query) for word in words(text)]


def _spread(stems: Iterable[str]) -> dict[str, float]:
    """The stems, and the senses that they have."""
    spread: dict[str, float] = {}
    for stemmed in stems:
        spread[stemmed] = SAME
        for sense in lexicon.senses().get(stemmed, ()):
            spread.setdefault(sense, SAME)
    return spread


def _idle(term: str) -> float:
    return _LIGHT if term in lexicon.light() else _CHATTER if term in lexicon.chatter() else 1.0


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}
