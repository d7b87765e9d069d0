"""Shapes, made ready to hold nodes against them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from si_kg.validation.constraints import Constraint
from si_kg.validation.data import Data
from si_kg.validation.paths import Path
from si_kg.validation.sparql_rules import Select
from si_kg.validation.vocabulary import Node, Term


@dataclass(frozen=True)
class Result:
    """One breach, as SHACL reports it: `path` and `shape` are nodes of the shapes graph."""

    focus: Term
    path: Term | None
    value: Term | None
    shape: Node
    component: str
    severity: str
    constraint: Term | None = None


@dataclass
class Shape:
    """A shape with what it asks of the value nodes that its path leads to.

    `properties` and all other shapes that it holds value nodes against are `inner` to it.
    """

    node: Node
    severity: str
    path_node: Term | None
    path: Path | None
    deactivated: bool
    constraints: list[Constraint] = field(default_factory=list)
    properties: "list[Shape]" = field(default_factory=list)
    selects: list[Select] = field(default_factory=list)
    inner: "list[Shape]" = field(default_factory=list)

    def results(self, data: Data, focus: Term) -> Iterator[Result]:
        """Everything that is wrong with `focus`, by the rules in SPARQL too."""
        yield from self.core_results(data, focus)
        if self.selects:
            yield from self.sparql_results(data, (focus,))

    def core_results(self, data: Data, focus: Term) -> Iterator[Result]:
        """What is wrong with `focus` by the rules that are not in SPARQL."""
        if self.deactivated:
            return
        values = self._values(data, focus)
        for constraint in self.constraints:
            for value, path in constraint.breaches(data, focus, values):
                where = path or self.path_node
                yield Result(focus, where, value, self.node, constraint.component, self.severity)
        for shape in self.properties:
            for value in values:
                yield from shape.results(data, value)

    def sparql_results(self, data: Data, foci: Collection[Term]) -> Iterator[Result]:
        """What is wrong with `foci` by the rules in SPARQL."""
        if self.deactivated:
            return
        for select in self.selects:
            for row in select.rows(data, foci):
                value = row.value or (row.focus if self.path is None else None)
                where = row.path or self.path_node
                yield Result(
                    row.focus, where, value, self.node, _SPARQL, self.severity, select.node
                )

    def admits(self, data: Data, node: Term) -> bool:
        """Whether nothing is wrong with `node`: as `results`, and quicker."""
        if self.deactivated:
            return True
        values = self._values(data, node)
        for constraint in self.constraints:
            for _ in constraint.breaches(data, node, values):
                return False
        for shape in self.properties:
            if not all(shape.admits(data, value) for value in values):
                return False
        return not self.selects or next(self.sparql_results(data, (node,)), None) is None

    def _values(self, data: Data, focus: Term) -> Collection[Term]:
        return (focus,) if self.path is None else self.path.ends(data, focus)


_SPARQL = "SPARQLConstraintComponent"
