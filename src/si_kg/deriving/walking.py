"""Walk along the steps of a rule: to what it may be about, and to all that it looks at."""

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from si_kg.deriving.around import Term
from si_kg.deriving.region import Region
from si_kg.deriving.rule import End, Step

Found = dict[ox.Variable, set[Term]]


class Walk:
    """Where the steps of one way lead in a region, from things that are known.

    What is found is at least what holds: each step is looked at by itself.
    """

    def __init__(self, region: Region, start: Mapping[End, set[Term]], *, ever: bool) -> None:
        self.found: Found = {
            at: set(ends) for at, ends in start.items() if isinstance(at, ox.Variable)
        }
        self._region, self._ever = region, ever

    def along(self, steps: Iterable[Step], goal: ox.Variable | None = None) -> bool:
        """Take the steps, or no more than lead to the goal; whether all needed ones are there.

        What a thing says of itself is looked at before what points to it, which may be much.
        """
        left = list(steps)
        while left:
            step = self._next(left, backward=goal not in self.found)
            if step is None:
                return True
            left.remove(step)
            if not self._take(step):
                return False
        return True

    def subjects(self, steps: Iterable[Step]) -> set[Term]:
        """All things met whose descriptions the steps look at."""
        met: set[Term] = set()
        for step in steps:
            met |= self._known(step.subject) or set()
            if step.repeated:
                met |= self._known(step.object) or set()
        return met

    def _next(self, left: list[Step], *, backward: bool) -> Step | None:
        forward = (step for step in left if self._known(step.subject) is not None)
        back = (step for step in left if backward and step.object in self.found)
        return next(forward, None) or next(back, None)

    def _known(self, end: End) -> set[Term] | None:
        return {end} if isinstance(end, ox.NamedNode) else self.found.get(end)

    def _take(self, step: Step) -> bool:
        starts, ends = self._known(step.subject), self._known(step.object)
        if starts is None:
            return self._back(step, ends or set())
        quads = list(_forward(self._region, step, starts, ever=self._ever))
        if ends is None:
            self._find(step.object, {quad.object for quad in quads})
        elif not step.repeated:
            quads = [quad for quad in quads if quad.object in ends]
        if step.needed and not step.repeated:
            self._find(step.subject, {quad.subject for quad in quads})
        return bool(quads) or not step.needed

    def _back(self, step: Step, ends: set[Term]) -> bool:
        quads = list(_backward(self._region, step, ends, ever=self._ever))
        self._find(step.subject, {quad.subject for quad in quads})
        return bool(quads) or not step.needed

    def _find(self, end: End, things: set[Term]) -> None:
        if isinstance(end, ox.Variable):
            self.found[end] = things


def starts(
    region: Region, step: Step, quads: Iterable[ox.Quad], *, ever: bool
) -> dict[End, set[Term]]:
    """What the ends of a step stand for where these quads are the step; nothing where none is."""
    fit = [quad for quad in quads if _fits(step, quad)]
    if not fit:
        return {}
    subjects: set[Term] = {quad.subject for quad in fit}
    objects: set[Term] = {quad.object for quad in fit}
    if step.repeated:
        subjects |= {quad.subject for quad in _backward(region, step, subjects, ever=ever)}
        objects |= {quad.object for quad in _forward(region, step, objects, ever=ever)}
    return {step.subject: subjects, step.object: objects}


def _fits(step: Step, quad: ox.Quad) -> bool:
    if quad.predicate not in step.predicates:
        return False
    pairs = ((step.subject, quad.subject), (step.object, quad.object))
    return step.repeated or all(_is_open(end) or end == term for end, term in pairs)


def _is_open(end: End) -> bool:
    return isinstance(end, ox.Variable)


def _forward(region: Region, step: Step, things: set[Term], *, ever: bool) -> Iterator[ox.Quad]:
    """The quads of the step from these things, and from where it leads if it is repeated."""
    met, fresh = set(things), things
    while fresh:
        quads = list(region.out(fresh, step.predicates, ever=ever))
        yield from quads
        fresh = {quad.object for quad in quads} - met if step.repeated else set()
        met |= fresh


def _backward(region: Region, step: Step, things: set[Term], *, ever: bool) -> Iterator[ox.Quad]:
    """The quads of the step to these things, and to where it comes from if it is repeated."""
    met, fresh = set(things), things
    while fresh:
        quads = list(region.into(fresh, step.predicates, ever=ever))
        yield from quads
        sources: set[Term] = {quad.subject for quad in quads}
        fresh = sources - met if step.repeated else set()
        met |= fresh
