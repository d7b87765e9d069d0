"""A concept and its definitions as values: what they hold, how they look, what they refuse."""

from dataclasses import FrozenInstanceError
from html.parser import HTMLParser
from typing import Any

import pytest
from conftest import Endpoint, store_of

import si_kg
from si_kg.concepts import Concept, concept_named
from si_kg.definitions.corpus import Corpus, Strength
from si_kg.definitions.stated import StatedDefinition, StatedDefinitions
from si_kg.descriptions import Named, Work
from si_kg.errors import LanguageNotFound, NameAmbiguous, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.results import Table

TIDES = store_of("""
id:tide a si:Concept ; rdfs:label "getij"@nl , "tide"@en ; skos:altLabel "eb & vloed"@nl ;
    skos:definition "Zee die <b>rijst</b> en daalt."@nl , "Sea that rises and falls."@en ;
    rdfs:comment "Het water komt en gaat."@nl , "The water comes and goes."@en ;
    skos:broader id:sea ; si:citation id:almanac-p12 , id:almanac-p2 .
id:sea a si:Concept ; rdfs:label "zee"@nl , "sea"@en .
id:criterion-tide a si:Concept , si:Criterion ; rdfs:label "getij"@nl , "tide"@en .
id:almanac-p2 si:page 2 ; rdfs:label "Almanak, p. 2"@nl , "Almanac, p. 2"@en .
id:almanac-p12 si:page 12 ; rdfs:label "Almanak, p. 12"@nl , "Almanac, p. 12"@en .
id:almanac rdfs:label "Almanak"@nl , "Almanac"@en ;
    dcterms:bibliographicCitation "Almanac (1900)." .
id:log rdfs:label "Logboek"@nl , "Log"@en .
id:moon rdfs:label "Maan"@nl , "Moon"@en .
id:wet rdfs:label "nat"@nl , "wet"@en .
id:salt rdfs:label "zout"@nl , "salt"@en .
si:law rdfs:label "wet- en regelgeving"@nl , "law"@en .
si:practice rdfs:label "praktijk"@nl , "practice"@en .
si:primary rdfs:label "uit de eerste hand"@nl , "primary"@en .
si:generalKnowledge rdfs:label "algemene kennis"@nl , "general knowledge"@en .

id:definition-old si:defines id:tide ; rdfs:label "Getij volgens de Maan"@nl , "Tide by Moon"@en ;
    skos:notation "Moon1900" ; dcterms:creator id:moon ; dcterms:issued "1900"^^xsd:gYear ;
    si:yearApproximate true ; si:hasScope si:law ; si:verification si:primary ;
    si:quotation "La marée <script>"@fr , "The tide"@en ; si:quotationTranslation "Het getij"@nl ;
    si:paraphrase "Het water rijst."@nl , "The water rises."@en ;
    si:originalSource id:almanac , id:log ; si:originalLocator "p. 3" ; si:citation id:almanac-p2 ;
    si:requires id:wet ; si:mentions id:salt .
id:definition-undated si:defines id:tide ; rdfs:label "Getij, zonder jaar"@nl , "Tide, undated"@en ;
    si:hasScope si:practice ; si:verification si:primary ;
    si:paraphrase "Eb."@nl , "Ebb."@en .
id:definition-unread si:defines id:tide ; rdfs:label "Getij, ongelezen"@nl , "Tide, unread"@en ;
    dcterms:issued "1800"^^xsd:gYear ; si:hasScope si:law ; si:verification si:generalKnowledge ;
    si:paraphrase "Vloed."@nl , "Flood."@en .
""")


@pytest.fixture
def tide() -> Concept:
    """The tide, in Dutch."""
    return concept_named(TIDES, "tide", "nl")


class Tags(HTMLParser):
    """The tags of a piece of HTML, all closed in their order, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.open.append(tag)
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.text += data + "\n"


def test_a_concept_holds_what_the_graph_says_of_it(tide: Concept) -> None:
    """Names, texts, links and places in one language; a criterion of that name is no concept."""
    assert (tide.iri, tide.label, tide.names) == (ID + "tide", "getij", ("eb & vloed",))
    assert tide.definition == "Zee die <b>rijst</b> en daalt."
    assert (tide.plain, tide.note) == ("Het water komt en gaat.", None)
    assert (tide.broader, tide.narrower) == ((Named(ID + "sea", "zee"),), ())
    assert [str(place) for place in tide.places] == ["Almanak, p. 2", "Almanak, p. 12"]
    assert tide.definition_count == 2


def test_the_other_language_is_a_choice() -> None:
    """The same concept in English."""
    concept = concept_named(TIDES, "getij", "en")
    assert (concept.label, concept.names) == ("tide", ())
    assert str(concept) == "tide\nSea that rises and falls.\nThe water comes and goes."
    assert concept.definitions()[0].scope == Named(ONTOLOGY + "law", "law")


def test_a_definition_holds_all_that_quoting_takes(tide: Concept) -> None:
    """Code, authors, year, quotations in their own language, sources and criteria."""
    found = tide.definitions()[0]
    assert (found.notation, found.year, found.about) == ("Moon1900", 1900, True)
    assert found.authors == (Named(ID + "moon", "Maan"),)
    assert sorted(found.quotations) == [("La marée <script>", "fr"), ("The tide", "en")]
    assert (found.translation, found.paraphrase) == ("Het getij", "Het water rijst.")
    assert found.sources == (
        Work(ID + "almanac", "Almanak", "Almanac (1900)."),
        Work(ID + "log", "Logboek", None),
    )
    assert list(map(str, found.sources)) == ["Almanac (1900).", "Logboek"]
    assert (found.locator, found.places) == ("p. 3", (Named(ID + "almanac-p2", "Almanak, p. 2"),))
    assert [(use.criterion.label, use.strength) for use in found.criteria] == [
        ("nat", Strength.REQUIRED),
        ("zout", Strength.MENTIONED),
    ]
    assert found.required == (Named(ID + "wet", "nat"),)


def test_the_quotation_in_the_language_of_the_reader_comes_first() -> None:
    """A law in two languages is quoted in yours."""
    assert concept_named(TIDES, "tide", "en").definitions()[0].quotation == "The tide"


def test_what_a_definition_lacks_is_none(tide: Concept) -> None:
    """No code, year, quotation, source or criterion is made up."""
    found = tide.definitions()[1]
    assert (found.notation, found.year, found.quotation, found.translation) == (None,) * 4
    assert (found.authors, found.sources, found.places, found.criteria) == ((), (), (), ())
    assert repr(found) == f"<StatedDefinition {ID}definition-undated: Getij, zonder jaar>"
    assert str(found) == "Getij, zonder jaar\nEb."


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        pytest.param({}, ["old", "undated"], id="read"),
        pytest.param({"unverified": True}, ["unread", "old", "undated"], id="all"),
        pytest.param({"scope": "law"}, ["old"], id="scope"),
        pytest.param({"scope": "praktijk"}, ["undated"], id="scope-in-dutch"),
        pytest.param({"scope": "si:law", "unverified": True}, ["unread", "old"], id="curie"),
    ],
)
def test_definitions_are_chosen(choice: dict[str, Any], found: list[str], tide: Concept) -> None:
    """By scope, in either language; unread ones on request; oldest first, undated last."""
    definitions = tide.definitions(**choice)
    assert [each.iri.removeprefix(f"{ID}definition-") for each in definitions] == found


def test_wrong_names_are_refused(tide: Concept) -> None:
    """An unknown scope or concept is an error with a hint; a criterion or scope is no concept."""
    with pytest.raises(ThingNotFound, match="Did you mean law"):
        tide.definitions(scope="lw")
    with pytest.raises(ThingNotFound, match="Did you mean tide"):
        concept_named(TIDES, "tides", "en")
    with pytest.raises(ThingNotFound):
        concept_named(TIDES, "law", "en")


def test_a_name_that_two_concepts_carry_is_refused(mini_graph: KnowledgeGraph) -> None:
    """Both are named, to choose from."""
    with pytest.raises(NameAmbiguous, match="choose"):
        mini_graph.concept("bank")
    with pytest.raises(LanguageNotFound):
        mini_graph.concept("sharing", "de")


def test_values_are_frozen_and_comparable(tide: Concept) -> None:
    """Two readings of one concept are equal, and neither can be changed."""
    assert tide == concept_named(TIDES, "getij", "nl")
    assert tide.definitions() == tide.definitions()
    with pytest.raises(FrozenInstanceError):
        tide.label = "eb"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        tide.definitions()[0].label = "eb"  # type: ignore[misc]


def test_a_notebook_shows_a_concept_without_its_markup(tide: Concept) -> None:
    """No text of the graph becomes a tag."""
    shown = Tags(tide._repr_html_())
    assert {tag for tag, _ in shown.seen} == {"div", "h4", "p", "strong"}
    assert "Zee die <b>rijst</b> en daalt." in shown.text
    assert "eb & vloed" in shown.text
    assert "Almanak, p. 2; Almanak, p. 12" in shown.text
    assert "Enger" not in shown.text


def test_a_notebook_shows_definitions_in_their_own_language(tide: Concept) -> None:
    """Each quotation says in which language it is, so that it is read out rightly."""
    shown = Tags(tide.definitions()._repr_html_())
    quoted = [attributes for tag, attributes in shown.seen if tag == "blockquote"]
    assert sorted(str(attributes["lang"]) for attributes in quoted) == ["en", "fr"]
    assert "script" not in {tag for tag, _ in shown.seen}
    assert "La marée <script>" in shown.text
    assert "ca. 1900" in shown.text
    assert "Getij, zonder jaar" in shown.text
    assert Tags(StatedDefinitions()._repr_html_()).text.strip() == "–"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_of_the_graph_is_whole(graph: KnowledgeGraph, language: str) -> None:
    """Each has a label, a definition and a plain line, and each definition what it must have."""
    options = graph.query("definitions-per-concept")
    assert isinstance(options, Table)
    assert len(options) > 20
    definitions: list[StatedDefinition] = []
    for concept in (graph.concept(str(row["concept"]), language) for row in options.records()):
        assert concept.label
        assert concept.definition
        assert concept.plain
        definitions += concept.definitions(unverified=True)
    assert len(definitions) == len(graph.query("definitions").records()) > 100  # type: ignore[union-attr]
    assert all(each.label and each.paraphrase and each.places for each in definitions)
    assert {each.language for each in definitions} == {language}


def test_criteria_are_those_of_the_comparison(graph: KnowledgeGraph) -> None:
    """What a definition is said to require is what cases are held against."""
    stated = {each.iri: each for each in graph.definitions("social innovation", unverified=True)}
    coded = Corpus.from_store(graph.store).about(ID + "social-innovation")
    assert len(coded) > 40
    for definition in coded:
        each = stated[definition.iri]
        assert {use.criterion.iri: use.strength for use in each.criteria} == definition.criteria
        assert (each.notation, each.year) == (definition.notation, definition.year)
        assert each.verified is definition.verified


@pytest.mark.usefixtures("mini_shipped")
def test_an_endpoint_gives_the_same_concept(endpoint: Endpoint, mini_graph: KnowledgeGraph) -> None:
    """Elsewhere or here: the same values."""
    there = si_kg.open(endpoint.url, "en")
    assert there.concept("delen") == mini_graph.concept("delen")
    found = there.definitions("delen", unverified=True)
    assert found == mini_graph.definitions("delen", unverified=True) != ()
    assert (found[0].scope, found[0].verified) == (None, False)
