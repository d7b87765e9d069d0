"""All names and descriptions of a graph, folded, so that a search takes milliseconds."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from si_kg.namespaces import ID, ONTOLOGY, QUERY, expand, prologue
from si_kg.store import Store, rows

HEAD = f"""
{prologue("dcterms", "owl", "rdfs", "si", "skos")}
"""
_LABELS = "rdfs:label skos:prefLabel"
_OTHER_NAMES = "skos:altLabel skos:hiddenLabel skos:notation si:abbreviation si:formerName"
_DEFINITIONS = (
    "skos:definition dcterms:description si:paraphrase si:quotation si:quotationTranslation"
)
_SUPPORTING = f"""{HEAD}
SELECT DISTINCT ?thing WHERE {{
  {{ VALUES ?kind {{ si:Criterion si:Judgement si:Measurement si:Citation }} ?thing a ?kind }}
  UNION {{ ?definition si:hasTestClass ?thing }}
}}
"""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W_]+")
_MARK, _SPACES = re.compile(r"[^\w\n ]|_"), re.compile(r" {2,}")
# below this, and above this many characters, a likeness says nothing
_SHORTEST, _LONGEST, _LIKENESS = 4, 100, 80


class Match(IntEnum):
    """Why a thing was found, the best reason first."""

    LABEL = 0
    # who types EU means the Union, not all whose name begins with these letters
    OTHER_NAME = 1
    LABEL_START = 2
    LABEL_WORDS = 3
    OTHER_NAME_WORDS = 4
    DEFINITION = 5
    RESEMBLES = 6


class Fit(NamedTuple):
    """How well a thing fits what is wanted; the least is the best."""

    match: Match
    supporting: bool
    distance: float


def fold(text: str) -> str:
    """`text` without capitals and accents, so that `Coöperatie` and `cooperatie` are alike.

    >>> fold("Coöperatie — CAFÉ")
    'cooperatie — cafe'
    """
    return _NOT_ASCII.sub(_bare, text.casefold())


@dataclass(frozen=True)
class _Lines:
    """Folded texts, each on a line of one long text, and the thing that each is about."""

    things: Sequence[str]
    lines: Sequence[str]
    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, things: Sequence[str], texts: Iterable[str], *, names: bool) -> "_Lines":
        """Of things and the text of each; names keep only their words."""
        text = fold("\n".join(text.replace("\n", " ") for text in texts))
        lines = text.split("\n")
        if names:
            lines = [line.strip() for line in _words(text).split("\n")]
            text = "\n".join(lines)
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        return cls(things, lines, text, starts)

    def having(self, words: Iterable[str]) -> set[int]:
        """The numbers of the lines in which each of the words begins a word."""
        found: set[int] | None = None
        for word in words:
            here = set(self._with(word))
            found = here if found is None else found & here
            if not found:
                break
        return found or set()

    def _with(self, word: str) -> Iterator[int]:
        for match in re.finditer(re.escape(word), self.text):
            start = match.start()
            if not start or not self.text[start - 1].isalnum():
                yield bisect_right(self.starts, start) - 1


@dataclass(frozen=True)
class SearchIndex:
    """What things are called and how they are described, folded for searching."""

    labels: _Lines
    other_names: _Lines
    definitions: _Lines
    supporting: Collection[str]

    @classmethod
    def from_store(cls, store: Store) -> "SearchIndex":
        """All texts of the store, one query for each role of a text."""
        labelled, labels = _read(store, _LABELS)
        otherwise, others = _read(store, _OTHER_NAMES)
        defined, definitions = _read(store, _DEFINITIONS)
        slugs = set(labelled)
        return cls(
            _Lines.of(labelled, labels, names=True),
            _Lines.of([*otherwise, *slugs], [*others, *map(slug, slugs)], names=True),
            _Lines.of(defined, definitions, names=False),
            {thing.value for (thing,) in rows(store, _SUPPORTING)},
        )

    def fits(self, text: str, limit: int, allowed: Collection[str] | None) -> dict[str, Fit]:
        """How well each thing fits; likenesses count only where the rest is fewer than `limit`."""
        words = _WORD.findall(fold(slug(expand(text.strip()) or text)))
        best: dict[str, Fit] = {}
        self._keep(best, self._exact(words), allowed)
        if len(best) < limit:
            self._keep(best, self._alike(words), allowed)
        return best

    def _keep(
        self,
        best: dict[str, Fit],
        found: Iterable[tuple[str, Match, float]],
        allowed: Collection[str] | None,
    ) -> None:
        for thing, match, distance in found:
            if allowed is None or thing in allowed:
                fit = Fit(match, self._supports(thing), distance)
                best[thing] = min(fit, best.get(thing, fit))

    def _supports(self, thing: str) -> bool:
        """Whether a thing serves others (a criterion, a judgement, a term of the ontology)."""
        return thing in self.supporting or not thing.startswith(ID)

    def _exact(self, words: Sequence[str]) -> Iterator[tuple[str, Match, float]]:
        wanted, once = " ".join(words), list(dict.fromkeys(words))
        for number in self.labels.having(once):
            line = self.labels.lines[number]
            yield self.labels.things[number], _label_match(line, wanted), len(line) - len(wanted)
        for number in self.other_names.having(once):
            line = self.other_names.lines[number]
            match = Match.OTHER_NAME if line == wanted else Match.OTHER_NAME_WORDS
            yield self.other_names.things[number], match, len(line) - len(wanted)
        for number in self.definitions.having(once):
            length = len(self.definitions.lines[number])
            yield self.definitions.things[number], Match.DEFINITION, length

    def _alike(self, words: Sequence[str]) -> Iterator[tuple[str, Match, float]]:
        """Things whose name resembles the words, or holds words that resemble them."""
        from rapidfuzz import fuzz, process

        wanted = " ".join(words)
        if not _SHORTEST <= len(wanted) <= _LONGEST:
            return
        for names in (self.labels, self.other_names):
            near = process.extract_iter(
                wanted, names.lines, scorer=fuzz.ratio, score_cutoff=_LIKENESS
            )
            numbers = {number for _, _, number in near}
            known = sorted(set(names.text.split()))
            nearest = [
                process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
                for word in words
            ]
            meant = [choice[0] for choice in nearest if choice]
            if len(meant) == len(words):
                numbers |= names.having(meant)
            for number in numbers:
                likeness = fuzz.ratio(wanted, names.lines[number])
                yield names.things[number], Match.RESEMBLES, 100 - likeness


def _read(store: Store, properties: str) -> tuple[list[str], list[str]]:
    """The things that have one of these properties, and beside each its text."""
    text = f"""{HEAD}
    SELECT ?thing ?text WHERE {{
      ?thing {properties.replace(" ", "|")} ?text .
      FILTER (isIRI(?thing) && !STRSTARTS(STR(?thing), "{QUERY}"))
    }}"""
    things, texts = list[str](), list[str]()
    for thing, written in rows(store, text):
        things.append(thing.value)
        texts.append(written.value)
    return things, texts


def _words(text: str) -> str:
    """Lines without punctuation, a single space between words."""
    return _SPACES.sub(" ", _MARK.sub(" ", text))


def _label_match(line: str, wanted: str) -> Match:
    if line == wanted:
        return Match.LABEL
    return Match.LABEL_START if line.startswith(wanted) else Match.LABEL_WORDS


def _bare(match: re.Match[str]) -> str:
    """Letters without their accents."""
    parts = unicodedata.normalize("NFKD", match[0])
    return "".join(char for char in parts if not unicodedata.combining(char))


def slug(thing: str) -> str:
    """An IRI without our namespace; any other text as it is."""
    return thing.removeprefix(ID).removeprefix(ONTOLOGY)
