"""The pages about frameworks: each looks like what it is, and says what stands where, and why."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from conftest import store_of
from served import serving
from starlette.testclient import TestClient

from si_kg import site
from si_kg.assessment.instruments import FRAMEWORKS as ASKED
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import ID
from si_kg.site.frameworks import shapes
from si_kg.site.frameworks.forms import CARDS, FORMS, drawn
from si_kg.site.frameworks.framework_page import framework_page
from si_kg.site.frameworks.member_page import member_page
from si_kg.site.frameworks.reading import Shown, read
from si_kg.store import Store, rows

HOSTILE = '"><script>alert(1)</script>{{7*7}}'
_ALL = "SELECT ?thing WHERE { ?thing a <https://w3id.org/si-kg/ontology#@kind> } ORDER BY ?thing"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


def named(store: Store, kind: str) -> list[str]:
    """The local names of the things of a class."""
    found = rows(store, _ALL.replace("@kind", kind))
    return sorted({thing.value.removeprefix(ID) for (thing,) in found})


def page(client: TestClient, path: str) -> str:
    """A page, with what must hold for each: one heading, no style or script within."""
    got = client.get(path)
    assert got.status_code == 200, path
    assert got.text.count("<h1") == 1
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", got.text)
    levels = [int(level) for level in re.findall(r"<h([1-6])", got.text)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), path
    return got.text


def framework(turtle: str, name: str = "own") -> Shown:
    """The framework of these triples."""
    return read(store_of(turtle), ID + name, "en")


def member(name: str, label: str, more: str = "") -> str:
    """The triples of a member of id:own."""
    return f'id:{name} a si:Scaler ; skos:inScheme id:own ; rdfs:label "{label}"@en {more} .\n'


def seen(graph: KnowledgeGraph, store: Store, path: str, language: str = "en") -> site.Place:
    """The place of a visit to another store, with the queries of the real graph."""
    own = KnowledgeGraph(store, graph.catalogue, language)
    return site.Place(own, site.Visit(language, path))


def test_every_framework_of_the_graph_has_a_form(graph: KnowledgeGraph) -> None:
    """The table of forms names the frameworks that there are, and no other."""
    assert sorted(FORMS) == named(graph.store, "Framework")


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_framework_is_drawn_in_its_form(graph: KnowledgeGraph, name: str) -> None:
    """None of those of the graph falls back to cards."""
    shown = read(graph.store, ID + name, "en")
    assert drawn(shown)[0] is FORMS[name]
    assert shown.members


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_framework_shows_its_members(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """With their names and a link to each, in both languages, and the way to assess a plan."""
    for name in FORMS:
        text = page(client, f"/{language}/id/{name}")
        for each in read(graph.store, ID + name, language).members:
            assert f'href="/{language}/id/{each.iri.removeprefix(ID)}"' in text
        assert (f'class="button" href="/{language}/assess"' in text) == (name in ASKED)
        assert f'href="/id/{name}.ttl"' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_member_has_a_page(client: TestClient, graph: KnowledgeGraph, language: str) -> None:
    """Which leads to its framework and to its neighbours."""
    for name in named(graph.store, "FrameworkMember"):
        assert f"/{language}/frameworks" in page(client, f"/{language}/id/{name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_shows_each_framework_once(client: TestClient, language: str) -> None:
    """In groups, each with a drawing of its form."""
    text = page(client, f"/{language}/frameworks")
    main = text[text.index("<main") : text.index("</main")]
    headings = re.findall(rf'<h3><a href="/{language}/id/([^"]+)"', main)
    assert sorted(headings) == sorted(FORMS)
    assert main.count('<svg class="sketch"') == len(FORMS)


def test_the_ladder_has_its_highest_rung_at_the_top(client: TestClient) -> None:
    """With what stands on it, why, and on which page that was found."""
    text = page(client, "/en/id/participation-ladder")
    order = re.findall(r'<span class="nr">(\d)</span>', text)
    assert order == ["6", "5", "4", "3", "2", "1"]
    top = text[text.index("self-mobilisation") : text.index("interactive-participation")]
    assert "Right to Challenge" in top
    assert "<summary>Why" in top
    assert "/en/id/dossier-p" in top


def test_rungs_that_are_not_known_are_said(client: TestClient) -> None:
    """Of the ladder of evidence the source gives the fifth level only."""
    text = page(client, "/en/id/evidence-ladder")
    assert text.count("rung missing") == 4
    assert text.count("not known") == 4
    assert "Where the source stumbles" in text


def test_a_placement_of_ours_is_marked(client: TestClient) -> None:
    """Where the source places, nothing is marked."""
    assert page(client, "/en/id/problem-typology").count('<span class="ours">') == 1
    assert '<span class="ours">' not in page(client, "/en/id/participation-ladder")


def test_the_typology_has_four_fields_between_its_axes(graph: KnowledgeGraph) -> None:
    """Each at the ends that it lies at, with its examples."""
    form, parts = drawn(read(graph.store, f"{ID}problem-typology", "en"))
    assert form.name == "fields"
    places = [(field.row, field.column, field.member.number) for field in parts["fields"]]
    assert places == [(0, 0, "1"), (0, 1, "2"), (1, 0, "3"), (1, 1, "4")]
    assert [field.upright.label for field in parts["fields"]][::2] == [
        "much certainty",
        "little certainty",
    ]
    last = parts["fields"][-1].member.standings
    assert set(last) == {"si:isPlacedAt", "si:hasProblemType"}


def test_a_cell_of_which_the_source_says_nothing_says_so(client: TestClient) -> None:
    """Two of the three forms have no value for the last aspect."""
    text = page(client, "/en/id/collaboration-across-disciplines")
    assert text.count("The source says nothing about this.") == 2
    assert text.count("<tr>") == 12


def test_what_may_be_contributed_stands_apart(client: TestClient) -> None:
    """What is certain first, then what a party may contribute."""
    text = page(client, "/nl/id/partners-in-social-innovation")
    assert text.index("Brengt in") < text.index("Brengt mogelijk in")


def test_scalers_come_with_the_question_to_ask_yourself(client: TestClient) -> None:
    """One for each."""
    assert page(client, "/en/id/scalers").count("Ask yourself:") == 7


def test_a_member_knows_its_neighbours(client: TestClient) -> None:
    """The first has none before it, the last none after it."""
    first = page(client, "/en/id/prompts")
    assert 'rel="next" href="/en/id/proposals"' in first
    assert 'rel="prev"' not in first
    assert "1 of 5" in first
    last = page(client, "/en/id/scaling-phase")
    assert 'rel="prev" href="/en/id/sustaining"' in last
    assert 'rel="next"' not in last


def test_a_member_of_two_frameworks_stands_in_both(client: TestClient) -> None:
    """Without a number it has no neighbours."""
    text = page(client, "/en/id/helix-government")
    assert text.count('aria-current="page">government') == 2
    assert 'class="neighbours"' not in text


def test_a_type_is_counted_among_the_types(client: TestClient) -> None:
    """The axes and their ends have no number and do not count."""
    assert "<p>2 of 4</p>" in page(client, "/en/id/value-diverse-problem")
    assert "<p>One of 10 parts</p>" in page(client, "/en/id/axis-certainty")


def test_a_member_that_authors_define_leads_to_the_comparison(client: TestClient) -> None:
    """And to each of the definitions."""
    text = page(client, "/en/id/transdisciplinarity")
    assert 'href="/en/compare?concept=transdisciplinarity"' in text
    assert "Definitions from the sources" in text
    assert "Definitions from the sources" not in page(client, "/en/id/prompts")


@pytest.mark.parametrize("name", ["nothing-like-it", "%3Cscript%3E", "a b"])
def test_a_framework_that_is_not_there_is_not_found(client: TestClient, name: str) -> None:
    """Whatever its name."""
    assert client.get(f"/en/id/{name}", headers={"accept": "text/html"}).status_code == 404


def test_a_framework_of_a_user_gets_cards_and_a_group(graph: KnowledgeGraph) -> None:
    """It is not in the table; what it says is text, whatever it looks like."""
    hostile = HOSTILE.replace('"', '\\"')
    store = store_of(
        f'id:own a si:Framework ; rdfs:label "{hostile}"@en ; rdfs:comment "Wat?"@nl .\n'
        + member("one", hostile)
        + member("two", "two", '; rdfs:comment "Alleen Nederlands"@nl')
    )
    place = seen(graph, store, "id/own")
    text = site.render(framework_page(place, f"{ID}own"), place.visit)
    assert "<script>alert" not in text
    assert "49" not in text
    assert '<span lang="nl">Alleen Nederlands</span>' in text
    listed = site.render(site.PAGES["frameworks"](place), place.visit)
    assert "Other frameworks" in listed
    assert "<script>alert" not in listed
    one = site.render(member_page(place, f"{ID}one"), place.visit)
    assert "<script>alert" not in one


def test_a_framework_without_members_is_still_told(graph: KnowledgeGraph) -> None:
    """Its page has no drawing and no table."""
    store = store_of('id:scalers a si:Framework ; rdfs:label "empty"@en .')
    place = seen(graph, store, "id/scalers")
    text = site.render(framework_page(place, f"{ID}scalers"), place.visit)
    assert "<h1>empty</h1>" in text
    assert "As a table" not in text


@pytest.mark.parametrize(
    ("name", "triples"),
    [
        pytest.param("participation-ladder", "", id="ladder-without-numbers"),
        pytest.param("participation-ladder", "; si:position 4000", id="ladder-too-high"),
        pytest.param("innovation-spiral", "", id="spiral-of-one"),
        pytest.param("problem-typology", "", id="no-axes"),
        pytest.param("problem-typology", "; si:hasAxisEnd id:two", id="an-end-of-no-axis"),
        pytest.param("collaboration-across-disciplines", "", id="nothing-compared"),
    ],
)
def test_what_does_not_fit_its_form_gets_cards(name: str, triples: str) -> None:
    """So that a graph with other members still has a page."""
    turtle = member("one", "one", triples).replace("id:own", f"id:{name}")
    assert drawn(framework(turtle, name)) == (CARDS, {})


def test_members_stand_by_number_then_by_name() -> None:
    """Those without a number come last."""
    shown = framework(
        member("a", "zed")
        + member("b", "ant")
        + member("c", "b", "; si:position 10")
        + member("d", "c", '; skos:notation "2"')
    )
    assert [each.label for each in shown.members] == ["c", "b", "ant", "zed"]


def test_a_spiral_winds_outward() -> None:
    """Each place lies farther from the middle than the one before."""
    away = [x * x + y * y for x, y in shapes.winding(7, 100)]
    assert away == sorted(away)
    assert away[-1] == pytest.approx(10_000, rel=0.01)
