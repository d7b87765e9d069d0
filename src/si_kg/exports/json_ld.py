"""Triples as JSON-LD 1.1, compacted with the context of the graph: an object for each thing.

A value stands under the term of its property where it is as the context says; any other stands
under the prefixed name, written out in full. So nothing is lost, whatever the values are.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from si_kg.exports.faults import NotWritable
from si_kg.exports.json_ld_context import Context, Term
from si_kg.exports.rdf_lists import well_formed_lists
from si_kg.namespaces import PREFIXES

_TYPE = f"{PREFIXES['rdf']}type"
_STRING, _BOOLEAN = f"{PREFIXES['xsd']}string", f"{PREFIXES['xsd']}boolean"
_INTEGER = f"{PREFIXES['xsd']}integer"
_LARGEST = 2**53 - 1  # beyond it JSON readers differ in the number they read
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,15}")
_NODES = ("@id", "@vocab")
Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def write(triples: Sequence[ox.Triple], context: Context | None = None) -> bytes:
    """A document with the context in it; the triples come in the order in which they shall stand.

    Raises NotWritable for a triple about a triple, and for an IRI that begins as a prefix does.
    """
    context = context or Context.shipped()
    nodes = list(_Writer(context, well_formed_lists(triples)).nodes(triples))
    document = {"@context": context.definitions, "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


class _Writer:
    def __init__(self, context: Context, lists: Mapping[str, list[Object]]) -> None:
        self._context = context
        self._lists = lists

    def nodes(self, triples: Iterable[ox.Triple]) -> Iterator[dict[str, Any]]:
        for subject, about in groupby(triples, key=lambda triple: triple.subject):
            if self._in_list(subject):
                continue
            node: dict[str, Any] = {"@id": self._name(subject)}
            for of, said in groupby(about, key=lambda triple: triple.predicate.value):
                node |= self._entries(of, [triple.object for triple in said])
            yield node

    def _in_list(self, node: object) -> bool:
        return isinstance(node, ox.BlankNode) and node.value in self._lists

    def _entries(self, of: str, values: Sequence[Object]) -> Iterator[tuple[str, Any]]:
        """The values of a property under its term, and those that do not fit it beside that."""
        if of == _TYPE:
            term: Term | None = Term("type", of, "@vocab", frozenset())
        else:
            term = self._context.terms.get(of)
        fitting = [value for value in values if term and self._fits(term, value)]
        if term and "@list" in term.container and len(fitting) > 1:
            fitting = []
        others = [value for value in values if value not in fitting]
        if term and fitting:
            yield term.name, self._coerced(term, fitting)
        if others:
            key = self._context.curie(of) if term else self._context.word(of)
            yield key, _one_or_all([self._value(value) for value in others])

    def _fits(self, term: Term, value: Object) -> bool:
        if "@language" in term.container:
            return isinstance(value, ox.Literal) and bool(value.language)
        if "@list" in term.container:
            return self._in_list(value) and all(map(self._is_node, self._members(value)))
        if term.type in _NODES:
            return self._is_node(value)
        if term.type:
            return isinstance(value, ox.Literal) and value.datatype.value == term.type
        return True

    def _coerced(self, term: Term, values: Sequence[Object]) -> Any:
        if "@language" in term.container:
            return _by_language(values, always_lists="@set" in term.container)
        if "@list" in term.container:
            return [self._name(member) for member in self._members(values[0])]
        if term.type == "@vocab":
            return _one_or_all([self._word(value) for value in values])
        if term.type == "@id":
            return _one_or_all([self._name(value) for value in values])
        if term.type:
            return _one_or_all([value.value for value in values if isinstance(value, ox.Literal)])
        return _one_or_all([self._value(value) for value in values])

    def _is_node(self, value: Object) -> bool:
        return isinstance(value, ox.NamedNode | ox.BlankNode) and not self._in_list(value)

    def _members(self, value: Object) -> list[Object]:
        return self._lists[value.value] if isinstance(value, ox.BlankNode) else []

    def _name(self, node: object) -> str:
        if isinstance(node, ox.NamedNode):
            return self._context.curie(node.value)
        if isinstance(node, ox.BlankNode):
            return f"_:{node.value}"
        raise NotWritable(value=str(node), form="JSON-LD")

    def _word(self, node: object) -> str:
        return (
            self._context.word(node.value) if isinstance(node, ox.NamedNode) else self._name(node)
        )

    def _value(self, value: Object) -> Any:
        if self._in_list(value):
            return {"@list": [self._value(member) for member in self._members(value)]}
        if not isinstance(value, ox.Literal):
            return {"@id": self._name(value)}
        if value.language:
            return {"@language": value.language, "@value": value.value}
        plain = _native(value)
        if plain is not None:
            return plain
        return {"@type": self._context.word(value.datatype.value), "@value": value.value}


def _native(value: ox.Literal) -> str | int | bool | None:
    """The value as JSON has it, where a reader makes the same literal of that."""
    kind, text = value.datatype.value, value.value
    if kind == _STRING:
        return text
    if kind == _BOOLEAN and text in {"true", "false"}:
        return text == "true"
    if kind == _INTEGER and _CANONICAL_INTEGER.fullmatch(text) and abs(int(text)) <= _LARGEST:
        return int(text)
    return None


def _by_language(values: Sequence[Object], *, always_lists: bool) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, ox.Literal) and value.language:
            found.setdefault(value.language, []).append(value.value)
    return {tag: texts if always_lists else _one_or_all(texts) for tag, texts in found.items()}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
