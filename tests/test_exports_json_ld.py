"""The JSON-LD context as a whole: every term of it is right, and what it writes expands back."""

import json
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import store_of
from pyld import jsonld

from si_kg import exports
from si_kg.exports import json_ld
from si_kg.exports.export import Export
from si_kg.exports.faults import NotWritable
from si_kg.exports.json_ld_context import Context
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import PREFIXES


@pytest.fixture(scope="module")
def context() -> Context:
    """The context that comes with the ontology."""
    return Context.shipped()


def expanded(document: dict[str, Any]) -> ox.Dataset:
    """The triples that pyld finds in a document."""
    found = jsonld.to_rdf(document, {"format": "application/n-quads"})
    dataset = ox.Dataset(ox.parse(found.encode(), format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def canonical(export: Export) -> ox.Dataset:
    """The triples of an export."""
    dataset = ox.Dataset(ox.Quad(*quad.triple) for quad in export.quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


@pytest.mark.parametrize("theme", ["empowerment", "participation-ladder", "scalers"])
def test_pyld_expands_a_theme_to_the_same_triples(graph: KnowledgeGraph, theme: str) -> None:
    """Compacted with the context, expanded by another processor: nothing is lost or changed."""
    export = exports.theme(graph, theme)
    assert expanded(json.loads(export.write("jsonld"))) == canonical(export)


def test_pyld_expands_sources_with_their_authors(graph: KnowledgeGraph) -> None:
    """Lists of authors stay lists."""
    export = exports.thing(graph, "anderson-curtis-wittig-2014")
    document = json.loads(export.write("jsonld"))
    node = next(node for node in document["@graph"] if node["@id"].endswith("wittig-2014"))
    assert len(node["authorList"]) > 1
    assert expanded(document) == canonical(export)


def test_the_context_knows_the_prefixes(context: Context) -> None:
    """Each prefix stands for what it does everywhere else."""
    assert context.prefixes
    assert {name: PREFIXES[name] for name in context.prefixes} == context.prefixes


def test_a_property_has_one_term(context: Context) -> None:
    """No two terms compete for one property, and pyld reads each as we do."""
    names = [name for name in context.definitions if name[0] != "@" and name != "type"]
    assert len(context.terms) == len(names) - len(context.prefixes) > 100
    for term in context.terms.values():
        values: Any = {"@id": "id:x"}
        if "@language" in term.container:
            values = {"nl": ["a", "b"], "en": "c"}
        elif term.type and term.type[0] != "@":
            values = "2004"
        (node,) = jsonld.expand({"@context": context.definitions, "@id": "id:y", term.name: values})
        assert list(node) == ["@id", term.property]
        (value, *_) = node[term.property]
        assert value.get("@type", term.type) == term.type


def test_the_terms_are_used(graph: KnowledgeGraph, context: Context) -> None:
    """In the data every property that has a term is written under it: no value falls beside it."""
    triples = [quad.triple for quad in exports.data(graph, ["data"]).quads]
    document = json.loads(Export(exports.data(graph, ["data"]).quads).write("jsonld"))
    used = {key for node in document["@graph"] for key in node}
    said = {triple.predicate.value for triple in triples}
    known = {term.name for term in context.terms.values() if term.property in said}
    assert known <= used
    beside = {context.curie(term.property) for term in context.terms.values()} & used
    assert beside <= {"dcterms:issued"}  # a full date, beside the years


@pytest.mark.parametrize(
    ("turtle", "written"),
    [
        pytest.param('rdfs:label "a"@nl , "b"@en', {"label": {"nl": "a", "en": "b"}}, id="map"),
        pytest.param('rdfs:label "a"', {"rdfs:label": "a"}, id="label-without-language"),
        pytest.param('si:citation "p. 3"', {"si:citation": "p. 3"}, id="text-for-thing"),
        pytest.param("si:citation id:p", {"citation": "id:p"}, id="thing"),
        pytest.param("si:hasOutcome si:met", {"hasOutcome": "met"}, id="word"),
        pytest.param("si:hasOutcome si:citation", {"hasOutcome": "si:citation"}, id="word-taken"),
        pytest.param("si:position 0 , 7", {"position": [0, 7]}, id="numbers"),
        pytest.param("si:yearApproximate false", {"yearApproximate": False}, id="false"),
        pytest.param(
            "si:position 9007199254740993",
            {"position": {"@type": "xsd:integer", "@value": "9007199254740993"}},
            id="number-too-large",
        ),
        pytest.param("a si:Claim , skos:Concept", {"type": ["skos:Concept", "Claim"]}, id="types"),
        pytest.param("bibo:authorList (id:b)", {"authorList": ["id:b"]}, id="list"),
        pytest.param(
            "bibo:authorList (id:b) , (id:c)",
            {"bibo:authorList": [{"@list": [{"@id": "id:b"}]}, {"@list": [{"@id": "id:c"}]}]},
            id="two-lists",
        ),
    ],
)
def test_a_value_stands_where_it_fits(turtle: str, written: dict[str, Any]) -> None:
    """Under its term as the context says, or else under the prefixed name and in full."""
    export = Export(list(store_of(f"id:a {turtle} .").engine))
    document = json.loads(export.write("jsonld"))
    (node,) = document["@graph"]
    assert _sorted({key: value for key, value in node.items() if key != "@id"}) == _sorted(written)
    assert expanded(document) == canonical(export)


def _sorted(node: dict[str, Any]) -> dict[str, Any]:
    """Lists of lists come in the order of their blank nodes, which says nothing."""
    return {
        key: sorted(value, key=json.dumps) if isinstance(value, list) else value
        for key, value in node.items()
    }


def test_a_term_that_is_no_node_is_refused() -> None:
    """A triple about a triple has no place in JSON-LD 1.1."""
    inner = ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.NamedNode("x:c"))
    triple = ox.Triple(ox.NamedNode("x:s"), ox.NamedNode("x:p"), inner)
    with pytest.raises(NotWritable):
        json_ld.write([triple])
