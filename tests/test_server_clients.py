"""Clients that people use, of a server in a process of its own."""

import gc
from collections.abc import Iterator

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from server_process import started
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

from si_kg.namespaces import ID, PREFIXES

THING = f"{ID}empowerment"
HEAD = f"PREFIX skos: <{PREFIXES['skos']}> "
LABELS = f"{HEAD}SELECT ?label {{ <{THING}> skos:prefLabel ?label }} ORDER BY LANG(?label)"
TRIPLES = f"{HEAD}CONSTRUCT {{ ?c skos:prefLabel ?l }} WHERE {{ ?c skos:prefLabel ?l }} LIMIT 5"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
FOUND = {("empowerment", "en"), ("empowerment", "nl")}


# rdflib says so of what SPARQLWrapper uses
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The address of the shipped graph's SPARQL."""
    with started("--timeout", "2") as served:
        yield f"http://127.0.0.1:{served.port}/sparql"


def asked(endpoint: str, query: str, form: str, method: str = "GET") -> object:
    """What SPARQLWrapper makes of an answer."""
    client = SPARQLWrapper(endpoint, agent="test")
    client.setMethod(method)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client.query().convert()


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows(endpoint: str, method: str) -> None:
    """In each format that it knows for them."""
    found = asked(endpoint, LABELS, JSON, method)
    assert isinstance(found, dict)
    rows = [row["label"] for row in found["results"]["bindings"]]
    assert {(row["value"], row["xml:lang"]) for row in rows} == FOUND
    page = asked(endpoint, LABELS, XML, method)
    labels = page.getElementsByTagName("literal")  # type: ignore[attr-defined]
    assert {(each.firstChild.data, each.getAttribute("xml:lang")) for each in labels} == FOUND
    assert asked(endpoint, LABELS, CSV, method) == b"label\r\nempowerment\r\nempowerment\r\n"
    assert asked(endpoint, LABELS, TSV, method) == b'?label\n"empowerment"@en\n"empowerment"@nl\n'


def test_sparqlwrapper_reads_truths(endpoint: str) -> None:
    """Yes and no."""
    for query, truth in ((f"ASK {{ <{THING}> ?p ?o }}", True), ("ASK { <urn:x> ?p ?o }", False)):
        found = asked(endpoint, query, JSON)
        assert isinstance(found, dict)
        assert found["boolean"] is truth


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_reads_triples(endpoint: str, form: str) -> None:
    """CONSTRUCT in each syntax that it knows, and DESCRIBE."""
    found = asked(endpoint, TRIPLES, form)
    if isinstance(found, bytes):
        found = rdflib.Graph().parse(found, format="turtle")
    assert isinstance(found, rdflib.Graph)
    assert len(found) == 5
    described = asked(endpoint, f"DESCRIBE <{THING}>", RDFXML)
    assert isinstance(described, rdflib.Graph)
    assert (rdflib.URIRef(THING), None, None) in described


def test_sparqlwrapper_hears_what_is_wrong(endpoint: str) -> None:
    """As the errors that it has for that."""
    with pytest.raises(QueryBadFormed, match="line"):
        asked(endpoint, "SELECT ?x {", JSON)
    with pytest.raises(Exception, match="503") as ended:
        asked(endpoint, ENDLESS, JSON)
    assert not isinstance(ended.value, EndPointInternalError)


@pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")
def test_rdflib_reads_it_as_a_graph(endpoint: str) -> None:
    """Its SPARQLStore: patterns and queries go over the line."""
    graph = rdflib.Graph(SPARQLStore(endpoint))
    expected = {rdflib.Literal(text, lang=language) for text, language in FOUND}
    assert set(graph.objects(rdflib.URIRef(THING), rdflib.SKOS.prefLabel)) == expected
    assert {tuple(row) for row in graph.query(LABELS)} == {(each,) for each in expected}  # type: ignore[arg-type]
    gc.collect()  # it leaves its sockets to the collector
