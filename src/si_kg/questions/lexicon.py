"""Words that ask the same, in Dutch and English, and words that ask nothing.

The graph brings the names of things itself; `lists` holds only the words with which people ask
about them. A line of `senses.txt` is one sense, its Dutch words first.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from si_kg.language import LANGUAGES
from si_kg.questions.words import Word, words

_LISTS = Path(__file__).parent / "lists"


@cache
def senses() -> Mapping[str, frozenset[str]]:
    """The senses of each stem; a sense is named after its first word, with a # before it."""
    found = defaultdict[str, set[str]](set)
    for line in _read("senses").splitlines():
        first, *others = words(line)
        for word in (first, *others):
            found[word.stem].add(f"#{first.folded}")
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def light() -> frozenset[str]:
    """The stems of articles, prepositions and helping words: they carry no topic."""
    return frozenset(word.stem for word in words(_read("light")))


@cache
def chatter() -> frozenset[str]:
    """The stems of words with which people come to their question, or speak of themselves."""
    return frozenset(word.stem for word in words(_read("chatter")))


@cache
def idle() -> frozenset[str]:
    """The stems that say nothing of what a question is about."""
    return light() | chatter()


@cache
def spoken() -> Mapping[str, frozenset[str]]:
    """The folded words that only one of the languages has, by language."""
    halves = {language: set[str]() for language in LANGUAGES}
    for name in ("senses", "light", "chatter"):
        for line in _read(name).splitlines():
            for language, half in zip(LANGUAGES, line.split("|"), strict=False):
                halves[language] |= {word.folded for word in words(half)}
    both = halves["nl"] & halves["en"]
    return {language: frozenset(half - both) for language, half in halves.items()}


@cache
def all_words() -> tuple[Word, ...]:
    """Every word of the lists."""
    return tuple(word for name in ("senses", "light", "chatter") for word in words(_read(name)))


def _read(name: str) -> str:
    return (_LISTS / f"{name}.txt").read_text("utf-8")
