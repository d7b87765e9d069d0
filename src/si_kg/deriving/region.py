"""The part of the graph that a change touches: fetched as it is needed, and held in memory."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

import pyoxigraph as ox

from si_kg.deriving.around import Around, Node, Term, is_stated
from si_kg.deriving.rule import Everywhere

# About as many quads as can be fetched from disk in the time that deriving all over would take in
# a small store; in a large one that takes minutes.
FARTHEST = 100_000


class Region:
    """What a user's things near a change say, before and after it, beside the shipped graph.

    `own` holds what is there now, `past` what was there before. Whatever is asked of it raises
    Everywhere once more than `farthest` quads have been fetched.
    """

    def __init__(self, around: Around, shipped: ox.Store, farthest: int) -> None:
        self.shipped, self.own, self.past = shipped, ox.Store(), ox.Store()
        self._around, self._left = around, farthest
        self._gone: set[ox.Quad] = set()
        self._described: set[Node] = set()
        self._pointed: set[tuple[Term, ox.NamedNode | None]] = set()

    def hold(self, quads: Collection[ox.Quad]) -> None:
        """These are there from now on."""
        self._gone.difference_update(quads)
        self.own.extend(quads)

    def drop(self, quads: Collection[ox.Quad]) -> None:
        """These are there no longer."""
        self._gone.update(quads)
        self.past.extend(quads)
        for quad in quads:
            self.own.remove(quad)

    def described_by_users(self, things: Collection[Node]) -> set[Node]:
        """Those of these things that only users say something of."""
        self.fetch_of(things)
        return {
            thing
            for thing in things
            if next(self._said(thing), None)
            and not next(self.shipped.quads_for_pattern(thing, None, None), None)
        }

    def stated_by_users(self, things: Collection[Node]) -> set[Node]:
        """Those of these things of which a user states something."""
        self.fetch_of(things)
        return {thing for thing in things if any(map(is_stated, self._said(thing)))}

    @contextmanager
    def joined(self) -> Iterator[ox.Store]:
        """The shipped graph with what is held now, for as long as this lasts."""
        self.shipped.extend(self.own)
        try:
            yield self.shipped
        finally:
            for quad in self.own:
                self.shipped.remove(quad)

    def fetch_of(self, things: Iterable[Term]) -> None:
        """Have all that is said of these things."""
        nodes = {thing for thing in things if isinstance(thing, ox.NamedNode | ox.BlankNode)}
        fresh = nodes - self._described
        self._described |= fresh
        self._take(self._around.of(fresh) if fresh else ())

    def fetch_to(self, things: Iterable[Term], predicates: Collection[ox.NamedNode]) -> None:
        """Have what points to these things by these predicates; by any where there is none."""
        fresh: dict[frozenset[ox.NamedNode | None], list[Term]] = {}
        for thing in set(things):
            new = {one for one in predicates or (None,) if (thing, one) not in self._pointed}
            fresh.setdefault(frozenset(new), []).append(thing)
            self._pointed.update((thing, one) for one in new)
        for wanted, about in fresh.items():
            named = [one for one in wanted if one is not None]
            self._take(self._around.to(about, named) if wanted else ())

    def out(
        self, things: Collection[Term], predicates: Iterable[ox.NamedNode], *, ever: bool = False
    ) -> Iterator[ox.Quad]:
        """What is said of these things by these predicates: now, or `ever` since the change."""
        self.fetch_of(things)
        stores = self._stores(ever)
        for predicate in predicates:
            for thing in things:
                if isinstance(thing, ox.NamedNode | ox.BlankNode):
                    for store in stores:
                        yield from store.quads_for_pattern(thing, predicate, None)

    def into(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode], *, ever: bool = False
    ) -> Iterator[ox.Quad]:
        """What points to these things by these predicates: now, or `ever` since the change."""
        self.fetch_to(things, predicates)
        stores = self._stores(ever)
        for predicate in predicates:
            for thing in things:
                for store in stores:
                    yield from store.quads_for_pattern(None, predicate, thing)

    def _said(self, thing: Node) -> Iterator[ox.Quad]:
        return self.own.quads_for_pattern(thing, None, None)

    def _stores(self, ever: bool) -> list[ox.Store]:  # noqa: FBT001 (handed on)
        return [self.shipped, self.own, self.past] if ever else [self.shipped, self.own]

    def _take(self, quads: Iterable[ox.Quad]) -> None:
        taken = []
        for quad in quads:
            self._left -= 1
            if self._left < 0:
                raise Everywhere
            if quad not in self._gone:
                taken.append(quad)
        self.own.extend(taken)
