"""Follow a small change: derive again only what can have changed.

Each rule is asked which things it may now say something else of. What it said of those is dropped,
with all that followed from that; then they are derived again from what is around them (delete and
rederive, a stratum of rules at a time, so that the next sees only what really changed).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.deriving.around import Around, Node, Term, graph_name
from si_kg.deriving.facts import constructed, in_graph
from si_kg.deriving.reading import read_rule
from si_kg.deriving.region import FARTHEST, Region
from si_kg.deriving.rule import Everywhere, Rule
from si_kg.deriving.strata import strata
from si_kg.deriving.surroundings import beside, surround, touched
from si_kg.deriving.walking import Walk, starts
from si_kg.language import Text
from si_kg.namespaces import OWN, OWN_DERIVED

_Subjects = dict[Rule, set[Term]]
# from a store and the things that changed in it, to others of which more is to be known
Reach = Callable[[ox.Store, Collection[Node]], Collection[Node]]


@dataclass(frozen=True)
class Change:
    """Quads added to and removed from the graphs of a user's additions."""

    added: Sequence[ox.Quad]
    removed: Sequence[ox.Quad]


@dataclass(frozen=True)
class Consequences:
    """What then follows, and no longer follows, in the graphs `own-derived/<rule>`.

    `near` is the shipped graph with all that is around the change as it is after it; `touched` are
    the things whose findings may have changed, `stated` those of them that users describe.
    """

    added: Sequence[ox.Quad]
    removed: Sequence[ox.Quad]
    near: ox.Store
    touched: frozenset[Node]
    stated: frozenset[Node]


def follow(
    around: Around,
    shipped: ox.Store,
    change: Change,
    rules: Mapping[str, tuple[Text, str]],
    reach: Reach = lambda _, __: (),
) -> Consequences | None:
    """What follows from a change in a store that is as it was before it.

    None where the change reaches too far to follow (a new definition, a new class above many
    things): derive all over then. `reach` says of which other things something else may be found
    as well, by looking around those that changed. `shipped` (the shipped graph alone) is filled up
    and becomes `near`, unless there is nothing to give.
    """
    region = Region(around, shipped, FARTHEST)
    try:
        following = _Following(region, change)
        for stratum in strata([read_rule(name, text) for name, (_, text) in rules.items()]):
            following.renew(stratum)
        changed = [*change.added, *change.removed, *following.added, *following.removed]
        things = touched(region, changed)
        surround(region, things)
        looked_from = beside(region, changed)
        with region.joined() as near:
            found = reach(near, looked_from)
        things |= region.stated_by_users(found)
        surround(region, things)
        stated = frozenset(region.stated_by_users(things))
    except Everywhere:
        return None
    shipped.extend(region.own)
    return Consequences(following.added, following.removed, shipped, things, stated)


class _Following:
    """What has changed so far: what users state, and what follows by the strata done."""

    def __init__(self, region: Region, change: Change) -> None:
        self.added: list[ox.Quad] = []
        self.removed: list[ox.Quad] = []
        self._region = region
        self._stated = [*change.added, *change.removed]
        region.drop(change.removed)
        region.hold(change.added)

    def renew(self, rules: Sequence[Rule]) -> None:
        """Bring what these rules give up to date; they build on no others but those before."""
        dropped, subjects = self._drop(rules)
        fresh = self._derive(rules, subjects)
        self.removed += dropped - fresh
        self.added += fresh - dropped

    def _drop(self, rules: Sequence[Rule]) -> tuple[set[ox.Quad], _Subjects]:
        """Take away what may hold no longer, with all that followed from it."""
        dropped: set[ox.Quad] = set()
        about: _Subjects = defaultdict(set)
        reached = self._unstated(rules)
        _join(reached, self._reached(rules, [*self._stated, *self.added, *self.removed], ever=True))
        while reached:
            quads = []
            for rule, subjects in reached.items():
                quads += self._said(rule, subjects - about[rule])
                about[rule] |= subjects
            self._region.drop(quads)
            dropped.update(quads)
            reached = self._reached(rules, quads, ever=True) if quads else {}
        return dropped, about

    def _derive(self, rules: Sequence[Rule], reached: _Subjects) -> set[ox.Quad]:
        """Derive again, with all that follows from what is new."""
        derived: set[ox.Quad] = set()
        while reached:
            fresh = {
                quad
                for rule, subjects in reached.items()
                for quad in self._facts(rule, subjects)
                if not self._holds(quad)
            }
            self._region.hold(fresh)
            derived |= fresh
            reached = self._reached(rules, fresh, ever=False)
        return derived

    def _reached(self, rules: Iterable[Rule], quads: Iterable[ox.Quad], *, ever: bool) -> _Subjects:
        """The things of which each rule may say something else, now that these quads changed."""
        by_predicate = defaultdict(list)
        for quad in quads:
            by_predicate[quad.predicate].append(quad)
        reached: _Subjects = defaultdict(set)
        for rule in rules:
            changed = [quad for one in rule.uses for quad in by_predicate.get(one, ())]
            if changed:
                reached[rule].update(self._about(rule, changed, ever=ever))
        return {rule: subjects for rule, subjects in reached.items() if subjects}

    def _about(self, rule: Rule, quads: Sequence[ox.Quad], *, ever: bool) -> Iterator[Term]:
        for way in rule.ways:
            for step in way.steps:
                start = starts(self._region, step, quads, ever=ever)
                if not start:
                    continue
                others = [other for other in way.steps if other is not step]
                if rule.names_its_own:
                    if Walk(self._region, start, ever=ever).along(others):
                        raise Everywhere
                    continue
                for head in way.heads:
                    walk = Walk(self._region, start, ever=ever)
                    if walk.along(others, head):
                        yield from walk.found[head]

    def _unstated(self, rules: Iterable[Rule]) -> _Subjects:
        """The things of which something is stated that a rule may give too, or no longer is."""
        found: _Subjects = {}
        for rule in rules:
            quads = [quad for quad in self._stated if quad.predicate in rule.gives]
            things: set[Term] = {quad.subject for quad in quads}
            if things and rule.names_its_own:
                self._refuse_named(rule, quads)
            elif things:
                found[rule] = things
        return found

    def _refuse_named(self, rule: Rule, stated: Sequence[ox.Quad]) -> None:
        """What a rule says of a thing that it named itself is not found again by its steps."""
        things: set[Term] = {quad.subject for quad in stated}
        named = self._region.into(things, rule.entries, ever=True)
        led_to = any(quad.predicate in rule.entries for quad in stated)
        if led_to or self._said(rule, things) or not all(map(self._ships, named)):
            raise Everywhere

    def _said(self, rule: Rule, subjects: Collection[Term]) -> list[ox.Quad]:
        """What follows by this rule for these things, as far as it is known."""
        self._region.fetch_of(subjects)
        graph = _graph(rule)
        return [
            quad
            for subject in subjects
            if isinstance(subject, ox.NamedNode | ox.BlankNode)
            for quad in self._region.own.quads_for_pattern(subject, None, None, graph)
        ]

    def _facts(self, rule: Rule, subjects: Collection[Term]) -> Iterator[ox.Quad]:
        """What the rule gives for these things, from all that it looks at for them."""
        self._region.fetch_of(subjects)
        looked_at: set[Term] = set()
        for way in rule.ways:
            for head in way.heads:
                walk = Walk(self._region, {head: set(subjects)}, ever=False)
                if walk.along(way.steps):
                    looked_at |= walk.subjects(way.steps)
        if looked_at:
            world = ox.Store()
            world.extend(self._region.out(looked_at, rule.uses))
            for triple in constructed(world, rule.text):
                if triple.subject in subjects:
                    yield in_graph(triple, _graph(rule))

    def _holds(self, quad: ox.Quad) -> bool:
        """Whether it is shipped, stated by a user, or known to follow by this rule."""
        triple = (quad.subject, quad.predicate, quad.object)
        if self._ships(quad):
            return True
        held = self._region.own.quads_for_pattern(*triple)
        return any(graph_name(one).startswith(OWN) or one == quad for one in held)

    def _ships(self, quad: ox.Quad) -> bool:
        held = self._region.shipped.quads_for_pattern(quad.subject, quad.predicate, quad.object)
        return next(held, None) is not None


def _graph(rule: Rule) -> ox.NamedNode:
    return ox.NamedNode(OWN_DERIVED + rule.name)


def _join(these: _Subjects, others: _Subjects) -> None:
    for rule, subjects in others.items():
        these[rule] = these.get(rule, set()) | subjects
