"""The page on which definitions stand side by side: the same as the comparison, cell by cell."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from pages_read import HOSTILE, addresses, read, words
from served import serving
from starlette.testclient import TestClient

from si_kg.definitions.comparison import Comparison
from si_kg.definitions.corpus import Corpus, Strength
from si_kg.definitions.labels import STRENGTHS
from si_kg.definitions.sentences import sentences
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import ID
from si_kg.plots import draw
from si_kg.site.comparing.told import RESAMPLES
from si_kg.site.words.comparing import WORDS

SI, EMPOWERMENT = "social-innovation", "empowerment"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.fixture(scope="module")
def compared(graph: KnowledgeGraph) -> Comparison:
    """The definitions of empowerment, compared as the page does."""
    return graph.compare(EMPOWERMENT, resamples=RESAMPLES)


def said(name: str, language: str) -> str:
    """A text of this page."""
    return WORDS[name].in_(language)


def heat(html: str) -> dict[str, list[str]]:
    """The cells of the heat map by the name of the definition: the word in each, or nothing."""
    part = html.partition('<div class="region heat"')[2].partition("</table>")[0]
    rows = re.findall(r'<tr><th scope="row"><a href="/\w\w/id/([^"]+)">.*?</th>(.*?)</tr>', part)
    return {
        name: [
            (re.search(r'aria-label="([^"]+)"', cell) or ["", ""])[1]
            for cell in re.findall(r"<td.*?</td>", cells)
        ]
        for name, cells in rows
    }


def columns(html: str) -> list[str]:
    """The criteria of the heat map, from left to right."""
    return re.findall(r'<th class="upright" scope="col"><a href="/\w\w/id/([^"]+)"', html)


def offered(html: str) -> list[str]:
    """The concepts to choose from."""
    return re.findall(r'<option value="([^"]+)"', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_concept_the_page_offers_those_that_can_be_compared(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Those of which two definitions have criteria, the most defined first."""
    html = read(client, f"/{language}/compare")
    concepts = [each.concept for each in Corpus.from_store(graph.store)]
    several = {each.removeprefix(ID) for each in concepts if concepts.count(each) > 1}
    assert set(offered(html)) == several
    assert offered(html)[0] == SI
    assert said("intro", language) in words(html)
    assert not heat(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heat_map_is_the_comparison_cell_by_cell(
    client: TestClient, compared: Comparison, language: str
) -> None:
    """Every use of a criterion has its word; where a definition is silent, the cell is empty."""
    html = read(client, f"/{language}/compare", concept=EMPOWERMENT)
    found, criteria = heat(html), columns(html)
    assert {ID + name for name in criteria} == set(compared.corpus.criteria)
    assert set(found) == {each.iri.removeprefix(ID) for each in compared.corpus}
    for each in compared.corpus:
        used = [each.criteria.get(ID + name) for name in criteria]
        wanted = [STRENGTHS[use].in_(language) if use else "" for use in used]
        assert found[each.iri.removeprefix(ID)] == wanted
    foot = html.partition("<tfoot>")[2].partition("</tfoot>")[0]
    required = [sum(ID + name in each.required for each in compared.corpus) for name in criteria]
    assert [int(each) for each in re.findall(r"<td>(\d+)</td>", foot)] == required


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_told_in_plain_words(
    client: TestClient, compared: Comparison, language: str
) -> None:
    """With their interval, and how often was drawn for it."""
    text = words(read(client, f"/{language}/compare", concept=EMPOWERMENT))
    for sentence in sentences(compared.figures, language):
        assert " ".join(sentence.split()) in text
    assert said("resampled", language).format(RESAMPLES) in text
    assert str(RESAMPLES) in said("resampled", language).format(RESAMPLES)


def test_families_and_dimensions_group_the_heat_map(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Families as the clustering has them, or none where the order is by year."""
    html = read(client, "/en/compare", concept=SI)
    found = graph.compare(SI, resamples=0)
    sizes = [len(each.definitions) for each in found.clustering.clusters]
    assert len(sizes) > 1
    titles = re.findall(r'<th scope="rowgroup"[^>]*><span>Family \d+, (\w+) definitions?', html)
    assert titles == [str(size) if size > 1 else "one" for size in sizes]
    assert sum(map(int, re.findall(r'scope="colgroup" colspan="(\d+)"', html))) == len(
        columns(html)
    )
    html = read(client, "/en/compare", concept=SI, order="year")
    assert 'scope="rowgroup"' not in html
    assert [ID + name for name in heat(html)] == [each.iri for each in found.corpus]
    assert re.search(r'name="order" value="year" checked', html)


@pytest.mark.parametrize("strength", list(Strength))
def test_only_uses_of_the_strength_that_is_asked_are_shown(
    client: TestClient, compared: Comparison, strength: Strength
) -> None:
    """Criteria that are nowhere used so have no column."""
    html = read(client, "/en/compare", concept=EMPOWERMENT, strength=strength.value)
    shown = {word for cells in heat(html).values() for word in cells if word}
    used = {
        criterion
        for each in compared.corpus
        for criterion, use in each.criteria.items()
        if use is strength
    }
    assert {ID + name for name in columns(html)} == used
    assert shown == ({STRENGTHS[strength].en} if used else set())
    assert (said("heat_none", "en") in words(html)) == (not used)


def test_only_the_definitions_that_are_ticked_are_compared(
    client: TestClient, compared: Comparison
) -> None:
    """They stay ticked; a definition of another concept is left out and told."""
    one, other = (each.iri.removeprefix(ID) for each in list(compared.corpus)[:2])
    address = f"/en/compare?concept={EMPOWERMENT}&definition={one}&definition={other}"
    html = client.get(address, headers={"accept": "text/html"}).text
    assert set(heat(html)) == {one, other}
    ticked = re.findall(r'name="definition" value="([^"]+)" checked', html)
    assert set(ticked) == {one, other}
    assert said("pictures_all", "en") in words(html)
    foreign = f"{address}&definition=definition-easi-2013"
    html = client.get(foreign, headers={"accept": "text/html"}).text
    assert set(heat(html)) == {one, other}
    assert said("foreign", "en").format(1) in words(html)


def test_definitions_that_nobody_read_count_if_they_are_asked_for(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """By the box, or by name."""
    corpus = Corpus.from_store(graph.store).about(ID + SI)
    unread = [each.iri.removeprefix(ID) for each in corpus if not each.verified]
    assert unread
    assert not set(unread) & set(heat(read(client, "/en/compare", concept=SI)))
    html = read(client, "/en/compare", concept=SI, unverified="on")
    original = {each.iri.removeprefix(ID) for each in corpus.original()}
    assert set(heat(html)) == original
    read_one = next(each.iri.removeprefix(ID) for each in corpus if each.verified)
    address = f"/en/compare?concept={SI}&definition={unread[0]}&definition={read_one}"
    html = client.get(address, headers={"accept": "text/html"}).text
    assert set(heat(html)) == {unread[0], read_one}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [HOSTILE, "zzz", "polder-model", "id:quasi-concept"])
def test_a_concept_that_cannot_be_compared_is_told_beside_the_field(
    client: TestClient, name: str, language: str
) -> None:
    """What is not there, and what has too few definitions."""
    html = read(client, f"/{language}/compare", 404, concept=name)
    assert said("refused", language).format(name) in words(html)
    assert 'aria-invalid="true" aria-describedby="refused"' in html
    assert SI in offered(html)


def test_one_definition_alone_is_told_beside_the_field(
    client: TestClient, compared: Comparison
) -> None:
    """Comparing takes two."""
    one = next(iter(compared.corpus)).iri.removeprefix(ID)
    html = read(client, "/en/compare", 400, concept=EMPOWERMENT, definition=one)
    assert said("few", "en") in words(html)
    assert "<details open>" in html
    assert not heat(html)


def test_what_is_no_strength_or_order_is_ignored(client: TestClient) -> None:
    """And a definition that there is not counts as none."""
    plain = heat(read(client, "/en/compare", concept=EMPOWERMENT))
    odd = {"strength": HOSTILE, "order": HOSTILE, "definition": HOSTILE}
    assert heat(read(client, "/en/compare", concept=EMPOWERMENT, **odd)) == plain


@pytest.mark.parametrize("concept", ["Empowerment", "id:empowerment", ID + EMPOWERMENT])
def test_a_concept_may_go_by_any_of_its_names(client: TestClient, concept: str) -> None:
    """As everywhere."""
    assert heat(read(client, "/nl/compare", concept=concept))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_have_a_text_and_a_table_beside_them(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """The description stands for the picture; the rows are those of the picture."""
    html = read(client, f"/{language}/compare", concept=EMPOWERMENT)
    part = html.partition('id="pictures"')[2].partition('id="take"')[0]
    for name in ("lattice", "timeline"):
        picture = draw(graph.store, name, EMPOWERMENT)
        shown = re.search(rf'<img[^>]*src="(/picture/{name}[^"]+)" alt="([^"]+)"', part)
        assert shown is not None
        assert unescape(shown[2]) == picture.description.in_(language)
        assert client.get(unescape(shown[1])).status_code == 200
    rows = [draw(graph.store, name, EMPOWERMENT) for name in ("lattice", "timeline")]
    assert part.count("<tr>") == sum(len(each.drawings[language].table) + 1 for each in rows)


def test_what_lies_within_what_and_what_is_alike_stands_in_tables(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """And the cases that divide the definitions, as the comparison counts them."""
    html = read(client, "/en/compare", concept=SI)
    found = graph.compare(SI, resamples=0)
    part = html.partition('id="initiatives"')[2].partition("</section>")[0]
    for each in found.divisions:
        row = part.partition(f'href="/en/id/{each.case.removeprefix(ID)}"')[2].partition("</tr>")[0]
        numbers = [int(number) for number in re.findall(r'"number">(\d+)<', row)]
        assert numbers == [each.fits, each.fails, each.undecided]
    within = html.partition('id="containment"')[2].partition("</section>")[0]
    assert said("more_of", "en").split("{}")[0].strip() in words(within)
    alike = html.partition('id="overlap"')[2].partition("</section>")[0]
    best = found.overlaps[0]
    assert best.one.label.en in words(alike)
    assert "1.00" in alike


def test_the_comparison_can_be_taken_along(client: TestClient) -> None:
    """As a document, and its table as rows."""
    links = addresses(read(client, "/nl/compare", concept=EMPOWERMENT))
    assert "/document/comparison.docx?concept=empowerment&lang=nl" in links
    for each in links:
        if each.startswith("/q/"):
            assert client.get(each).status_code == 200
    assert "/nl/id/empowerment" in links
