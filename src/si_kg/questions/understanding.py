"""From a question in plain words to the canned query that answers it, or a refusal to guess."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from si_kg.language import LANGUAGES
from si_kg.query_layer import QueryLayer
from si_kg.questions import lexicon
from si_kg.questions.faults import QuestionNotUnderstood, QuestionTooLong
from si_kg.questions.fillings import Fitter, Question
from si_kg.questions.mentions import Names
from si_kg.questions.phrasings import Phrasebook, known_words
from si_kg.questions.readings import Reader, Reading
from si_kg.questions.vocabulary import Vocabulary
from si_kg.questions.words import Word, words
from si_kg.results import Result
from si_kg.search_index import SearchIndex

LONGEST = 500
# below this a reading is a guess; what comes this near to the best is offered beside it
SURE_ENOUGH, NEAR = 0.5, 0.6
_READINGS, _NAMED = 4, 3


@dataclass(frozen=True)
class Understanding:
    """A question, the language it is in, and what it may mean, the likeliest first.

    `unknown` are words that nothing in the graph or its queries has, `unplaced` those that the
    likeliest reading has no place for.
    """

    question: str
    language: str
    readings: Sequence[Reading]
    unknown: Sequence[str]
    unplaced: Sequence[str]

    @property
    def reading(self) -> Reading | None:
        """The likeliest reading, if it is sure enough to answer."""
        likeliest = next(iter(self.readings), None)
        return likeliest if likeliest and likeliest.confidence >= SURE_ENOUGH else None

    @property
    def others(self) -> list[Reading]:
        """The other readings that come near the likeliest."""
        return [r for r in self.readings[1:] if r.score >= NEAR * self.readings[0].score]


@dataclass(frozen=True)
class Answered:
    """What was understood of a question, and the answer of the query that it asks for."""

    understanding: Understanding
    reading: Reading
    result: Result

    @property
    def others(self) -> list[Reading]:
        """What the question may have meant instead."""
        return self.understanding.others


class Listener:
    """Understands questions about one graph; the first takes longer, for all names are read."""

    def __init__(self, layer: QueryLayer, index: SearchIndex | None = None) -> None:
        self._layer = layer
        self._index = index

    def understand(self, question: str) -> Understanding:
        """What the question may mean; raises QuestionTooLong."""
        if len(question) > LONGEST:
            raise QuestionTooLong(length=len(question), most=LONGEST)
        said = words(question)
        terms = [self._vocabulary.terms(word) for word in said]
        taken = Question(said, terms, self._names.mentions(said, terms))
        readings = self._reader.readings(taken, _READINGS)
        unknown = (word for word, meant in zip(said, terms, strict=True) if not meant)
        unplaced = (said[place] for each in readings[:1] for place in each.unplaced if terms[place])
        return Understanding(
            question, self._language(said), readings, _telling(unknown), _telling(unplaced)
        )

    def answer(
        self, question: str, *, language: str | None = None, limit: int | None = None
    ) -> Answered:
        """The answer, in `language` or in that of the question.

        Raises QuestionTooLong, and QuestionNotUnderstood rather than guess.
        """
        return self.answered(self.understand(question), language=language, limit=limit)

    def answered(
        self, understood: Understanding, *, language: str | None = None, limit: int | None = None
    ) -> Answered:
        """The answer to what was understood; raises QuestionNotUnderstood where that is nothing."""
        reading = understood.reading
        if reading is None:
            raise self._refusal(understood)
        values = reading.things
        if "lang" in {p.name for p in self._layer.catalogue[reading.query].parameters}:
            values["lang"] = language or understood.language
        return Answered(understood, reading, self._layer.query(reading.query, values, limit=limit))

    def _refusal(self, understood: Understanding) -> QuestionNotUnderstood:
        """The error that says what was not understood, with the queries that come nearest."""
        names = dict.fromkeys(reading.query for reading in understood.readings)
        nearest = [(name, self._layer.catalogue[name].summary) for name in list(names)[:_NAMED]]
        return QuestionNotUnderstood(understood.unknown, understood.unplaced, nearest)

    def _language(self, said: Sequence[Word]) -> str:
        """The language that has most of the words; that of the graph where none has."""
        counts = {
            language: sum(word.folded in lexicon.spoken()[language] for word in said)
            for language in LANGUAGES
        }
        most = max(counts.values())
        likely = [language for language in LANGUAGES if counts[language] == most]
        return likely[0] if len(likely) == 1 else self._layer.language

    @cached_property
    def _names(self) -> Names:
        return Names.of(self._index or SearchIndex.from_store(self._layer.store))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary.of(known_words(self._layer.catalogue.values()), self._names.forms)

    @cached_property
    def _reader(self) -> Reader:
        book = Phrasebook(list(self._layer.catalogue.values()))
        return Reader(self._layer.catalogue, book, Fitter(self._layer))


def _telling(found: Iterable[Word]) -> list[str]:
    """The words as they were written, each once, without those that say nothing."""
    told = (word.written for word in found if word.stem not in lexicon.idle())
    return list(dict.fromkeys(told))
