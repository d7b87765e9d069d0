"""What is wrong with things of a user's own: found at the cost of the things, not of the store."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import FIXTURES, ROOT

from si_kg import shipped
from si_kg.findings import Finding
from si_kg.namespaces import GRAPH
from si_kg.progress import Progress
from si_kg.rdf_files import read, read_all
from si_kg.store import EmbeddedStore
from si_kg.validation import (
    also_touched,
    findings_about,
    findings_in_batches,
    shapes_files,
    validate,
)
from si_kg.validation.own import own_things
from si_kg.validation.shapes_graph import ShapesGraph, name
from si_kg.validation.vocabulary import OWN_SEVERITY, TYPE, Node, Term

INVALID = sorted((FIXTURES / "invalid").glob("*.ttl"))
VALID = FIXTURES / "valid" / "complete-things.ttl"
SHAPES = shapes_files(ROOT)
OWN = ox.NamedNode(f"{GRAPH}own/test")
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture(scope="module")
def damaged() -> ox.Store:
    """The shipped graph with every planted fault, each file an addition of a user."""
    engine = EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE).engine
    for file in [VALID, *INVALID]:
        graph = ox.NamedNode(f"{GRAPH}own/{file.stem}")
        engine.extend(
            ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in read(file)
        )
    return engine


@pytest.fixture(scope="module")
def whole(damaged: ox.Store) -> list[Finding]:
    """What there is to find in it."""
    return validate([quad.triple for quad in damaged], SHAPES)


@pytest.mark.parametrize("seed", range(12))
def test_about_some_things_as_in_the_whole(
    seed: int, damaged: ox.Store, whole: Sequence[Finding]
) -> None:
    """The findings about any things are those of the whole report that are about them."""
    draw = random.Random(seed)  # noqa: S311 (a test, not a secret)
    subjects = sorted({q.subject for q in damaged if isinstance(q.subject, ox.NamedNode)}, key=str)
    things = draw.sample(subjects, draw.choice([1, 3, 40, 2000]))
    names = set(map(name, things))
    found = findings_about(damaged, things, SHAPES, own=False)
    assert Counter(found) == Counter(one for one in whole if one.focus in names)


def test_about_blank_nodes_as_in_the_whole(damaged: ox.Store, whole: Sequence[Finding]) -> None:
    """What has no name is found as well: all subjects together give the whole report."""
    subjects = {quad.subject for quad in damaged}
    assert any(isinstance(subject, ox.BlankNode) for subject in subjects)
    assert findings_about(damaged, subjects, SHAPES, own=False) == whole


def test_in_batches_as_in_the_whole(damaged: ox.Store, whole: Sequence[Finding]) -> None:
    """Every planted fault is found in batches too, with the severity for own things."""
    own = _named(own_things(damaged))
    shipped_too = _named(quad.subject for quad in _shipped(damaged))
    milder = _own_severities()
    expected = Counter(
        one
        if one.focus in shipped_too
        else replace(one, severity=milder[one.rule])
        if one.rule in milder
        else one
        for one in whole
        if one.focus in own
    )
    told: list[Progress] = []
    found = list(findings_in_batches(damaged, SHAPES, told.append))
    assert Counter(one for one in found if one.focus) == expected
    assert {one.rule for one in found} >= {rule for file in INVALID for rule in _broken(file)}
    assert told[-1].done == told[-1].total == sum(1 for _ in own_things(damaged))


def test_each_own_thing_comes_once() -> None:
    """Also where two additions describe it; what is shipped or derived does not come."""
    store = ox.Store()
    thing, other, shipped_one = (ox.NamedNode(f"https://example.org/{n}") for n in "abc")
    for subject, graph in (
        (thing, "own/one"),
        (thing, "own/two"),
        (other, "own/two"),
        (shipped_one, "data"),
        (shipped_one, "own-derived/rule"),
    ):
        for value in ("x", "y"):
            label = ox.Literal(value)
            store.add(ox.Quad(subject, LABEL, label, ox.NamedNode(f"{GRAPH}{graph}")))
    assert Counter(own_things(store)) == {thing: 1, other: 1}


def test_a_missing_translation_does_not_stop_a_user() -> None:
    """A name in one language is enough for own things; no name at all is not."""
    text = """
        @prefix si: <https://w3id.org/si-kg/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <https://example.org/one> a si:Unit ; rdfs:label "Uren"@nl .
        <https://example.org/none> a si:Unit ."""
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, OWN) for quad in quads)
    things = {ox.NamedNode(f"https://example.org/{name}") for name in ("one", "none")}
    found = {
        (f.focus.removeprefix("ex:"), f.rule, f.severity)
        for f in findings_about(store, things, SHAPES)
    }
    assert found >= {
        ("one", "sis:Thing-label-en", "Warning"),
        ("none", "sis:Thing-label-nl", "Warning"),
        ("none", "sis:Thing-label-en", "Warning"),
        ("none", "sis:Thing-label-some", "Violation"),
    }
    blocking = {(focus, rule) for focus, rule, severity in found if severity == "Violation"}
    assert not any(focus == "one" and "-label-" in rule for focus, rule in blocking)
    shipped_severity = {f.severity for f in findings_about(store, things, SHAPES, own=False)}
    assert shipped_severity == {"Violation"}


def test_only_translations_are_judged_less_severely() -> None:
    """Nothing becomes advice only, and no rule without a language in its name is on the list."""
    milder = _own_severities()
    assert len(milder) > 50
    assert set(milder.values()) == {"Warning"}
    assert all(rule.endswith(("-nl", "-en")) for rule in milder)
    assert {rule[:-3] for rule in milder if rule.endswith("-nl")} == {
        rule[:-3] for rule in milder if rule.endswith("-en")
    }


@pytest.mark.parametrize("seed", range(8))
def test_a_change_gives_no_new_finding_beyond_what_it_touches(seed: int, damaged: ox.Store) -> None:
    """Whatever is taken out of the graph or put back, new findings are about what is named."""
    draw = random.Random(seed)  # noqa: S311 (a test, not a secret)
    engine = ox.Store()
    engine.bulk_extend(damaged)
    subjects = sorted({quad.subject for quad in _own(damaged)}, key=str)
    changed: list[ox.Quad] = []
    for subject in draw.sample(subjects, 25):
        quads = sorted(engine.quads_for_pattern(subject, None, None), key=str)
        changed += draw.sample(quads, draw.randint(1, len(quads)))
    full = set(validate([quad.triple for quad in engine], SHAPES))
    for quad in changed:
        engine.remove(quad)
    less = set(validate([quad.triple for quad in engine], SHAPES))
    removed = _touched(engine, changed) | also_touched(engine, _touched(engine, changed), SHAPES)
    assert _foci(less - full) <= _named(removed)
    engine.extend(changed)
    added = _touched(engine, changed) | also_touched(engine, _touched(engine, changed), SHAPES)
    assert _foci(full - less) <= _named(added)
    assert full != less


def _touched(engine: ox.Store, changed: Iterable[ox.Quad]) -> frozenset[Node]:
    """What a change describes and refers to, and what refers to what is of another kind now."""
    nodes: set[object] = set()
    for quad in changed:
        nodes |= {quad.subject, quad.object}
        if quad.predicate == TYPE:
            nodes |= {one.subject for one in engine.quads_for_pattern(None, None, quad.subject)}
    return frozenset(node for node in nodes if isinstance(node, ox.NamedNode | ox.BlankNode))


def _foci(findings: Iterable[Finding]) -> set[str]:
    return {finding.focus for finding in findings if finding.focus}


def _named(things: Iterable[Term]) -> set[str]:
    """The names of those that have one."""
    return {name(thing) for thing in things if isinstance(thing, ox.NamedNode)}


def _own(engine: ox.Store) -> list[ox.Quad]:
    return [quad for quad in engine if str(quad.graph_name).startswith(f"<{GRAPH}own/")]


def _shipped(engine: ox.Store) -> list[ox.Quad]:
    return [quad for quad in engine if not str(quad.graph_name).startswith(f"<{GRAPH}own/")]


def _own_severities() -> dict[str, str]:
    shapes = ShapesGraph(read_all(SHAPES))
    return {
        name(rule): shapes.text(rule, OWN_SEVERITY).rpartition("#")[2]
        for rule in shapes.having(OWN_SEVERITY)
    }


def _broken(file: Path) -> list[str]:
    """The rules that the first line of an invalid file names."""
    first = file.read_text("utf-8").splitlines()[0]
    return [rule.strip() for rule in first.removeprefix("# breaks ").split(",")]
