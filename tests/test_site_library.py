"""The pages about sources, and the dossier page by page."""

from collections.abc import Iterator

import pytest
from conftest import store_of
from pages_read import HOSTILE, addresses, listed, read, records, words
from served import serving
from starlette.testclient import TestClient

from si_kg.citing import styled
from si_kg.errors import PartMissing
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.site.library import source_page
from si_kg.site.library.dossier import dossier, read_pages
from si_kg.site.library.faults import DossierPageNotFound
from si_kg.site.passages import counted, gathered
from si_kg.site.place import Place, Visit
from si_kg.site.words.library import WORDS
from si_kg.site.words.passages import SECTIONS


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_has_every_source(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """With what its record is worth."""
    html = read(client, f"/{language}/sources")
    assert sorted(listed(html)) == sorted(
        row["source"].removeprefix(ID) for row in records(graph, "sources")
    )


def test_the_sources_are_narrowed_down(client: TestClient, graph: KnowledgeGraph) -> None:
    """By the state of their record, by kind of both sorts, by year, by words."""
    incomplete = {row["source"].removeprefix(ID) for row in records(graph, "incomplete-sources")}
    assert set(listed(read(client, "/en/sources", status="incomplete"))) == incomplete
    news = {
        row["source"].removeprefix(ID) for row in records(graph, "sources-by-kind", kind="si:news")
    }
    assert set(listed(read(client, "/en/sources", kind="news"))) == news
    both = read(client, "/en/sources", kind="Report", year="2011", text="EMPOWERING")
    assert listed(both) == ["bepa-2011"]
    assert listed(read(client, "/nl/sources", text=HOSTILE, kind=HOSTILE)) == []


def test_years_are_offered_from_new_to_old(client: TestClient) -> None:
    """The year in which people look first comes first."""
    field = read(client, "/en/sources").split('name="year"')[1].split("</select>")[0]
    years = [part.split('"')[0] for part in field.split('<option value="')[2:]]
    assert years == sorted(years, reverse=True)
    assert len(years) > 10


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_source_gives_its_reference(client: TestClient, language: str) -> None:
    """After APA, as a span for reference managers, and to take along."""
    html = read(client, f"/{language}/id/bloom-dees-2008")
    assert "Bloom, P. N., & Dees, J. G. (2008). Cultivate your ecosystem." in words(html)
    assert 'class="Z3988"' in html
    assert WORDS["complete"].in_(language) in words(html)
    for form in ("bibtex", "ris", "csl-json"):
        assert f"/cite?thing=bloom-dees-2008&to={form}&lang={language}" in addresses(html)
    assert f"/{language}/id/dossier-p19" in addresses(html)


def test_without_the_writer_of_styles_the_reference_is_plain(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page does not need the extra `documents`."""

    def missing(*_: object) -> str:
        raise PartMissing(extra="documents")

    monkeypatch.setattr(styled, "write", missing)
    place = Place(graph, Visit("en", "id/bloom-dees-2008"))
    view = source_page.source_page(place, ID + "bloom-dees-2008")
    assert view.values["reference"].startswith("Bloom, P.N.; Dees, J.G. (2008).")


def test_an_incomplete_source_says_what_is_missing(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """In the words of the canned query; nothing is guessed."""
    row = records(graph, "incomplete-sources")[0]
    html = words(read(client, f"/en/id/{row['source'].removeprefix(ID)}"))
    assert WORDS["missing"].en.format(row["missing"]) in html


def test_identifiers_are_links(client: TestClient) -> None:
    """A DOI leads to its register, an ISBN is text."""
    html = read(client, "/en/id/bepa-2011")
    assert "https://doi.org/10.2796/13155" in addresses(html)
    assert "978-92-79-19275-3" in words(html)


def test_what_rests_on_a_source_is_gathered(client: TestClient, graph: KnowledgeGraph) -> None:
    """All that the canned query gives is there."""
    found = addresses(read(client, "/en/id/european-commission-2013"))
    rows = records(graph, "rests-on", source="european-commission-2013")
    assert rows
    assert {f"/en/id/{row['thing'].removeprefix(ID)}" for row in rows} <= set(found)


def test_every_source_has_its_page(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """None breaks; the reference is left to others, for it takes a process each."""
    monkeypatch.setattr(styled, "write", lambda *_: "-")
    for row in records(graph, "sources"):
        place = Place(graph, Visit("en", f"id/{row['source'].removeprefix(ID)}"))
        assert source_page.source_page(place, row["source"]).title == row["label"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_map_has_every_page(client: TestClient, graph: KnowledgeGraph, language: str) -> None:
    """With how much was taken from it, and that the dossier itself is not there."""
    html = read(client, f"/{language}/dossier")
    rows = [row for row in records(graph, "coverage") if row["place"].startswith(f"{ID}dossier-p")]
    assert len(rows) > 40
    for row in rows:
        assert f"/{language}/dossier/{row['page']}" in addresses(html)
        assert WORDS["things"].in_(language).format(row["things"]) in words(html)
    assert WORDS["rights"].in_(language) in words(html)


def test_the_map_tells_where_the_source_stumbles(client: TestClient) -> None:
    """By page, from the first to the last."""
    html = read(client, "/en/dossier").split('id="stumbles"')[1]
    first = [
        int(part.split('"')[0]) for part in html.split('Found in: <a href="/en/id/dossier-p')[1:]
    ]
    assert len(first) > 50
    assert first == sorted(first)


def test_depth_compares_with_the_fullest_page() -> None:
    """In four steps; a page of which nothing was taken has none."""
    places = "".join(f"id:p{n} si:inSource id:dossier ; si:page {n} .\n" for n in range(3))
    things = (
        "".join(f"id:t{n} si:citation id:p2 .\n" for n in range(8)) + "id:u si:citation id:p1 ."
    )
    found = read_pages(store_of(places + things))
    assert [(each.number, each.things, each.depth) for each in found] == [
        (0, 0, 0),
        (1, 1, 1),
        (2, 8, 4),
    ]


def test_every_page_says_what_it_holds(client: TestClient, graph: KnowledgeGraph) -> None:
    """All things that cite it, with the pages before and after."""
    pages = read_pages(graph.store)
    for page in pages:
        html = read(client, f"/en/dossier/{page.number}")
        assert WORDS["on_page"].en.format(page.things) in words(html)
        assert f'<link rel="canonical" href="{page.place}">' in html
    rows = records(graph, "page", page="7")
    found = addresses(read(client, "/nl/dossier/7"))
    assert {f"/nl/id/{row['thing'].removeprefix(ID)}" for row in rows} <= set(found)
    assert {"/nl/dossier/6", "/nl/dossier/8"} <= set(found)


def test_a_quotation_stands_in_its_own_language(client: TestClient) -> None:
    """With our translation, where the page is in another language."""
    english, dutch = read(client, "/en/dossier/34"), read(client, "/nl/dossier/34")
    assert '<blockquote lang="nl">' in english
    assert "Our translation: Abundance was at the root" in words(english)
    assert "Onze vertaling: Abundance" not in words(dutch)


@pytest.mark.parametrize("name", ["99", "1", "x", "07", "7/8", "٧"])
def test_another_page_is_not_found(client: TestClient, name: str) -> None:
    """And the message says which pages there are."""
    html = words(read(client, f"/en/dossier/{name}", 404))
    assert "Choose a page from 2 to 42." in html


def test_a_graph_without_dossier_has_no_pages(graph: KnowledgeGraph) -> None:
    """The map is empty, and no page is found."""
    empty = KnowledgeGraph(store_of(""), graph.catalogue, "en")
    assert dossier(Place(empty, Visit("en", "dossier"))).values["pages"] == []
    with pytest.raises(DossierPageNotFound):
        dossier(Place(empty, Visit("en", "dossier/2")))


def test_the_dossier_as_a_source_leads_to_its_pages(client: TestClient) -> None:
    """Its places are listed; what rests on them stands with them."""
    html = read(client, "/en/id/dossier")
    assert "/en/dossier" in addresses(html)
    assert "/en/id/dossier-p42" in addresses(html)
    assert WORDS["rests_direct"].en in words(html)


def test_a_place_in_the_dossier_is_shown_there(client: TestClient) -> None:
    """The page of the citation leads to that of the dossier."""
    got = client.get("/nl/id/dossier-p7")
    assert got.status_code == 303
    assert got.headers["location"].endswith("/nl/dossier/7")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_place_elsewhere_says_what_was_taken(client: TestClient, language: str) -> None:
    """With the work that it is in."""
    html = read(client, f"/{language}/id/infographic-p1")
    assert f"/{language}/id/infographic" in addresses(html)
    assert WORDS["taken"].in_(language) in words(html)


def test_a_thing_of_two_kinds_stands_in_one_section(graph: KnowledgeGraph) -> None:
    """In that of the first class that decides; what has no class of these stands last."""
    triples = """
    GRAPH <https://w3id.org/si-kg/graph/data> {
      id:both a si:Claim , si:Concept . id:odd a si:Oddity .
    }
    """
    store = store_of(
        """
        si:Claim rdfs:label "Claim"@en . si:Concept rdfs:label "Concept"@en .
        id:both rdfs:label "Both"@en ; si:citation id:p .
        id:odd rdfs:label "Odd"@en ; si:citation id:p .
        """
    )
    store.engine.update(
        f"PREFIX id: <{ID}> PREFIX si: <https://w3id.org/si-kg/ontology#> "
        f"INSERT DATA {{ {triples} }}"
    )
    place = Place(KnowledgeGraph(store, graph.catalogue, "en"), Visit("en"))
    found = gathered(place, "?thing si:citation ?place .")
    assert [(each.key, [p.thing.label for p in each.passages]) for each in found] == [
        ("claims", ["Both"]),
        ("others", ["Odd"]),
    ]
    assert counted(found) == 2
    assert [each.name for each in found] == [SECTIONS["claims"].en, SECTIONS["others"].en]
