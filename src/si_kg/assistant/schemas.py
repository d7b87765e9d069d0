"""What a tool takes and gives, as JSON Schema (draft 2020-12)."""

from collections.abc import Iterable, Mapping
from typing import Any

from si_kg.assistant.inputs import COMMON, LIMIT, Input
from si_kg.language import Text

Schema = dict[str, Any]

_TYPES: Mapping[str, str] = {
    "integer": "integer",
    "year": "integer",
    "decimal": "number",
    "boolean": "boolean",
}
# what a value looks like, where the type alone does not tell
_FORMS = {
    "iri": Text("naam, korte naam of IRI", "label, slug or IRI"),
    "year": Text("vier cijfers", "four digits"),
    "date": Text("als 2026-01-31", "such as 2026-01-31"),
}
_LISTED = Text("de tool `{}` toont ze", "the tool `{}` lists them")
_TEXT: Schema = {"type": "string"}
_CELL: Schema = {"type": ["string", "null"]}


def input_schema(inputs: Iterable[Input], page: int) -> Schema:
    """An object with these arguments, those that every tool takes, and no others.

    `page` is the number of rows that the tool gives unless asked.
    """
    own = tuple(inputs)
    schema: Schema = {
        "type": "object",
        "properties": {each.name: _argument(each) for each in (*own, *COMMON)},
        "additionalProperties": False,
    }
    schema["properties"][LIMIT.name]["default"] = page
    required = [each.name for each in own if each.required]
    return schema | ({"required": required} if required else {})


def output_schema(columns: Iterable[str] | None, facts: Iterable[str] = ()) -> Schema:
    """An answer whose rows have these columns (None: any), with `facts` beside them."""
    return {
        "type": "object",
        "properties": {
            **dict.fromkeys(facts, _CELL),
            "rows": {"type": "array", "items": _row(columns)},
            "sources": {"type": "array", "items": _PLACES},
            "truncated": {"type": "boolean"},
            "next_offset": {"type": ["integer", "null"]},
            "version": _CELL,
            "citation": _CELL,
        },
        "required": ["rows", "sources", "truncated", "next_offset", "version", "citation"],
    }


_PLACES: Schema = {
    "type": "object",
    "properties": {"iri": _TEXT, "places": {"type": "array", "items": _TEXT}},
    "required": ["iri", "places"],
}


def _row(columns: Iterable[str] | None) -> Schema:
    if columns is None:
        return {"type": "object", "additionalProperties": _CELL}
    names = list(columns)
    return {
        "type": "object",
        "properties": dict.fromkeys(names, _CELL),
        "required": names,
        "additionalProperties": False,
    }


def _argument(each: Input) -> Schema:
    kind = _TYPES.get(each.parameter.type, "string")
    value: Schema = {"type": kind}
    if each.choices or each.parameter.enum:
        value["enum"] = list(each.choices or each.parameter.enum)
    if each.bounds:
        value["minimum"], value["maximum"] = each.bounds
    schema: Schema = {"type": "array", "items": value} if each.many else value
    if each.default is not None:
        schema["default"] = _typed(kind, each.default)
    if each.example is not None:
        schema["examples"] = [_typed(kind, each.example)]
    return schema | {"description": f"{_described(each, 'nl')} | {_described(each, 'en')}"}


def _described(each: Input, language: str) -> str:
    """`Concept (label, slug or IRI; the tool `concepts` lists them)`."""
    parameter = each.parameter
    form = "" if each.choices else _FORMS.get(parameter.type, Text("", "")).in_(language)
    listed = _LISTED.in_(language).format(parameter.options) if parameter.options else ""
    notes = "; ".join(filter(None, (form, listed)))
    label = parameter.label.in_(language)
    return f"{label} ({notes})" if notes else label


def _typed(kind: str, text: str) -> str | int | float | bool:
    match kind:
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "boolean":
            return text == "true"
    return text
