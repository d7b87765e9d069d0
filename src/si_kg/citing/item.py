"""A reference as CSL-JSON has it: the one model from which all forms are written.

Names of fields and types are those of the Citation Style Language 1.0.2. All types that a source
of the graph can have are meant, so that sources and definitions are written as answers are.
"""

from collections.abc import Sequence
from datetime import date
from typing import Required, TypedDict

Name = TypedDict(
    "Name",
    {"family": str, "given": str, "non-dropping-particle": str, "suffix": str, "literal": str},
    total=False,
)
Day = TypedDict(
    "Day", {"date-parts": Required[Sequence[Sequence[int]]], "circa": bool}, total=False
)
Item = TypedDict(
    "Item",
    {
        "id": Required[str],
        "type": Required[str],
        "title": str,
        "title-short": str,
        "author": Sequence[Name],
        "editor": Sequence[Name],
        "container-title": str,
        "publisher": str,
        "publisher-place": str,
        "issued": Day,
        "accessed": Day,
        "collection-title": str,
        "collection-number": str,
        "genre": str,
        "number": str,
        "volume": str,
        "issue": str,
        "page": str,
        "edition": str,
        "version": str,
        "DOI": str,
        "ISBN": str,
        "ISSN": str,
        "URL": str,
        "language": str,
        "abstract": str,
        "note": str,
    },
    total=False,
)

# stands last among the authors where the graph does not name them all; citation processors write
# `et al.` for it, and it is BibTeX's own word
OTHERS: Name = {"literal": "others"}


def on(day: date) -> Day:
    """A day as CSL-JSON has it.

    >>> on(date(2026, 1, 31))
    {'date-parts': [[2026, 1, 31]]}
    """
    return {"date-parts": [[day.year, day.month, day.day]]}


def dated(day: Day, between: str = "-") -> str:
    """A year, month or day in figures.

    >>> dated({"date-parts": [[2026, 1]]}), dated(on(date(2026, 1, 31)), "/")
    ('2026-01', '2026/01/31')
    """
    year, *rest = day["date-parts"][0]
    return between.join([f"{year:04}", *(f"{part:02}" for part in rest)])
