"""Two ways to carry out a change: near it, at the cost of the change, or over the whole store."""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.namespaces import shorten
from si_kg.workspace.deed import Deed
from si_kg.workspace.draft import Draft
from si_kg.workspace.graphs import is_derived, is_shipped, named, quads_in
from si_kg.workspace.rules import fingerprint
from si_kg.workspace.writer import Writer

if TYPE_CHECKING:
    from si_kg.deriving import Consequences


class Way(Protocol):
    """How a change gets into a draft, and what is found about it there."""

    @property
    def source(self) -> int | None:
        """The state that the draft begins as, if it does not begin empty."""

    @property
    def foci(self) -> frozenset[str] | None:
        """What was looked at again; None is all."""

    def write(self, draft: Draft) -> None:
        """Make the change, and derive what follows from it."""

    def findings(self, draft: Draft) -> Iterable[Finding]:
        """What is wrong after it."""

    def world(self, draft: Draft) -> ox.Store:
        """Where to look for what describes a thing that something is found about."""

    @property
    def added(self) -> int:
        """How many triples came into the addition."""

    @property
    def removed(self) -> int:
        """How many went out of it."""

    def total(self, draft: Draft, told: int) -> int:
        """How many quads the draft holds after it, with `told` more that say who did it."""


def way_of(writer: Writer, deed: Deed) -> Way:
    """The cheapest way that gives the right answer."""
    if not deed.is_small or writer.state.rules != fingerprint(writer.rules):
        return Whole(writer, deed)
    from si_kg.deriving import Change, follow
    from si_kg.validation import also_touched

    change = Change(list(deed.added), list(deed.removed))
    reach = partial(also_touched, shapes=writer.shapes)
    shipped = writer.shipped.ready().engine
    followed = follow(writer.around, shipped, change, writer.rules, reach)
    return Near(writer, deed, followed) if followed else Whole(writer, deed)


class Near:
    """A change whose consequences are known."""

    def __init__(self, writer: Writer, deed: Deed, followed: "Consequences") -> None:
        self._writer = writer
        self._deed = deed
        self._followed = followed
        self.source: int | None = writer.state.number
        self.added, self.removed = len(deed.added), len(deed.removed)

    @cached_property
    def foci(self) -> frozenset[str]:
        """What was looked at again."""
        return frozenset(
            shorten(thing.value)
            for thing in self._followed.touched
            if isinstance(thing, ox.NamedNode)
        )

    def write(self, draft: Draft) -> None:
        """The difference, and no more."""
        draft.write(
            [*self._deed.removed, *self._followed.removed],
            [*self._deed.added, *self._followed.added],
        )

    def findings(self, draft: Draft) -> Iterable[Finding]:  # noqa: ARG002 (looking nearby is enough)
        """Those about the things that the change touches and users describe."""
        from si_kg.validation import findings_about

        return findings_about(self._followed.near, self._followed.stated, self._writer.shapes)

    def world(self, draft: Draft) -> ox.Store:  # noqa: ARG002 (looking nearby is enough)
        """What is around the change."""
        return self._followed.near

    def total(self, draft: Draft, told: int) -> int:  # noqa: ARG002 (counting takes seconds)
        """Counted from what there was."""
        followed = len(self._followed.added) - len(self._followed.removed)
        return self._writer.state.quads + self.added - self.removed + followed + told


class Whole:
    """A change that is large, or that reaches everywhere."""

    foci: frozenset[str] | None = None

    def __init__(self, writer: Writer, deed: Deed) -> None:
        self._writer = writer
        self._deed = deed
        self.added, self.removed = len(deed.added), len(deed.removed)
        self.source: int | None = None if deed.snapshot else writer.state.number

    def write(self, draft: Draft) -> None:
        """The change, and then all that follows from all."""
        if self._deed.snapshot:
            self._ship(draft)
        else:
            self._change(draft)
        from si_kg.deriving import derive_own

        derive_own(draft.engine, self._writer.rules, self._writer.tell)

    def findings(self, draft: Draft) -> Iterable[Finding]:
        """Those about every thing that is not shipped, and about what a bulk says of the others."""
        from si_kg.intake import about_shipped
        from si_kg.validation import findings_in_batches

        if self._deed.bulk:  # what was held was looked at when it was read
            yield from about_shipped.findings_in(draft.engine, self._deed.graph)
        yield from findings_in_batches(draft.engine, self._writer.shapes, self._writer.tell)

    def world(self, draft: Draft) -> ox.Store:
        """All of it."""
        return draft.engine

    def total(self, draft: Draft, told: int) -> int:  # noqa: ARG002 (it is in the draft)
        """Counted in the store."""
        return len(draft.engine)

    def _change(self, draft: Draft) -> None:
        deed = self._deed
        gone = [graph for graph in named(draft.engine) if is_derived(graph)]
        if deed.whole and deed.old:
            gone.append(deed.graph)
            self.removed = deed.old.triples
        draft.drop(gone)
        if deed.bulk:
            before = len(draft.engine)
            deed.bulk.load(draft.engine, deed.graph, self._writer.tell)
            self.added = len(draft.engine) - before
        else:
            draft.write(deed.removed, deed.added)

    def _ship(self, draft: Draft) -> None:
        assert self._deed.snapshot  # noqa: S101 (for the type; `write` looked)
        draft.ship_file(self._deed.snapshot)
        draft.write((), self._own())

    def _own(self) -> Iterator[ox.Quad]:
        """What users added, and who they are; not what follows from it."""
        engine = self._writer.store.engine
        kept = (g for g in named(engine) if not (is_shipped(g) or is_derived(g)))
        return quads_in(engine, *kept)
