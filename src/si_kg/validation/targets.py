"""Which shapes aim at a node."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from si_kg.validation.data import Data
from si_kg.validation.reading import Reader
from si_kg.validation.shapes import Shape
from si_kg.validation.shapes_graph import ShapesGraph
from si_kg.validation.sparql_rules import read_query
from si_kg.validation.vocabulary import CLASS, SUBCLASS, TYPE, Node, Term, named, sh

_AIMS = "target", "targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"


class Targets:
    """All shapes of a graph that aim at something; raises ShapeUnsupported when made."""

    def __init__(self, shapes: ShapesGraph) -> None:
        self._reader = Reader(shapes)
        self._by: dict[str, dict[Term, list[Shape]]] = {aim: defaultdict(list) for aim in _AIMS}
        self._of_types: dict[frozenset[Term], list[Shape]] = {}
        for aim in _AIMS:
            for node in shapes.having(sh(aim)):
                for value in shapes.values(node, sh(aim)):
                    self._by[aim][value].append(self._reader.shape(node))
        for node in _classes_that_are_shapes(shapes):
            self._by["targetClass"][node].append(self._reader.shape(node))
        self._selects = [
            (read_query(shapes, value), aimed) for value, aimed in self._by["target"].items()
        ]

    def shapes(self) -> list[Shape]:
        """Each shape that aims at something, once."""
        aimed = (shape for by in self._by.values() for shapes in by.values() for shape in shapes)
        return list({shape.node: shape for shape in aimed}.values())

    def candidates(self, data: Data) -> Iterator[Term]:
        """Every node of the data at which a shape may aim, and perhaps others; each once."""
        seen: set[Term] = set()
        for node in self._nodes(data):
            if node not in seen:
                seen.add(node)
                yield node

    def aimed_at(self, data: Data, nodes: Collection[Term]) -> dict[Node, tuple[Shape, list[Term]]]:
        """The shapes that aim at any of `nodes`, each with those nodes."""
        found: dict[Node, tuple[Shape, dict[Term, None]]] = {}

        def aim(shape: Shape, node: Term) -> None:
            found.setdefault(shape.node, (shape, {}))[1][node] = None

        for node in nodes:
            for shape in self._shapes_of(data, node):
                aim(shape, node)
        for select, shapes in self._selects:
            for row in select.rows(data, nodes):
                for shape in shapes:
                    aim(shape, row.focus)
        return {key: (shape, list(aimed)) for key, (shape, aimed) in found.items()}

    def _nodes(self, data: Data) -> Iterator[Term]:
        yield from self._by["targetNode"]
        for quad in data.engine:
            yield quad.subject
        for of in self._by["targetObjectsOf"]:
            for quad in data.engine.quads_for_pattern(None, named(of), None):
                yield quad.object

    def _shapes_of(self, data: Data, node: Term) -> Iterator[Shape]:
        """The shapes whose target is not a query; one may come twice."""
        yield from self._by["targetNode"].get(node, ())
        yield from self._by_types(data, data.types(node))
        for predicate in data.said(node):
            yield from self._by["targetSubjectsOf"].get(predicate, ())
        for of, shapes in self._by["targetObjectsOf"].items():
            if next(data.engine.quads_for_pattern(None, named(of), node), None):
                yield from shapes

    def _by_types(self, data: Data, types: frozenset[Term]) -> Iterable[Shape]:
        found = self._of_types.get(types)
        if found is None:
            aims = self._by["targetClass"].items()
            found = self._of_types[types] = [
                shape
                for kind, shapes in aims
                if not data.below(kind).isdisjoint(types)
                for shape in shapes
            ]
        return found


def _classes_that_are_shapes(shapes: ShapesGraph) -> Iterator[Node]:
    """A shape that is a class too aims at the members of that class."""
    kinds: list[Term] = [CLASS]
    for kind in kinds:
        kinds += [below for below in shapes.having(SUBCLASS, kind) if below not in kinds]
    for node in shapes.having(TYPE, sh("NodeShape")) + shapes.having(TYPE, sh("PropertyShape")):
        if not set(kinds).isdisjoint(shapes.values(node, TYPE)):
            yield node
