"""Which other things a rule looks at, so that it may say something else of them after a change."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path as File

import pyoxigraph as ox

from si_kg.validation.data import Data
from si_kg.validation.paths import Chain, Path
from si_kg.validation.rulebook import Rulebook
from si_kg.validation.shapes import Shape
from si_kg.validation.sparql_rules import read_query
from si_kg.validation.vocabulary import LOOKS_AT, Node, Term


def also_touched(
    near: ox.Store, things: Collection[Node], shapes: Sequence[File]
) -> frozenset[Node]:
    """The things in `near` of which a rule may say something else now that `things` changed.

    Those from which a path passes through a changed thing, and those that a rule in SPARQL
    compares it with (`sis:looksAt`). That what refers to a thing of another kind than before has
    changed too is for the caller to know. Raises what `findings_about` raises.
    """
    rulebook, data = Rulebook.kept(shapes), Data(near)
    found = set(_compared(rulebook, data, things))
    for path in dict.fromkeys(_ways(rulebook)):
        for thing in things:
            found.update(path.ends(data, thing))
    nodes = {node for node in found if isinstance(node, ox.NamedNode | ox.BlankNode)}
    return frozenset(nodes.difference(things))


def _compared(rulebook: Rulebook, data: Data, things: Collection[Node]) -> Iterator[Term]:
    shapes = rulebook.shapes
    queries = {query for rule in shapes.having(LOOKS_AT) for query in shapes.values(rule, LOOKS_AT)}
    for query in queries:
        for row in read_query(shapes, query).rows(data, things):
            if row.value is not None:
                yield row.value


def _ways(rulebook: Rulebook) -> Iterator[Path]:
    """The ways back from where a path passes to where it begins."""
    for shape in rulebook.targets.shapes():
        for way in _passed(shape, ()):
            yield way.inverse()


def _passed(shape: Shape, before: tuple[Path, ...]) -> Iterator[Path]:
    """The ways to the nodes of which the triples count for a shape, but for its focus itself."""
    path = shape.path
    if path is not None:
        if before:
            yield Chain(before)
        yield from (Chain((*before, stop)) for stop in path.stops())
        if path.is_told_at_end():
            yield Chain((*before, path))
        before = (*before, path)
    for inner in shape.inner:
        yield from _passed(inner, before)
