"""Things, terms, graphs and the data set by their addresses."""

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from conftest import store_of
from served import graph_over, serving
from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, ONTOLOGY, PREFIXES

KINDS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
}
RDF = sorted(KINDS.keys() - {"html"})


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def triples(content: bytes, style: str) -> set[ox.Triple]:
    """What an answer says."""
    syntax = ox.RdfFormat.from_media_type(KINDS[style])
    assert syntax
    return {each.triple for each in ox.parse(content, format=syntax)}


@pytest.mark.parametrize(("style", "kind"), KINDS.items())
def test_a_thing_leads_to_what_describes_it(client: TestClient, style: str, kind: str) -> None:
    """303 to the document in the format that is liked, which is about the thing."""
    away = client.get("/id/empowerment", headers={"accept": kind})
    assert (away.status_code, "Accept" in away.headers["vary"]) == (303, True)
    place = "en/id/empowerment" if style == "html" else f"id/empowerment.{style}"
    assert away.headers["location"] == f"http://testserver/{place}"
    got = client.get(away.headers["location"])
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, kind)
    assert f'<{ID}empowerment>; rel="canonical"' in away.headers["link"]
    if style == "html":
        assert f'<link rel="canonical" href="{ID}empowerment">' in got.text
    else:
        about = {each.subject for each in triples(got.content, style)}
        assert ox.NamedNode(f"{ID}empowerment") in about


def test_the_links_name_each_format(client: TestClient) -> None:
    """Each alternate that is announced is there, of the type that is announced."""
    link = client.get("/id/empowerment").headers["link"]
    found = re.findall(r'<([^>]+)>; rel="alternate"; type="([^"]+)"', link)
    assert dict(found) == {f"/id/empowerment.{style}": kind for style, kind in KINDS.items()}
    for address, kind in found:
        got = client.get(address, follow_redirects=True)
        assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, kind)


def test_a_page_speaks_the_language_that_is_liked(client: TestClient) -> None:
    """By Accept-Language, and by the address above that; no text of the graph is markup."""
    for headers, query, tongue in (
        ({"accept-language": "nl"}, "", "nl"),
        ({"accept-language": "en-GB, nl;q=0.5"}, "", "en"),
        ({"accept-language": "en"}, "?lang=nl", "nl"),
    ):
        got = client.get(f"/id/empowerment.html{query}", headers=headers, follow_redirects=True)
        assert f'<html lang="{tongue}">' in got.text
        assert got.headers["content-language"] == tongue


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/id/empowermnt", 404, "empowerment"),
        ("/id/empowermnt.ttl", 404, "empowerment"),
        ("/id/empowerment.docx", 404, "docx"),
        ("/id/%00%0a", 404, ""),
        ("/id/%ff", 404, ""),
        ("/id/a>b", 404, ""),
        ("/ontology/9.9.9", 404, ""),
        ("/ontology.docx", 404, "docx"),
        ("/graph/nix", 404, "nix"),
        ("/dump.docx", 404, "docx"),
        ("/dataset.docx", 404, "docx"),
        ("/rdf-graph-store", 400, ""),
        ("/rdf-graph-store?default&graph=https://example.org/", 400, ""),
        ("/rdf-graph-store?graph=relative", 400, "relative"),
    ],
)
def test_what_is_not_there(client: TestClient, path: str, status: int, said: str) -> None:
    """404 with the nearest names, or 400 where the request makes no sense."""
    got = client.get(path)
    assert (got.status_code, said in got.json()["error"]) == (status, True)


def test_what_was_withdrawn() -> None:
    """410, with what to use instead."""
    store = store_of(
        "id:old owl:deprecated true ; dcterms:isReplacedBy id:new . id:new a si:Concept ."
    )
    with serving(graph_over(store)) as client:
        for path in ("/id/old", "/id/old.ttl"):
            got = client.get(path)
            assert (got.status_code, "id:new" in got.json()["error"]) == (410, True)
        assert client.get("/id/new").status_code == 303


@pytest.mark.parametrize("style", RDF)
def test_terms(client: TestClient, style: str) -> None:
    """The ontology in every syntax, at its address, its version and by its suffix: as it is."""
    got = client.get(f"/ontology.{style}")
    liked = {"accept": KINDS[style]}
    for path in ("/ontology", "/ontology/0.1.0", "/graph/ontology"):
        assert client.get(path, headers=liked).content == got.content
    kind = ox.NamedNode(f"{PREFIXES['rdf']}type")
    module = ox.Triple(
        ox.NamedNode(ONTOLOGY.removesuffix("#")), kind, ox.NamedNode(f"{PREFIXES['owl']}Ontology")
    )
    assert module in triples(got.content, style)


def test_terms_have_a_page(client: TestClient) -> None:
    """With an anchor for each, so that the IRI of a term leads to it."""
    headers = {"accept": "text/html", "accept-language": "nl"}
    away = client.get("/ontology", headers=headers)
    found = (away.status_code, away.headers["location"])
    assert found == (302, "http://testserver/nl/ontology")
    page = client.get(away.headers["location"]).text
    assert '<dt id="Concept">' in page
    assert page.count("<dt id=") > 100


def test_the_whole_graph(client: TestClient, graph: KnowledgeGraph) -> None:
    """The default graph is all graphs merged, as SPARQL sees it."""
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    [row] = graph.sparql(text).records()  # type: ignore[union-attr]  # a SELECT
    for path in ("/dump.nt", "/rdf-graph-store?default"):
        got = client.get(path, headers={"accept": "application/n-triples"})
        assert len(got.content.splitlines()) == int(row["n"] or 0)


@pytest.mark.parametrize("path", ["/dataset.ttl", "/void.ttl", "/.well-known/void", "/dataset"])
def test_the_data_set_is_described(client: TestClient, path: str) -> None:
    """Licence, publisher, size, endpoint and dumps, and each address that is named is there."""
    said = triples(client.get(path).content, "ttl")
    this = ox.NamedNode("http://testserver/dataset")
    told = {(each.predicate.value, each.object.value) for each in said if each.subject == this}  # type: ignore[union-attr]  # nothing is said about triples
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert (f"{PREFIXES['dcterms']}license", licence) in told
    assert (f"{PREFIXES['void']}sparqlEndpoint", "http://testserver/sparql") in told
    assert {f"{PREFIXES['dcterms']}{name}" for name in ("title", "publisher")} <= {
        p for p, _ in told
    }
    dumps = {address for of, address in told if of == f"{PREFIXES['void']}dataDump"}
    assert dumps == {f"http://testserver/dump.{style}" for style in RDF}


def test_what_crawlers_may_do(client: TestClient) -> None:
    """They are kept from asking queries."""
    assert "Disallow: /sparql" in client.get("/robots.txt").text
    assert client.get("/health").json()["ok"] is True
