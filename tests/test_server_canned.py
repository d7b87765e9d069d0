"""The canned queries over HTTP: every query, every format, pages, tags, and wrong parameters."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import openpyxl
import pyoxigraph as ox
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from served import serving
from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.parameters import read_terms
from si_kg.server import canned

OF = "/q/definitions-of"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def test_every_query_answers(client: TestClient, graph: KnowledgeGraph) -> None:
    """Asked with its own defaults, each gives JSON or Turtle that says as much as the library."""
    for query in graph.catalogue.values():
        values = {
            name: read_terms(term)[0].value
            for name, term in query.terms({}, lambda *_: "").items()
            if read_terms(term)
        }
        style = canned.styles_of(query)[0]
        got = client.get(f"/q/{query.name}.{style}", params=values | {"_size": "5", "lang": "en"})
        got = (
            got if got.status_code == 200 else client.get(f"/q/{query.name}.{style}", params=values)
        )
        assert got.status_code == 200, (query.name, got.text)
        if style == "json":
            assert got.json()["columns"] == list(query.columns)


def test_json_tells_what_it_is(client: TestClient, graph: KnowledgeGraph) -> None:
    """The keys that programs may count on, and the rows of the library."""
    told = client.get(f"{OF}.json?concept=empowerment&lang=nl").json()
    keys = "ok query data_version language parameters columns rows truncated next next_url citation"
    assert list(told) == keys.split()
    expected = graph.query("definitions-of", concept="empowerment", lang="nl")
    assert told["rows"] == expected.records()  # type: ignore[union-attr]  # a SELECT
    assert told["query"]["id"] == "definitions-of"
    assert "https://w3id.org/si-kg/query/definitions-of?concept=" in told["citation"]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("json", "application/json"),
        ("srj", "application/sparql-results+json"),
        ("xml", "application/sparql-results+xml"),
        ("csv", "text/csv"),
        ("csv-nl", "text/csv"),
        ("tsv", "text/tab-separated-values"),
        ("md", "text/markdown"),
        ("rq", "application/sparql-query"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_the_suffix_chooses_the_format(client: TestClient, style: str, kind: str) -> None:
    """Each format has its own type, and says the same."""
    got = client.get(f"{OF}.{style}?concept=empowerment&lang=en")
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, kind)
    if style == "xlsx":
        rows = list(openpyxl.load_workbook(io.BytesIO(got.content)).worksheets[0].values)
        assert any("World Bank" in str(row) for row in rows)
    elif style == "rq":
        assert "id/empowerment>" in got.text
    else:
        assert "World Bank" in got.text


@pytest.mark.parametrize(
    ("style", "syntax"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("rdf", ox.RdfFormat.RDF_XML),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_triples_in_every_syntax(client: TestClient, style: str, syntax: ox.RdfFormat) -> None:
    """The same triples in each, as another reader reads them."""
    got = client.get(f"/q/description-of.{style}?thing=empowerment")
    plain = client.get("/q/description-of.nt?thing=empowerment")
    whole = set(ox.parse(plain.content, format=ox.RdfFormat.N_TRIPLES))
    assert len(whole) > 10
    assert set(ox.parse(got.content, format=syntax)) == whole


def test_pages_join_to_the_whole(client: TestClient) -> None:
    """By `next_url`, until there is none; no row twice, none left out."""
    whole = client.get("/q/concepts.json?lang=nl").json()["rows"]
    found, address = [], "/q/concepts.json?lang=nl&_size=40"
    while address:
        got = client.get(address)
        assert ("x-truncated" in got.headers) == got.json()["truncated"]
        found += got.json()["rows"]
        address = got.json()["next_url"]
    assert len(found) > 80
    assert found == whole


@pytest.mark.parametrize(
    ("shape", "first"),
    [
        ("objects", {"thing": "id"}),
        ("arrays", ["id"]),
        ("array", {"thing": "id"}),
        ("arrayfirst", "id"),
    ],
)
def test_shapes_of_json(client: TestClient, shape: str, first: Any) -> None:
    """As Datasette has them; with `_nl` a row stands on a line."""
    got = client.get(f"/q/concepts.json?_size=2&_shape={shape}").json()
    rows = got if isinstance(got, list) else got["rows"]
    assert len(rows) == 2
    assert type(rows[0]) is type(first)
    lines = client.get(f"/q/concepts.json?_size=2&_shape={shape}&_nl=on")
    assert [json.loads(line) for line in lines.text.splitlines()] == rows
    assert lines.headers["content-type"] == "application/x-ndjson"


def test_csv_as_a_spreadsheet_wants_it(client: TestClient) -> None:
    """Separator, mark, header and file name are chosen apart."""
    plain = client.get("/q/concepts.csv?_size=3")
    got = client.get("/q/concepts.csv?_size=3&_sep=;&_bom=on&_header=off&_dl=on")
    assert got.content.startswith(b"\xef\xbb\xbf")
    assert got.headers["content-disposition"] == 'attachment; filename="concepts.csv"'
    rows = list(csv.reader(io.StringIO(got.content.decode("utf-8-sig")), delimiter=";"))
    assert rows == list(csv.reader(io.StringIO(plain.text)))[1:]


def test_names_beside_things(client: TestClient) -> None:
    """`_labels` adds a column behind each column of things."""
    row = client.get("/q/concepts.json?_size=1&_labels=on&lang=nl").json()["rows"][0]
    assert row["concept_label"] == row["label"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        pytest.param(f"{OF}.json", 400, "concept", id="missing"),
        pytest.param(f"{OF}.json?concept=", 400, "concept", id="empty"),
        pytest.param(f"{OF}.json?concept=empowermnt", 400, "empowerment", id="typo"),
        pytest.param(f"{OF}.json?concept=empowerment&x=1", 400, "x", id="unknown-parameter"),
        pytest.param(f"{OF}.json?concept=a&concept=b", 400, "concept", id="twice"),
        pytest.param("/q/concepts.json?_nix=1", 400, "_nix", id="unknown-setting"),
        pytest.param("/q/concepts.json?_size=0", 400, "_size", id="no-rows"),
        pytest.param("/q/concepts.json?_size=1e9", 400, "_size", id="too-many-rows"),
        pytest.param("/q/concepts.json?_next=AAAA", 400, "_next", id="no-token"),
        pytest.param("/q/concepts.json?lang=fr", 400, "fr", id="language"),
        pytest.param("/q/conceptz.json", 404, "concepts", id="unknown-query"),
        pytest.param("/q/concepts.docx", 404, "docx", id="unknown-format"),
        pytest.param("/q/..%2f..%2fetc", 404, "etc", id="path"),
        pytest.param(f"{OF}.json?concept=%3E%20%7D%20%23", 400, "> } #", id="breaking-out"),
        pytest.param(f"{OF}.json?concept=%E2%80%AE", 400, "concept", id="invisible"),
        pytest.param(f"{OF}.json?concept={'x' * 20_000}", 400, "concept", id="long"),
    ],
)
def test_wrong_parameters_are_refused(
    client: TestClient, address: str, status: int, said: str
) -> None:
    """Before anything is asked, with what was meant, in both languages."""
    got = client.get(address)
    assert got.status_code == status
    told = got.json()
    assert said in told["error"]
    assert said in told["error_nl"]


def test_a_citation_leads_to_its_question(client: TestClient) -> None:
    """The address in a citation, on this host, answers with the rows that were cited."""
    told = client.get(f"{OF}.json?concept=empowerment&lang=nl").json()
    address = told["citation"].split()[-1]
    away = client.get(address.removeprefix("https://w3id.org/si-kg"))
    assert away.status_code == 303
    again = client.get(away.headers["location"], headers={"accept": "application/json"})
    assert (again.json()["rows"], again.json()["language"]) == (told["rows"], "nl")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/q", "/nl/q/"),
        ("/q/?lang=en", "/en/q/"),
        (OF, "/nl/q/definitions-of"),
        (f"{OF}?concept=a%26b&lang=en&_size=5", "/en/q/definitions-of?concept=a%26b&_size=5"),
        (f"{OF}.html?concept=delen", "/nl/q/definitions-of?concept=delen"),
        ("/find?text=%3Cb%3E", "/nl/search?text=%3Cb%3E"),
        ("/find", "/nl/search"),
        ("/ask?question=wie%3F&lang=en", "/en/ask?question=wie%3F"),
        ("/ask", "/nl/ask"),
    ],
)
def test_a_browser_is_sent_to_the_page(client: TestClient, address: str, page: str) -> None:
    """In the language that it likes or the address names, with all that the address says."""
    headers = {"accept": "text/html,*/*;q=0.8", "accept-language": "nl"}
    away = client.get(address, headers=headers)
    assert (away.status_code, "Accept" in away.headers["vary"]) == (303, True)
    assert away.headers["location"] == f"http://testserver{page}"
    assert client.get(page).status_code in {200, 400}


def test_a_browser_gets_a_form_for_what_is_missing(client: TestClient) -> None:
    """Nothing runs; a language that is not there is refused before that."""
    headers = {"accept": "text/html", "accept-language": "nl"}
    got = client.get(f"{OF}?lang=%22%3E<b>", headers=headers)
    assert got.status_code == 400
    got = client.get(OF, headers=headers, follow_redirects=True)
    assert (got.status_code, 'name="concept"' in got.text) == (200, True)
    assert '<html lang="nl">' in got.text


def test_a_known_answer_is_not_sent_again(client: TestClient) -> None:
    """The tag depends on parameters, language and format."""
    first = client.get(f"{OF}.json?concept=empowerment&lang=nl")
    known = {"if-none-match": first.headers["etag"]}
    again = client.get(f"{OF}.json?concept=id:empowerment&lang=nl", headers=known)
    assert again.status_code == 304
    for other in ("csv?concept=empowerment&lang=nl", "json?concept=empowerment&lang=en"):
        assert client.get(f"{OF}.{other}", headers=known).status_code == 200
    assert "max-age" in first.headers["cache-control"]


def test_the_list_says_what_there_is(client: TestClient, graph: KnowledgeGraph) -> None:
    """All queries as JSON, as RDF, and as a page."""
    listed = client.get("/q/").json()["queries"]
    assert {each["id"] for each in listed} == set(graph.catalogue)
    triples = list(
        ox.parse(
            client.get("/q/", headers={"accept": "text/turtle"}).content, format=ox.RdfFormat.TURTLE
        )
    )
    assert len(triples) > len(listed)
    page = client.get("/q/", headers={"accept": "text/html"}, follow_redirects=True).text
    assert all(f'href="/en/q/{name}"' in page for name in graph.catalogue)


def test_the_interface_is_described(client: TestClient, graph: KnowledgeGraph) -> None:
    """As OpenAPI 3.1 that a validator accepts, with every query and each of its parameters."""
    told = client.get("/openapi.json").json()
    OpenAPIV31SpecValidator(told).validate()
    for query in graph.catalogue.values():
        described = told["paths"][f"/q/{query.name}.{{format}}"]["get"]["parameters"]
        names = {each.get("name") for each in described}
        assert {parameter.name for parameter in query.parameters} <= names


def test_finding_asking_classifying_citing(client: TestClient) -> None:
    """The library's verbs, each a line of HTTP."""
    assert client.get("/find?text=empowermnet").json()["rows"][0]["name"] == "empowerment"
    headers = {"accept": "text/html"}
    page = client.get("/find?text=<b>empowerment", headers=headers, follow_redirects=True)
    assert "&lt;b&gt;empowerment" in page.text
    assert "<b>empowerment" not in page.text
    asked = client.get("/ask", params={"question": "Hoe wordt empowerment gedefinieerd?"}).json()
    assert (asked["query"], bool(asked["rows"])) == ("definitions-of", True)
    assert client.get("/ask?question=blorp%20zork").status_code == 400
    asked = client.get("/ask?question=Wat%20is%20empowerment%3F", headers={"accept": "text/csv"})
    assert asked.json()["query"]
    case = client.get("/classify?initiative=M-PESA&under=OECD2021").json()
    assert case["case"] == "https://w3id.org/si-kg/id/m-pesa"
    assert client.get("/cite?thing=empowerment&to=ris").text.startswith("TY  - DICT")
    for address in ("/find", "/ask", "/classify", "/cite?to=zzz"):
        assert client.get(address).status_code == 400
