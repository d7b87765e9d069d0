"""Reconciliation over HTTP, as OpenRefine asks; the schemas of the API lie beside the checkout."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

import pytest
from conftest import ROOT, store_of
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7
from served import graph_over, serving
from server_process import started
from starlette.testclient import TestClient

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.reconciliation import asked

SUITE = ROOT.parent / "shared" / "conformance" / "reconciliation" / "0.2"
LANGUAGES = ("nl", "en")
HOSTILE = "\"><script>alert(1)</script>{{7*7}}'–ش\u202e> } #"
beside = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no {SUITE.name} beside the checkout")


@cache
def schema(name: str) -> Draft7Validator:
    """The validator of one kind of document."""
    read = {each.stem: json.loads(each.read_text("utf-8")) for each in SUITE.glob("schemas/*.json")}
    # the description of OpenAPI 2 has the id by which it is referred to under an older name
    ids = {
        name: content.get("$id") or content["id"].removesuffix("#")
        for name, content in read.items()
    }
    resources = [(ids[each], DRAFT7.create_resource(read[each])) for each in read]
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft7Validator({"$ref": ids[name]}, registry=registry)


def checked(name: str, told: Any) -> Any:
    """What was told, which fits its schema where the schemas are there."""
    if SUITE.is_dir():
        assert [error.message for error in schema(name).iter_errors(told)] == []
    return told


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def reconciled(client: TestClient, batch: object, language: str = "nl") -> Any:
    """The answer to a batch that is posted."""
    got = client.post(f"/reconcile/{language}", data={"queries": json.dumps(batch)})
    assert got.status_code == 200, got.text
    return checked("reconciliation-result-batch", got.json())


EXAMPLES = sorted(SUITE.glob("examples/*/*/*.json"))


@beside
def test_the_schemas_are_read() -> None:
    """Each refuses what it cannot be; that of OpenAPI is only what the manifest refers to."""
    names = {each.stem for each in SUITE.glob("schemas/*.json")} - {"openapi"}
    assert len(names) > 8
    assert all(list(schema(name).iter_errors([1])) for name in names)


@beside
@pytest.mark.parametrize("kind", ["manifest", "reconciliation-result-batch"])
def test_the_schemas_refuse_what_is_wrong(kind: str) -> None:
    """Their own wrong examples, of the kinds that are answered here."""
    wrong = [each for each in EXAMPLES if each.parts[-3:-1] == (kind, "invalid")]
    assert wrong
    for example in wrong:
        assert list(schema(kind).iter_errors(json.loads(example.read_text("utf-8")))), example.name


@beside
@pytest.mark.parametrize(
    ("kind", "read"),
    [("reconciliation-query-batch", asked.queries), ("data-extension-query", asked.extension)],
)
def test_examples_of_what_is_asked(kind: str, read: Callable[[str], object]) -> None:
    """The right ones are read, the wrong ones refused."""
    examples = [each for each in EXAMPLES if each.parts[-3] == kind]
    assert examples
    for example in examples:
        text = example.read_text("utf-8")
        if example.parent.name == "valid":
            assert read(text)
        else:
            with pytest.raises(SiKgError):
                read(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest(client: TestClient, language: str) -> None:
    """It says what the service is, and every address in it is there."""
    got = client.get(f"/reconcile/{language}")
    told = checked("manifest", got.json())
    assert got.headers["content-language"] == language
    assert told == client.get(f"/reconcile/{language}/").json()
    assert (told["batchSize"], told["identifierSpace"]) == (50, "https://w3id.org/si-kg/id/")
    assert told["defaultTypes"][0]["name"] == {"nl": "Begrip", "en": "Concept"}[language]
    shown = [told["view"]["url"], told["preview"]["url"]]
    addresses = [told["documentation"], told["logo"]]
    addresses += [each.replace("{{id}}", "empowerment") for each in shown]
    for suggest in told["suggest"].values():
        addresses.append(suggest["service_url"] + suggest["service_path"] + "?prefix=e")
    for what, name in (("entity", "empowerment"), ("property", "broader"), ("type", "Concept")):
        suggest = told["suggest"][what]
        path = suggest["flyout_service_path"].replace("${id}", name)
        addresses.append(suggest["service_url"] + path)
    proposed = told["extend"]["propose_properties"]
    addresses.append(proposed["service_url"] + proposed["service_path"] + "?type=Concept")
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_both_services_have_the_same_things(client: TestClient) -> None:
    """The spaces are the same, so that one may go on with what the other found."""
    nl, en = (client.get(f"/reconcile/{language}").json() for language in LANGUAGES)
    for space in ("identifierSpace", "schemaSpace"):
        assert nl[space] == en[space]
    assert nl["name"] != en["name"]


def test_by_get_and_by_form(client: TestClient) -> None:
    """The same answer, each key with its candidates, the empty ones too."""
    batch = {"q0": {"query": "Buurtzorg"}, "een & ander": {"query": "xyzzy qqq"}}
    posted = reconciled(client, batch)
    assert list(posted) == list(batch)
    assert posted["q0"]["result"][0]["id"] == "buurtzorg"
    assert posted["een & ander"]["result"] == []
    asked_for = quote(json.dumps(batch))
    got = client.get(f"/reconcile/nl?queries={asked_for}")
    assert got.json() == posted
    again = client.get(
        f"/reconcile/nl?queries={asked_for}", headers={"If-None-Match": got.headers["etag"]}
    )
    assert again.status_code == 304


def test_every_field_of_a_query(client: TestClient) -> None:
    """What the API lets a client say, at once."""
    query = {
        "query": "Utrecht",
        "type": ["Place", "Organisation"],
        "type_strict": "should",
        "limit": 3,
        "properties": [{"pid": "place", "v": ["Nederland", {"id": "netherlands", "name": "NL"}]}],
    }
    [first, *rest] = reconciled(client, {"q": query})["q"]["result"]
    assert (first["id"], first["match"]) == ("utrecht", True)
    assert {each["id"] for each in first["features"]} == {
        "name_similarity",
        "name_exact",
        "type_agreement",
        "property_agreement",
    }
    assert len(rest) == 2


def test_a_full_batch(client: TestClient, graph: KnowledgeGraph) -> None:
    """Fifty names at once, each answered; one more is too many."""
    rows = graph.query("concepts", limit=51).records()  # type: ignore[union-attr]  # a SELECT
    batch = {f"q{place}": {"query": row["label"]} for place, row in enumerate(rows)}
    got = client.post("/reconcile/en", data={"queries": json.dumps(batch)})
    assert (got.status_code, got.json()["code"]) == (413, "BatchTooLarge")
    batch.pop("q0")
    told = reconciled(client, batch, "en")
    assert len(told) == 50
    assert all(each["result"][0]["score"] == 100 for each in told.values())


def test_data_extension(client: TestClient) -> None:
    """By form and by address, with a row for each thing."""
    wanted = {
        "ids": ["empowerment", "not-here"],
        "properties": [{"id": "definition"}, {"id": "wikidata", "settings": {"limit": "1"}}],
    }
    posted = client.post("/reconcile/nl", data={"extend": json.dumps(wanted)})
    told = checked("data-extension-response", posted.json())
    assert told["rows"]["empowerment"]["definition"][0]["str"].startswith("Empowerment is een")
    assert told["rows"]["not-here"] == {"definition": [], "wikidata": []}
    got = client.get(f"/reconcile/nl?extend={quote(json.dumps(wanted))}")
    assert got.json() == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_suggestions_fit_their_schemas(client: TestClient, language: str) -> None:
    """For whatever is typed."""
    schemas = {"entity": "entities", "property": "properties", "type": "types"}
    for what, plural in schemas.items():
        for prefix in ("", "s", "soc", "Gem", HOSTILE):
            address = f"/reconcile/{language}/suggest/{what}?prefix={quote(prefix)}&cursor=0"
            checked(f"suggest-{plural}-response", client.get(address).json())


def test_proposals_fit_their_schema(client: TestClient) -> None:
    """With the type and the number that were asked for."""
    got = client.get("/reconcile/nl/properties?type=Concept&limit=3").json()
    told = checked("data-extension-property-proposal", got)
    assert (told["type"], told["limit"], len(told["properties"])) == ("Concept", 3, 3)
    checked("data-extension-property-proposal", client.get("/reconcile/nl/properties").json())


def test_a_preview_may_stand_in_a_frame(client: TestClient) -> None:
    """A small page in the language of the service, in which nothing runs."""
    got = client.get("/reconcile/nl/preview?id=social-innovation")
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    policy = got.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert '<html lang="nl">' in got.text
    assert '<span lang="en">social innovation</span>' in got.text
    assert 'href="http://testserver/nl/id/social-innovation" target="_blank"' in got.text
    assert "<script" not in got.text
    assert "frame-ancestors 'none'" in client.get("/nl/").headers["content-security-policy"]


def test_a_label_is_text() -> None:
    """Whatever stands in the graph, a card and a preview show it and do not obey it."""
    label = json.dumps(HOSTILE, ensure_ascii=False)
    store = store_of(f"id:strange rdfs:label {label}@nl , {label}@en .")
    with serving(graph_over(store)) as strange:
        page = strange.get("/reconcile/en/preview?id=strange").text
        card = strange.get("/reconcile/en/flyout/entity?id=strange").json()["html"]
        found = reconciled(strange, {"q": {"query": HOSTILE}})["q"]["result"]
    assert "&lt;script&gt;" in page
    assert "&lt;script&gt;" in card
    assert "<script" not in page + card
    assert (found[0]["name"], found[0]["match"]) == (HOSTILE, True)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reconcile/de", 404),
        ("/reconcile", 404),
        ("/reconcile/nl/suggest/entities?prefix=a", 404),
        ("/reconcile/nl/suggest/entity?prefix=a&cursor=-1", 400),
        ("/reconcile/nl/suggest/entity?prefix=a&cursor=99999999999", 400),
        ("/reconcile/nl/suggest/entity?prefix=a&cursor=%D9%A3", 400),
        ("/reconcile/nl/suggest/entity?prefix=a&prefix=b", 400),
        ("/reconcile/nl/suggest/entity?prefix=%ff", 400),
        ("/reconcile/nl/flyout/entity", 400),
        ("/reconcile/nl/flyout/entity?id=nothing-of-the-kind", 404),
        (f"/reconcile/nl/flyout/type?id={quote(HOSTILE)}", 400),
        (f"/reconcile/nl/preview?id={quote(HOSTILE)}", 404),
        ("/reconcile/nl/preview", 400),
        ("/reconcile/nl/properties?type=Q5", 400),
        ("/reconcile/nl/properties?limit=many", 400),
        ("/reconcile/nl?queries=", 400),
        ("/reconcile/nl?queries={", 400),
        ("/reconcile/nl?queries={}&extend={}", 400),
        ("/reconcile/nl?extend={}", 400),
        (f"/reconcile/nl?queries={quote(json.dumps({HOSTILE: {'query': 1}}))}", 400),
    ],
)
def test_what_is_wrong_is_told(client: TestClient, path: str, status: int) -> None:
    """As problem details in both languages, the first in that of the service."""
    got = client.get(path)
    assert got.status_code == status, got.text
    assert got.headers["content-type"] == "application/problem+json"
    told = got.json()
    assert told["error"] != told["error_nl"]
    if "/nl" in path:
        assert told["detail"] == told["error_nl"]


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b'{"queries": {}}', 415),
        ("", b"queries={}", 415),
        ("application/x-www-form-urlencoded", b"", 400),
        ("application/x-www-form-urlencoded", b"callback=alert", 400),
        ("application/x-www-form-urlencoded", b"queries=\xff", 400),
        ("application/x-www-form-urlencoded", b"queries=%ff", 400),
        ("application/x-www-form-urlencoded", b"queries={}&queries={}", 400),
        ("application/x-www-form-urlencoded", b"queries=" + b"[" * 500_000, 400),
        ("application/x-www-form-urlencoded", b"queries=" + b"x" * (1 << 20), 413),
    ],
)
def test_what_may_not_be_posted(client: TestClient, kind: str, body: bytes, status: int) -> None:
    """Another type, no batch, no UTF-8, too deep, too large."""
    got = client.post("/reconcile/nl", content=body, headers={"Content-Type": kind})
    assert got.status_code == status, got.text


def test_other_methods_are_refused(client: TestClient) -> None:
    """Only the service itself takes a form."""
    assert client.post("/reconcile/nl/suggest/entity", data={"prefix": "a"}).status_code == 405
    assert client.put("/reconcile/nl", content=b"{}").status_code == 405


def test_any_web_page_may_ask(client: TestClient) -> None:
    """Each address says so, errors too, and a preflight is answered."""
    for path in ("", "/suggest/entity?prefix=a", "/preview?id=utrecht", "/flyout/entity?id=zzz"):
        got = client.get(f"/reconcile/nl{path}", headers={"Origin": "https://example.org"})
        assert got.headers["access-control-allow-origin"] == "*"
    asked_first = client.options(
        "/reconcile/nl",
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert asked_first.status_code == 204
    assert "POST" in asked_first.headers["access-control-allow-methods"]
    assert "Content-Type" in asked_first.headers["access-control-allow-headers"]


def test_what_is_posted_is_not_kept(client: TestClient) -> None:
    """A list of somebody is nobody else's."""
    got = client.post("/reconcile/nl", data={"queries": '{"q": {"query": "Utrecht"}}'})
    assert got.headers["cache-control"] == "no-store"


@given(st.dictionaries(st.text(max_size=5), st.text(min_size=1, max_size=40), max_size=4))
def test_whatever_is_in_a_list(names: dict[str, str]) -> None:
    """It is answered after the schema, or refused; never a fault of ours."""
    batch = {key: {"query": name} for key, name in names.items()}
    with serving(_SMALL) as client:
        got = client.post("/reconcile/nl", data={"queries": json.dumps(batch)})
    assert got.status_code in {200, 400}
    if got.status_code == 200:
        assert list(checked("reconciliation-result-batch", got.json())) == list(batch)
    else:
        assert not all(name.strip() for name in names.values())


_SMALL = graph_over(store_of('id:one rdfs:label "Een ding"@nl , "A thing"@en .'))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:reconciler.*")
def test_a_client_of_others() -> None:
    """`reconciler`, a public client for pandas, over a list with a typo and a second column."""
    import pandas as pd
    from reconciler import reconcile, webutils

    names = pd.Series(["Buurtzorg", "Utrecht", "empowermnt", "sociale innovatie"])
    places = pd.Series(["Nederland", "Nederland", "", ""])
    with started() as served:
        got = reconcile(
            names,
            reconciliation_endpoint=f"{served.base}/reconcile/nl",
            property_mapping={"place": places},
        )
        webutils.http.close()
    assert list(got["id"]) == ["buurtzorg", "utrecht", "empowerment", "social-innovation"]
    assert list(got["match"]) == [True, True, False, True]
