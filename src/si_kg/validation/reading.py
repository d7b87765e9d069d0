"""Shapes read from their graph, with the constraints that refer to other shapes."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

import pyoxigraph as ox

from si_kg.validation.constraints import (
    Constraint,
    Parameter,
    component,
    constraint,
    each,
    together,
)
from si_kg.validation.data import Data
from si_kg.validation.faults import ShapeUnsupported
from si_kg.validation.paths import read_path
from si_kg.validation.shapes import Shape
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.sparql_rules import Select, read_constraint
from si_kg.validation.vocabulary import SHACL, Node, Term, sh

# What asks nothing of the value nodes, or is read together with what does.
_READ_ELSEWHERE = frozenset(
    {
        *("declare", "defaultValue", "description", "group", "message", "name", "order"),
        *("deactivated", "flags", "ignoredProperties", "path", "prefixes", "property", "severity"),
        *("qualifiedMaxCount", "qualifiedMinCount", "qualifiedValueShapesDisjoint", "select"),
        "sparql",
        *("target", "targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"),
    }
)


class Reader:
    """Reads the shapes of a graph, each once; raises ShapeUnsupported."""

    def __init__(self, shapes: ShapesGraph) -> None:
        self.shapes = shapes
        self._read: dict[Term, Shape] = {}
        self._reading: set[Term] = set()
        for own in shapes.having(sh("parameter")):
            raise ShapeUnsupported(name(own), "sh:parameter")
        for graph in shapes.having(sh("entailment")):
            raise ShapeUnsupported(name(graph), "sh:entailment")

    def shape(self, node: Term) -> Shape:
        """The shape that `node` names; raises ShapeUnsupported, for recursion too."""
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            raise ShapeUnsupported(name(node), "sh:Shape")
        if node in self._reading:
            raise ShapeUnsupported(name(node), "recursion")
        if node not in self._read:
            self._reading.add(node)
            self._read[node] = self._shape(node)
            self._reading.remove(node)
        return self._read[node]

    def listed(self, head: Term) -> list[Shape]:
        """The shapes in a list."""
        return [self.shape(item) for item in self.shapes.items(head)]

    def _shape(self, node: Node) -> Shape:
        path = self.shapes.value(node, sh("path"))
        severity = self.shapes.text(node, sh("severity")).removeprefix(SHACL) or "Violation"
        shape = Shape(
            node,
            severity,
            path,
            None if path is None else read_path(self.shapes, path),
            self.shapes.flag(node, sh("deactivated")),
        )
        shape.constraints = list(self._constraints(node))
        shape.properties = [self.shape(one) for one in self.shapes.values(node, sh("property"))]
        shape.selects = list(self._selects(shape))
        shape.inner = [self.shape(one) for one in self._referred(node)]
        return shape

    def _referred(self, node: Node) -> Iterator[Term]:
        """The shapes that a shape refers to."""
        for local in ("node", "not", "property", "qualifiedValueShape"):
            yield from self.shapes.values(node, sh(local))
        for local in ("and", "or", "xone"):
            for head in self.shapes.values(node, sh(local)):
                yield from self.shapes.items(head)

    def _constraints(self, node: Node) -> Iterator[Constraint]:
        for predicate, value in self.shapes.said(node):
            local = predicate.value.removeprefix(SHACL)
            simple = constraint(local, Parameter(self.shapes, node, value))
            if simple:
                yield simple
            elif local == "qualifiedValueShape":
                yield from self._qualified(node, value)
            elif local in _TESTS:
                yield Constraint(component(local), partial(each, _TESTS[local](self, value)))
            elif predicate.value.startswith(SHACL) and local not in _READ_ELSEWHERE:
                raise ShapeUnsupported(name(node), f"sh:{local}")

    def _selects(self, shape: Shape) -> Iterator[Select]:
        for one in self.shapes.values(shape.node, sh("sparql")):
            if not self.shapes.flag(one, sh("deactivated")):
                yield read_constraint(self.shapes, one, shape.node, shape.path)

    def _qualified(self, node: Node, value: Term) -> Iterator[Constraint]:
        """How many value nodes a shape admits that no sibling admits where those must differ."""
        wanted, others = self.shape(value), list(self._siblings(node, value))

        def count(data: Data, values: Collection[Term]) -> int:
            return sum(
                wanted.admits(data, one) and not any(other.admits(data, one) for other in others)
                for one in values
            )

        least = self.shapes.number(node, sh("qualifiedMinCount"))
        most = self.shapes.number(node, sh("qualifiedMaxCount"))
        if least is not None:
            few = partial(together, lambda data, values: count(data, values) < least)
            yield Constraint(component("qualifiedMinCount"), few)
        if most is not None:
            many = partial(together, lambda data, values: count(data, values) > most)
            yield Constraint(component("qualifiedMaxCount"), many)

    def _siblings(self, node: Node, value: Term) -> Iterator[Shape]:
        if not self.shapes.flag(node, sh("qualifiedValueShapesDisjoint")):
            return
        for parent in self.shapes.having(sh("property"), node):
            for sibling in self.shapes.values(parent, sh("property")):
                for other in self.shapes.values(sibling, sh("qualifiedValueShape")):
                    if other != value:
                        yield self.shape(other)


Test = Callable[[Data, Term], bool]


def _node(reader: Reader, value: Term) -> Test:
    return reader.shape(value).admits


def _not(reader: Reader, value: Term) -> Test:
    shape = reader.shape(value)
    return lambda data, node: not shape.admits(data, node)


def _and(reader: Reader, head: Term) -> Test:
    shapes = reader.listed(head)
    return lambda data, node: all(shape.admits(data, node) for shape in shapes)


def _or(reader: Reader, head: Term) -> Test:
    shapes = reader.listed(head)
    return lambda data, node: any(shape.admits(data, node) for shape in shapes)


def _xone(reader: Reader, head: Term) -> Test:
    shapes = reader.listed(head)
    return lambda data, node: sum(shape.admits(data, node) for shape in shapes) == 1


_TESTS: dict[str, Callable[[Reader, Term], Test]] = {
    "and": _and,
    "node": _node,
    "not": _not,
    "or": _or,
    "xone": _xone,
}
