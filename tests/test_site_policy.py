"""The pages about policy: the doorway, the measures, the programmes."""

from collections.abc import Iterator

import pytest
from conftest import store_of
from pages_read import HOSTILE, addresses, listed, read, records, words
from served import serving
from starlette.testclient import TestClient

from si_kg.descriptions import described_one
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.site.figures import figure, number
from si_kg.site.place import Place, Visit
from si_kg.site.policy.measures import measure_page
from si_kg.site.policy.programmes import entries, period
from si_kg.site.rendering import render
from si_kg.site.words.policy import QUERIES, WORDS

_TIMES = ("si:startYear", "si:endYear", "si:startDate", "si:endDate")


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_doorway_leads_everywhere(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """To each measure, each law, each goal, and to the canned queries for the rest."""
    found = addresses(read(client, f"/{language}/policy"))
    for query, column in (("measures", "measure"), ("laws", "law"), ("goals", "goal")):
        for row in records(graph, query):
            assert f"/{language}/id/{row[column].removeprefix(ID)}" in found
    more = ("laws", "funders", "goals", "recommendations")
    for query in (*QUERIES, *more):
        assert f"/{language}/q/{query}" in found
        assert graph.catalogue[query]
    assert {f"/{language}/measures", f"/{language}/programmes"} <= set(found)


def test_the_doorway_counts_as_the_queries_do(client: TestClient, graph: KnowledgeGraph) -> None:
    """Funders by how much they fund, the most first; programmes in all and by level."""
    html = words(read(client, "/en/policy"))
    pairs = {(row["label"], row["thing"]) for row in records(graph, "funders")}
    most = max({label for label, _ in pairs}, key=lambda each: sum(p[0] == each for p in pairs))
    assert f"{most} {sum(pair[0] == most for pair in pairs)}" in html
    every = {row["programme"] for row in records(graph, "programmes")}
    assert WORDS["programmes_count"].en.format(len(every)) in html


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_measures_stand_in_order(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """With who can take them, their examples, and what the numbers mean."""
    html = read(client, f"/{language}/measures")
    names = [part.split('"')[1].rpartition("/")[2] for part in html.split("<h2><a ")[1:]]
    rows = records(graph, "measures", lang=language)
    assert names == list(dict.fromkeys(row["measure"].removeprefix(ID) for row in rows))
    for row in records(graph, "measures-with-example", lang=language):
        assert row["example"] in words(html)
    assert words(html).count(WORDS["without_example"].in_(language)) == 1
    assert WORDS["numbering"].in_(language) in words(html)


def test_each_measure_has_its_page(client: TestClient, graph: KnowledgeGraph) -> None:
    """With its neighbours; the first has none before it, the last none after it."""
    names = [row["measure"].removeprefix(ID) for row in records(graph, "measures")]
    pages = [read(client, f"/en/id/{name}") for name in names]
    assert all(WORDS["before"].en + ":" in words(html) for html in pages[1:])
    assert all(WORDS["after"].en + ":" in words(html) for html in pages[:-1])
    assert WORDS["before"].en + ":" not in words(pages[0])
    assert WORDS["after"].en + ":" not in words(pages[-1])
    assert WORDS["without_example"].en in words(pages[-1])


def test_a_measure_without_a_number_has_a_page(graph: KnowledgeGraph) -> None:
    """Its kind stands where the number would be."""
    store = store_of('id:own a si:PolicyMeasure ; rdfs:label "Ours"@en ; rdfs:comment "So."@en .')
    visit = Visit("en", "id/own")
    place = Place(KnowledgeGraph(store, graph.catalogue, "en"), visit)
    assert "Ours" in render(measure_page(place, ID + "own"), visit)


@pytest.mark.parametrize(
    ("parameters", "query", "values"),
    [
        pytest.param(
            {"level": "nationalLevel"}, "programmes-by-level", {"level": "si:nationalLevel"}
        ),
        pytest.param(
            {"treatment": "prescribedByLaw"},
            "programmes-by-treatment",
            {"treatment": "si:prescribedByLaw"},
        ),
        pytest.param({"year": "2023"}, "programmes-running-in", {"year": "2023"}),
        pytest.param({}, "programmes", {}),
    ],
)
def test_the_programmes_are_those_of_the_queries(
    client: TestClient,
    graph: KnowledgeGraph,
    parameters: dict[str, str],
    query: str,
    values: dict[str, str],
) -> None:
    """Narrowed down by level, by the treatment of the definition, by the year in which they ran."""
    html = read(client, "/en/programmes", **parameters)
    wanted = {row["programme"].removeprefix(ID) for row in records(graph, query, **values)}
    assert set(listed(html)) == wanted
    assert len(listed(html)) == len(wanted)


def test_budgets_stand_in_the_list(client: TestClient) -> None:
    """As people write numbers, in each language."""
    assert "197.000.000 euro" in words(read(client, "/nl/programmes"))
    assert "197,000,000 euro" in words(read(client, "/en/programmes"))


def test_hostile_parameters_are_ordinary(client: TestClient) -> None:
    """Nothing is found, and nothing breaks."""
    html = read(client, "/nl/programmes", text=HOSTILE, level=HOSTILE, year="٢٠٢٣", kind="x")
    assert listed(html) == []
    assert HOSTILE in words(html)


def test_each_programme_has_its_page(client: TestClient, graph: KnowledgeGraph) -> None:
    """With what its definition means for those who apply, or that nobody looked into that."""
    place = Place(graph, Visit("en"))
    for entry in entries(place):
        html = words(read(client, f"/en/id/{entry.said.thing.removeprefix(ID)}"))
        treated = bool(entry.said.things("si:hasDefinitionRelation"))
        assert (WORDS["no_treatment"].en in html) is not treated
    found = addresses(read(client, "/nl/id/esf-plus-shared"))
    assert "/document/definitions.docx?programme=esf-plus-shared&lang=nl" in found
    assert "/nl/id/definition-esf-plus-2021" in found


@pytest.mark.parametrize(
    ("triples", "told"),
    [
        pytest.param('si:startYear "2021"^^xsd:gYear ; si:endYear "2027"^^xsd:gYear', "2021–2027"),
        pytest.param('si:startDate "2021-04-01"^^xsd:date', "2021–"),
        pytest.param('si:endYear "2024"^^xsd:gYear', "–2024"),
        pytest.param('si:startYear "2024"^^xsd:gYear ; si:endYear "2024"^^xsd:gYear', "2024"),
        pytest.param('si:startYear "-044"', ""),
        pytest.param('rdfs:label "x"', ""),
    ],
)
def test_a_period_says_what_is_known(triples: str, told: str) -> None:
    """Beginning and end, or one of them."""
    said = described_one(store_of(f"id:own {triples} ."), ID + "own", _TIMES, "en")
    assert period(said) == told


@pytest.mark.parametrize(
    ("triples", "told"),
    [
        pytest.param('si:value 2.5 ; si:observedOn "2015"^^xsd:gYear', "2,5, 2015"),
        pytest.param("si:lowerBound 10000 ; si:upperBound 20000", "10.000–20.000"),
        pytest.param(
            'si:value 3 ; si:periodStart "2014"^^xsd:gYear ; si:periodEnd "2020"^^xsd:gYear',
            "3, 2014–2020",
        ),
        pytest.param('si:value 3 ; si:periodStart "2014"^^xsd:gYear', "3, 2014"),
        pytest.param("si:lowerBound 10000", ""),
    ],
)
def test_a_figure_reads_as_people_write_it(triples: str, told: str) -> None:
    """With its bounds where it has no value, and when it held."""
    properties = (
        "si:value",
        "si:lowerBound",
        "si:upperBound",
        "si:hasUnit",
        "si:observedOn",
        "si:periodStart",
        "si:periodEnd",
    )
    said = described_one(store_of(f"id:own {triples} ."), ID + "own", properties, "nl")
    assert figure(said) == told


@pytest.mark.parametrize("text", ["-5", "1e6", "٣٠٠٠٠", ""])
def test_what_is_no_whole_number_stays(text: str) -> None:
    """Only digits of ours are grouped."""
    assert number(text, "en") == text
