"""The server's SPARQL: formats, datasets, status codes, bounds, and input that means harm."""

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import Endpoint
from hypothesis import given
from hypothesis import strategies as st
from served import graph_over, serving
from starlette.testclient import TestClient

from si_kg.catalogue import Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server.faults import NotAcceptable
from si_kg.server.negotiation import chosen, language_of
from si_kg.store import EmbeddedStore, at_endpoint

A, B = "https://example.org/a", "https://example.org/b"
ROWS = "SELECT ?s { ?s ?p ?o } ORDER BY ?s"
TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def quad(name: str) -> ox.Quad:
    """A statement about a thing in the graph of the same name."""
    node = ox.NamedNode(name)
    return ox.Quad(node, ox.NamedNode(f"{A}#p"), ox.Literal("<b> & ‘é’"), node)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A server over two graphs of one triple each."""
    with serving(graph_over(EmbeddedStore.from_quads([quad(A), quad(B)]))) as made:
        yield made


def asked(client: TestClient, query: str, accept: str = "", **more: Any) -> Any:
    """The answer to a query by GET."""
    headers = {"accept": accept} if accept else {}
    return client.get("/sparql", params={"query": query, **more}, headers=headers)


@pytest.mark.parametrize(
    ("accept", "query", "kind"),
    [
        ("", ROWS, "application/sparql-results+json"),
        ("*/*", ROWS, "application/sparql-results+json"),
        ("application/json", ROWS, "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", ROWS, "application/sparql-results+xml"),
        ("application/xml", ROWS, "application/sparql-results+xml"),
        ("text/*;q=0.3, text/tab-separated-values", ROWS, "text/tab-separated-values"),
        ("text/csv", ROWS, "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ROWS, "text/html"),
        ("", "ASK {}", "application/sparql-results+json"),
        ("", TRIPLES, "text/turtle"),
        ("application/ld+json", TRIPLES, "application/ld+json"),
        ("application/rdf+xml", TRIPLES, "application/rdf+xml"),
        ("application/n-triples", TRIPLES, "application/n-triples"),
        ("text/turtle;q=0, application/*;q=0.1", TRIPLES, "application/ld+json"),
    ],
)
def test_the_client_chooses_the_format(
    client: TestClient, accept: str, query: str, kind: str
) -> None:
    """By Accept, with its qualities; what is sent is of the type that it says."""
    got = asked(client, query, accept)
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, kind)
    assert "Accept" in got.headers["vary"]
    assert parsed(kind, got) in ({A, B}, True)


def parsed(kind: str, got: Any) -> object:
    """The things in an answer, read by another reader than our own."""
    if kind in {"application/sparql-results+json", "application/sparql-results+xml"}:
        syntax = ox.QueryResultsFormat.from_media_type(kind)
        found = ox.parse_query_results(got.content, format=syntax)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        return {row[0].value for row in found}
    if kind == "text/csv":
        return {row[0] for row in list(csv.reader(StringIO(got.text)))[1:]}
    if kind in {"text/tab-separated-values", "text/html"}:
        return {name for name in (A, B) if name in got.text}
    return {each.subject.value for each in ox.parse(got.content, format=rdf(kind))}


def rdf(kind: str) -> ox.RdfFormat:
    """The syntax of RDF that has this media type."""
    found = ox.RdfFormat.from_media_type(kind)
    assert found
    return found


@pytest.mark.parametrize(
    ("dataset", "truths"),
    [
        ({}, (True, True, True)),
        ({"default-graph-uri": [A]}, (True, False, False)),
        ({"default-graph-uri": [A, B]}, (True, True, False)),
        ({"named-graph-uri": [A]}, (False, False, True)),
        ({"default-graph-uri": [B], "named-graph-uri": [A]}, (False, True, True)),
        ({"default-graph-uri": ["https://example.org/none"]}, (False, False, False)),
    ],
    ids=repr,
)
def test_the_client_chooses_the_graphs(
    client: TestClient, dataset: dict[str, list[str]], truths: tuple[bool, ...]
) -> None:
    """Only the graphs that are named are asked; one that is not here is empty, and not fetched."""
    questions = (f"ASK {{ <{A}> ?p ?o }}", f"ASK {{ <{B}> ?p ?o }}")
    named = f"ASK {{ GRAPH <{A}> {{ <{A}> ?p ?o }} }}"
    answers = (
        asked(client, each, **dict[str, Any](dataset)).json()["boolean"]
        for each in (*questions, named)
    )
    assert tuple(answers) == truths


def test_from_names_graphs_too(client: TestClient) -> None:
    """FROM of a graph that is here asks that one; of any other, nothing."""
    assert asked(client, f"ASK FROM <{A}> {{ <{A}> ?p ?o }}").json()["boolean"] is True
    assert asked(client, f"ASK FROM <{B}> {{ <{A}> ?p ?o }}").json()["boolean"] is False
    assert asked(client, "ASK FROM <http://127.0.0.1:9/x> { ?s ?p ?o }").json()["boolean"] is False


@pytest.mark.parametrize(
    ("method", "address", "settings", "status"),
    [
        pytest.param("GET", "?query=SELECT", {}, 400, id="malformed"),
        pytest.param("GET", "?query=ASK{}&query=ASK{}", {}, 400, id="twice"),
        pytest.param("GET", "?query=%ff", {}, 400, id="no-utf8"),
        pytest.param("GET", "?query=%zz", {}, 400, id="bad-escape"),
        pytest.param("GET", "?query=ASK{}&default-graph-uri=x", {}, 400, id="relative-graph"),
        pytest.param("GET", "?query=ASK{SERVICE<http://127.0.0.1:9/>{}}", {}, 400, id="service"),
        pytest.param("GET", "?query=ASK{}" + "&a=1" * 500, {}, 400, id="many-parameters"),
        pytest.param("GET", "?update=CLEAR ALL", {}, 403, id="update-by-get"),
        pytest.param("GET", "?query=CLEAR ALL", {}, 403, id="update-as-query"),
        pytest.param("GET", "?query=LOAD <http://127.0.0.1:9/>", {}, 403, id="load"),
        pytest.param("POST", "", {"data": {"update": "CLEAR ALL"}}, 403, id="update"),
        pytest.param("POST", "", {"content": b"a=b", "headers": FORM}, 400, id="no-query"),
        pytest.param("POST", "", {"content": b"query=\xff", "headers": FORM}, 400, id="bad-form"),
        pytest.param("POST", "", {"content": b"ASK {}"}, 415, id="no-type"),
        pytest.param("PUT", "", {}, 405, id="put"),
        pytest.param("DELETE", "?query=ASK{}", {}, 405, id="delete"),
        pytest.param("GET", "?query=ASK{}", {"headers": {"accept": "image/png"}}, 406, id="png"),
        pytest.param("GET", "?query=" + "x" * 40_000, {}, 414, id="long-address"),
        pytest.param("POST", "", {"content": b"x" * 10_000_000}, 413, id="ten-megabytes"),
        pytest.param("GET", "?query=ASK{}", {"headers": {"host": "a/<b>"}}, 400, id="host"),
    ],
)
def test_what_is_wrong_is_said(
    client: TestClient, method: str, address: str, settings: dict[str, Any], status: int
) -> None:
    """A status that fits, and problem details in both languages that any page may read."""
    got = client.request(method, f"/sparql{address}", **settings)
    assert got.status_code == status
    assert got.headers["content-type"] == "application/problem+json"
    assert got.headers["access-control-allow-origin"] == "*"
    told = got.json()
    assert (told["status"], told["ok"]) == (status, False)
    assert told["error"] != told["error_nl"]


def test_a_body_without_length_is_cut_off(client: TestClient) -> None:
    """A stream that goes on is refused when it is too long, not when it ends."""
    got = client.post("/sparql", content=(b"x" * 65_536 for _ in range(1000)), headers=FORM)
    assert got.status_code == 413


def test_a_malformed_query_says_where(client: TestClient) -> None:
    """Line and column stand apart, for an editor."""
    told = asked(client, "SELECT ?s {\n ?s ?p }").json()
    assert (told["line"], told["code"]) == (2, "QueryMalformed")
    assert told["column"] > 0


@pytest.mark.parametrize(
    ("accept", "kind"),
    [("text/html", "text/html"), ("text/plain", "text/plain"), ("", "application/problem+json")],
)
def test_problems_are_negotiated(client: TestClient, accept: str, kind: str) -> None:
    """A browser gets a page, in its language; markup in a path is no markup in the page."""
    headers = {"accept": accept, "accept-language": "nl-NL,nl;q=0.9,en;q=0.4"}
    got = client.get("/nix/%3Cscript%3E", headers=headers)
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (404, kind)
    assert "staat niets" in got.text
    assert kind != "text/html" or "<script>" not in got.text


def test_rows_are_limited_and_that_is_said() -> None:
    """The answer is whole in its format, and a header tells that there was more."""
    store = EmbeddedStore.from_quads(quad(f"{A}{number}") for number in range(20))
    with serving(graph_over(store), rows=10) as client:
        got = asked(client, ROWS)
        assert len(got.json()["results"]["bindings"]) == 10
        assert got.headers["x-truncated"] == "rows=10"
        whole = asked(client, f"{ROWS} LIMIT 10")
        assert "x-truncated" not in whole.headers


def test_an_answer_that_is_too_large_is_no_answer() -> None:
    """Never the first half with a 200."""
    store = EmbeddedStore.from_quads(quad(f"{A}{number}") for number in range(200))
    with serving(graph_over(store), answer_size=5000) as client:
        for query in (ROWS.replace("?s {", "* {"), TRIPLES):
            got = asked(client, query)
            assert (got.status_code, got.json()["code"]) == (400, "AnswerTooLarge")


def test_a_known_answer_is_not_sent_again(client: TestClient) -> None:
    """304 for the same question in the same format; another format has another tag."""
    tag = asked(client, ROWS).headers["etag"]
    headers = {"if-none-match": f'"other", {tag}'}
    again = client.get("/sparql", params={"query": ROWS}, headers=headers)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert asked(client, ROWS, "text/csv").headers["etag"] != tag
    assert asked(client, ROWS, **{"default-graph-uri": A}).headers["etag"] != tag


def test_every_answer_has_its_guards(client: TestClient) -> None:
    """Open to read, closed to be framed, sniffed or scripted; no cookie."""
    for path in ("/sparql", "/nix", "/health", "/style.css"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in headers
    preflight = client.options("/sparql", headers={"origin": A})
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]


def test_head_is_get_without_a_body(client: TestClient) -> None:
    """The same status and the same headers, on every address."""
    for path in (f"/sparql?query={ROWS}", "/sparql", "/", "/dataset", "/rdf-graph-store?default"):
        got, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (302 if path == "/" else 200, b"")
        assert dict(head.headers) == dict(got.headers)


def test_before_an_endpoint_elsewhere(endpoint: Endpoint, mini_graph: KnowledgeGraph) -> None:
    """The same server in front of another store; its failure is told, its address is not."""
    graph = KnowledgeGraph(at_endpoint(endpoint.url), mini_graph.catalogue, "en")
    with serving(graph) as client:
        assert asked(client, ROWS).json()["results"]["bindings"]
        assert client.get("/sparql").status_code == 200
        tag = asked(client, "ASK {}").headers["etag"]
        known = {"if-none-match": tag}
        assert client.get("/sparql?query=ASK {}", headers=known).status_code == 304
        endpoint.answer = (500, "text/plain", b"no")
        failed = asked(client, ROWS)
        assert failed.status_code == 502
        assert endpoint.url not in failed.text


def test_graphs_are_chosen_at_the_endpoint_elsewhere(endpoint: Endpoint) -> None:
    """The choice is passed on, for the endpoint to make."""
    with serving(KnowledgeGraph(at_endpoint(endpoint.url), Catalogue({}), "en")) as client:
        assert asked(client, "ASK {}", **{"default-graph-uri": A}).status_code == 200
    assert endpoint.asked


RANGES = st.text(alphabet="atexhml/*;q=0.15,- json", max_size=40)


@given(RANGES)
def test_any_accept_is_answered_or_refused(accept: str) -> None:
    """No header breaks the choice, and what is chosen was offered."""
    offered = ["srj", "html"]
    with suppress(NotAcceptable):
        assert chosen(accept, offered) in offered
    assert language_of(accept, "nl") in {"nl", "en"}


@given(st.text(max_size=60))
def test_any_text_is_answered_or_refused(client: TestClient, text: str) -> None:
    """Whatever is sent as a query, the answer is a status of HTTP with a whole body."""
    body = text.encode("utf-8", "surrogatepass")
    kind = {"content-type": "application/sparql-query"}
    got = client.post("/sparql", content=body, headers=kind)
    assert got.status_code in {200, 400, 403}
    if "json" in got.headers["content-type"]:
        json.loads(got.content)


@pytest.mark.parametrize("address", ["?query=ASK {}", f"?query={TRIPLES}", ""])
def test_the_limits_are_told(client: TestClient, address: str) -> None:
    """With each answer, kept ones too, and with the description of the service."""
    for _ in range(2):
        headers = client.get(f"/sparql{address}").headers
        assert headers["x-limits"] == "seconds=10, rows=10000, bytes=67108864"
        assert "X-Limits" in headers["access-control-expose-headers"]
    said = {
        each.object for each in ox.parse(client.get("/sparql").content, format=rdf("text/turtle"))
    }
    text = "A query takes at most 10 seconds and gives at most 10000 rows and 67108864 bytes."
    assert ox.Literal(text, language="en") in said
