"""Everything about one thing: title, texts, definitions, relations both ways."""

import json

import pytest

from si_kg.errors import FormatNotFound, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.portrait import FORMATS, Portrait

SECTIONS = ["facts-of", "definitions-of", "relations-from", "relations-to"]


@pytest.fixture(scope="module")
def sharing(mini_graph: KnowledgeGraph) -> Portrait:
    """The portrait of a concept with something in each section."""
    return mini_graph.show("delen")


def test_a_portrait_has_all_sections(sharing: Portrait) -> None:
    """Facts, definitions, and relations in both directions, in that order."""
    assert list(sharing.sections) == SECTIONS
    assert sharing.title == "sharing"


def test_an_empty_section_is_left_out(mini_graph: KnowledgeGraph) -> None:
    """A thing without definitions has no heading for them."""
    assert list(mini_graph.show("id:lending").sections) == ["facts-of", "relations-from"]


def test_a_thing_without_a_name_is_called_by_its_short_iri(mini_graph: KnowledgeGraph) -> None:
    """Even then there is a title."""
    assert mini_graph.show("id:book-p-3").title == "id:book-p-3"


@pytest.mark.parametrize("name", ["definition-late", "id:book-p-3"])
def test_anything_can_be_shown(name: str, mini_graph: KnowledgeGraph) -> None:
    """A definition, a source, a term of the ontology: not only what has definitions."""
    assert mini_graph.show(name).sections


@pytest.mark.parametrize(
    "name",
    ["id:movisie", "id:dossier", "id:dossier-p7", "id:netherlands", "si:Concept", "si:defines"],
)
def test_anything_real_can_be_shown(name: str, graph: KnowledgeGraph) -> None:
    """An organisation, the dossier, a page of it, a place."""
    assert graph.show(name).sections


@pytest.mark.parametrize(
    ("style", "lines"),
    [
        pytest.param(
            "text",
            ["sharing  (id:sharing)", "Definitions, with source and page", "Refers to"],
            id="text",
        ),
        pytest.param(
            "md",
            ["# sharing", "<https://w3id.org/si-kg/id/sharing>", "## Is referred to by"],
            id="md",
        ),
    ],
)
def test_a_portrait_for_people(style: str, lines: list[str], sharing: Portrait) -> None:
    """Headings and tables, in text and in Markdown."""
    assert set(lines) <= set(sharing.write(style).splitlines())


def test_a_portrait_speaks_dutch(mini_graph: KnowledgeGraph) -> None:
    """Title, headings and texts are in the language of the graph."""
    text = KnowledgeGraph(mini_graph.store, mini_graph.catalogue, "nl").show("delen").write("text")
    assert text.startswith("delen  (id:sharing)\n═")
    assert "Wordt genoemd door" in text
    assert "Delen is samen gebruiken" in text
    assert "Sharing is" not in text


def test_a_portrait_fits_the_terminal(sharing: Portrait) -> None:
    """With a width no line is longer."""
    assert max(map(len, sharing.write("text", 60).splitlines())) <= 60


def test_a_portrait_for_programs(sharing: Portrait) -> None:
    """JSON has the IRI, the title, and the rows of each section."""
    content = json.loads(sharing.write("json"))
    assert list(content) == ["thing", "title", *SECTIONS]
    assert content["definitions-of"][0] == {"label": "Early definition", "year": "1999"}


@pytest.mark.parametrize("style", ["", "csv", "Text"])
def test_an_unknown_format_is_refused(style: str, sharing: Portrait) -> None:
    """The message lists the formats of a portrait."""
    with pytest.raises(FormatNotFound, match=", ".join(FORMATS)):
        sharing.write(style)


def test_nothing_has_no_portrait(mini_graph: KnowledgeGraph) -> None:
    """An unknown name is an error, not an empty page."""
    with pytest.raises(ThingNotFound):
        mini_graph.show("nothing")


def test_the_main_concept_has_a_full_portrait(graph: KnowledgeGraph) -> None:
    """What all is about shows texts, definitions and relations both ways."""
    portrait = graph.show("sociale innovatie")
    assert list(portrait.sections) == SECTIONS
    assert portrait.title == "social innovation · sociale innovatie"
