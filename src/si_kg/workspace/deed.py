"""What somebody wants to change: one addition, or the shipped graph below them all."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.workspace.graphs import graph_of
from si_kg.workspace.records import Addition, Shipped

if TYPE_CHECKING:
    from si_kg.intake import Bulk

LARGE = 200_000  # triples; more are not held in memory


def _as_it_is(finding: Finding) -> Finding:
    return finding


@dataclass(frozen=True)
class Deed:
    """A change to the addition `name`, or with `snapshot` to the shipped graph.

    `old` is the addition as it was and `new` as it will be, but for what is yet to be counted.
    The quads say what comes into its graph and goes out of it. Where that is too much to hold,
    `bulk` is what comes in, and `whole` tells that all that was there goes.
    """

    kind: str
    name: str
    old: Addition | None = None
    new: Addition | None = None
    removed: Collection[ox.Quad] = ()
    added: Collection[ox.Quad] = ()
    bulk: "Bulk | None" = None
    whole: bool = False
    snapshot: Path | None = None
    shipped: Shipped | None = None
    faults: Sequence[Finding] = ()
    located: Callable[[Finding], Finding] = field(default=_as_it_is)
    accept: bool = False
    dry_run: bool = False

    @property
    def graph(self) -> ox.NamedNode:
        """The graph of the addition."""
        return graph_of(self.name)

    @property
    def about(self) -> str:
        """The name of the addition, or the version of the shipped graph."""
        return self.shipped.version if self.shipped else self.name

    @property
    def is_small(self) -> bool:
        """Whether all that changes is at hand."""
        return not (self.bulk or self.whole or self.snapshot) and (
            len(self.added) + len(self.removed) <= LARGE
        )
