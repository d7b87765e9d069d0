"""What a question may mean: a canned query with its parameters filled in, and how surely."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush, nlargest

from si_kg.catalogue import CannedQuery
from si_kg.questions import lexicon
from si_kg.questions.fillings import Filling, Fitter, Question, Value
from si_kg.questions.phrasings import Likeness, Phrasebook, lead

# how much it tells that a slot is filled: less where anything may fill it
_SLOT, _OPEN_SLOT = 0.9, 0.6
# a short phrasing is said whole too easily
_EASE = 0.4
# how a phrasing said, a question heard and the resemblance to all phrasings count
_SAID, _HEARD, _RESEMBLANCE = 0.35, 0.65, 0.4
# what is left of a reading with such a flaw
_NO_SLOT, _DEFAULT, _MISSING, _PASSED, _GENERIC, _NO_ANSWER = 0.93, 0.72, 0.45, 0.75, 0.85, 0.6
# a slot after another word than in the question; a whole name, named this surely, left aside
_OTHER_LEAD, _UNUSED, _WHOLE_NAME = 0.87, 0.94, 0.97
# what is lost by a word that a reading does not explain: a name, an unknown word, one of others
_FOREIGN, _STRANGE, _ELSEWHERE = 0.55, 0.4, 0.06
# a question counts at least and at most so many words; the evidence as likely right as wrong
_SHORT, _LONG, _EVEN = 4, 20, 0.71
_GENERIC_THEME = "things"
# so many phrasings of a query, and so many readings, are looked at closely
_PHRASINGS, _CANDIDATES = 8, 60


@dataclass(frozen=True)
class Reading:
    """A canned query and what its parameters take; `confidence` is at most 1, `score` orders.

    `unplaced` are the places of the words of the question that it does not account for.
    """

    query: str
    values: Mapping[str, Value]
    score: float
    unplaced: tuple[int, ...] = ()
    confidence: float = 0.0

    @property
    def things(self) -> dict[str, str]:
        """The values as they are given to the query."""
        return {name: value.value for name, value in self.values.items()}


class Reader:
    """Reads questions against one phrasebook and one graph."""

    def __init__(
        self, catalogue: Mapping[str, CannedQuery], book: Phrasebook, fitter: Fitter
    ) -> None:
        self._catalogue = catalogue
        self._book = book
        self._fitter = fitter

    def readings(self, question: Question, most: int) -> list[Reading]:
        """The best readings, at most `most`; one that the graph cannot answer counts less."""
        best: dict[tuple[str, tuple[tuple[str, str], ...]], Reading] = {}
        for reading in self._all(question):
            key = (reading.query, tuple(reading.things.items()))
            if key not in best or best[key].score < reading.score:
                best[key] = reading
        ranked = sorted(best.values(), key=lambda each: (-each.score, each.query))
        found = self._answered(ranked[:_CANDIDATES], most)
        return [replace(each, confidence=_confidence(each, question)) for each in found]

    def _all(self, question: Question) -> Iterator[Reading]:
        likenesses = defaultdict[str, list[Likeness]](list)
        for likeness in self._book.likenesses(question.terms):
            likenesses[likeness.phrasing.query].append(likeness)
        for name, near in likenesses.items():
            query = self._catalogue[name]
            nearest = nlargest(_PHRASINGS, near, key=_promise)
            for filling in self._fitter.fillings(query, question):
                scorer = _Scorer(query, question, filling, self._book)
                yield from map(scorer.reading, nearest)

    def _answered(self, ranked: Sequence[Reading], most: int) -> list[Reading]:
        """The best by score, looking up an answer only where it decides."""
        heap = [(-each.score, place, False) for place, each in enumerate(ranked)]
        heapify(heap)
        found: list[Reading] = []
        while heap and len(found) < most:
            minus, place, seen = heappop(heap)
            if seen:
                found.append(replace(ranked[place], score=-minus))
            elif left := self._left(ranked[place]):
                heappush(heap, (minus * left, place, True))
        return found

    def _left(self, reading: Reading) -> float:
        """What is left of a reading: nothing where its thing does not fit the query at all."""
        query = self._catalogue[reading.query]
        if not reading.values or self._fitter.answers(query, reading.values):
            return 1.0
        free = [p.name for p in query.parameters if p.type == "iri" and p.options is None]
        return 0.0 if any(name in reading.values for name in free) else _NO_ANSWER


class _Scorer:
    """One query with one filling, to be held beside each phrasing of the query."""

    def __init__(
        self, query: CannedQuery, question: Question, filling: Filling, book: Phrasebook
    ) -> None:
        self._query = query
        self._question = question
        self._filling = filling
        places = filling.places
        rest = [n for n in range(len(question.terms)) if n not in places]
        self._weights = {n: book.weight(question.terms[n]) for n in rest}
        self._covers = {n: book.covers(query.name, question.terms[n]) for n in rest}
        self._telling = [n for n in rest if question.words[n].stem not in lexicon.idle()]
        self._leads = {
            name: lead(question.words, min(value.places)) for name, value in filling.values.items()
        }
        terms = [question.terms[n] for n in rest]
        resemblance = book.resemblance(query.name, terms, filling.values)
        self._common = (resemblance + 0.01) ** _RESEMBLANCE
        if query.theme == _GENERIC_THEME:
            self._common *= _GENERIC
        if filling.passed:
            self._common *= _PASSED
        if not filling.values and any(m.surety > _WHOLE_NAME for m in question.mentions):
            self._common *= _UNUSED

    def reading(self, likeness: Likeness) -> Reading:
        """The query so filled, as this phrasing would ask it."""
        said, heard = self._said(likeness), self._heard(likeness.heard)
        score = said**_SAID * heard**_HEARD * self._common
        score *= likeness.phrasing.good * self._flaws(likeness.phrasing.slots)
        score *= self._unexplained(likeness.heard)
        unplaced = (n for n, cover in self._covers.items() if not cover and n not in likeness.heard)
        return Reading(self._query.name, self._filling.values, score, tuple(unplaced))

    def _said(self, likeness: Likeness) -> float:
        """The part of the phrasing that the question says."""
        said, whole = likeness.said, likeness.whole + _EASE
        for parameter in self._query.parameters:
            if parameter.name in likeness.phrasing.slots:
                is_open = parameter.type == "iri" and parameter.options is None
                weight = _OPEN_SLOT if is_open else _SLOT
                whole += weight
                value = self._filling.values.get(parameter.name)
                said += weight * value.surety if value else 0.0
        return said / whole

    def _heard(self, matched: Mapping[int, float]) -> float:
        """The part of the question that the phrasing, the query and the values account for."""
        values = self._filling.values.values()
        heard = sum(_SLOT * value.surety for value in values)
        total = _SLOT * len(values)
        for place, weight in self._weights.items():
            heard += weight * max(matched.get(place, 0.0), self._covers[place])
            total += weight
        return heard / total if total else 0.0

    def _flaws(self, slots: Mapping[str, str]) -> float:
        """What is left where a value has no slot or another lead, or a parameter has no value."""
        values = self._filling.values
        left = _NO_SLOT ** len(set(values) - set(slots))
        for name in set(values) & set(slots):
            if slots[name] != self._leads[name]:
                left *= _OTHER_LEAD
        for parameter in self._query.parameters:
            needed = parameter.type not in {"language", "boolean"} and not parameter.optional
            if needed and parameter.name not in values:
                left *= _MISSING if parameter.name in slots else _DEFAULT
        return left

    def _unexplained(self, matched: Mapping[int, float]) -> float:
        """What is left for the telling words that neither phrasing nor query accounts for."""
        left = 1.0
        for place in self._telling:
            unheard = 1 - max(matched.get(place, 0.0), self._covers[place])
            left *= 1 - unheard * self._weights[place] * self._loss(place)
        return left

    def _loss(self, place: int) -> float:
        """What an unexplained word takes away."""
        if place and self._question.words[place].is_name:
            return _FOREIGN
        return _ELSEWHERE if self._question.terms[place] else _STRANGE


def _promise(likeness: Likeness) -> float:
    """How good a phrasing may turn out to be: as if all its slots were filled."""
    slots = _SLOT * len(likeness.phrasing.slots)
    return (likeness.said + slots) / (likeness.whole + slots + _EASE)


def _confidence(reading: Reading, question: Question) -> float:
    """How likely a reading is right: a long question is never said whole, a foreign name counts."""
    left = math.sqrt(min((value.surety for value in reading.values.values()), default=1.0))
    sure = reading.score * left * math.sqrt(min(max(len(question.words), _SHORT), _LONG))
    return sure**2 / (sure**2 + _EVEN**2)
