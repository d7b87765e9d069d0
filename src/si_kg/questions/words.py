"""A question as words: folded, stemmed the same way in Dutch and English."""

import re
from functools import lru_cache
from typing import NamedTuple

from si_kg.search_index import fold

# a word may hold an apostrophe (programma's) or end in a plus (ESF+); a {slot} is a word too
_WORD = re.compile(r"\{\w+\}|\w+(?:[’']\w{1,2}\b)?\+?")
_POSSESSIVE = re.compile(r"[’'](?:s|n|er)$")
_DOUBLE = re.compile(r"([a-z])\1")
_PARTICIPLE = re.compile(r"^ge(\w{3,})[dt]$")
_AFTER_CONSONANT = re.compile(r"[^aeiou][dt]$")
_SOUND = str.maketrans("vzy", "fsi")
_SHORTEST = 3
# English for waren; without its ending it would be the Dutch word for weather
_WHOLE = frozenset(["were"])
# what inflection adds, the longest ending first; at least three letters stay
_ENDINGS = ("erende", "eerde", "eren", "eer", "ingen", "ing", "ed", "en", "er", "e")


class Word(NamedTuple):
    """A word as it was written, folded, and stemmed."""

    written: str
    folded: str
    stem: str

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name, which only tells within a sentence."""
        return len(self.written) > 1 and self.written[0].isupper()

    @property
    def is_slot(self) -> bool:
        """Whether this stands for a parameter in a phrasing."""
        return self.written.startswith("{")


def words(text: str) -> list[Word]:
    """The words of a text in order; a slot of a phrasing is a word with its braces.

    >>> [word.stem for word in words("Welke programma’s bevorderen {concept}?")]
    ['welk', 'programa', 'befor', '{concept}']
    """
    return [_word(match[0]) for match in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def _word(written: str) -> Word:
    folded = _POSSESSIVE.sub("", fold(written)).rstrip("+")
    return Word(written, folded, stem(folded))


@lru_cache(maxsize=50_000)
def stem(folded: str) -> str:
    """What the forms of a word have in common, roughly; Dutch and English alike.

    Snowball keeps initiatief and initiatieven apart, as it does subsidie and subsidies.

    >>> stem("initiatieven") == stem("initiatief"), stem("definities") == stem("definitie")
    (True, True)
    >>> stem("gedefinieerd") == stem("definieren"), stem("policies") == stem("policy")
    (True, True)
    """
    bare = _PARTICIPLE.sub(r"\1t", folded)
    if not folded.isalpha() or folded in _WHOLE:
        return folded
    if not bare.endswith("ss"):
        bare = _without(bare, "s")
    if len(bare) > _SHORTEST + 1 and bare.endswith(("ie", "y")):
        bare = bare.removesuffix("e").removesuffix("y").removesuffix("i") + "i"
    for _ in range(2):
        bare = _shorter(bare)
    return _DOUBLE.sub(r"\1", bare).translate(_SOUND)


def _shorter(bare: str) -> str:
    """Without one inflection: a t or d after a consonant, then one of the endings, then an s."""
    if len(bare) > _SHORTEST and _AFTER_CONSONANT.search(bare):
        bare = bare[:-1]
    ending = next((e for e in _ENDINGS if bare.endswith(e) and len(bare) >= len(e) + 3), "")
    return _without(bare.removesuffix(ending), "s")


def _without(bare: str, last: str) -> str:
    return bare.removesuffix(last) if len(bare) > _SHORTEST + 1 else bare
