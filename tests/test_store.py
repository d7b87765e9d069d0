"""One question, three kinds of store: in memory, on disk, behind an endpoint; the same answer."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Endpoint

from si_kg import shipped
from si_kg.errors import (
    EndpointFailed,
    FileUnreadable,
    QueryMalformed,
    ServiceRefused,
    SiKgError,
    SnapshotBroken,
    SnapshotMissing,
    UpdateRefused,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.results import Graph, Table, Verdict
from si_kg.store import EmbeddedStore, Store, at_endpoint, in_memory, on_disk, rows
from si_kg.streams import collect

LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?label ?thing ?missing {
  ?thing rdfs:label ?label . OPTIONAL { ?thing <http://x/> ?missing }
} ORDER BY ?label ?thing
"""
ABOUT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER (!isBlank(?s) && !isBlank(?o)) }"
YES = "ASK { ?s <http://www.w3.org/2004/02/skos/core#broader> ?o }"


@pytest.fixture(params=["memory", "disk", "endpoint"])
def store(
    request: pytest.FixtureRequest, mini_built: Path, tmp_path: Path, endpoint: Endpoint
) -> Store:
    """The mini graph in each kind of store."""
    if request.param == "endpoint":
        return at_endpoint(endpoint.url)
    snapshot = mini_built / shipped.GRAPH_FILE
    if request.param == "memory":
        return in_memory(snapshot)
    written = ox.Store(str(tmp_path / "store"))
    written.bulk_load(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    written.flush()
    del written
    return on_disk(tmp_path / "store")


def test_each_store_gives_the_same_rows(store: Store, mini_graph: KnowledgeGraph) -> None:
    """Terms, languages, order and unbound cells do not depend on where the graph is."""
    answer, wanted = collect(store.query(LABELS)), mini_graph.sparql(LABELS)
    assert isinstance(answer, Table)
    assert answer == wanted
    assert len(answer) > 8


def test_each_store_answers_yes_or_no(store: Store) -> None:
    """An ASK gives a verdict."""
    assert collect(store.query(YES)) == Verdict(value=True)
    assert collect(store.query("ASK { <a:a> <a:b> <a:c> }")) == Verdict(value=False)


def test_each_store_gives_triples(store: Store, mini_graph: KnowledgeGraph) -> None:
    """A CONSTRUCT gives the same triples everywhere."""
    answer = collect(store.query(ABOUT))
    assert isinstance(answer, Graph)
    assert answer == mini_graph.sparql(ABOUT)
    assert len(answer) > 20


def test_the_default_graph_is_the_union(store: Store) -> None:
    """What the rules derived is found without naming its graph."""
    narrower = "<http://www.w3.org/2004/02/skos/core#narrower>"
    assert collect(store.query(f"ASK {{ ?s {narrower} ?o }}")) == Verdict(value=True)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("DROP ALL", UpdateRefused, id="update"),
        pytest.param("ASK { SERVICE <http://x/> {} }", ServiceRefused, id="service"),
    ],
)
def test_each_store_refuses_what_is_no_question(
    store: Store, text: str, error: type[SiKgError]
) -> None:
    """No store lets an update or a SERVICE through."""
    with pytest.raises(error):
        store.query(text)


def test_a_malformed_query_names_line_and_column(mini_graph: KnowledgeGraph) -> None:
    """The place of the fault comes apart from the reason."""
    with pytest.raises(QueryMalformed) as refused:
        mini_graph.store.query("SELECT *\nWHERE {\n  ?s ?p }")
    assert refused.value.facts["where"] == "3:10"
    assert refused.value.facts["reason"]


def test_rows_are_only_of_a_select(mini_graph: KnowledgeGraph) -> None:
    """A program that asks for rows of an ASK made a mistake."""
    with pytest.raises(TypeError):
        rows(mini_graph.store, YES)


def test_a_store_can_be_made_of_quads() -> None:
    """What a program holds in its hands can be asked too."""
    triple = ox.Triple(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal("c"))
    store = EmbeddedStore.from_quads([ox.Quad(triple.subject, triple.predicate, triple.object)])
    assert [row[0] for row in rows(store, "SELECT ?o { ?s ?p ?o }")] == [ox.Literal("c")]


def test_a_store_on_disk_is_not_changed_by_asking(tmp_path: Path) -> None:
    """Opening is read-only: a second one may be open at the same time."""
    ox.Store(str(tmp_path)).flush()
    first, second = on_disk(tmp_path), on_disk(tmp_path)
    assert collect(first.query(YES)) == collect(second.query(YES)) == Verdict(value=False)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        pytest.param(lambda f: in_memory(f / "graph.nq"), SnapshotMissing, id="no-snapshot"),
        pytest.param(in_memory, SnapshotMissing, id="folder-as-snapshot"),
        pytest.param(lambda f: on_disk(f / "no"), FileUnreadable, id="no-folder"),
        pytest.param(on_disk, FileUnreadable, id="empty-folder"),
    ],
)
def test_a_store_that_is_not_there(
    make: Callable[[Path], Store], error: type[SiKgError], tmp_path: Path
) -> None:
    """The message names the folder, and nothing is written into it."""
    with pytest.raises(error, match=str(tmp_path.parent)):
        make(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xff\xfe\x00", id="binary"),
        pytest.param(b"<a:a> <a:b> <a:c> .\n<a:a> <a:b", id="cut-off"),
        pytest.param(b"PREFIX a: <a:> a:a a:b a:c .", id="other-syntax"),
    ],
)
def test_a_broken_snapshot_is_said_to_be_broken(content: bytes, tmp_path: Path) -> None:
    """Damage is not taken for a smaller graph."""
    file = tmp_path / "graph.nq"
    file.write_bytes(content)
    with pytest.raises(SnapshotBroken, match="run `si-kg build`"):
        in_memory(file)


def test_a_long_query_goes_by_post(endpoint: Endpoint) -> None:
    """A short query fits in an address; a long one would not."""
    store = at_endpoint(endpoint.url)
    long = YES + " #" + "x" * 3000
    assert collect(store.query(YES)) == collect(store.query(long)) == Verdict(value=True)
    assert [method for method, _ in endpoint.asked] == ["GET", "POST"]
    assert endpoint.asked[1][1] == long


RESULTS, TURTLE = "application/sparql-results+json", "text/turtle"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param(YES, (500, "text/plain", b"out of memory"), id="internal-error"),
        pytest.param(YES, (400, "text/plain", b"no"), id="bad-request"),
        pytest.param(YES, (404, "text/html", b"<html>"), id="not-found"),
        pytest.param(YES, (503, "text/plain", b""), id="unavailable"),
        pytest.param(YES, (200, "text/html", b"<html>Welcome</html>"), id="web-page"),
        pytest.param(YES, (200, RESULTS, b""), id="nothing"),
        pytest.param(ABOUT, (200, TURTLE, b"<a:a> <a:b"), id="turtle-cut-off"),
        pytest.param(ABOUT, (200, "text/html", b"<html>Welcome</html>"), id="page-for-turtle"),
    ],
)
def test_an_endpoint_that_fails(
    text: str, answer: tuple[int, str, bytes], endpoint: Endpoint
) -> None:
    """The message names the address, on one line, whatever the endpoint sends."""
    endpoint.answer = answer
    with pytest.raises(EndpointFailed, match=endpoint.url) as failed:
        collect(at_endpoint(endpoint.url).query(text))
    assert failed.value.message("nl").isprintable()


def test_an_answer_that_breaks_off_halfway(endpoint: Endpoint) -> None:
    """Rows that were cut off are not taken for all rows, and are no crash."""
    rows_then_end = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","va'
    endpoint.answer = (200, RESULTS, rows_then_end)
    with pytest.raises(EndpointFailed, match=endpoint.url):
        collect(at_endpoint(endpoint.url).query(LABELS))


def test_a_connection_that_breaks_off(endpoint: Endpoint) -> None:
    """An answer shorter than announced is a failure of the endpoint."""
    endpoint.answer, endpoint.length = (200, RESULTS, b'{"head":{},"boolean":true}'), 1000
    with pytest.raises(EndpointFailed, match=endpoint.url):
        collect(at_endpoint(endpoint.url).query(YES))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1:1/sparql", id="nobody-listens"),
        pytest.param("http://", id="no-host"),
        pytest.param("http://[bad/", id="malformed"),
        pytest.param("http://127.0.0.1:1/a b", id="space"),
    ],
)
def test_an_address_that_leads_nowhere(url: str) -> None:
    """A wrong address is an endpoint that gives no answer."""
    with pytest.raises(EndpointFailed):
        at_endpoint(url).query(YES)
