"""All that follows from what users added: complete, no more than that, at any size."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import store_of
from deriving_world import RULES, SHIPPED, World, filled

from si_kg import shipped
from si_kg.deriving import AroundHere, Change, derive, derive_own, follow
from si_kg.deriving.facts import in_graph
from si_kg.namespaces import GRAPH, OWN, OWN_DERIVED, WORKSPACE, expand
from si_kg.progress import Progress
from si_kg.store import EmbeddedStore

INITIATIVE = """
@prefix o: <https://data.gemeente.example/id/> .
o:square a si:Platform ; rdfs:label "Buurtplein"@nl , "Exchange"@en ; si:isFundedBy o:fund ;
    si:citation o:page .
o:fund a si:CivilSocietyOrganisation ; foaf:name "Fonds" .
o:book rdfs:label "Boek"@nl , "Book"@en . o:page si:inSource o:book ; si:page 3 .
o:j1 a si:Judgement ; si:judges o:square ; si:appliesCriterion id:criterion-new-ideas ;
    si:hasOutcome si:met ; si:hasBasis si:sourcesAsAWhole .
o:j2 a si:Judgement ; si:judges o:square ; si:appliesCriterion id:criterion-implemented ;
    si:hasOutcome si:notMet ; si:hasBasis si:sourcesAsAWhole .
"""
DEFINITION = """
ex:d a si:Definition ; skos:notation "Own" ; si:defines id:gardening ; si:requires id:open ;
    rdfs:label "Eigen"@nl , "Own"@en .
ex:case a si:Initiative . ex:j a si:Judgement ; si:judges ex:case ; si:appliesCriterion id:open ;
    si:hasOutcome si:met .
"""


def stated(turtle: str, graph: str = f"{OWN}a") -> list[ox.Quad]:
    """The Turtle, as an addition."""
    return [in_graph(quad.triple, ox.NamedNode(graph)) for quad in store_of(turtle).engine]


def derived(engine: ox.Store) -> set[ox.Quad]:
    """What follows from what users stated."""
    return {quad for quad in engine if str(quad.graph_name).startswith(f"<{OWN_DERIVED}")}


def real_graph() -> ox.Store:
    """The shipped graph, to change."""
    return EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE).engine


def test_nothing_follows_from_nothing() -> None:
    """What the shipped graph derives is not derived again, its unnamed nodes included."""
    engine = real_graph()
    assert derive_own(engine, RULES) == 0
    assert derived(engine) == set()


def test_an_initiative_in_the_real_graph() -> None:
    """Followed, it gives what all over gives; the second time nothing is left to do."""
    own = stated(INITIATIVE)
    all_over = real_graph()
    all_over.extend(own)
    assert derive_own(all_over, RULES) == len(derived(all_over)) > 20
    followed = follow(AroundHere(real_graph()), real_graph(), Change(own, []), RULES)
    assert followed
    assert not followed.removed
    assert set(followed.added) == derived(all_over)
    assert derived(all_over) <= set(followed.near)
    again = derived(all_over)
    assert derive_own(all_over, RULES) == len(again)
    assert derived(all_over) == again


def test_a_definition_of_ones_own_classifies() -> None:
    """A definition gets its class and shape, and what meets its criteria falls under it."""
    engine = filled(stated(DEFINITION))
    derive_own(engine, RULES)
    query = "ASK {{ GRAPH <{}> {{ <{}> <{}> <{}> }} }}"
    graph = f"{OWN_DERIVED}classification"
    terms = [expand(curie) for curie in ("ex:case", "si:fitsDefinition", "ex:d")]
    assert engine.query(query.format(graph, *terms))
    cells = engine.quads_for_pattern(
        None, None, None, ox.NamedNode(f"{OWN_DERIVED}definition-classes")
    )
    assert any(isinstance(quad.subject, ox.BlankNode) for quad in cells)


def test_what_is_built_and_what_is_added_follow_alike() -> None:
    """Data of the graph itself gives the same triples as an addition does."""
    whole = filled(stated(INITIATIVE, f"{GRAPH}data"))
    derive(whole, RULES)
    added = filled(stated(INITIATIVE))
    derive_own(added, RULES)
    assert {quad.triple for quad in whole} == {
        quad.triple for quad in added if quad.graph_name != ox.NamedNode(OWN_DERIVED.rstrip("/"))
    } | {quad.triple for quad in whole if str(quad.graph_name) == f"<{GRAPH}derived>"}


def test_a_scheme_of_ones_own_is_under_no_licence_of_ours() -> None:
    """The licence of the data is that of the schemes in the data."""
    engine = filled(stated("ex:scheme a skos:ConceptScheme ; dcterms:title 'Eigen'@nl ."))
    derive_own(engine, RULES)
    licences = [quad for quad in engine if "license" in quad.predicate.value]
    assert [str(quad.subject) for quad in licences] == ["<https://w3id.org/si-kg/id/scheme>"]


def test_nothing_follows_about_an_addition_itself() -> None:
    """Who added what is no part of what was added."""
    engine = filled(stated("ex:added a si:Platform ; foaf:name 'Lijst' .", WORKSPACE))
    assert derive_own(engine, RULES) == 0


def test_what_no_longer_follows_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """All over begins from nothing, however much there was and however little fits in memory."""
    monkeypatch.setattr("si_kg.deriving.whole._AT_ONCE", 3)
    own = stated(INITIATIVE)
    engine = filled(own)
    derive_own(engine, RULES)
    expected = derived(engine)
    engine.extend(stated("ex:gone a si:Platform .", f"{OWN_DERIVED}types"))
    engine.extend(stated("ex:gone a si:Platform .", f"{OWN_DERIVED}a-rule-of-before"))
    derive_own(engine, RULES)
    assert derived(engine) == expected == World(frozenset(own)).all_over()
    assert f"{OWN_DERIVED}a-rule-of-before" not in [name.value for name in engine.named_graphs()]


def test_on_disk(tmp_path: Path) -> None:
    """A store on disk derives the same, and says how far it is and which rule made what."""
    engine = ox.Store(str(tmp_path / "store"))
    own = stated(INITIATIVE)
    engine.bulk_extend([*SHIPPED, *own])
    told: list[Progress] = []
    derive_own(engine, RULES, told.append)
    assert derived(engine) == World(frozenset(own)).all_over()
    assert told[-1] == Progress("derive", len(RULES), len(RULES))
    assert [each.done for each in told] == sorted(each.done for each in told)
    made = engine.quads_for_pattern(None, None, None, ox.NamedNode(OWN_DERIVED.rstrip("/")))
    assert {str(quad.subject) for quad in made} == {f"<{OWN_DERIVED}{name}>" for name in RULES}


def test_a_store_on_disk_is_followed(tmp_path: Path) -> None:
    """Opened to read only, as a workspace has it."""
    own = stated(INITIATIVE)
    engine = ox.Store(str(tmp_path / "store"))
    engine.bulk_extend([*SHIPPED, *own])
    derive_own(engine, RULES)
    engine.flush()
    del engine
    reading = ox.Store.read_only(str(tmp_path / "store"))
    followed = follow(AroundHere(reading), filled(()), Change([], own), RULES)
    assert followed
    assert set(followed.removed) == derived(reading)
