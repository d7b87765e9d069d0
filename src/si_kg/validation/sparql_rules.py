"""Queries of SHACL-SPARQL about nodes: those of constraints and those of targets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.validation.data import Data
from si_kg.validation.faults import RuleRefused, ShapeUnsupported
from si_kg.validation.paths import Path
from si_kg.validation.select_text import BLANK, SelectText
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.vocabulary import IMPORTS, Term, sh

_AT_ONCE = 500


@dataclass(frozen=True)
class Row:
    """A solution: the node that it is about, and the value and property it names."""

    focus: Term
    value: Term | None
    path: ox.NamedNode | None


@dataclass(frozen=True)
class Select:
    """A query about `$this`, with the name of who asks it."""

    node: Term
    text: SelectText

    def rows(self, data: Data, nodes: Iterable[Term]) -> Iterator[Row]:
        """The solutions about each of `nodes`; raises ShapeUnsupported."""
        nodes = [node for node in nodes if self._may_concern(data, node)]
        return (self._about if self.text.depends_on == "all" else self._alike)(data, nodes)

    def _may_concern(self, data: Data, node: Term) -> bool:
        """Whether the node has what each solution begins with."""
        needed, kind = self.text.first_properties, self.text.first_class
        if kind is not None and kind not in data.types(node):
            return False
        return not needed or not needed.isdisjoint(data.said(node))

    def _alike(self, data: Data, nodes: Iterable[Term]) -> Iterator[Row]:
        """Nodes that are alike have the same solutions, so one of them is asked about."""
        alike: dict[object, list[Term]] = {}
        for node in nodes:
            alike.setdefault((self.node, self._likeness(data, node)), []).append(node)
        fresh = {group[0]: key for key, group in alike.items() if key not in data.known}
        data.known.update((key, []) for key in fresh.values())
        for row in self._about(data, list(fresh)):
            data.known[fresh[row.focus]].append(row)
        for key, group in alike.items():
            for row in data.known[key]:
                yield from (Row(node, row.value, row.path) for node in group)

    def _likeness(self, data: Data, node: Term) -> object:
        """What is the same of nodes that have the same solutions."""
        types, said = data.types(node), data.said(node)
        if self.text.depends_on == "types":
            return types
        if self.text.depends_on == "properties":
            return types, frozenset(said)
        return types, frozenset(
            (predicate, data.types(value)) for predicate, values in said.items() for value in values
        )

    def _about(self, data: Data, nodes: Sequence[Term]) -> Iterator[Row]:
        names = [node for node in nodes if isinstance(node, ox.NamedNode)]
        literals = [node for node in nodes if isinstance(node, ox.Literal)]
        if self.text.is_plain and len(names) > 1 and self.text.depends_on != "types":
            for start in range(0, len(names), _AT_ONCE):
                yield from _rows(data, self.text.about(names[start : start + _AT_ONCE]))
        else:
            for one in names:
                for row in _rows(data, self.text.about_one(one)):
                    yield Row(one, row.value, row.path)
        if literals:
            self._ask_plainly()
            yield from _rows(data, self.text.about(literals))
        for node in nodes:
            if isinstance(node, ox.BlankNode):
                yield from self._about_blank(data, node)

    def _about_blank(self, data: Data, node: ox.BlankNode) -> Iterator[Row]:
        """SPARQL cannot write a blank node, so it is given from outside or by a function."""
        self._ask_plainly()
        if self.text.begins_with_this:
            return _rows(data, self.text.whole(), substitutions={_THIS: node})
        return _rows(data, self.text.about_blank(), custom_functions={BLANK: lambda: node})

    def _ask_plainly(self) -> None:
        if not self.text.is_plain:
            raise ShapeUnsupported(name(self.node), "sh:select")


def read_query(shapes: ShapesGraph, node: Term) -> Select:
    """A query that is not a constraint: of a target, say; raises ShapeUnsupported."""
    text = shapes.text(node, sh("select"))
    if not text:
        raise ShapeUnsupported(name(node), "sh:target")
    return Select(node, SelectText(_prologue(shapes, node), text))


def read_constraint(shapes: ShapesGraph, node: Term, shape: Term, path: Path | None) -> Select:
    """The query of a constraint of a `shape`; raises ShapeUnsupported or RuleRefused."""
    text = shapes.text(node, sh("select"))
    query = SelectText(_prologue(shapes, node), text)
    names = query.variables
    if query.forbidden:
        raise RuleRefused(name(node), query.forbidden)
    if "shapesGraph" in names:
        raise ShapeUnsupported(name(node), "$shapesGraph")
    if "PATH" in names and path is not None:
        query = query.written("PATH", str(path))
    if "currentShape" in names:
        query = query.written("currentShape", str(shape))
    return Select(node, query)


def _prologue(shapes: ShapesGraph, node: Term) -> str:
    """The prefixes that the graphs under `sh:prefixes`, and those they import, declare."""
    graphs = dict.fromkeys(shapes.values(node, sh("prefixes")))
    waiting = list(graphs)
    while waiting:
        new = [g for g in shapes.values(waiting.pop(), IMPORTS) if g not in graphs]
        graphs |= dict.fromkeys(new)
        waiting += new
    declared = {
        shapes.text(each, sh("prefix")): shapes.text(each, sh("namespace"))
        for graph in graphs
        for each in shapes.values(graph, sh("declare"))
    }
    return "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in declared.items())


_THIS = ox.Variable("this")


def _rows(data: Data, query: str, **given: object) -> Iterator[Row]:
    solutions = data.engine.query(query, use_default_graph_as_union=True, **given)  # type: ignore[arg-type]
    names = {variable.value for variable in solutions.variables}  # type: ignore[union-attr]
    for solution in solutions:  # type: ignore[union-attr]
        path = solution["path"] if "path" in names else None
        yield Row(
            solution["this"],
            solution["value"] if "value" in names else None,
            path if isinstance(path, ox.NamedNode) else None,
        )
