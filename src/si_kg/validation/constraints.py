"""Constraints of SHACL Core that need no other shape."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

import pyoxigraph as ox

from si_kg.validation.data import Data
from si_kg.validation.faults import ShapeUnsupported
from si_kg.validation.literals import as_stored, compares, is_kept, matches, speaks, well_formed
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.vocabulary import Node, Term, named, sh

# What is wrong: a value, where one is to blame, and the property where it is not the path.
Breach = tuple[Term | None, ox.NamedNode | None]
# Gives what is wrong with the value nodes of a focus.
Breaches = Callable[[Data, Term, Collection[Term]], Iterable[Breach]]


@dataclass(frozen=True)
class Constraint:
    """What one component asks of the value nodes of a focus."""

    component: str
    breaches: Breaches


@dataclass(frozen=True)
class Parameter:
    """A value that a shape has for a parameter of SHACL."""

    shapes: ShapesGraph
    shape: Node
    value: Term

    @property
    def text(self) -> str:
        """The characters of a literal or an IRI."""
        return _text(self.value)

    @property
    def number(self) -> int:
        """A whole number."""
        return int(self.text)

    @property
    def flag(self) -> bool:
        """Whether it is true."""
        return self.text == "true"

    @property
    def items(self) -> list[Term]:
        """The members of a list."""
        return self.shapes.items(self.value)


def constraint(local: str, parameter: Parameter) -> Constraint | None:
    """The constraint of `sh:local`, where that is a component that needs no other shape.

    Raises ShapeUnsupported for a datatype that a store does not keep.
    """
    for makers, breaches in _KINDS:
        if local in makers:
            return Constraint(component(local), partial(breaches, makers[local](parameter)))
    return None


def component(local: str) -> str:
    """The local name of the component that has a parameter of this name."""
    return f"{local[0].upper()}{local[1:]}ConstraintComponent"


def each(
    test: Callable[[Data, Term], bool], data: Data, _: Term, values: Collection[Term]
) -> Iterator[Breach]:
    """A breach for each value node that does not pass."""
    return ((value, None) for value in values if not test(data, value))


def together(
    count: Callable[[Data, Collection[Term]], int], data: Data, _: Term, values: Collection[Term]
) -> Iterator[Breach]:
    """So many breaches for which no value node is to blame."""
    return ((None, None) for _ in range(count(data, values)))


def _alone(
    test: Callable[[Term], bool], _: Data, __: Term, values: Collection[Term]
) -> Iterator[Breach]:
    """A breach for each value node that does not pass a test that needs no data."""
    return ((value, None) for value in values if not test(value))


def _counted(
    count: Callable[[Collection[Term]], int], _: Data, __: Term, values: Collection[Term]
) -> Iterator[Breach]:
    return ((None, None) for _ in range(count(values)))


def _beside(pair: "Pair", data: Data, focus: Term, values: Collection[Term]) -> Iterator[Breach]:
    """What is wrong with the values beside those of another property."""
    others = data.values(focus, pair.other)
    return ((value, None) for value in pair.wrong(values, others))


def _outside(
    allowed: Collection[Term] | None, data: Data, _: Term, values: Collection[Term]
) -> Iterator[Breach]:
    """A breach for each value of a property that is not allowed."""
    for node in values:
        for predicate, found in data.said(node).items():
            if allowed is not None and predicate not in allowed:
                yield from ((value, predicate) for value in found)


def _class(kind: Parameter) -> Callable[[Data, Term], bool]:
    sought = kind.value
    return lambda data, value: data.is_a(value, sought)


def _min_count(least: Parameter) -> Callable[[Collection[Term]], int]:
    number = least.number
    return lambda values: len(values) < number


def _max_count(most: Parameter) -> Callable[[Collection[Term]], int]:
    number = most.number
    return lambda values: len(values) > number


def _has_value(wanted: Parameter) -> Callable[[Collection[Term]], int]:
    stored = as_stored(wanted.value)
    return lambda values: stored not in values


def _unique_lang(wanted: Parameter) -> Callable[[Collection[Term]], int]:
    """A breach for each language that two values share."""

    def count(values: Collection[Term]) -> int:
        tags = [v.language.lower() for v in values if isinstance(v, ox.Literal) and v.language]
        return len({tag for tag in tags if tags.count(tag) > 1})

    return count if wanted.flag else lambda _: 0


def _datatype(kind: Parameter) -> Callable[[Term], bool]:
    if not is_kept(kind.text):
        raise ShapeUnsupported(name(kind.shape), name(kind.value))

    def test(value: Term) -> bool:
        return isinstance(value, ox.Literal) and value.datatype == kind.value and well_formed(value)

    return test


def _node_kind(kind: Parameter) -> Callable[[Term], bool]:
    allowed = _NODE_KINDS[kind.text.rpartition("#")[2]]
    return lambda value: isinstance(value, allowed)


def _limit(sign: str, limit: Parameter) -> Callable[[Term], bool]:
    """The limit stands on the left, as in the specification."""
    return lambda value: _compare(limit.value, sign, value)


def _min_length(least: Parameter) -> Callable[[Term], bool]:
    return lambda value: not isinstance(value, ox.BlankNode) and len(_text(value)) >= least.number


def _max_length(most: Parameter) -> Callable[[Term], bool]:
    return lambda value: not isinstance(value, ox.BlankNode) and len(_text(value)) <= most.number


def _pattern(pattern: Parameter) -> Callable[[Term], bool]:
    flags, wanted = pattern.shapes.text(pattern.shape, sh("flags")), pattern.text
    return lambda value: (
        not isinstance(value, ox.BlankNode) and matches(_text(value), wanted, flags)
    )


def _language_in(ranges: Parameter) -> Callable[[Term], bool]:
    wanted = tuple(map(_text, ranges.items))

    @cache
    def fits(tag: str) -> bool:
        return any(speaks(tag, one) for one in wanted)

    def test(value: Term) -> bool:
        tag = value.language if isinstance(value, ox.Literal) else None
        return tag is not None and fits(tag)

    return test


def _in(listed: Parameter) -> Callable[[Term], bool]:
    allowed = frozenset(map(as_stored, listed.items))
    return lambda value: value in allowed


def _closed(closed: Parameter) -> Collection[Term] | None:
    """The properties that a closed shape allows."""
    shapes, shape = closed.shapes, closed.shape
    listed = (shapes.value(each, sh("path")) for each in shapes.values(shape, sh("property")))
    ignored = shapes.items(shapes.value(shape, sh("ignoredProperties")))
    return {*ignored, *(path for path in listed if path)} if closed.flag else None


@dataclass(frozen=True)
class Pair:
    """Another property, and which of its values and those of the path are wrong."""

    other: ox.NamedNode
    wrong: Callable[[Collection[Term], Collection[Term]], Iterable[Term]]


def _equals(other: Parameter) -> Pair:
    def wrong(values: Collection[Term], others: Collection[Term]) -> Iterator[Term]:
        yield from (value for value in values if value not in others)
        yield from (value for value in others if value not in values)

    return Pair(named(other.value), wrong)


def _disjoint(other: Parameter) -> Pair:
    return Pair(named(other.value), lambda values, others: (one for one in values if one in others))


def _less(sign: str, other: Parameter) -> Pair:
    """A breach for each two values that are not in order."""

    def wrong(values: Collection[Term], others: Collection[Term]) -> Iterator[Term]:
        return (one for one in values for more in others if not _compare(one, sign, more))

    return Pair(named(other.value), wrong)


def _compare(one: Term, sign: str, other: Term) -> bool:
    both = isinstance(one, ox.Literal) and isinstance(other, ox.Literal)
    return both and compares(one, sign, other)


def _text(term: Term) -> str:
    return term.value if isinstance(term, ox.Literal | ox.NamedNode) else ""


_NODE_KINDS: Mapping[str, tuple[type, ...]] = {
    "IRI": (ox.NamedNode,),
    "BlankNode": (ox.BlankNode,),
    "Literal": (ox.Literal,),
    "BlankNodeOrIRI": (ox.BlankNode, ox.NamedNode),
    "BlankNodeOrLiteral": (ox.BlankNode, ox.Literal),
    "IRIOrLiteral": (ox.NamedNode, ox.Literal),
}
_ALONE: Mapping[str, Callable[[Parameter], object]] = {
    "datatype": _datatype,
    "in": _in,
    "languageIn": _language_in,
    "maxExclusive": partial(_limit, ">"),
    "maxInclusive": partial(_limit, ">="),
    "maxLength": _max_length,
    "minExclusive": partial(_limit, "<"),
    "minInclusive": partial(_limit, "<="),
    "minLength": _min_length,
    "nodeKind": _node_kind,
    "pattern": _pattern,
}
_COUNTED: Mapping[str, Callable[[Parameter], object]] = {
    "hasValue": _has_value,
    "maxCount": _max_count,
    "minCount": _min_count,
    "uniqueLang": _unique_lang,
}
_PAIRS: Mapping[str, Callable[[Parameter], object]] = {
    "disjoint": _disjoint,
    "equals": _equals,
    "lessThan": partial(_less, "<"),
    "lessThanOrEquals": partial(_less, "<="),
}
# Makers by the name of the parameter, and what finds breaches with what they make.
_KINDS: tuple[
    tuple[Mapping[str, Callable[[Parameter], object]], Callable[..., Iterable[Breach]]], ...
]
_KINDS = (
    (_ALONE, _alone),
    (_COUNTED, _counted),
    (_PAIRS, _beside),
    ({"class": _class}, each),
    ({"closed": _closed}, _outside),
)
