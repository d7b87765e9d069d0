"""The words of a text with their places, folded and stemmed as questions are."""

import re
from typing import NamedTuple

from si_kg.questions.words import stem
from si_kg.search_index import fold

_WORD = re.compile(r"[^\W_]+(?:[’'](?=\w)[^\W_]{1,2}\b)?\+?")
_POSSESSIVE = re.compile(r"[’'](?:s|n|er)$")
# what may stand between the words of one name
_GLUE = re.compile(r"[ \u00a0]{1,2}|[-‐‑/]")


class Token(NamedTuple):
    """A word: where it begins and ends, folded, and its stem."""

    start: int
    end: int
    folded: str
    stem: str


def tokens(text: str) -> list[Token]:
    """The words of the text in order; a hyphen parts two words.

    >>> [token.folded for token in tokens("Co-creatie in programma’s")]
    ['co', 'creatie', 'in', 'programma']
    """
    found = []
    for match in _WORD.finditer(text):
        folded = _POSSESSIVE.sub("", fold(match[0])).rstrip("+")
        found.append(Token(match.start(), match.end(), folded, stem(folded)))
    return found


def glued(text: str, one: Token, other: Token) -> bool:
    """Whether only a space or a hyphen stands between two words."""
    return _GLUE.fullmatch(text, one.end, other.start) is not None


def hyphenated(text: str, one: Token, other: Token) -> bool:
    """Whether only a hyphen stands between two words."""
    return other.start == one.end + 1 and text[one.end] in "-‐‑"
