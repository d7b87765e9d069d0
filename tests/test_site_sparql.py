"""The page for SPARQL of one's own, without JavaScript: field, answer, faults, downloads."""

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from served import serving
from starlette.testclient import TestClient

from si_kg import shipped
from si_kg.errors import QueryMalformed
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.site.figures import number
from si_kg.site.own_query import SHOWN
from si_kg.site.syntax_fault import SyntaxFault
from si_kg.site.words.themes import THEMES
from si_kg.store import EmbeddedStore

LABELS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX id: <https://w3id.org/si-kg/id/>
SELECT ?thing ?label WHERE { VALUES ?thing { id:empowerment } ?thing rdfs:label ?label }
ORDER BY ?label"""
HOSTILE = "\"'><script>alert(1)</script></textarea>&amp;{{ 7*7 }}\\u0022"
EMPTY = EmbeddedStore.from_quads([])
# outside the editor's own folder, which may be absent
OUR_SCRIPT = '<script src="/static/sparql.js'


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the whole graph, with room for few rows."""
    with serving(graph, rows=2_000) as found:
        yield found


def page(client: TestClient, language: str = "nl", **parameters: str) -> str:
    """The page as text; it must be there."""
    reply = client.get(f"/{language}/sparql", params=parameters, headers={"accept": "text/html"})
    assert reply.status_code == 200, reply.text
    return reply.text


def field(text: str) -> str:
    """What stands in the field; a browser leaves out the first line break."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", text, re.DOTALL)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize(("language", "label"), [("nl", "Je vraag"), ("en", "Your question")])
def test_a_query_to_begin_with(client: TestClient, language: str, label: str) -> None:
    """A labelled field with prefixes and a query that runs, and a limit in words."""
    text = page(client, language)
    assert number("2000", language) in text
    assert f'<label for="query">{label} ' in text
    assert "PREFIX si: <https://w3id.org/si-kg/ontology#>" in field(text)
    assert 'id="outcome"' not in text
    assert "<td" in page(client, language, query=field(text))


def test_an_answer_is_a_table(client: TestClient) -> None:
    """Things link to their page here, and text in another language says so."""
    text = page(client, "en", query=LABELS)
    assert field(text) == LABELS
    assert '<th scope="col">thing</th>' in text
    assert '<a href="/en/id/empowerment">id:empowerment</a>' in text
    assert '<span lang="nl">' in text
    assert "2 rows" in text


def test_the_other_answers(client: TestClient) -> None:
    """Yes or no, triples as Turtle, and nothing at all."""
    assert "Ja." in page(client, query="ASK {}")
    assert "Nee." in page(client, query="ASK { <a:a> <a:b> <a:c> }")
    turtle = page(client, query='CONSTRUCT { <a:a> <a:b> "<i>" } WHERE {}')
    assert "&lt;a:a&gt; &lt;a:b&gt; &#34;&lt;i&gt;&#34;" in turtle
    nothing = page(client, query="SELECT ?x { ?x <a:b> <a:c> }")
    assert "Niets in de graaf past bij deze vraag." in nothing
    assert "<table" not in nothing


def test_a_long_answer_is_cut(client: TestClient) -> None:
    """The page shows so many rows and says that there are more; a download has the rest."""
    text = page(client, query="SELECT * { ?s ?p ?o }")
    assert text.count("<tr>") == SHOWN + 1
    assert "Het antwoord is langer" in text
    link = re.search(r'<a href="([^"]*format=csv&[^"]*)" download="si-kg.csv"', text)
    assert link
    reply = client.get(unescape(link[1]))
    assert reply.headers["content-type"].startswith("text/csv")
    assert len(list(csv.reader(io.StringIO(reply.text, newline="")))) == 2_001
    assert reply.headers["x-truncated"] == "rows=2000"


@pytest.mark.parametrize("query", [LABELS, "ASK {}", "DESCRIBE <https://w3id.org/si-kg/id/delen>"])
def test_every_download_is_there(client: TestClient, query: str) -> None:
    """Each link gives the answer in its own format, whatever the browser accepts."""
    links = re.findall(r'<a href="([^"]+)" download=', page(client, query=query))
    assert len(links) > 1
    kinds = []
    for link in links:
        reply = client.get(unescape(link), headers={"accept": "text/html"})
        assert reply.status_code == 200
        kinds.append((reply.headers["content-type"], reply.content))
    assert len(set(kinds)) == len(links)


NO_PREFIX = "SELECT ?x {\n  ?x rdfs:label ?y\n}"
NO_BRACKET = "SELECT ?x {\n  ?x ?y 'één'\n"


@pytest.mark.parametrize(
    ("language", "query", "told"),
    [
        ("nl", NO_PREFIX, "Regel 2, kolom 6: de prefix ‘rdfs:’ is niet bekend; zet bovenaan:"),
        ("en", NO_PREFIX, "Line 2, column 6: the prefix ‘rdfs:’ is unknown; put at the top:"),
        ("nl", NO_BRACKET, "Regel 2, kolom 14: hier past dit niet in SPARQL"),
        ("en", NO_BRACKET, "Line 2, column 14: this does not fit in SPARQL here"),
    ],
)
def test_a_syntax_error_stands_at_its_field(
    client: TestClient, language: str, query: str, told: str
) -> None:
    """Line, column and reason in the language of the page, tied to the field; the text stays."""
    reply = client.get(f"/{language}/sparql", params={"query": query})
    assert reply.status_code == 400
    assert told in reply.text
    assert field(reply.text) == query.strip()
    described = r'<textarea[^>]*aria-describedby="query-hint outcome"[^>]*aria-invalid="true"'
    assert re.search(described, reply.text)
    assert '<div id="outcome" class="fault" role="alert">' in reply.text


@given(st.text(alphabet="SELCT?xa:{}<>.'\"#\\\n\r é😀", max_size=80))
def test_a_fault_has_a_place_in_the_text(text: str) -> None:
    """Whatever cannot be read: the line is there, and what is shown of it stands in it."""
    try:
        EMPTY.query(text)
    except QueryMalformed as error:
        fault = SyntaxFault.of(error, text)
        shown = text.split("\n")[fault.line - 1]
        assert shown[fault.column - 1 :].startswith(fault.after)
        assert shown[: fault.column - 1].endswith(fault.before)


def test_a_form_sends_other_line_ends(client: TestClient) -> None:
    """They are not taken for a part of the text."""
    text = page(client, query="ASK {\r\n}")
    assert field(text) == "ASK {\n}"
    assert 'href="/nl/sparql?query=ASK+%7B%0A%7D" data-share' in text


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT * { SERVICE <https://example.org/> { } }"])
def test_what_may_not_run_is_refused(client: TestClient, query: str) -> None:
    """An update, or a query that fetches from elsewhere: said at the field."""
    reply = client.get("/en/sparql", params={"query": query})
    assert reply.status_code == 400
    assert 'class="fault" role="alert"' in reply.text
    assert field(reply.text) == query


def test_an_example_fills_the_field(client: TestClient) -> None:
    """The text of a canned query in the language of the page, not run yet; it runs as it is."""
    text = page(client, "en", example="definitions-of")
    assert 'VALUES ?lang { "en" }' in field(text)
    assert "<table" not in text
    assert "<table" in page(client, "en", query=field(text))


def test_every_canned_query_is_an_example(client: TestClient, graph: KnowledgeGraph) -> None:
    """Each has a link, under a theme that has a name in both languages."""
    links = re.findall(r'href="/nl/sparql\?example=([\w-]+)"', page(client))
    assert sorted(links) == sorted(graph.catalogue)
    assert {each.theme for each in graph.catalogue.values()} == set(THEMES)


def test_an_example_that_is_not_there(client: TestClient) -> None:
    """404, in words."""
    reply = client.get(
        "/nl/sparql", params={"example": "definitons-of"}, headers={"accept": "text/html"}
    )
    assert reply.status_code == 404
    assert "definitons-of" in reply.text


@pytest.mark.parametrize(
    "query", [HOSTILE, f"SELECT ({json.dumps(HOSTILE)} AS ?x) {{}}", f"ASK {{}} # {HOSTILE}"]
)
def test_hostile_text_stays_text(client: TestClient, query: str) -> None:
    """Neither in the field, nor in a cell, a complaint or an address is it more than text."""
    reply = client.get("/nl/sparql", params={"query": query})
    assert "<script>alert" not in reply.text
    assert field(reply.text) == query
    assert reply.text.count("</textarea>") == 1
    assert "49" not in field(reply.text)


def test_the_editor_loads_where_it_is(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """The page works without it and says how to fetch it; no other page loads it."""
    fetched = any(shipped.editor_folder().glob("*.js"))
    assert (OUR_SCRIPT in page(client)) == fetched
    assert ("make editor" in page(client)) != fetched
    monkeypatch.setattr(shipped, "editor_folder", lambda: tmp_path)
    for language, told in (("nl", "niet geïnstalleerd"), ("en", "not installed")):
        without = page(client, language, query=f"ASK {{}} # without {language}")
        assert told in without
        assert OUR_SCRIPT not in without
    assert "yasqe" not in client.get("/nl/").text


def test_completions_are_names_that_the_graph_uses(client: TestClient) -> None:
    """Prefixes, and classes and properties with a label in the language."""
    told = client.get("/completions.json", params={"lang": "nl"}).json()
    assert told["prefixes"]["si"] == "https://w3id.org/si-kg/ontology#"
    by_name = {each["name"]: each for each in told["terms"]}
    assert by_name["si:Concept"] == {"name": "si:Concept", "kind": "class", "label": "Begrip"}
    assert by_name["skos:prefLabel"]["kind"] == "property"
    assert len(by_name) == len(told["terms"])


def test_a_format_in_the_address_of_the_endpoint(client: TestClient) -> None:
    """`format` wins over Accept; a word that is no format of this answer leaves it to Accept."""
    for accept in ("text/html", "application/sparql-results+json"):
        reply = client.get(
            "/sparql", params={"query": "ASK {}", "format": "xml"}, headers={"accept": accept}
        )
        assert reply.headers["content-type"] == "application/sparql-results+xml"
    reply = client.get("/sparql", params={"query": "ASK {}", "format": ["json", "ttl"]})
    assert reply.headers["content-type"] == "application/sparql-results+json"
