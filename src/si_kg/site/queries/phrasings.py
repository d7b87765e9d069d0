"""How people ask a canned query, with the names of what is filled in."""

import re
from collections.abc import Mapping, Sequence

from si_kg.catalogue import CannedQuery

_SLOT = re.compile(r"\{(\w+)\}")


def phrasings(query: CannedQuery, names: Mapping[str, str], language: str) -> Sequence[str]:
    """The questions in this language; a slot without a name says what would stand there."""
    labels = {each.name: f"… ({each.label.in_(language).lower()})" for each in query.parameters}
    known = labels | {name: value for name, value in names.items() if value}
    return [
        _SLOT.sub(lambda slot: known.get(slot[1], slot[0]), asked)
        for asked in query.questions.get(language, ())
    ]
