"""Rows as JSON for programs, in the shapes that Datasette made common."""

import json
from collections.abc import Sequence

from si_kg.result_formats.sparql import write_json
from si_kg.results import Table


def shaped(found: Table, shape: str) -> list[object]:
    """The rows as "objects" or "array" (an object each), "arrays", or "arrayfirst" (one column).

    >>> from si_kg.language import Text
    >>> shaped(Table.from_values({"n": Text("Naam", "Name")}, [["delen"]]), "arrayfirst")
    ['delen']
    """
    records = found.records()
    if shape == "arrays":
        return [list(record.values()) for record in records]
    if shape == "arrayfirst":
        return [next(iter(record.values()), None) for record in records]
    return list(records)


def written(items: object) -> bytes:
    """A JSON document."""
    return write_json(items).encode()


def lines(items: Sequence[object]) -> bytes:
    """A JSON value a line."""
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items).encode()
