"""Property paths of SHACL: where they lead from a node, and back."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from si_kg.validation.data import Data
from si_kg.validation.faults import ShapeUnsupported
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.vocabulary import FIRST, Term, sh


class Path(Protocol):
    """A way from a node to others."""

    def ends(self, data: Data, node: Term) -> Collection[Term]:
        """Where the path leads from `node`, each node once."""

    def inverse(self) -> "Path":
        """The same path walked the other way."""

    def stops(self) -> Iterator["Path"]:
        """The ways to where the path passes, between where it begins and where it ends."""

    def is_told_at_end(self) -> bool:
        """Whether the last triple is one about the end: walked from its value to its subject."""

    def __str__(self) -> str:
        """The path in SPARQL."""


@dataclass(frozen=True)
class Step:
    """One property, from a thing to its values or `back`."""

    predicate: ox.NamedNode
    back: bool = False

    def ends(self, data: Data, node: Term) -> Collection[Term]:
        """The values, or the nodes of which `node` is a value."""
        if self.back:
            return data.holders(self.predicate, node)
        return data.values(node, self.predicate)

    def inverse(self) -> Path:
        """From values to things, or the other way."""
        return Step(self.predicate, not self.back)

    def stops(self) -> Iterator[Path]:
        """None."""
        yield from ()

    def is_told_at_end(self) -> bool:
        """Where it goes back."""
        return self.back

    def __str__(self) -> str:
        return f"^{self.predicate}" if self.back else str(self.predicate)


@dataclass(frozen=True)
class Chain:
    """One path after the other."""

    paths: tuple[Path, ...]

    def ends(self, data: Data, node: Term) -> Collection[Term]:
        """The ends of the last path."""
        reached: dict[Term, None] = {node: None}
        for path in self.paths:
            reached = {end: None for start in reached for end in path.ends(data, start)}
        return reached

    def inverse(self) -> Path:
        """The last path first."""
        return Chain(tuple(path.inverse() for path in reversed(self.paths)))

    def stops(self) -> Iterator[Path]:
        """The ends of each path but the last, and the stops of each."""
        for at, path in enumerate(self.paths):
            if at:
                yield Chain(self.paths[:at])
            yield from (Chain((*self.paths[:at], stop)) for stop in path.stops())

    def is_told_at_end(self) -> bool:
        """As the last path."""
        return self.paths[-1].is_told_at_end()

    def __str__(self) -> str:
        return "/".join(f"({path})" for path in self.paths)


@dataclass(frozen=True)
class Either:
    """Any of some paths."""

    paths: tuple[Path, ...]

    def ends(self, data: Data, node: Term) -> Collection[Term]:
        """The ends of each."""
        return {end: None for path in self.paths for end in path.ends(data, node)}

    def inverse(self) -> Path:
        """Any of them the other way."""
        return Either(tuple(path.inverse() for path in self.paths))

    def stops(self) -> Iterator[Path]:
        """The stops of each."""
        for path in self.paths:
            yield from path.stops()

    def is_told_at_end(self) -> bool:
        """Where one of them is."""
        return any(path.is_told_at_end() for path in self.paths)

    def __str__(self) -> str:
        return "|".join(f"({path})" for path in self.paths)


@dataclass(frozen=True)
class Repeated:
    """A path walked again and again: `sign` is `*`, `+` or `?`."""

    path: Path
    sign: str

    def ends(self, data: Data, node: Term) -> Collection[Term]:
        """Every node on the way."""
        reached: dict[Term, None] = {} if self.sign == "+" else {node: None}
        waiting = [node]
        while waiting:
            ends = [end for start in waiting for end in self.path.ends(data, start)]
            waiting = [end for end in dict.fromkeys(ends) if end not in reached]
            reached |= dict.fromkeys(waiting)
            if self.sign == "?":
                break
        return reached

    def inverse(self) -> Path:
        """The other way, again and again."""
        return Repeated(self.path.inverse(), self.sign)

    def stops(self) -> Iterator[Path]:
        """Each end is where another round begins; and the stops of a round."""
        again = Repeated(self.path, "*")
        if self.sign != "?":
            yield again
        yield from (Chain((again, stop)) for stop in self.path.stops())

    def is_told_at_end(self) -> bool:
        """As a round."""
        return self.path.is_told_at_end()

    def __str__(self) -> str:
        return f"({self.path}){self.sign}"


_SIGNS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def read_path(shapes: ShapesGraph, node: Term) -> Path:
    """The path that a value of `sh:path` stands for; raises ShapeUnsupported."""
    if isinstance(node, ox.NamedNode):
        return Step(node)
    if shapes.value(node, FIRST) is not None:
        return Chain(tuple(_each(shapes, node)))
    inverse, either = (shapes.value(node, sh(f"{kind}Path")) for kind in ("inverse", "alternative"))
    if inverse is not None:
        return read_path(shapes, inverse).inverse()
    if either is not None:
        return Either(tuple(_each(shapes, either)))
    for kind, sign in _SIGNS.items():
        repeated = shapes.value(node, sh(kind))
        if repeated is not None:
            return Repeated(read_path(shapes, repeated), sign)
    raise ShapeUnsupported(name(node), "sh:path")


def _each(shapes: ShapesGraph, head: Term) -> Iterator[Path]:
    for item in shapes.items(head):
        yield read_path(shapes, item)
