"""The pages of persons, organisations, issues and places."""

from collections.abc import Iterator

import pytest
from pages_read import addresses, read, records, words
from served import serving
from starlette.testclient import TestClient

from si_kg.descriptions import Named
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.site.kinds import page_for
from si_kg.site.place import Place, Visit
from si_kg.site.rendering import render
from si_kg.site.told import named
from si_kg.site.words.society import ROLES, WORDS
from si_kg.store import rows

_ALL = "SELECT DISTINCT ?t WHERE { ?t a <https://w3id.org/si-kg/ontology#@kind> } ORDER BY ?t"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.mark.parametrize("kind", ["Actor", "Issue", "Place"])
def test_each_has_its_page(graph: KnowledgeGraph, kind: str) -> None:
    """One heading, and no heading over nothing."""
    found = [thing.value for (thing,) in rows(graph.store, _ALL.replace("@kind", kind))]
    assert len(found) > 40
    for thing in found:
        visit = Visit("en", f"id/{thing.removeprefix(ID)}")
        html = render(page_for(graph.store, thing)(Place(graph, visit), thing), visit)
        assert html.count("<h1") == 1
        assert "</h2>\n</section>" not in html


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_person_has_post_works_and_claims(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """All that the canned queries give."""
    html = read(client, f"/{language}/id/gabriel-m")
    [row] = [
        row
        for row in records(graph, "persons", organisation="nesta", lang=language)
        if row["person"] == f"{ID}gabriel-m"
    ]
    assert f"{row['job']}, {WORDS['at_place'].in_(language)} {row['employer']}" in words(html)
    found = addresses(html)
    for query, parameter, column in (
        ("claims-by", "actor", "claim"),
        ("works-by-author", "author", "source"),
    ):
        things = [each[column] for each in records(graph, query, **{parameter: "gabriel-m"})]
        assert things
        assert {f"/{language}/id/{each.removeprefix(ID)}" for each in things} <= set(found)


def test_an_organisation_says_what_it_takes_part_in(client: TestClient) -> None:
    """In words seen from the organisation; a partnership is told by the initiative it is for."""
    html = read(client, "/en/id/municipality-utrecht")
    text = words(html)
    assert f"{ROLES['si:isCoordinatedBy'].en} City Deal on social entrepreneurship" in text
    assert f"{ROLES['si:hasPartner'].en} Civic crowdfunding pilot in Utrecht" in text
    assert not [each for each in addresses(html) if "partnership" in each]


def test_who_says_much_is_shown_in_part(client: TestClient) -> None:
    """The rest is a canned query away."""
    html = read(client, "/nl/id/movisie")
    assert "/nl/q/claims-by?actor=movisie" in addresses(html)
    assert client.get("/q/claims-by.json?actor=movisie").status_code == 200
    assert len(html) < 100_000


def test_an_issue_shows_what_is_done_about_it(client: TestClient, graph: KnowledgeGraph) -> None:
    """And leads to the list of initiatives; where nothing is done, it says so."""
    found = addresses(read(client, "/en/id/homelessness"))
    wanted = records(graph, "initiatives-by-issue", issue="homelessness")
    assert {f"/en/id/{row['initiative'].removeprefix(ID)}" for row in wanted} <= set(found)
    assert "/en/initiatives?issue=homelessness" in found
    idle = [
        row["issue"].removeprefix(ID)
        for row in records(graph, "issues")
        if not records(graph, "initiatives-by-issue", issue=row["issue"])
    ]
    assert any(WORDS["tackled_none"].nl in words(read(client, f"/nl/id/{name}")) for name in idle)


def test_a_place_holds_what_lies_within_it(client: TestClient, graph: KnowledgeGraph) -> None:
    """What happens in a town happens in its country; an empty place says that."""
    found = addresses(read(client, "/en/id/netherlands"))
    here = records(graph, "initiatives-in-place", place="netherlands")
    assert {f"/en/id/{row['initiative'].removeprefix(ID)}" for row in here} <= set(found)
    assert "/en/id/utrecht" in found
    assert WORDS["happens_none"].en in words(read(client, "/en/id/arnhem"))


@pytest.mark.parametrize(
    ("iri", "label", "told"),
    [
        pytest.param("https://a.org/" + "x" * 90, "", "a.org/" + "x" * 63 + "…", id="long"),
        pytest.param("https://a.org/", "Ours", "Ours", id="named"),
        pytest.param(f"{ID}thing", f"{ID}thing", f"{ID}thing", id="of-ours"),
    ],
)
def test_an_address_is_told_briefly(iri: str, label: str, told: str) -> None:
    """Only where it has no name of its own."""
    assert named(Named(iri, label or iri)).label == told
