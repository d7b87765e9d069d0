"""What a client asks, read from JSON and checked: queries to reconcile, cells to fill."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from si_kg.language import Text
from si_kg.reconciliation.faults import BatchTooLarge, JsonMalformed, PartRefused
from si_kg.reconciliation.keys import key

BATCH_SIZE = 50
_MOST_CANDIDATES, _USUAL_CANDIDATES = 50, 5
_MOST_IDS, _MOST_COLUMNS = 500, 50
_LONGEST_PLACE = 80
_MOST_TYPES, _MOST_EVIDENCE, _MOST_VALUES = 50, 10, 10
STRICTNESS = ("any", "all", "should")
_QUERY_KEYS = frozenset(["query", "type", "limit", "properties", "type_strict"])
_EXPECTED = {
    "object": Text("een object", "an object"),
    "list": Text("een lijst", "a list"),
    "text": Text("tekst", "text"),
    "type": Text("een type of een lijst van typen", "a type or a list of types"),
    "limit": Text("een geheel getal van 1 of meer", "a whole number of 1 or more"),
    "strict": Text("any, all of should", "any, all or should"),
    "value": Text(
        "een tekst, een getal, waar of onwaar, of een object met id",
        "a text, a number, true or false, or an object with id",
    ),
    "something": Text(
        "query (tekst) of ten minste één van properties",
        "query (text) or at least one of properties",
    ),
    "keys": Text(
        "alleen query, type, limit, properties en type_strict",
        "only query, type, limit, properties and type_strict",
    ),
    "setting": Text("een geheel getal van 0 of meer", "a whole number of 0 or more"),
    "content": Text("literal of id", "literal or id"),
}


@dataclass(frozen=True)
class Given:
    """A value that the client has for a property: the id of an entity, or a text."""

    id: str
    text: str

    @cached_property
    def key(self) -> str:
        """The text by its words alone."""
        return key(self.text)


@dataclass(frozen=True)
class Evidence:
    """What the client knows beside the name: a property, and the values that it may have."""

    property: str
    values: tuple[Given, ...]


@dataclass(frozen=True)
class Query:
    """One thing to find: its name (empty where none is given), kinds, evidence, how many."""

    text: str
    types: tuple[str, ...] = ()
    strict: str = "any"
    evidence: tuple[Evidence, ...] = ()
    limit: int = _USUAL_CANDIDATES


@dataclass(frozen=True)
class Column:
    """A property to be fetched: how many values at most (0: all), and entities as ids or names."""

    property: str
    limit: int = 0
    content: str = ""


@dataclass(frozen=True)
class Extension:
    """The entities for which columns are wanted."""

    ids: tuple[str, ...]
    columns: tuple[Column, ...]


def queries(text: str) -> dict[str, Query]:
    """A batch of queries, by their keys; raises JsonMalformed, BatchTooLarge or PartRefused.

    >>> queries('{"q0": {"query": "empowerment"}}')["q0"].text
    'empowerment'
    """
    batch = _object(_read(text, "queries"), "queries")
    if len(batch) > BATCH_SIZE:
        raise BatchTooLarge(most=BATCH_SIZE, what_nl="vragen", what_en="queries")
    return {name: _query(name, told) for name, told in batch.items()}


def extension(text: str) -> Extension:
    """A request for cells; raises JsonMalformed, BatchTooLarge or PartRefused.

    >>> extension('{"ids": ["empowerment"], "properties": [{"id": "iri"}]}').ids
    ('empowerment',)
    """
    told = _object(_read(text, "extend"), "extend")
    ids = _list(told.get("ids"), "ids")
    columns = _list(told.get("properties"), "properties")
    if len(ids) > _MOST_IDS:
        raise BatchTooLarge(most=_MOST_IDS, what_nl="ids", what_en="ids")
    if len(columns) > _MOST_COLUMNS:
        raise BatchTooLarge(most=_MOST_COLUMNS, what_nl="eigenschappen", what_en="properties")
    return Extension(
        tuple(dict.fromkeys(_text(each, "ids") for each in ids)),
        tuple(_column(each) for each in columns),
    )


def _read(text: str, name: str) -> Any:
    try:
        told = json.loads(text, parse_constant=_no_number)
        # half a surrogate pair can be read, and never be written
        json.dumps(told, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise JsonMalformed(name=name) from None
    return told


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _query(name: str, told: Any) -> Query:
    said = _object(told, name)
    if not _QUERY_KEYS.issuperset(said):
        raise _refused(name, "keys")
    text = _text(said.get("query", ""), f"{name}.query").strip()
    evidence = _list(said.get("properties", []), f"{name}.properties", _MOST_EVIDENCE)
    if "query" not in said and not evidence:
        raise _refused(name, "something")
    strict = said.get("type_strict", "any")
    if strict not in STRICTNESS:
        raise _refused(f"{name}.type_strict", "strict")
    return Query(
        text,
        _types(said.get("type", []), f"{name}.type"),
        strict,
        tuple(_evidence(each, f"{name}.properties") for each in evidence),
        _limit(said.get("limit", _USUAL_CANDIDATES), f"{name}.limit"),
    )


def _types(told: Any, where: str) -> tuple[str, ...]:
    """A type or a list of them; each may be an object that says its id."""
    listed = told if isinstance(told, list) else [told]
    if len(listed) > _MOST_TYPES:
        raise _refused(where, "type")
    named = [each.get("id") if isinstance(each, dict) else each for each in listed]
    texts = [each.strip() for each in named if isinstance(each, str)]
    if len(texts) < len(named):
        raise _refused(where, "type")
    return tuple(dict.fromkeys(filter(None, texts)))


def _evidence(told: Any, where: str) -> Evidence:
    said = _object(told, where)
    if "v" not in said:
        raise _refused(f"{where}.v", "value")
    value = said["v"]
    listed = _list(value, f"{where}.v", _MOST_VALUES) if isinstance(value, list) else [value]
    return Evidence(
        _text(said.get("pid"), f"{where}.pid"), tuple(_given(each, f"{where}.v") for each in listed)
    )


def _given(value: Any, where: str) -> Given:
    match value:
        case bool():
            return Given("", str(value).lower())
        case str():
            return Given("", value.strip())
        case int():
            return Given("", str(value))
        case float():
            return Given("", f"{value:g}")
        case {"id": str(known)}:
            name = value.get("name", "")
            return Given(known, name if isinstance(name, str) else "")
    raise _refused(where, "value")


def _limit(value: Any, where: str) -> int:
    """At most what one answer gives: a larger number is no fault."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 1:
        raise _refused(where, "limit")
    return int(min(value, _MOST_CANDIDATES))


def _column(told: Any) -> Column:
    said = _object(told, "properties")
    settings = _object(said.get("settings", {}), "settings")
    content = settings.get("content", "")
    if content not in ("", "literal", "id"):
        raise _refused("settings.content", "content")
    return Column(
        _text(said.get("id"), "properties.id"), _most(settings.get("limit", 0)), str(content)
    )


def _most(value: Any) -> int:
    """A number of values; clients send what somebody typed as text."""
    try:
        most = int(value or 0)
    except (TypeError, ValueError, OverflowError):
        raise _refused("settings.limit", "setting") from None
    if most < 0 or isinstance(value, bool):
        raise _refused("settings.limit", "setting")
    return most


def _object(told: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise _refused(where, "object")
    return told


def _list(told: Any, where: str, most: int | None = None) -> Sequence[Any]:
    if not isinstance(told, list):
        raise _refused(where, "list")
    if most is not None and len(told) > most:
        raise BatchTooLarge(most=most, what_nl=f"in {where}", what_en=f"in {where}")
    return told


def _text(told: Any, where: str) -> str:
    if not isinstance(told, str):
        raise _refused(where, "text")
    return told


def _refused(where: str, what: str) -> PartRefused:
    expected = _EXPECTED[what]
    return PartRefused(
        where=where[:_LONGEST_PLACE], expected_nl=expected.nl, expected_en=expected.en
    )
