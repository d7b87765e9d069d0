"""What is found near a change is what is found in the whole store: nothing missed or made up."""

import random
from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial

import pyoxigraph as ox
import pytest
from conftest import FIXTURES, ROOT
from deriving_world import RULES

from si_kg import shipped
from si_kg.deriving import AroundHere, Change, Consequences, derive_own, follow
from si_kg.deriving.facts import in_graph
from si_kg.findings import Finding
from si_kg.namespaces import OWN, PREFIXES
from si_kg.rdf_files import read
from si_kg.store import EmbeddedStore
from si_kg.validation import also_touched, findings_about, findings_in_batches, shapes_files
from si_kg.validation.shapes_graph import name

FILES = [
    FIXTURES / "valid" / "complete-things.ttl",
    *sorted((FIXTURES / "invalid").glob("*.ttl")),
]
SHAPES = shapes_files(ROOT)
REACH = partial(also_touched, shapes=SHAPES)


def shipped_graph() -> ox.Store:
    """The shipped graph, to fill up."""
    return EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE).engine


def follow_in(engine: ox.Store, change: Change) -> Consequences | None:
    """What follows from a change; the store is then as it is after it."""
    followed = follow(AroundHere(engine), shipped_graph(), change, RULES, REACH)
    if followed:
        for quad in (*change.removed, *followed.removed):
            engine.remove(quad)
        engine.extend([*change.added, *followed.added])
    return followed


def found_near(followed: Consequences) -> list[Finding]:
    """What is found about the things that a change touches, in what is around it."""
    return findings_about(followed.near, followed.stated, SHAPES)


def found_in(engine: ox.Store) -> Counter[Finding]:
    """What is found in the whole store about things of users that have a name."""
    return Counter(found for found in findings_in_batches(engine, SHAPES) if found.focus)


@pytest.fixture(scope="module")
def damaged() -> ox.Store:
    """Everything that users may do wrong, each file an addition, with what follows from it."""
    engine = shipped_graph()
    for file in FILES:
        graph = ox.NamedNode(f"{OWN}{file.stem}")
        engine.extend(in_graph(triple, graph) for triple in read(file))
    derive_own(engine, RULES)
    return engine


@pytest.mark.parametrize("seed", range(8))
def test_near_a_change_as_in_the_whole(seed: int, damaged: ox.Store) -> None:
    """What is new is found, whether things go or come; what is found there is in the whole too."""
    draw = random.Random(seed)  # noqa: S311 (a test, not a secret)
    engine = ox.Store()
    engine.bulk_extend(damaged)
    before = found_in(engine)
    gone = _some(draw, engine)
    there = before
    for change in (Change([], gone), Change(gone, [])):
        followed = follow_in(engine, change)
        if followed is None:
            break
        touched = {name(thing) for thing in followed.touched} - {""}
        near, whole = Counter(found_near(followed)), found_in(engine)
        assert not [found for found in (whole - there) if found.focus not in touched]
        assert _about(near, touched) == _about(whole, touched)
        there = whole


MAPPING = """ a sssom:Mapping ; owl:annotatedSource id:care ; owl:annotatedTarget ex:there ;
    owl:annotatedProperty skos:closeMatch ; sssom:confidence 0.9 ;
    sssom:mapping_justification semapv:ManualMappingCuration ; sssom:object_label "there" """
DENIED = "sssom:NegatedPredicate"
CONCEPT = """ a skos:Concept ; skos:definition "iets"@nl , "something"@en ;
    skos:prefLabel "{0}"@nl , "{0}"@en """
MEMBER = """ex:m{0} a si:FrameworkMember ; skos:inScheme ex:frame ; si:position {0} ;
    skos:prefLabel "lid {0}"@nl , "member {0}"@en ."""
FRAME = 'ex:frame a si:Framework ; dcterms:title "Kader"@nl , "Frame"@en .'


@pytest.mark.parametrize(
    ("there", "added", "rule"),
    [
        pytest.param(
            f'ex:a {MAPPING} ; sssom:predicate_modifier {DENIED} ; rdfs:comment "no" .',
            f"ex:b {MAPPING} .",
            "sis:Mapping-denied-or-not ex:a",
            id="the-same-pair",
        ),
        pytest.param(
            f"{FRAME} ex:m skos:inScheme ex:frame .",
            "ex:m si:position 1 .",
            "sis:Framework-positionMeaning ex:frame",
            id="a-member-numbered",
        ),
        pytest.param(
            f"ex:a {CONCEPT.format('a')} ; skos:inScheme ex:one ; skos:exactMatch ex:b ."
            f" ex:b {CONCEPT.format('b')} .",
            "ex:b skos:inScheme ex:one .",
            "sis:Concept-match-other-scheme ex:a",
            id="a-match-in-one-scheme",
        ),
        pytest.param(
            " ".join(
                f"ex:c{at} {CONCEPT.format(at)} ; skos:broader ex:c{at + 1} ." for at in range(6)
            )
            + f" ex:c6 {CONCEPT.format(6)} .",
            "ex:c6 skos:broader ex:c0 .",
            "sis:Concept-broader-cycle ex:c3",
            id="a-long-cycle",
        ),
    ],
)
def test_an_addition_breaks_what_was_right(there: str, added: str, rule: str) -> None:
    """Two additions that are right alone, and together break a rule about the first."""
    engine = shipped_graph()
    first = follow_in(engine, Change(_quads("one", there), []))
    assert first
    assert rule not in _told(first)
    second = follow_in(engine, Change(_quads("two", added), []))
    assert second
    assert rule in _told(second)


def test_a_removal_leaves_a_gap() -> None:
    """Member 1 goes, and member 2, of another addition, is told to have none before it."""
    engine = shipped_graph()
    leaving = _quads("one", MEMBER.format(1))
    stays = _quads("two", f"{FRAME} {MEMBER.format(2)}")
    assert follow_in(engine, Change([*leaving, *stays], []))
    removed = follow_in(engine, Change([], leaving))
    assert removed
    assert "sis:FrameworkMember-position-gap ex:m2" in _told(removed)


def _quads(addition: str, turtle: str) -> list[ox.Quad]:
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    graph = ox.NamedNode(f"{OWN}{addition}")
    parsed = ox.parse(head + turtle, format=ox.RdfFormat.TURTLE)
    return [in_graph(quad.triple, graph) for quad in parsed]


def _told(followed: Consequences) -> set[str]:
    return {f"{found.rule} {found.focus}" for found in found_near(followed)}


def _some(draw: random.Random, engine: ox.Store) -> Sequence[ox.Quad]:
    """Some of what users state of some of their things."""
    stated = [q for q in engine if str(q.graph_name).startswith(f"<{OWN}")]
    subjects = sorted({q.subject for q in stated if isinstance(q.subject, ox.NamedNode)}, key=str)
    quads: list[ox.Quad] = []
    for subject in draw.sample(subjects, 8):
        said = sorted((q for q in stated if q.subject == subject), key=str)
        quads += draw.sample(said, draw.randint(1, len(said)))
    return quads


def _about(found: Counter[Finding], names: Collection[str]) -> Counter[Finding]:
    return Counter({each: count for each, count in found.items() if each.focus in names})
