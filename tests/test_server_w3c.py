"""The W3C's tests of SPARQL 1.1 Protocol, Service Description and Graph Store Protocol.

They lie beside the checkout. This server reads: what writes must be refused, and of the tests of
the graph store the writing steps are done by hand, so that what is read afterwards is as they say.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pyoxigraph as ox
import pytest
import rdflib
from conftest import ROOT
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS
from served import graph_over, serving

from si_kg.namespaces import GRAPH
from si_kg.store import EmbeddedStore

SUITE = ROOT.parent / "shared" / "conformance" / "sparql11"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
STATUSES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404, "BadRequest": 400}
WRITES = frozenset(["PUT", "POST", "DELETE", "PATCH"])
HOST = "http://www.example"
Note = Callable[[str, object], None]

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason=f"no {SUITE.name} beside the checkout")


@dataclass(frozen=True)
class Request:
    """One request of a test, and what must come of it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: tuple[str, ...]
    truth: bool | None
    form: str
    kind: str = ""
    content: str = ""

    def accepts(self, status: int) -> bool:
        """Whether a status is one that is expected: 2xx, OK ..."""
        return any(
            status == STATUSES.get(name) or name == f"StatusCode{status // 100}xx"
            for name in self.statuses
        )


@dataclass(frozen=True)
class Case:
    """A test: its requests, and the graphs that must be there."""

    name: str
    requests: tuple[Request, ...]
    requires: tuple[str, ...] = ()
    data: dict[str, Path] = field(default_factory=dict)


def cases(manifest: Path) -> list[Case]:
    """The tests in a manifest; none where it is not here."""
    if not manifest.is_file():
        return []
    read = rdflib.Graph().parse(manifest)
    entries = next(read.objects(None, MF.entries))
    return [case(read, entry, manifest.parent) for entry in Collection(read, entries)]


def case(read: rdflib.Graph, test: Any, folder: Path) -> Case:
    """One test of a manifest."""
    asked = [
        request(read, each)
        for action in read.objects(test, MF.action)
        for requests in read.objects(action, HT.requests)
        for each in Collection(read, requests)
    ]
    data = {
        str(read.value(given, RDFS.label)): folder
        / str(read.value(given, UT.graph)).rpartition("/")[2]
        for given in read.objects(test, UT.graphData)
    }
    requires = tuple(local(each) for each in read.objects(test, MF.requires))
    return Case(local(test), tuple(asked), requires, data)


def request(read: rdflib.Graph, node: Any) -> Request:
    """One request of a test."""
    response = read.value(node, HT.resp)
    truth, form = read.value(response, MF.expectedBoolean), read.value(response, MF.expectedFormat)
    body = read.value(node, HT.body)
    expected = read.value(response, HT.body)
    return Request(
        method=str(read.value(node, HT.methodName)),
        path=str(read.value(node, HT.absolutePath)),
        headers=headers(read, node),
        body=content(read, body).encode(encoding(read, body)),
        statuses=tuple(local(each) for each in read.objects(response, MF.expectedStatus)),
        truth=None if truth is None else bool(truth),
        form=str(form or ""),
        kind=headers(read, response).get("content-type", ""),
        content=content(read, expected),
    )


def headers(read: rdflib.Graph, node: Any) -> dict[str, str]:
    """The headers of a request or a response."""
    listed = read.value(node, HT.headers)
    return {
        str(read.value(each, HT.fieldName)).lower(): str(read.value(each, HT.fieldValue))
        for each in (Collection(read, listed) if listed else [])
    }


def content(read: rdflib.Graph, body: Any) -> str:
    """The text of a body; empty without one."""
    return str(read.value(body, CNT.chars) or "") if body else ""


def encoding(read: rdflib.Graph, body: Any) -> str:
    """The encoding of a body."""
    return str(read.value(body, CNT.characterEncoding) or "utf-8") if body else "utf-8"


def local(iri: Any) -> str:
    """The name of a test or a status."""
    return str(iri).rpartition("#")[2]


PROTOCOL = cases(SUITE / "protocol" / "manifest.ttl")
UPDATES = [each for each in PROTOCOL if each.name.startswith("update_")]
QUERIES = [each for each in PROTOCOL if each not in UPDATES]
GRAPH_STORE = [
    each
    for form in ("direct", "indirect")
    for each in cases(SUITE / "graph-store-protocol" / f"manifest-{form}.ttl")
]


def named(found: Case) -> str:
    """The id of a test."""
    return found.name


def store_of(found: Case) -> EmbeddedStore:
    """The graphs that a test of the protocol needs."""
    engine = ox.Store()
    for name, file in found.data.items():
        engine.load(path=str(file), to_graph=ox.NamedNode(name))
    return EmbeddedStore(engine)


def test_the_suite_is_whole() -> None:
    """The manifests were read: as many tests as the W3C has."""
    assert (len(PROTOCOL), len(UPDATES), len(QUERIES)) == (34, 7, 27)
    assert len(GRAPH_STORE) > 10


@pytest.mark.parametrize("found", QUERIES, ids=named)
def test_protocol(found: Case, record_property: Note) -> None:
    """Each request gets a status, a truth and a format as expected."""
    record_property("w3c", "SPARQL 1.1 Protocol, all but accepted updates")
    assert found.requests
    with serving(graph_over(store_of(found))) as client:
        for each in found.requests:
            got = client.request(each.method, each.path, headers=each.headers, content=each.body)
            assert each.accepts(got.status_code), got.text
            if each.truth is not None:
                assert got.json()["boolean"] is each.truth
            assert not each.form or shape(got) == each.form


def shape(got: Any) -> str:
    """What an answer holds, as the manifest calls it."""
    kind = got.headers["content-type"].partition(";")[0]
    if kind == "application/sparql-results+json":
        return "boolean" if "boolean" in got.json() else "tabular"
    return "RDF" if kind == "text/turtle" else kind


@pytest.mark.parametrize("found", UPDATES, ids=named)
def test_updates_are_refused(found: Case) -> None:
    """A test of updates cannot be passed by a server that reads; each update gets a 403."""
    with serving(graph_over(store_of(found))) as client:
        refused = [
            client.request(each.method, each.path, headers=each.headers, content=each.body)
            for each in found.requests
            if "update" in each.headers.get("content-type", "") or b"update=" in each.body
        ]
    assert refused
    assert {got.status_code for got in refused} == {403}


class GraphStore:
    """The graphs of a test, changed by hand, and served anew for each request that reads."""

    def __init__(self) -> None:
        self.engine = ox.Store()

    def write(self, each: Request) -> None:
        """Do what a request that writes would do."""
        name = graph_of(each.path)
        if each.method in {"PUT", "DELETE"}:
            self.engine.remove_graph(name)
        for text in turtles(each):
            self.engine.load(text, format=ox.RdfFormat.TURTLE, base_iri=HOST, to_graph=name)

    def ask(self, each: Request) -> Any:
        """What the server answers now."""
        with serving(graph_over(EmbeddedStore(self.engine))) as client:
            return client.request(
                each.method, served_path(each.path), headers=each.headers, content=each.body
            )


def turtles(each: Request) -> Iterator[bytes]:
    """The documents in the body of a request."""
    kind = each.headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        yield each.body
        return
    whole = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + each.body)
    for part in whole.get_payload():
        yield part.get_payload(decode=True)  # type: ignore[union-attr,misc]


def served_path(path: str) -> str:
    """The address here of one in the manifest."""
    if path.startswith("/gsp?"):
        return path.replace("/gsp", "/rdf-graph-store", 1)
    return path.replace("/gsp/", "/graph/", 1)


def graph_of(path: str) -> ox.NamedNode | ox.DefaultGraph:
    """The graph that an address in the manifest names."""
    if path == "/gsp?default":
        return ox.DefaultGraph()
    if path.startswith("/gsp?"):
        [(_, name)] = parse_qsl(path.partition("?")[2])
        return ox.NamedNode(name)
    return ox.NamedNode(GRAPH + path.removeprefix("/gsp/"))


def creates(found: Case) -> bool:
    """Whether a test lets the server think of the name of a graph."""
    return "POSTGraphCreation" in found.requires


@pytest.mark.parametrize("found", [each for each in GRAPH_STORE if not creates(each)], ids=named)
def test_graph_store(found: Case, record_property: Note) -> None:
    """Each request that reads gets a status, a type and a graph as expected; others get 405."""
    record_property("w3c", "SPARQL 1.1 Graph Store Protocol, what is read")
    store, reads = GraphStore(), 0
    for each in found.requests:
        got = store.ask(each)
        if each.method in WRITES:
            assert (got.status_code, "GET" in got.headers["allow"]) == (405, True)
            store.write(each)
            continue
        reads += 1
        assert each.accepts(got.status_code), got.text
        assert got.headers["content-type"] == each.kind or not each.kind
        if each.content:
            assert isomorphic(read_turtle(got.text), read_turtle(each.content))
    assert reads


def read_turtle(text: str) -> rdflib.Graph:
    """A document in Turtle."""
    return rdflib.Graph().parse(data=text, format="turtle", publicID=HOST)


SERVED = ox.Quad(
    ox.NamedNode(f"{HOST}/1"), ox.NamedNode(f"{HOST}/2"), ox.Literal(3), ox.NamedNode(f"{HOST}/g")
)
DESCRIBED = ["returns-rdf", "has-endpoint-triple", "conforms-to-schema"]


@pytest.mark.parametrize("name", DESCRIBED)
def test_service_description(name: str, record_property: Note) -> None:
    """The manifest names three claims, which are written out here."""
    record_property("w3c", "SPARQL 1.1 Service Description")
    manifest = rdflib.Graph().parse(SUITE / "service-description" / "manifest.ttl")
    kind = rdflib.URIRef(f"{MF}ServiceDescriptionTest")
    assert {local(each) for each in manifest.subjects(RDF.type, kind)} == set(DESCRIBED)
    with serving(graph_over(EmbeddedStore.from_quads([SERVED]))) as client:
        got = client.get("/sparql")
    said = read_turtle(got.text)
    [service] = said.subjects(RDF.type, SD.Service)
    if name == "has-endpoint-triple":
        assert str(said.value(service, SD.endpoint)) == "http://testserver/sparql"
    if name == "conforms-to-schema":
        conforms(said, service)


def conforms(said: rdflib.Graph, service: Any) -> None:
    """As section 3 of the standard asks."""
    [whole] = said.objects(service, SD.defaultDataset)
    assert (whole, RDF.type, SD.Dataset) in said
    [default] = said.objects(whole, SD.defaultGraph)
    assert (default, RDF.type, SD.Graph) in said
    [graph] = said.objects(whole, SD.namedGraph)
    assert (graph, RDF.type, SD.NamedGraph) in said
    assert [str(each) for each in said.objects(graph, SD.name)] == [f"{HOST}/g"]
    [content_] = said.objects(graph, SD.graph)
    assert (content_, RDF.type, SD.Graph) in said
    assert all(isinstance(each, rdflib.URIRef) for each in said.objects(service, SD.resultFormat))
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in said
    assert (service, SD.feature, SD.BasicFederatedQuery) not in said
