"""Texts by their words alone, so that two that say the same are the same."""

import re

from si_kg.search_index import fold

# a longer text is no name
LONGEST = 500
_WORD = re.compile(r"[^\W_]+")


def key(text: str) -> str:
    """The words of a text, without capitals and accents; nothing of one too long for a name.

    >>> key("  Coöperatie ‘De Hoop’! ")
    'cooperatie de hoop'
    """
    return " ".join(_WORD.findall(fold(text))) if len(text) <= LONGEST else ""
