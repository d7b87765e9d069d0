"""A rule taken apart: what it says, of what, and by which steps it comes there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

End = ox.NamedNode | ox.Variable


class Everywhere(Exception):
    """What a change leads to cannot be told from what is around it."""


@dataclass(frozen=True)
class Step:
    """A triple pattern: from one end to the other, by one of the predicates.

    `repeated` may be taken again and again; without one that is not `needed` a rule still applies.
    """

    subject: End
    predicates: frozenset[ox.NamedNode]
    object: End
    repeated: bool = False
    needed: bool = True

    @property
    def ends(self) -> frozenset[ox.Variable]:
        """The variables at its ends."""
        return frozenset(end for end in (self.subject, self.object) if isinstance(end, ox.Variable))


@dataclass(frozen=True)
class Way:
    """Steps that must all hold at once; a UNION has several ways to the same conclusion.

    `heads` are the variables of which something follows.
    """

    steps: tuple[Step, ...]
    heads: frozenset[ox.Variable]

    @property
    def whole(self) -> bool:
        """Whether each step hangs together with all others by their variables."""
        first, *rest = self.steps
        reached = set(first.ends)
        while near := [step for step in rest if step.ends & reached]:
            reached.update(*(step.ends for step in near))
            rest = [step for step in rest if step not in near]
        return not rest


@dataclass(frozen=True)
class Head:
    """What is said (`predicates`) of what `subject` stands for."""

    subject: End
    predicates: frozenset[ox.NamedNode]


@dataclass(frozen=True)
class Rule:
    """A CONSTRUCT by its name and text, with its heads and the ways to them."""

    name: str
    text: str = field(repr=False)
    heads: tuple[Head, ...]
    ways: tuple[Way, ...]

    @property
    def gives(self) -> frozenset[ox.NamedNode]:
        """The predicates of what follows."""
        return frozenset[ox.NamedNode]().union(*(head.predicates for head in self.heads))

    @property
    def uses(self) -> frozenset[ox.NamedNode]:
        """The predicates of what it follows from."""
        return frozenset(one for step in self.steps() for one in step.predicates)

    @property
    def entries(self) -> frozenset[ox.NamedNode]:
        """The predicates by which things that were there point to what follows."""
        led_to = frozenset[End]().union(*(way.heads for way in self.ways))
        return frozenset(
            one for head in self.heads if head.subject in led_to for one in head.predicates
        )

    @property
    def names_its_own(self) -> bool:
        """Whether it speaks of things that it names itself, which no step leads to."""
        led_to = frozenset[End]().union(*(way.heads for way in self.ways))
        apart = not all(way.heads and way.whole for way in self.ways)
        return apart or not {head.subject for head in self.heads} <= led_to

    def steps(self) -> Iterator[Step]:
        """Those of all its ways."""
        for way in self.ways:
            yield from way.steps
