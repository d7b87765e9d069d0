"""What the mappings say of our things: who they are, and which relation may stand with what."""

from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.mappings import Mapping, mapping_files, read_set
from si_kg.namespaces import ID, PREFIXES, prologue
from si_kg.store import rows

FILES = mapping_files(ROOT)
SAME, SKOS = f"{PREFIXES['schema']}sameAs", PREFIXES["skos"]
PROVINCES = ("/provincie/", "Q752", "Q776", "Q1101", "eurovoc.europa.eu/1189", "europa.eu/4632")
TOLD = f"""
{prologue("rdfs", "skos")}
SELECT ?thing ?label (EXISTS {{ ?thing a skos:Concept }} AS ?isConcept)
{{ ?thing rdfs:label|skos:prefLabel ?label FILTER (LANG(?label) = "en") }}
"""


@pytest.fixture(scope="module")
def told(graph: KnowledgeGraph) -> dict[str, tuple[str, bool]]:
    """The English name of each thing, and whether it is a concept."""
    return {
        thing.value: (label.value, concept.value == "true")
        for thing, label, concept in rows(graph.store, TOLD)
        if thing.value.startswith(ID)
    }


def said() -> list[Mapping]:
    """All mappings that say that something is so."""
    return [each for file in FILES for each in read_set(file).mappings if not each.denied]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_each_subject_is_ours_and_called_so(file: Path, told: dict[str, tuple[str, bool]]) -> None:
    """A thing that is renamed here is renamed there."""
    mappings = read_set(file).mappings
    assert mappings
    assert [
        (each.line, each.subject_label, told.get(each.subject_id))
        for each in mappings
        if told.get(each.subject_id, ("", False))[0] != each.subject_label
    ] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_the_relation_fits_the_thing(file: Path, told: dict[str, tuple[str, bool]]) -> None:
    """SKOS relates concepts and nothing else; only what is no concept is the same thing."""
    for each in read_set(file).mappings:
        concept = told[each.subject_id][1]
        assert concept or not each.predicate_id.startswith(SKOS), each.line
        assert not concept or each.predicate_id != SAME, each.line


def test_one_thing_elsewhere_is_one_thing_here() -> None:
    """Else two things of ours would be the same; and one of ours is once in each vocabulary."""
    same = [each for each in said() if each.predicate_id == SAME]
    assert len(same) > 60
    assert [
        iri for iri, count in Counter(each.object_id for each in same).items() if count > 1
    ] == []
    places = Counter((each.subject_id, each.object_id.rpartition("/")[0]) for each in same)
    assert [place for place, count in places.items() if count > 1] == []


@pytest.mark.parametrize("name", ["groningen", "utrecht"])
def test_a_municipality_is_not_the_province_of_its_name(name: str) -> None:
    """Neither as a place nor as a public body; that it was considered is written down."""
    ours = {f"{ID}{name}", f"{ID}municipality-{name}"}
    linked = [each for each in said() if each.subject_id in ours]
    assert linked
    assert not [each for each in linked if each.object_id.endswith(PROVINCES[1:])]
    assert not [each for each in linked if PROVINCES[0] in each.object_id]
    denied = [each for file in FILES for each in read_set(file).mappings if each.denied]
    assert {each.subject_id for each in denied} >= ours


def test_hengelo_is_the_one_in_overijssel() -> None:
    """The other one, in Gelderland, is no municipality of ours."""
    towns = {
        each.object_id
        for each in said()
        if each.subject_id == f"{ID}hengelo" and "geonames" in each.object_id
    }
    assert towns == {"https://sws.geonames.org/2754394/"}
