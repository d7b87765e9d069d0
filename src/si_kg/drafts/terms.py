"""The names of things in a text: in any form, in compounds, and of two that overlap the longest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Self

from si_kg.drafts.tokens import Token, glued, hyphenated, tokens
from si_kg.questions.words import stem

# a word is a form of a name where they begin alike for so many letters, and for so great a part
_ALIKE_LETTERS, _ALIKE_PART = 5, 0.7
# a compound: so many letters of a name, a linking sound, so many letters of something else
_HEAD, _REST = 6, 4
_LINKS = ("s", "en", "e", "n", "")
_LONGEST_ACRONYM = 5


class Name(NamedTuple):
    """What a thing (IRI) is called."""

    text: str
    thing: str


class Use(NamedTuple):
    """A thing (IRI) named in a text, from `start` up to `end`."""

    thing: str
    start: int
    end: int


@dataclass(frozen=True)
class Terms:
    """Names by the stems of their words."""

    names: Mapping[tuple[str, ...], Sequence[Name]]
    longest: int

    @classmethod
    def of(cls, names: Iterable[Name]) -> Self:
        """Of names, the weightier ones first: a name that two things share is that of the first."""
        found: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        for name in names:
            for key in _keys(name.text):
                found[key].append(name)
        return cls(dict(found), max(map(len, found), default=0))

    def uses(self, text: str, words: Sequence[Token]) -> list[Use]:
        """The things named in the text, whose words are given, in order."""
        taken: set[int] = set()
        found = []
        candidates = sorted(self._candidates(text, words), key=lambda c: (c[0] - c[1], c[0]))
        for first, after, thing in candidates:
            if taken.isdisjoint(range(first, after)):
                taken.update(range(first, after))
                found.append(Use(thing, words[first].start, words[after - 1].end))
        return sorted(found, key=lambda use: use.start)

    def _candidates(self, text: str, words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Stretches of words, as first and after last, and the thing each may name."""
        for first in range(len(words)):
            stems: tuple[str, ...] = ()
            for after in range(first + 1, min(first + self.longest, len(words)) + 1):
                if after > first + 1 and not glued(text, words[after - 2], words[after - 1]):
                    break
                if thing := self._named(text, stems, words[first:after]):
                    yield first, after, thing
                stems = (*stems, words[after - 1].stem)

    def _named(self, text: str, before: tuple[str, ...], words: Sequence[Token]) -> str | None:
        """The thing that these words name; `before` are the stems of all but the last of them."""
        last = words[-1]
        written = text[words[0].start : last.end]
        for name in self.names.get((*before, last.stem), ()):
            if _fits(name.text, written, last.folded):
                return name.thing
        if len(words) == 2 and hyphenated(text, words[0], last):  # noqa: PLR2004 (co and productie)
            whole = words[0].folded + last.folded
            for name in self.names.get((stem(whole),), ()):
                return name.thing
        for head, key in _heads(last.folded):
            for name in self.names.get((*before, key), ()):
                if _fits(name.text, head, head) and not _is_acronym(name.text):
                    return name.thing
        return None


def _keys(name: str) -> set[tuple[str, ...]]:
    """The stems of the words of a name, also with what a hyphen parts as one word."""
    apart = tuple(token.stem for token in tokens(name))
    joined = tuple(token.stem for token in tokens(name.replace("-", "")))
    return {key for key in (apart, joined) if key}


def _fits(name: str, written: str, last: str) -> bool:
    """Whether a word is a form of a name whose stem it shares, and not of its family only."""
    if _is_acronym(name):
        return written == name
    return any(_alike(word, last) for word in _last_words(name))


def _alike(word: str, other: str) -> bool:
    pairs = enumerate(zip(word, other, strict=False))
    shared = next((n for n, (a, b) in pairs if a != b), min(len(word), len(other)))
    longer = max(len(word), len(other))
    return word == other or shared >= max(min(_ALIKE_LETTERS, len(word)), _ALIKE_PART * longer)


@lru_cache(maxsize=10_000)
def _last_words(name: str) -> tuple[str, ...]:
    """The last word of a name, also with what a hyphen parts as one word."""
    return tuple(tokens(each)[-1].folded for each in (name, name.replace("-", "")))


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= _LONGEST_ACRONYM


@lru_cache(maxsize=50_000)
def _heads(folded: str) -> tuple[tuple[str, str], ...]:
    """What a compound may begin with, the longest first, and the stem of that."""
    found = []
    for cut in range(len(folded) - _REST, _HEAD - 1, -1):
        tail = folded[cut:]
        if any(tail.startswith(link) and len(tail) >= len(link) + _REST for link in _LINKS):
            found.append((folded[:cut], stem(folded[:cut])))
    return tuple(found)
