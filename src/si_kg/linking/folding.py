"""Fold names so that spelling, number, word order and compounds no longer set them apart."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from si_kg.search_index import fold

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’`´]")
_EMPTY_WORDS = (
    "de het een der den des van voor in op en of te met aan bij tot om over door uit als "
    "the a an of for on and or to with at by from"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_TURNING = frozenset({"of", "for", "van", "voor", "der", "des"})
# British to American, on both sides, so that what it does to other words does no harm
_SPELLINGS = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"is(?=(e|ed|er|ing)$)"), "iz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"tre$"), "ter"),
    (re.compile(r"programme"), "program"),
)
_LONG_VOWEL = re.compile(r"([aeou])\1")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_SHORTEST_PART, _SHORTEST_STEM = 4, 4


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, without capitals, accents and marks.

    >>> words("Burgers’ coöperatie (wijk)")
    ('burgers', 'cooperatie', 'wijk')
    """
    return tuple(_WORD.findall(_APOSTROPHE.sub("", fold(text))))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """One form for singular and plural, for inflected Dutch and for both English spellings.

    >>> [stem(word) for word in ("sociale", "sociaal", "social")]
    ['social', 'social', 'social']
    >>> stem("gezinnen") == stem("gezin"), stem("wetten") == stem("wet")
    (True, True)
    >>> stem("organisations") == stem("organization"), stem("subsidies") == stem("subsidie")
    (True, True)
    """
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return _LONG_VOWEL.sub(r"\1", _without_ending(word))


def stems(found: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that carry meaning; of all words where none does."""
    given = tuple(found)
    return tuple(stem(word) for word in given if word not in _EMPTY) or tuple(map(stem, given))


def turned(found: Collection[str]) -> bool:
    """Whether a name puts its last word first, as ‘care for the elderly’ does."""
    return bool(_TURNING.intersection(found))


class Compounds:
    """Takes compounds apart into words that stand by themselves elsewhere."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._apart: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The two stems that a compound is made of, or its own stem alone.

        >>> Compounds({"ouder", "zorg"}).parts("ouderenzorg")
        ('ouder', 'zorg')
        """
        if word not in self._apart:
            self._apart[word] = self._split(word) or (stem(word),)
        return self._apart[word]

    def apart(self, found: Iterable[str], language: str = "") -> tuple[str, ...]:
        """The stems of a name with compounds apart; English writes its compounds apart already."""
        if language == "en":
            return stems(found)
        given = tuple(found)
        bearing = [word for word in given if word not in _EMPTY] or given
        return tuple(part for word in bearing for part in self.parts(word))

    def _split(self, word: str) -> tuple[str, ...]:
        for place in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, last = stem(word[:place]), stem(word[place:])
            if last in self._known and first in self._known and _whole(first, word[:place]):
                return first, last
        return ()


def _whole(first: str, written: str) -> bool:
    """Whether the first part is a word of some length, with at most a linking -s- or -en-."""
    return len(first) >= _SHORTEST_STEM and written[: len(first) - 1] == first[:-1]


def _without_ending(word: str) -> str:
    if len(word) <= _SHORTEST_STEM:
        return word
    if word.endswith(("ies", "ie")):
        return word.removesuffix("s").removesuffix("ie") + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > _SHORTEST_STEM + 1:
        word = _without_en(word) if word.endswith("en") else word.removesuffix("e")
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])


def _without_en(word: str) -> str:
    """The word without -en, and without the consonant that Dutch doubles before it."""
    return _DOUBLED.sub(r"\1", word.removesuffix("en"))
