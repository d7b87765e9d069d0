"""The home page: ways in that work, and facts that the graph gives."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from conftest import store_of
from served import serving
from starlette.testclient import TestClient

from si_kg import site
from si_kg.citing.work import Work
from si_kg.definitions.agreement import agreements
from si_kg.definitions.corpus import Corpus
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID
from si_kg.results import Table
from si_kg.site.words.home import QUESTIONS

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


def main(client: TestClient, language: str) -> str:
    """What the home page says between its head and its foot."""
    got = client.get(f"/{language}/", headers=HTML)
    assert got.status_code == 200
    return got.text[got.text.index("<main") : got.text.index("</main")]


def answer(graph: KnowledgeGraph, query: str) -> list[dict[str, Any]]:
    """The rows of a canned query that selects."""
    found = graph.query(query)
    assert isinstance(found, Table)
    return found.records()


def structured(text: str) -> dict[str, Any]:
    """What a page says to machines."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    told = json.loads(found[1])
    assert isinstance(told, dict)
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_on_leads_somewhere(client: TestClient, language: str) -> None:
    """Each address on the page is that of a page which is there."""
    addresses = {
        unescape(each) for each in re.findall(r'(?:href|action)="(/[^"]*)"', main(client, language))
    }
    assert len(addresses) > 15
    wrong = {each for each in addresses if client.get(each, headers=HTML).status_code >= 400}
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=[question.en for question in QUESTIONS])
def test_the_examples_are_understood(graph: KnowledgeGraph, question: Text, language: str) -> None:
    """A visitor who tries one gets rows."""
    found = graph.ask(question.in_(language), language=language).result
    assert isinstance(found, Table)
    assert found.records()


def test_the_facts_are_those_of_the_answers_behind_them(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Each number is that of the canned query that it links to."""
    text = main(client, "en")
    shown = dict(re.findall(r'<li><a href="/en/q/([\w-]+)[^"]*"><strong>(\d+)</strong>', text))
    contested = answer(graph, "contested-initiatives")[0]
    assert shown == {
        "definitions-of": str(len(answer(graph, "definitions-of"))),
        "contested-initiatives": str(contested["fits"]),
        "initiatives": str(len(answer(graph, "initiatives"))),
        "sources": str(len(answer(graph, "sources"))),
    }


def test_the_bars_count_what_the_comparison_counts(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """How many of the definitions that somebody read require each criterion."""
    corpus = Corpus.from_store(graph.store).about(f"{ID}social-innovation").verified()
    counted = {each.criterion.removeprefix(ID): each.required for each in agreements(corpus)}
    text = main(client, "en")
    shown = re.findall(
        r'href="/en/id/([\w-]+)">[^<]*</a></span>.*?(\d+) of (\d+)</span>', text, re.DOTALL
    )
    assert len(shown) == 6
    for criterion, count, total in shown:
        assert (int(count), int(total)) == (counted[criterion], len(corpus))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_machines_what_the_header_of_the_graph_says(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """A data set in schema.org, with the licence, the makers and where to fetch it."""
    told = structured(client.get(f"/{language}/", headers=HTML).text)
    work = Work.from_store(graph.store, language)
    assert told["@type"] == "Dataset"
    assert told["version"] == work.version
    assert told["identifier"] == work.address
    assert told["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert {text["@language"] for text in told["name"]} == set(LANGUAGES)
    assert [maker["name"] for maker in told["publisher"]] == [work.publisher]
    assert told["publisher"][0]["@type"] == ["Organization"]
    for each in told["distribution"]:
        path = each["contentUrl"].removeprefix("http://testserver")
        got = client.head(path, headers={"accept": "*/*"})
        assert got.headers["content-type"].startswith(each["encodingFormat"])


def test_a_graph_with_none_of_this_still_has_a_home(graph: KnowledgeGraph) -> None:
    """It shows the ways in, and no fact that it does not hold."""
    store = store_of('id:social-innovation a si:Concept ; rdfs:label "social innovation"@en .')
    place = site.Place(KnowledgeGraph(store, graph.catalogue, "en"), site.Visit("en"))
    text = site.render(site.PAGES[""](place), place.visit)
    assert 'name="question"' in text
    assert "What stands out" not in text
    assert 'class="bars"' not in text
