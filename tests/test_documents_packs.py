"""Comparisons, glossaries, sheets and reports as documents."""

from pathlib import Path

import pytest
from conftest import store_of
from readers import page, text_of

from si_kg import documents
from si_kg.documents.collation import collated
from si_kg.documents.document import Document
from si_kg.documents.faults import NoRecords
from si_kg.errors import DefinitionsMissing, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.results import Table
from si_kg.store import EmbeddedStore


@pytest.fixture(scope="module")
def compared(graph: KnowledgeGraph) -> Document:
    """The definitions of empowerment side by side."""
    return documents.comparison(graph, "empowerment")


def test_a_comparison_tells_shows_and_cites(compared: Document) -> None:
    """Figures in words, a row for each definition, three pictures with a text, and the sources."""
    found = compared
    assert set(found.pictures) == {"heat-map.png", "lattice.png", "timeline.png"}
    assert all(each.startswith(b"\x89PNG") for each in found.pictures.values())
    made = page(found.write("html"))
    pictures = [facts for name, facts in made.elements if name == "img"]
    assert len(pictures) == 3
    assert all(facts["alt"] and "7 definitions" in facts["alt"] for facts in pictures)
    text = text_of(found.write("txt"), "txt")
    for words in ("Krippendorff", "gainingcontrol", "EmpowermentHennink2012", "(WorldBank,2002"):
        assert words in text
    assert found.records is not None
    assert len(found.records) == 7


@pytest.mark.parametrize("to", ["md", "latex", "txt"])
def test_a_text_has_no_pictures_that_are_not_there(compared: Document, to: str) -> None:
    """Where no picture goes in, none is referred to."""
    made = compared.write(to).decode()
    assert ".png" not in made
    assert "Each row is a definition" in made


def test_a_concept_with_one_definition_is_not_compared(graph: KnowledgeGraph) -> None:
    """Comparing takes two, and what has fewer is not offered."""
    with pytest.raises((ThingNotFound, DefinitionsMissing)):
        documents.comparison(graph, "corporatism")


@pytest.mark.parametrize(("language", "title"), [("nl", "Begrippenlijst"), ("en", "Glossary")])
def test_a_glossary_goes_by_the_alphabet(graph: KnowledgeGraph, language: str, title: str) -> None:
    """Every concept of the glossary, under its letter, with definition and plain words."""
    asked = KnowledgeGraph(graph.store, graph.catalogue, language)
    found = documents.glossary(asked)
    assert found.title == title
    assert found.records is not None
    names = [row["concept"] or "" for row in found.records.records()]
    assert len(names) > 100
    assert names == sorted(names, key=collated)
    made = page(found.write("html"))
    assert len([name for name, _ in made.elements if name == "dt"]) == len(names)


def test_a_glossary_of_one_scheme(graph: KnowledgeGraph) -> None:
    """A scheme by any of its names; another one gives the nearest."""
    found = documents.glossary(graph, "scalers")
    assert found.records is not None
    assert len(found.records) == 7
    with pytest.raises(ThingNotFound, match="scalers"):
        documents.glossary(graph, "scallers")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["éclair", "eb", "ed"], ["eb", "éclair", "ed"], id="accent"),
        pytest.param(
            ["sap", "’s avonds", "ruimte"], ["ruimte", "’s avonds", "sap"], id="apostrophe"
        ),
        pytest.param(["yoga", "ijs", "ik", "IJ"], ["IJ", "ijs", "ik", "yoga"], id="ij"),
        pytest.param(["co-creatie", "coalitie"], ["coalitie", "co-creatie"], id="hyphen"),
        pytest.param(["b", "A", "a"], ["A", "a", "b"], id="capital"),
    ],
)
def test_collation(words: list[str], expected: list[str]) -> None:
    """Accents, apostrophes and capitals do not move a word away from its place."""
    assert sorted(words, key=collated) == expected


def test_an_initiative_on_a_sheet(graph: KnowledgeGraph) -> None:
    """What, where, who, figures in the words of the source, judgements, and where it says so."""
    found = documents.initiative(graph, "Buurtzorg")
    text = text_of(found.write("txt"), "txt")
    for words in ("Takesplacein:Netherlands", "JosdeBlok", "(Scheffelaar&Kuiper,2017,pp.17,18)"):
        assert words in text
    assert found.records is not None
    outcomes = {row["outcome"] for row in found.records.records()}
    assert outcomes <= {"met", "not met", "no evidence", "partly met", "undetermined"}
    assert all(row["evidence"] for row in found.records.records())


def test_an_initiative_without_judgements_says_so(graph: KnowledgeGraph) -> None:
    """Silence is not a verdict."""
    found = documents.initiative(graph, "id:coa-guest-scheme")
    assert "No judgements were recorded" in found.write("txt").decode()


def test_the_sheet_tells_when_an_initiative_began_and_ended(graph: KnowledgeGraph) -> None:
    """In years or in days, whichever are known."""
    assert isinstance(graph.store, EmbeddedStore)
    soup = store_of("""id:soup a si:Initiative ; rdfs:label "Soup"@en ;
        si:endYear "2024"^^xsd:gYear ; si:startDate "2021-09-01"^^xsd:date ;
        si:endDate "2024-05-31"^^xsd:date .""")
    mixed = EmbeddedStore.from_quads([*graph.store.engine, *soup.engine])
    sheet = documents.initiative(KnowledgeGraph(mixed, graph.catalogue, "en"), "id:soup")
    text = text_of(sheet.write("txt"), "txt")
    for words in ("Startdate:2021-09-01", "Endyear:2024", "Enddate:2024-05-31"):
        assert words in text


def test_every_initiative_fits_on_a_sheet(graph: KnowledgeGraph) -> None:
    """No initiative of the graph lacks what a sheet needs."""
    found = graph.query("initiatives")
    assert isinstance(found, Table)
    names = [row["initiative"] for row in found.records()]
    assert len(names) > 30
    for name in names:
        assert documents.initiative(graph, str(name)).blocks


def test_an_assessment_as_a_document(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """The report about a plan, with its tables; there are no rows of the whole."""
    plan = tmp_path / "plan.yaml"
    graph.form().write(plan)
    found = documents.assessment(graph, graph.assess(plan, programme="ESF+"))
    made = page(found.write("html"))
    assert len([name for name, _ in made.elements if name == "table"]) > 3
    assert "ESF+" in "".join(made.texts)
    with pytest.raises(NoRecords, match="docx"):
        found.write("csv")
