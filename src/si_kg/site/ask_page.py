"""A question in plain words: what was understood, the answer, or an honest refusal to guess."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from si_kg.catalogue import CannedQuery
from si_kg.labelling import labels_of
from si_kg.questions import lexicon
from si_kg.questions.faults import QuestionTooLong
from si_kg.questions.readings import Reading
from si_kg.questions.understanding import Understanding
from si_kg.questions.words import words as said_words
from si_kg.site import addresses
from si_kg.site.answers import answer, downloads, twins
from si_kg.site.found import Found, first
from si_kg.site.place import Place
from si_kg.site.queries.examples import Value, examples
from si_kg.site.queries.fields import is_needed
from si_kg.site.queries.phrasings import phrasings
from si_kg.site.view import View
from si_kg.site.words import answers as answer_words
from si_kg.site.words import finding as words
from si_kg.site.words import queries as query_words

# to begin with: one question of each kind that people ask first
_BEGINNINGS = (
    "definitions-of",
    "initiatives-in-place",
    "differs-from",
    "strictness",
    "knowledge-gaps",
)
_FOUND, _NEAREST = 8, 3


class Filled(NamedTuple):
    """A parameter and what it takes, in words; `assumed` where the question does not say it."""

    label: str
    value: str
    assumed: bool = False


class Meaning(NamedTuple):
    """A reading in words: the query, what is filled in, and the page that asks it."""

    query: CannedQuery
    values: list[Filled]
    address: str


def ask(place: Place) -> View:
    """The question in the address, understood and answered; a box where there is none."""
    question = place.visit.one("question")
    shown: dict[str, Any] = {
        "question": question,
        "error": "",
        "meaning": None,
        "answer": None,
        "downloads": [],
        "others": [],
        "nearest": [],
        "missed": [],
        "found": [],
        "examples": [] if question else list(_examples(place)),
    }
    found = _heard(place, question) if question else {}
    title = words.WORDS["ask_title"].in_(place.language)
    return View(
        "ask.html",
        f"{title}: {question[:100]}" if question else title,
        shown | {name: value for name, value in found.items() if name in shown},
        answer_words.WORDS | query_words.WORDS | words.WORDS,
        section="q",
        twins=found.get("twins", {}),
    )


def _heard(place: Place, question: str) -> dict[str, Any]:
    try:
        understood = place.graph.listener.understand(question)
    except QuestionTooLong as error:
        return {"error": error.message(place.language)}
    reading = understood.reading
    return _answered(place, understood, reading) if reading else _refused(place, understood)


def _answered(place: Place, understood: Understanding, reading: Reading) -> dict[str, Any]:
    query = place.graph.catalogue[reading.query]
    values = _values(place, query, reading)
    return {
        "meaning": _meaning(place, reading),
        "answer": answer(place, place.graph.asked(reading.query, values)),
        "downloads": downloads(query, values, place.language),
        "twins": twins(query, values, place.language),
        "others": [_meaning(place, each) for each in understood.others],
    }


def _refused(place: Place, understood: Understanding) -> dict[str, Any]:
    missed = list(dict.fromkeys([*understood.unknown, *understood.unplaced]))
    return {
        "missed": missed,
        "nearest": [_meaning(place, each) for each in understood.readings[:_NEAREST]],
        "found": _found(place, understood.question, missed),
    }


def _meaning(place: Place, reading: Reading) -> Meaning:
    query = place.graph.catalogue[reading.query]
    values = _values(place, query, reading)
    address = addresses.page(f"q/{query.name}", place.language, **values)
    return Meaning(query, list(_in_words(place, query, reading)), address)


def _values(place: Place, query: CannedQuery, reading: Reading) -> dict[str, str]:
    """What an address says for each parameter; for one that was not named, what stands for it."""
    said = {name: addresses.local(value) or value for name, value in reading.things.items()}
    return {name: each.value for name, each in _assumed(place, query, reading).items()} | said


def _assumed(place: Place, query: CannedQuery, reading: Reading) -> dict[str, Value]:
    """The parameters that cannot be left out and were not named, each with its default."""
    return {
        name: each
        for name, each in examples(place.graph, query).items()
        if name not in reading.things and is_needed(query.parameter(name))
    }


def _in_words(place: Place, query: CannedQuery, reading: Reading) -> Iterator[Filled]:
    things = reading.things
    kinds = {name: query.parameter(name).type for name in things}
    iris = [value for name, value in things.items() if kinds[name] == "iri"]
    named = labels_of(place.graph.store, iris, place.language)
    for name, value in things.items():
        label = query.parameter(name).label.in_(place.language)
        if kinds[name] == "boolean":
            yield Filled(label, query_words.TRUTHS[value].in_(place.language))
        else:
            yield Filled(label, named[value].value if kinds[name] == "iri" else value)
    for name, each in _assumed(place, query, reading).items():
        yield Filled(query.parameter(name).label.in_(place.language), each.label, assumed=True)


def _found(place: Place, question: str, missed: Collection[str]) -> list[Found]:
    """Things that carry the words that mean something here: all of them, or else any."""
    told = [
        word.written
        for word in said_words(question)
        if word.stem not in lexicon.idle() and word.written not in missed
    ]
    everything = first(place, " ".join(told), _FOUND) if told else ()
    each = (thing for word in told for thing in first(place, word, _NEAREST))
    found = {thing.iri: thing for thing in (everything or each)}
    return list(found.values())[:_FOUND]


def _examples(place: Place) -> Iterator[str]:
    """A question to begin with of each kind, with what stands in the query filled in."""
    catalogue = place.graph.catalogue
    for query in (catalogue[name] for name in _BEGINNINGS if name in catalogue):
        names = {name: each.label for name, each in examples(place.graph, query).items()}
        yield from phrasings(query, names, place.language)[:1]
