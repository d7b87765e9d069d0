"""The pages about initiatives: the list, and each with what definitions say of it, and why."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from pages_read import HOSTILE, addresses, read, words
from served import serving
from starlette.testclient import TestClient

from si_kg.definitions.classification import Answer
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.plots import recipe_of
from si_kg.site.initiatives.verdicts import verdicts
from si_kg.site.narrowing import Facet, narrowed
from si_kg.site.place import Visit
from si_kg.site.words import narrowing as form_words
from si_kg.site.words.initiatives import WORDS

_COLOUR = Facet[str]("colour", form_words.WORDS["any"], lambda each: [(each[:1], each.upper())])


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


def cards(html: str) -> list[str]:
    """The names of the things that the cards link to."""
    return [part.split('"')[1].rpartition("/")[2] for part in html.split("<h2><a ")[1:]]


def names(graph: KnowledgeGraph, query: str, **parameters: str) -> set[str]:
    """The local names of the initiatives that a canned query gives."""
    found = graph.query(query, parameters).records()  # type: ignore[union-attr]
    return {str(row["initiative"]).removeprefix(ID) for row in found}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_has_every_initiative(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Without a question all are there, each once, with their number."""
    html = read(client, f"/{language}/initiatives")
    every = names(graph, "initiatives")
    assert sorted(cards(html)) == sorted(every)
    total = len(every)
    assert form_words.WORDS["left"].in_(language).format(found=total, total=total) in words(html)


def test_the_list_is_narrowed_down_by_issue_and_place(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """It gives what the canned queries give; a place holds what lies within it."""
    html = read(client, "/en/initiatives", issue="homelessness")
    homeless = names(graph, "initiatives-by-issue", issue="homelessness")
    assert set(cards(html)) == homeless & names(graph, "initiatives")
    here = names(graph, "initiatives-in-place", place="netherlands")
    assert set(cards(read(client, "/en/initiatives", place="netherlands"))) == here
    both = read(client, "/en/initiatives", issue="homelessness", place="netherlands")
    assert set(cards(both)) == homeless & here
    assert '<option value="netherlands" selected>' in both


def test_words_are_found_without_accents_or_capitals(client: TestClient) -> None:
    """Every word has to stand in name, description, issue or place."""
    assert cards(read(client, "/nl/initiatives", text="REPAIR cafe")) == ["repair-cafe"]


def test_an_unknown_value_is_said_beside_the_field(client: TestClient) -> None:
    """The list stays whole, and the field tells what is wrong."""
    html = read(client, "/en/initiatives", issue="flying-cars", other="ignored")
    assert len(cards(html)) == len(cards(read(client, "/en/initiatives")))
    assert 'aria-invalid="true"' in html
    assert "‘flying-cars’ is not in this list" in words(html)


def test_hostile_text_is_shown_as_text(client: TestClient) -> None:
    """It finds nothing, and says so."""
    html = read(client, "/nl/initiatives", text=HOSTILE, place=HOSTILE)
    assert cards(html) == []
    assert form_words.WORDS["none_left"].nl in words(html)
    assert HOSTILE in words(html)
    assert "{{7*7}}" in html


def test_choices_tell_what_they_would_leave() -> None:
    """A choice counts what fits all else that is asked, not what it narrows down itself."""
    visit = Visit("en", pairs=(("colour", "r"), ("text", "e")))
    found = narrowed(visit, ["red", "rose", "blue", "gray"], [_COLOUR], str)
    assert found.found == ["red", "rose"]
    assert found.asked
    [field] = found.fields
    assert [(each.value, each.leaves) for each in field.choices] == [("b", 1), ("r", 2)]


def test_every_initiative_has_its_page(client: TestClient, graph: KnowledgeGraph) -> None:
    """With a Word document and references to take along, in the language of the page."""
    for name in sorted(names(graph, "initiatives")):
        html = read(client, f"/en/id/{name}")
        assert f"/document/initiative.docx?initiative={name}&lang=en" in addresses(html)
        assert WORDS["verdicts"].en in words(html)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_verdicts_are_those_of_the_classification(graph: KnowledgeGraph, language: str) -> None:
    """The same definitions fit, fail and stay open, with what they miss."""
    told = verdicts(graph.store, ID + "m-pesa", language)
    file = graph.classify("M-PESA")
    assert told
    for found, answer in ((told.fits, Answer.FITS), (told.fails, Answer.FAILS)):
        known = {each.definition.iri: each for each in file.answered(answer)}
        assert {each.definition.iri for each in found} == known.keys()
        assert all(len(v.lacking) == len(known[v.definition.iri].lacking) for v in found)
    open_ = [*told.undecided, *told.untouched]
    assert len(open_) == len(file.answered(Answer.UNDECIDED))
    assert told.total == len(told.fits) + len(told.fails) + len(open_)
    assert all(verdict.open for verdict in open_)


def test_what_nobody_judged_has_no_verdict(client: TestClient, graph: KnowledgeGraph) -> None:
    """Unknown is told apart from no."""
    assert verdicts(graph.store, ID + "right-to-challenge-british-example", "en") is None
    html = read(client, "/nl/id/right-to-challenge-british-example")
    assert WORDS["not_judged"].nl in words(html)


def test_judgements_show_their_ground(client: TestClient) -> None:
    """With a passage by themselves; on all sources together as a list, which says so."""
    html = words(read(client, "/en/id/repair-cafe"))
    assert WORDS["together"].en in html
    assert "met 15" in html
    own = words(read(client, "/en/id/buurtzorg"))
    assert WORDS["together"].en not in own
    assert "According to the dossier Buurtzorg works more smartly and cheaply" in own
    assert WORDS["ours"].en in own


@pytest.mark.parametrize("name", ["helix", "scaler-profile"])
def test_pictures_stand_where_there_is_something_to_draw(
    client: TestClient, graph: KnowledgeGraph, name: str
) -> None:
    """With the description as alternative, and a table of the same."""
    drawable = recipe_of(name).choices(graph.store)[0]
    html = read(client, f"/nl/id/{drawable.removeprefix(ID)}")
    assert f"/picture/{name}.svg?thing={drawable.removeprefix(ID)}&amp;lang=nl" in html
    picture = graph.draw(name, drawable.removeprefix(ID))
    assert picture.description.nl in map(unescape, re.findall(r'<img [^>]*alt="([^"]*)"', html))
    assert picture.title.nl in map(unescape, re.findall(r"<caption>(.*?)</caption>", html))
    assert "/picture/" not in read(client, "/nl/id/scarcity-insight")


def test_sources_can_be_taken_along(client: TestClient) -> None:
    """The references of all sources of the page, as reference managers read them."""
    html = read(client, "/en/id/repair-cafe")
    [bibtex] = [each for each in addresses(html) if each.startswith("/cite?") and "bibtex" in each]
    got = client.get(bibtex)
    assert got.status_code == 200
    assert got.text.count("@") == bibtex.count("thing=") == 3


def test_an_unknown_initiative_is_not_found(client: TestClient) -> None:
    """With the nearest names."""
    assert "repair-cafe" in read(client, "/en/id/repair-caffe", 404)
