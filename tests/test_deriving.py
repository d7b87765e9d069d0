"""What follows after a change is what follows from all, and costs by what the change touches."""

from collections.abc import Callable, Collection, Iterator

import pyoxigraph as ox
import pytest
from conftest import ROOT
from deriving_world import NEAR, RULES, WIDE, World, filled, term, toggles
from hypothesis import Phase, given, settings

from si_kg.deriving import AroundHere, Change, follow
from si_kg.deriving.around import Around, Node, Term
from si_kg.deriving.facts import in_graph
from si_kg.deriving.surroundings import BACK, SAME
from si_kg.namespaces import OWN, OWN_DERIVED, PREFIXES
from si_kg.rdf_files import read_all, turtle_files

EXAMPLES = 60
_WITHOUT_SHRINKING = (Phase.generate,)
Changes = list[list[ox.Quad]]
Predicates = Collection[ox.NamedNode]


def said(*statements: str) -> list[ox.Quad]:
    """Quads of one addition, of a subject, a predicate and an object each."""
    parts = [statement.split() for statement in statements]
    return [
        ox.Quad(term(subject), term(predicate), term(value), ox.NamedNode(f"{OWN}a"))
        for subject, predicate, value in parts
    ]


def follows(rule: str, statement: str) -> ox.Quad:
    """A quad that the rule derived."""
    (quad,) = said(statement)
    return in_graph(quad.triple, ox.NamedNode(OWN_DERIVED + rule))


def keeps_up(changes: Changes, around: Callable[[ox.Store], Around] = AroundHere) -> int:
    """Make the changes, compare after each; how many of them had to be derived all over."""
    world, all_over = World(), 0
    for change in changes:
        all_over += world.follow(change, around) is None
        assert world.derived == world.all_over()
    return all_over


@settings(max_examples=EXAMPLES)
@given(toggles(NEAR))
def test_what_is_followed_is_what_follows_from_all(changes: Changes) -> None:
    """After each addition, edit and removal, graph by graph; and each can be followed."""
    assert keeps_up(changes) == 0


@settings(max_examples=EXAMPLES)
@given(toggles((*NEAR, *WIDE, *WIDE)))
def test_definitions_and_classes_change_too(changes: Changes) -> None:
    """What reaches everywhere is derived all over, and what is followed after it is right."""
    keeps_up(changes)


class NothingPoints(AroundHere):
    """Does not look back."""

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """Nothing."""
        yield from list(super().to(things, predicates))[:0]


class OnlyTheirOwn(AroundHere):
    """Does not look at what is said of shipped things."""

    def of(self, things: Collection[Node]) -> Iterator[ox.Quad]:
        """Nothing of those."""
        yield from super().of([thing for thing in things if PREFIXES["id"] not in str(thing)])


class OneStep(AroundHere):
    """Looks at the things of the change, and no further."""

    asked = 0

    def of(self, things: Collection[Node]) -> Iterator[ox.Quad]:
        """What is said of the first things asked about."""
        self.asked += 1
        yield from super().of(things if self.asked == 1 else [])


class BackOnce(AroundHere):
    """Looks back from the things of the change, and no further."""

    asked = 0

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """What points to the first things asked about."""
        self.asked += 1
        yield from super().to(things if self.asked == 1 else [], predicates)


@pytest.mark.parametrize("around", [NothingPoints, OnlyTheirOwn, OneStep, BackOnce])
def test_looking_less_far_is_found_out(around: Callable[[ox.Store], Around]) -> None:
    """The random changes tell a follower that misses something."""

    @settings(max_examples=EXAMPLES, report_multiple_bugs=False, phases=_WITHOUT_SHRINKING)
    @given(toggles(NEAR))
    def blind(changes: Changes) -> None:
        keeps_up(changes, around)

    with pytest.raises(AssertionError):
        blind()


class Counted(AroundHere):
    """Counts what it gives."""

    given = 0

    def of(self, things: Collection[Node]) -> Iterator[ox.Quad]:
        """The same, counted."""
        yield from map(self._count, super().of(things))

    def to(
        self, things: Collection[Term], predicates: Collection[ox.NamedNode]
    ) -> Iterator[ox.Quad]:
        """The same, counted."""
        yield from map(self._count, super().to(things, predicates))

    def _count(self, quad: ox.Quad) -> ox.Quad:
        self.given += 1
        return quad


def hub(size: int) -> World:
    """Many initiatives of one actor."""
    world = World()
    world.stated = frozenset(
        said(
            "ex:hub rdf:type si:Municipality",
            'ex:hub foaf:name "Before"',
            *(f"ex:n{number} rdf:type si:Platform" for number in range(size)),
            *(f"ex:n{number} si:isFundedBy ex:hub" for number in range(size)),
        )
    )
    world.derived = world.all_over()
    return world


def asked_for(world: World, *statements: str) -> int:
    """How many quads were fetched to follow a change."""
    counted: list[Counted] = []

    def around(engine: ox.Store) -> Around:
        counted.append(Counted(engine))
        return counted[0]

    assert world.follow(said(*statements), around)
    assert world.derived == world.all_over()
    return counted[0].given


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(('ex:hub foaf:name "After"',), id="a-name-more"),
        pytest.param(
            ("ex:new rdf:type si:Platform", "ex:new si:isFundedBy ex:hub"), id="one-initiative-more"
        ),
        pytest.param(("ex:n3 si:isFundedBy ex:hub",), id="one-initiative-less"),
    ],
)
def test_a_hub_costs_no_more_than_another_thing(statements: tuple[str, ...]) -> None:
    """What points to a thing is fetched only where a rule looks back at it."""
    assert asked_for(hub(300), *statements) == asked_for(hub(10), *statements) < 100


def test_what_reaches_too_far_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An actor that is none any more changes all its initiatives: too many is all over."""
    monkeypatch.setattr("si_kg.deriving.following.FARTHEST", 200)
    no_actor = said("ex:hub rdf:type si:Municipality")
    assert hub(10).follow(no_actor)
    assert hub(300).follow(no_actor) is None


def test_a_new_definition_is_not_followed() -> None:
    """Any case may fall under it."""
    assert World().follow(said("ex:d si:requires id:green"))
    whole = ("ex:d si:defines id:gardening", "ex:d si:requires id:green", 'ex:d skos:notation "D"')
    assert World().follow(said(*whole, 'ex:d rdfs:label "D"@en')) is None


def test_nothing_is_filled_up_for_nothing() -> None:
    """The shipped graph stays as it is where a change is not followed."""
    shipped = filled(())
    before = set(shipped)
    change = Change(
        said("si:sourcesAsAWhole skos:definition id:x", "id:mild si:requires id:open"), []
    )
    assert follow(AroundHere(filled(())), shipped, change, RULES) is None
    assert set(shipped) == before


def test_an_initiative_is_classified() -> None:
    """From two judgements to the definition that they meet, and away again with one of them."""
    world = World()
    judged = said(
        "ex:i rdf:type si:Platform",
        *(
            "ex:j1 si:judges ex:i",
            "ex:j1 si:appliesCriterion id:green",
            "ex:j1 si:hasOutcome si:met",
        ),
        *(
            "ex:j2 si:judges ex:i",
            "ex:j2 si:appliesCriterion id:open",
            "ex:j2 si:hasOutcome si:met",
        ),
    )
    world.follow(judged)
    strict = follows("classification", "ex:i si:fitsDefinition id:strict")
    mild = follows("classification", "ex:i si:fitsDefinition id:mild")
    assert {strict, mild} <= world.derived
    followed = world.follow([judged[-1]])
    assert followed
    assert strict in followed.removed
    assert mild in world.derived


def test_what_is_near_is_all_that_a_check_looks_at() -> None:
    """The thing, what it refers to, what that refers to, lists to their end, and its namesakes."""
    world = World()
    world.follow(
        said(
            'ex:old rdfs:label "Same"@en',
            "ex:i rdf:type si:Platform",
            "ex:i si:citation ex:p1",
            "ex:p1 si:inSource ex:s1",
            "ex:s1 bibo:authorList _:cell1",
            *("_:cell1 rdf:first ex:a1", "_:cell1 rdf:rest _:cell2", "_:cell2 rdf:first ex:a2"),
            "ex:t1 si:concernsInitiative ex:i",
            "ex:far rdf:type si:Platform",
        )
    )
    followed = world.follow(said('ex:i rdfs:label "Same"@en'))
    assert followed
    assert followed.touched == {term("ex:i")}
    near = {str(quad.subject) for quad in followed.near}
    expected = ("ex:old", "ex:i", "ex:p1", "ex:s1", "_:cell1", "_:cell2", "id:case")
    assert {str(term(name)) for name in expected} <= near
    assert str(term("ex:far")) not in near


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        pytest.param("ex:i rdf:type si:Platform", {"ex:i", "ex:t"}, id="what-refers-to-it"),
        pytest.param("ex:t si:hasPartner ex:a", {"ex:t", "ex:a"}, id="what-it-refers-to"),
        pytest.param("ex:p si:inSource ex:s", {"ex:p", "ex:s", "ex:maker"}, id="who-made-it"),
        pytest.param("ex:i si:isFundedBy id:town", {"ex:i"}, id="no-shipped-thing"),
    ],
)
def test_what_is_touched(statement: str, touched: set[str]) -> None:
    """The things that are to be looked at again."""
    world = World()
    world.follow(
        said(
            *("ex:t si:concernsInitiative ex:i", "ex:s dcterms:creator ex:maker"),
            *('ex:maker foaf:name "Maker"', 'ex:a foaf:name "Actor"'),
        )
    )
    followed = world.follow(said(statement))
    assert followed
    assert followed.touched == {term(name) for name in touched}


def test_a_check_looks_back_along_no_other_ways() -> None:
    """The predicates that shapes follow backward are those along which is fetched."""
    inverse = ox.NamedNode(f"{PREFIXES['sh']}inversePath")
    shapes = read_all(turtle_files(ROOT / "ontology" / "shapes"))
    backward = {triple.object for triple in shapes if triple.predicate == inverse}
    assert len(backward) > 10
    assert backward <= BACK | SAME
