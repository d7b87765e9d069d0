"""What users added around a few things, asked of a store elsewhere in questions of bounded size."""

from collections.abc import Collection, Iterator, Sequence

import pyoxigraph as ox

from si_kg.deriving.around import Node, Term
from si_kg.deriving.region import FARTHEST
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.there import There

_AT_ONCE = 200  # things in a question


class AroundThere:
    """Around, for a store elsewhere; raises EndpointFailed."""

    def __init__(self, there: There) -> None:
        self._there = there

    def of(self, things: Collection[Node]) -> Iterator[ox.Quad]:
        """The quads with one of these things as their subject."""
        for some in _pieces(things):
            yield from self._quads(texts.values("s", some))

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """The quads with one of these things as their object and one of these predicates."""
        by = texts.values("p", predicates) if predicates else ""
        for some in _pieces(things):
            yield from self._quads(f"{texts.values('o', some)} {by}")

    def _quads(self, things: str) -> Iterator[ox.Quad]:
        # one more than a change may reach, so that it is seen to reach too far
        for row in self._there.rows(texts.around(things, FARTHEST + 1)):
            yield row.quad


def _pieces(things: Collection[Term]) -> Iterator[Sequence[Term]]:
    all_ = list(things)
    for start in range(0, len(all_), _AT_ONCE):
        yield all_[start : start + _AT_ONCE]
