"""Names as the last part of an IRI."""

import re
from hashlib import sha256

from si_kg.search_index import fold

_APART = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"})
_LONGEST, _ENOUGH = 80, 10


def slug(name: str) -> str:
    """`name` in small letters, digits and hyphens; a name in another script becomes a number.

    >>> slug("De Lange Tafel (Coöperatie U.A.)"), slug("北京")
    ('de-lange-tafel-cooperatie-u-a', 'x-68c77e1551')
    """
    found = _APART.sub("-", fold(name).translate(_LETTERS)).strip("-")
    if not found:
        return f"x-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:_ENOUGH]}"
    if len(found) <= _LONGEST:
        return found
    tail = sha256(found.encode()).hexdigest()[:_ENOUGH]
    return f"{found[: _LONGEST - _ENOUGH - 1].rstrip('-')}-{tail}"
