"""A parameter may be given by another name, wherever a query is asked."""

from collections.abc import Iterator

import pytest
from conftest import ROOT, Cli, complaint
from served import serving
from starlette.testclient import TestClient

from si_kg.catalogue import Catalogue, ParameterNamedTwice
from si_kg.errors import ParameterNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.parameters import Parameter
from si_kg.results import Table

QUERIES = Catalogue.from_folder(ROOT / "queries")


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def rows(graph: KnowledgeGraph, **values: str) -> list[tuple[object, ...]]:
    """What `links-of` gives for these values."""
    answer = graph.query("links-of", values)
    assert isinstance(answer, Table)
    return list(answer.rows)


def test_another_name_asks_the_same(graph: KnowledgeGraph) -> None:
    """The terms, the text and the rows are those of the own name."""
    by_own = rows(graph, thing="poverty")
    assert by_own
    assert rows(graph, concept="armoede") == by_own
    assert graph.terms("links-of", place="utrecht") == graph.terms("links-of", thing="utrecht")
    assert graph.bound("links-of", place="utrecht") == graph.bound("links-of", thing="utrecht")
    asked = graph.asked("links-of", {"concept": "poverty", "lang": "nl"})
    assert (asked.language, set(asked.terms)) == ("nl", {"thing", "lang"})


def test_two_names_of_one_parameter_are_refused(graph: KnowledgeGraph) -> None:
    """Which of the two values counts, nobody can tell, even where they are equal."""
    with pytest.raises(ParameterNamedTwice) as refused:
        rows(graph, place="utrecht", concept="utrecht")
    assert refused.value.message("nl") == (
        "Query ‘links-of’ kreeg één parameter onder twee namen: concept, place; kies één naam."
    )
    assert "two names: concept, place" in refused.value.message("en")


def test_a_name_close_to_another_name_is_offered(graph: KnowledgeGraph) -> None:
    """And the other names are those of that query alone."""
    with pytest.raises(ParameterNotFound) as refused:
        rows(graph, concpt="poverty")
    assert refused.value.close == ["concept"]
    with pytest.raises(ParameterNotFound):
        graph.query("definitions-of", thing="empowerment")


def test_the_language_may_have_another_name(graph: KnowledgeGraph) -> None:
    """It is the language of the answer under any of its names."""
    spoken = Parameter("lang", "language", Text("Taal", "Language"), also=("language",))
    query = QUERIES["concepts"]
    others = tuple(each for each in query.parameters if each.name != "lang")
    renamed = type(query)(**{**vars(query), "parameters": (*others, spoken)})
    asked = KnowledgeGraph(graph.store, Catalogue({"concepts": renamed}), "en").asked(
        "concepts", {"language": "nl"}
    )
    assert (asked.language, asked.terms["lang"]) == ("nl", '"nl"')


@pytest.mark.parametrize("name", QUERIES)
def test_other_names_are_what_other_queries_say(name: str) -> None:
    """One kind of thing is called the same everywhere; any thing may be called by its kind."""
    known = {p.name for query in QUERIES.values() for p in query.parameters if p.type == "iri"}
    for parameter in QUERIES[name].parameters:
        assert set(parameter.also) < known
        assert (parameter.name == "thing") == bool(parameter.also)


def test_the_catalogue_keeps_other_names(graph: KnowledgeGraph) -> None:
    """What was read from the header is what a built graph knows."""
    assert graph.catalogue["links-of"] == QUERIES["links-of"]
    assert QUERIES["links-of"].parameter("concept").name == "thing"
    assert QUERIES["definitions-of"].parameter("concept").also == ()


def test_a_dutch_name_of_a_concept_is_enough(cli: Cli) -> None:
    """What a person types first works on the real graph."""
    ran = cli("query", "links-of", "concept=armoede", "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == cli("query", "links-of", "thing=poverty", "--lang", "nl").out
    assert "EuroVoc" in ran.out


def test_the_command_line_takes_and_tells_other_names(mini_cli: Cli) -> None:
    """In an answer, an explanation, as code, and where the query is described."""
    by_own = mini_cli("query", "facts-of", "thing=lending")
    assert by_own.code == 0
    assert mini_cli("query", "facts-of", "concept=lending") == by_own
    told = mini_cli("queries", "facts-of", "--lang", "nl").out
    assert "thing         Ding (ook te geven als concept): de naam van een ding" in told
    explained = mini_cli("query", "facts-of", "concept=lending", "--explain").out
    assert "Thing (may also be given as concept): lending <" in explained
    assert "(given)" in explained.partition("Columns")[0]
    assert (
        "thing='lending'" in mini_cli("query", "facts-of", "concept=lending", "--as", "python").out
    )
    refused = mini_cli("query", "facts-of", "concept=lending", "thing=lending")
    assert "thing, concept" in complaint(refused)


def test_an_address_takes_and_tells_other_names(client: TestClient) -> None:
    """The answer tells the own name, and so does the list beside the others."""
    got = client.get("/q/links-of.json?concept=armoede&lang=en").json()
    assert got["rows"] == client.get("/q/links-of.json?thing=poverty&lang=en").json()["rows"] != []
    assert set(got["parameters"]) == {"thing", "lang"}
    told = {
        each["id"]: each
        for each in client.get("/q/", headers={"accept": "application/json"}).json()["queries"]
    }
    assert "concept" in told["links-of"]["parameters"][0]["also"]
    described = client.get("/openapi.json").json()["paths"]["/q/links-of.{format}"]["get"]
    [thing] = [each for each in described["parameters"] if each.get("name") == "thing"]
    assert "(ook / also: concept, issue" in thing["description"]


@pytest.mark.parametrize("address", ["/q/links-of.json", "/en/q/links-of"])
def test_an_address_with_two_names_is_refused(client: TestClient, address: str) -> None:
    """For a program and for a reader, with the names to choose from."""
    got = client.get(address, params={"concept": "poverty", "thing": "poverty"})
    assert got.status_code == 400
    assert "thing, concept" in got.text


def test_a_page_takes_other_names(client: TestClient) -> None:
    """The form shows what was given; what may have been meant replaces it."""
    by_own = client.get("/en/q/links-of?thing=poverty")
    page = client.get("/en/q/links-of?concept=armoede")
    assert page.status_code == 200
    assert 'id="answer"' in page.text
    assert page.text.count("<tr>") == by_own.text.count("<tr>")
    wrong = client.get("/en/q/links-of?concept=povertyy")
    assert wrong.status_code == 400
    assert "/en/q/links-of?thing=" in wrong.text
    assert "concept=povertyy&amp;thing" not in wrong.text
