"""Which words of a question may fill which parameter of a query."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.catalogue import VALUES_ROW, CannedQuery
from si_kg.namespaces import ONTOLOGY, prologue
from si_kg.parameters import Parameter, iri
from si_kg.query_layer import QueryLayer
from si_kg.questions import lexicon
from si_kg.questions.mentions import Mention
from si_kg.questions.vocabulary import Terms
from si_kg.questions.words import Word, words
from si_kg.store import rows

_SHAPES = {"year": re.compile(r"(?:19|20)\d\d"), "integer": re.compile(r"\d{1,4}")}
# words with which something is asked on top of the usual
_ALSO = frozenset(
    ["ook", "inclusief", "mee", "zelfs", "also", "too", "including", "include", "even"]
)
# an optional parameter is passed over less gladly when a thing fits it this surely
_SURE = 0.8
_MOST = 4
_TERMS = f"""
{prologue("owl")}
SELECT DISTINCT ?term WHERE {{
  VALUES ?kind {{ owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }}
  ?term a ?kind
}}
"""


class Value(NamedTuple):
    """What a parameter takes, the places of the words that say so, and how surely they do."""

    value: str
    places: frozenset[int]
    surety: float = 1.0


class Filling(NamedTuple):
    """Values for the parameters of a query; `passed` where a mention that fits was left out."""

    values: Mapping[str, Value]
    passed: bool = False

    @property
    def places(self) -> frozenset[int]:
        """The places of all words that say a value."""
        return frozenset(place for value in self.values.values() for place in value.places)


@dataclass(frozen=True)
class Question:
    """A question taken apart: its words, what each may stand for, the things it may name."""

    words: Sequence[Word]
    terms: Sequence[Terms]
    mentions: Sequence[Mention]


class Fitter:
    """Knows what each parameter of the catalogue may take."""

    def __init__(self, layer: QueryLayer) -> None:
        self._layer = layer
        self._options: dict[str, Collection[str]] = {}
        self._answered: dict[tuple[str, str], bool] = {}
        # the graph's own vocabulary, which a question names only where a list of options has it
        self._terms = {term.value for (term,) in rows(layer.store, _TERMS)}

    def fillings(self, query: CannedQuery, question: Question) -> Iterator[Filling]:
        """Every way to fill the parameters: with literals only, and with each thing that fits."""
        plain: dict[str, Value] = {}
        things: list[tuple[str, Mention]] = []
        for parameter in query.parameters:
            if parameter.type == "iri":
                fitting = (m for m in question.mentions if self._fits(query, parameter, m.thing))
                things += [(parameter.name, m) for m, _ in zip(fitting, range(_MOST), strict=False)]
            elif value := _literal(parameter, question):
                plain[parameter.name] = value
        yield Filling(plain, passed=any(mention.surety > _SURE for _, mention in things))
        for name, mention in things:
            value = Value(mention.thing, mention.places, mention.surety)
            yield Filling({**plain, name: value})

    def answers(self, query: CannedQuery, values: Mapping[str, Value]) -> bool:
        """Whether the graph has any row for the query with these values."""
        text = query.with_terms(query.terms({n: v.value for n, v in values.items()}, _term))
        key = (query.name, text)
        if key not in self._answered:
            found = self._layer.store.query(text)
            self._answered[key] = (
                isinstance(found, ox.QueryBoolean) or next(iter(found), None) is not None
            )
        return self._answered[key]

    def _fits(self, query: CannedQuery, parameter: Parameter, thing: str) -> bool:
        """Whether the options list a thing; without options, whether it is like the default."""
        if parameter.options is None:
            return thing not in self._terms and thing.startswith(ONTOLOGY) == _of_ontology(
                query.text, parameter.name
            )
        if parameter.options not in self._options:
            listed = rows(self._layer.store, self._layer.bound(parameter.options))
            self._options[parameter.options] = {thing.value for thing, *_ in listed}
        return thing in self._options[parameter.options]


@cache
def _of_ontology(text: str, parameter: str) -> bool:
    """Whether the default of a parameter is a value of the ontology, such as a level."""
    defaults = {row[1]: row[2].strip() for row in VALUES_ROW.finditer(text)}
    return defaults[parameter].startswith(("si:", f"<{ONTOLOGY}"))


def _literal(parameter: Parameter, question: Question) -> Value | None:
    """The year or number in the question, or true where it asks for what the parameter adds."""
    if parameter.type == "boolean":
        return _addition(parameter, question)
    shape = _SHAPES.get(parameter.type)
    for place, word in enumerate(question.words):
        if shape and shape.fullmatch(word.folded):
            return Value(word.folded, frozenset([place]))
    return None


def _addition(parameter: Parameter, question: Question) -> Value | None:
    named = {w.stem for text in parameter.label for w in words(text)} - lexicon.light()
    senses = named.union(*(lexicon.senses().get(word, ()) for word in named))
    places = {place for place, terms in enumerate(question.terms) if senses & set(terms)}
    more = {place for place, word in enumerate(question.words) if word.folded in _ALSO}
    return Value("true", frozenset(places | more)) if places - more and more else None


def _term(parameter: Parameter, value: str) -> str:
    return iri(value) if parameter.type == "iri" else parameter.term(value)
