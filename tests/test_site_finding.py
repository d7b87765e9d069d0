"""The pages on which one searches, and asks in plain words."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote

import pytest
from served import serving
from starlette.testclient import TestClient
from test_site_queries import HOSTILE, text_of

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.questions.understanding import LONGEST
from si_kg.search import _WHY
from si_kg.site.words.finding import WHY, WORDS


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def found(page: str) -> list[str]:
    """The names of the things that were found."""
    return [unescape(each) for each in re.findall(r'class="name"><a [^>]*>([^<]*)</a>', page)]


def chips(page: str) -> dict[str, tuple[str, int]]:
    """The kinds one can choose: the address of each, and its count."""
    shape = r'<a class="chip" href="([^"]+)"[^>]*>([^<]+) <span class="count">(\d+)</span>'
    return {name: (unescape(address), int(n)) for address, name, n in re.findall(shape, page)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_despite_a_slip(client: TestClient, language: str) -> None:
    """With the kind, why, and a line about it; the words stay in the field."""
    page = client.get(f"/{language}/search?text=empowermnet").text
    assert found(page)[0] == "empowerment"
    assert f'<a href="/{language}/id/empowerment">' in page
    assert WHY["resembles"].in_(language) in page
    assert 'value="empowermnet"' in page
    right = client.get(f"/{language}/search?text=empowerment").text
    assert WHY["label"].in_(language) in right
    assert re.search(r"</span></p>\s*<p>\w.{40,}</p>", right)


def test_a_kind_narrows_the_search_down(client: TestClient) -> None:
    """Each kind leads to as many as it counts, and back to everything."""
    page = client.get("/nl/search?text=empowerment").text
    assert len(chips(page)) > 2
    for name, (address, count) in chips(page).items():
        narrow = client.get(address).text
        assert len(found(narrow)) >= count
        assert f'aria-current="true">{name} ' in narrow
        assert {*found(narrow)} <= {*found(page)} or len(found(page)) == 50
        assert "/nl/search?text=empowerment" in unescape(narrow)


def test_a_kind_that_is_not_there(client: TestClient) -> None:
    """It is said, and everything is shown."""
    page = client.get("/nl/search?text=empowerment&kind=<i>zzz").text
    assert "De soort ‘&lt;i&gt;zzz’ is er niet" in page
    assert found(page) == found(client.get("/nl/search?text=empowerment").text)


def test_a_kind_in_the_other_language_is_known(client: TestClient) -> None:
    """Who changes the language keeps the choice."""
    page = client.get("/en/search?text=empowerment&kind=Definitie").text
    assert found(page)
    assert "no kind" not in page


def test_every_reason_of_the_search_has_words() -> None:
    """What the search says of why, in either language, the page says in a sentence."""
    assert set(WHY) == {why.in_(each) for why in _WHY.values() for each in LANGUAGES}


def test_nothing_found_gives_near_names_and_a_way_on(client: TestClient) -> None:
    """Names that look like it, and the same text as a question."""
    page = client.get("/nl/search?text=impowrmnd").text
    assert WORDS["no_things"].nl in page
    assert '<a href="/nl/search?text=empowerment">' in page
    assert 'id="question" name="question" value="impowrmnd"' in page
    assert "<ol" not in page


@pytest.mark.parametrize("path", ["search", "ask"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_words_there_is_a_box(client: TestClient, path: str, language: str) -> None:
    """A page with the field, and no complaint."""
    for query in ("", "?text=&question=", "?text=%20%20&question=%20"):
        got = client.get(f"/{language}/{path}{query}")
        assert (got.status_code, got.text.count("<h1>")) == (200, 1)
        assert 'class="error"' not in got.text
        assert 'class="note"' not in got.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_to_begin_with_are_understood(client: TestClient, language: str) -> None:
    """Each example leads to an answer."""
    page = client.get(f"/{language}/ask").text
    examples = re.findall(rf'href="(/{language}/ask\?question=[^"]+)"', page)
    assert len(examples) >= 4
    for address in examples:
        assert WORDS["read_as"].in_(language) in client.get(unescape(address)).text


def test_a_question_is_answered_with_how_it_was_read(client: TestClient) -> None:
    """The query, what is filled in, the answer, and the form to change it."""
    page = client.get("/nl/ask", params={"question": "Hoe wordt empowerment gedefinieerd?"}).text
    said = text_of(page)
    assert "Ik lees dit als: Definities van een begrip" in said
    assert re.search(r"begrip = empowerment ?\.", said)
    form = re.search(r'href="(/nl/q/definitions-of\?concept=empowerment)"', page)
    assert form
    asked = client.get(form[1]).text
    body = re.search(r"<tbody>.*?</tbody>", asked, re.DOTALL)
    assert body
    assert body[0] in page
    assert "/q/definitions-of.xlsx?concept=empowerment" in page


def test_what_a_question_leaves_out_is_told(client: TestClient) -> None:
    """Where the query needs more than was named, the page says what it took."""
    page = client.get("/en/ask", params={"question": "Which definition is the strictest?"}).text
    assert "concept = social innovation (not named, so assumed)" in text_of(page)
    assert "/en/q/strictness?concept=social-innovation" in page


def test_a_question_that_is_not_understood_is_refused(client: TestClient) -> None:
    """What could not be placed, the nearest questions with their form, what the words find."""
    asked = "Hoe duur is een brood bij de bakker in Utrecht?"
    got = client.get("/nl/ask", params={"question": asked})
    assert got.status_code == 200
    assert WORDS["not_understood"].nl in got.text
    assert "bakker" in text_of(got.text).partition("Hier kan ik niets mee: ")[2]
    near = re.search(r'href="(/nl/q/initiatives-in-place\?place=utrecht)"', got.text)
    assert near
    assert client.get(near[1]).status_code == 200
    assert any("Utrecht" in name for name in found(got.text))
    assert "<table" not in got.text
    assert "si-kg queries" not in got.text


def test_nonsense_gets_no_answer(client: TestClient) -> None:
    """Nothing is near, nothing is found, and the way on stays."""
    page = client.get("/en/ask?question=blorp%20zork").text
    assert WORDS["not_understood"].en in page
    assert found(page) == []
    assert 'href="/en/q"' in page


def test_what_is_too_long_is_said_with_the_limit(client: TestClient) -> None:
    """Beside the field, in which the text stays."""
    text = "a" * (LONGEST + 1)
    asked = client.get("/nl/ask", params={"question": text}).text
    assert f"De vraag telt {LONGEST + 1} tekens" in asked
    assert f'value="{text}"' in asked
    searched = client.get("/en/search", params={"text": text}).text
    assert f"These are {LONGEST + 1} characters" in searched


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:20])
@pytest.mark.parametrize("name", ["search?text", "ask?question", "search?text=delen&kind"])
def test_hostile_text_is_ordinary_input(client: TestClient, name: str, value: str) -> None:
    """It is searched and asked as text; nothing of it runs."""
    got = client.get(f"/en/{name}={quote(value)}")
    assert got.status_code == 200, got.text[:200]
    assert "<script>alert" not in got.text
    assert "onfocus='alert" not in got.text
    assert ">49" not in got.text
