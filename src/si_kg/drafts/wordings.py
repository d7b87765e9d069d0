"""Wordings in a sentence: words in any form that stand close together, in any order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from si_kg.drafts.thresholds import CLAIM_WINDOW
from si_kg.drafts.tokens import Token, tokens

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Wording:
    """The stems of a few words that belong together."""

    stems: tuple[str, ...]

    def found(self, words: Sequence[Token]) -> tuple[int, int] | None:
        """Where the wording stands first in these words: from the first of its words to the last.

        >>> text = "Het bespaart de gemeente kosten."
        >>> wording("kosten besparen").found(tokens(text))
        (4, 31)
        """
        places = [[w for w in words if w.stem == stem] for stem in self.stems]
        if not all(places):
            return None
        order = {w.start: place for place, w in enumerate(words)}
        for anchor in places[0]:
            near = [min(here, key=lambda w: abs(w.start - anchor.start)) for here in places]
            if max(order[w.start] for w in near) - min(order[w.start] for w in near) < CLAIM_WINDOW:
                return min(w.start for w in near), max(w.end for w in near)
        return None


@lru_cache(maxsize=1000)
def wording(text: str) -> Wording:
    """A wording by its words, in any form."""
    return Wording(tuple(token.stem for token in tokens(text)))


@lru_cache
def read_words(name: str) -> Sequence[dict[str, Any]]:
    """The entries of a file of words that comes with this package."""
    text = (_HERE / name).read_text("utf-8")
    found: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    return tuple(found)


def wordings(entry: dict[str, Any]) -> tuple[Wording, ...]:
    """The wordings of an entry in both languages: a draft in one cites words of the other."""
    return tuple(wording(text) for language in ("nl", "en") for text in entry[language])
