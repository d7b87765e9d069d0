"""The canned queries as RDF: all of them, complete, and with a text that runs as it stands."""

from collections import Counter

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from conftest import ROOT
from rdflib import RDF, RDFS, SH, SKOS, XSD, Literal, URIRef

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import ENDPOINT, GRAPH, PREFIXES, QUERIES, QUERY
from si_kg.parameters import EXPECTED, Parameter
from si_kg.query_metadata import query_triples
from si_kg.store import EmbeddedStore

SHAPES = ROOT.parent / "shared" / "conformance" / "sparql-examples-shapes.ttl"
CATALOGUE = Catalogue.from_folder(ROOT / "queries")
SCHEMA = rdflib.Namespace(PREFIXES["schema"])
SPEX = rdflib.Namespace(PREFIXES["spex"])
DCTERMS = rdflib.Namespace(PREFIXES["dcterms"])
TEXTS = {
    SH.select: SH.SPARQLSelectExecutable,
    SH.ask: SH.SPARQLAskExecutable,
    SH.construct: SH.SPARQLConstructExecutable,
    SPEX.describe: SPEX.SPARQLDescribeExecutable,
}
DATATYPES = ["string", "integer", "decimal", "gYear", "date", "boolean"]
SAMPLE = ["definitions-of", "canned-queries", "programme-budgets", "relations-to", "standings"]


def described(catalogue: Catalogue) -> rdflib.Graph:
    """What the module says about the queries, under rdflib."""
    lines = ox.serialize(query_triples(catalogue), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines or b"", format="nt")


def one(text: str, *parameters: Parameter) -> Catalogue:
    """A catalogue of one query, named `one`."""
    both = Text("Vraag", "Question")
    asked = {"nl": ("Wat?",), "en": ("What?",)}
    query = CannedQuery("one", "tests", text, both, both, asked, ("test",), parameters, {})
    return Catalogue({"one": query})


def tagged(graph: rdflib.Graph, subject: URIRef, predicate: URIRef) -> set[tuple[str, str | None]]:
    """The texts of a property with their languages."""
    found = graph.objects(subject, predicate)
    return {(str(text), text.language) for text in found if isinstance(text, Literal)}


@pytest.fixture(scope="module")
def published(graph: KnowledgeGraph) -> rdflib.Graph:
    """The named graph of the queries, out of the real graph."""
    return named_graph(graph)


def named_graph(graph: KnowledgeGraph) -> rdflib.Graph:
    """The named graph of the queries in `graph`."""
    assert isinstance(graph.store, EmbeddedStore)
    quads = graph.store.engine.quads_for_pattern(None, None, None, ox.NamedNode(f"{GRAPH}queries"))
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines or b"", format="nt")


def test_every_query_is_there_once(published: rdflib.Graph) -> None:
    """As many as in the catalogue, each with one text, of the form that its class names."""
    queries = set(published.subjects(RDF.type, SH.SPARQLExecutable))
    assert queries == {URIRef(QUERY + name) for name in CATALOGUE}
    texts = [(query, kind) for kind in TEXTS for query, _ in published.subject_objects(kind)]
    assert Counter(query for query, _ in texts) == Counter(queries)
    for query, kind in texts:
        assert set(published.objects(query, RDF.type)) == {SH.SPARQLExecutable, TEXTS[kind]}


def test_nothing_is_nameless(published: rdflib.Graph) -> None:
    """No blank nodes: each query, parameter and prefix can be pointed at."""
    assert not any(isinstance(node, rdflib.BNode) for node in published.all_nodes())


def test_the_queries_are_in_no_other_graph(graph: KnowledgeGraph) -> None:
    """No rule derives anything from a query."""
    assert isinstance(graph.store, EmbeddedStore)
    own = (GRAPH + "queries", QUERY, QUERIES)
    found = {
        str(quad.graph_name)
        for quad in graph.store.engine
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(own)
    }
    assert found == {f"<{GRAPH}queries>"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_texts_are_in_both_languages(name: str, published: rdflib.Graph) -> None:
    """Summary, description and questions, as the header of the file has them."""
    query, node = CATALOGUE[name], URIRef(QUERY + name)
    for predicate, text in (
        (RDFS.comment, query.summary),
        (DCTERMS.description, query.description),
    ):
        assert tagged(published, node, predicate) == {(text.nl, "nl"), (text.en, "en")}
    asked = {(text, language) for language in ("nl", "en") for text in query.questions[language]}
    assert tagged(published, node, SKOS.example) == asked


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_query_says_what_it_is_about(name: str, published: rdflib.Graph) -> None:
    """Theme, tags and endpoint."""
    query, node = CATALOGUE[name], URIRef(QUERY + name)
    assert set(published.objects(node, SCHEMA.keywords)) == set(map(Literal, query.tags))
    assert list(published.objects(node, SCHEMA.about)) == [Literal(query.theme)]
    assert list(published.objects(node, SCHEMA.target)) == [URIRef(ENDPOINT)]


@pytest.mark.parametrize("name", SAMPLE)
def test_the_text_runs_as_it_stands(
    name: str, graph: KnowledgeGraph, published: rdflib.Graph
) -> None:
    """The published text gives rows with the columns of the catalogue."""
    text = published.value(URIRef(QUERY + name), SH.select)
    assert isinstance(graph.store, EmbeddedStore)
    answer = graph.store.engine.query(str(text), use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    assert [variable.value for variable in answer.variables] == list(CATALOGUE[name].columns)
    assert list(answer)


@pytest.mark.parametrize("name", CATALOGUE)
def test_parameters_are_complete(name: str, published: rdflib.Graph) -> None:
    """Each has a path that ends in its name, a kind, two labels, and whether it is optional."""
    node = URIRef(QUERY + name)
    declared = {
        str(found).rpartition("/")[2]: found for found in published.objects(node, SH.parameter)
    }
    assert set(declared) == {parameter.name for parameter in CATALOGUE[name].parameters}
    for parameter in CATALOGUE[name].parameters:
        found = URIRef(f"{QUERY}{name}/{parameter.name}")
        label = parameter.label
        assert declared[parameter.name] == found
        assert list(published.objects(found, SH.path)) == [URIRef(QUERIES + parameter.name)]
        assert tagged(published, found, SH.name) == {(label.nl, "nl"), (label.en, "en")}
        assert list(published.objects(found, SH.optional)) == [Literal(parameter.optional)]
        assert (found, SH.nodeKind, SH.IRI) in published or (found, SH.datatype, None) in published
        options = [URIRef(QUERY + parameter.options)] if parameter.options else []
        assert list(published.objects(found, RDFS.seeAlso)) == options


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_choice_is_a_list(name: str, published: rdflib.Graph) -> None:
    """The values of an enumeration stand in their order."""
    for parameter in CATALOGUE[name].parameters:
        head = published.value(URIRef(f"{QUERY}{name}/{parameter.name}"), SH["in"])
        values = [str(value) for value in published.items(head)] if head else []
        assert values == list(parameter.enum)


def test_the_prefixes_are_ours_and_enough(published: rdflib.Graph) -> None:
    """One module declares the prefixes of all texts, as the house writes them."""
    module = URIRef(QUERIES.rstrip("#"))
    assert set(published.objects(None, SH.prefixes)) == {module}
    pairs = {
        str(published.value(node, SH.prefix)): published.value(node, SH.namespace)
        for node in published.objects(module, SH.declare)
    }
    assert {"id", "rdfs", "si", "skos"} <= pairs.keys()
    for prefix, namespace in pairs.items():
        assert namespace == Literal(PREFIXES[prefix], datatype=XSD.anyURI)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("SELECT ?s WHERE { ?s ?p ?o }", SH.select, id="select"),
        pytest.param("ASK { ?s ?p ?o }", SH.ask, id="ask"),
        pytest.param("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", SH.construct, id="construct"),
        pytest.param("DESCRIBE <https://example.org/x>", SPEX.describe, id="describe"),
    ],
)
def test_each_form_has_its_class(text: str, kind: URIRef) -> None:
    """Also the forms that no query of ours has today."""
    found = described(one(text))
    assert list(found.objects(URIRef(f"{QUERY}one"), kind)) == [Literal(text)]
    assert (URIRef(f"{QUERY}one"), RDF.type, TEXTS[kind]) in found


@pytest.mark.parametrize("kind", EXPECTED)
def test_each_type_of_parameter_has_a_datatype_of_xsd(kind: str) -> None:
    """A thing is an IRI; any other value has a datatype that XML Schema knows."""
    parameter = Parameter("value", kind, Text("Waarde", "Value"))
    found = described(one("ASK {}", parameter))
    node = URIRef(f"{QUERY}one/value")
    if kind == "iri":
        assert (node, SH.nodeKind, SH.IRI) in found
    else:
        datatype = found.value(node, SH.datatype)
        assert isinstance(datatype, URIRef)
        assert datatype in {XSD[name] for name in DATATYPES}


def test_a_choice_with_odd_characters_is_kept() -> None:
    """A value that no IRI may contain names its place in the list all the same."""
    enum = ("a b", "c/d", "<e>")
    found = described(one("ASK {}", Parameter("x", "text", Text("X", "X"), enum=enum)))
    head = found.value(URIRef(f"{QUERY}one/x"), SH["in"])
    assert head
    assert [str(value) for value in found.items(head)] == list(enum)


def test_the_mini_root_has_its_queries(mini_graph: KnowledgeGraph) -> None:
    """Any root that can be built publishes its catalogue."""
    queries = set(named_graph(mini_graph).subjects(RDF.type, SH.SPARQLExecutable))
    assert queries == {URIRef(QUERY + name) for name in mini_graph.catalogue}


@pytest.mark.skipif(not SHAPES.is_file(), reason="the shapes of sparql-examples are not here")
def test_the_graph_meets_the_shapes_of_sparql_examples(published: rdflib.Graph) -> None:
    """Tools that read SIB's form can read ours; a query without a comment shows that they look."""
    text = SHAPES.read_text("utf-8").replace(r"\s", r"\\s")  # that file escapes too little
    shapes = rdflib.Graph().parse(data=text, format="turtle")
    conforms, _, report = pyshacl.validate(published, shacl_graph=shapes)
    assert conforms, report
    bare = rdflib.Graph().parse(data=published.serialize(format="nt"), format="nt")
    bare.remove((URIRef(QUERY + SAMPLE[0]), RDFS.comment, None))
    assert not pyshacl.validate(bare, shacl_graph=shapes)[0]
