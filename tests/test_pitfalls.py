"""Each pitfall is seen where it is dug, and nowhere else."""

from collections.abc import Iterator

import pytest
from conftest import ROOT, store_of
from served import serving
from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ONTOLOGY, PREFIXES
from si_kg.pitfalls import PITFALLS, RULES, pitfall_remarks
from si_kg.store import EmbeddedStore, Store
from si_kg.wording import read_waivers

HEADER = ONTOLOGY.removesuffix("#")
GOOD = f"""
<{HEADER}> a owl:Ontology ;
    dcterms:title "x"@en ; dcterms:description "x"@en ; dcterms:creator ex:me ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
    owl:versionIRI <{HEADER}/1.0.0> ; owl:versionInfo "1.0.0" ;
    vann:preferredNamespaceUri "{ONTOLOGY}" ; vann:preferredNamespacePrefix "si" ;
    dcterms:created "2026-01-31"^^xsd:date ; dcterms:issued "2026-01-31"^^xsd:date ;
    dcterms:bibliographicCitation "x" ; dcterms:publisher ex:me ; dcterms:source ex:it ;
    bibo:doi "10.1000/x" ; bibo:status ex:draft ; foaf:logo ex:logo ;
    schema:includedInDataCatalog ex:catalogue .
si:Thing a owl:Class ; rdfs:isDefinedBy <{HEADER}/core> ; rdfs:label "ding"@nl , "thing"@en ;
    skos:definition "Een ding is iets."@nl , "A thing is something."@en ;
    rdfs:subClassOf schema:Thing ; owl:disjointWith si:Place .
si:Place a owl:Class ; rdfs:isDefinedBy <{HEADER}/core> ; rdfs:label "plek"@nl , "place"@en ;
    skos:definition "Een plek is ergens."@nl , "A place is somewhere."@en .
schema:Thing a owl:Class .
si:holds a owl:ObjectProperty ; rdfs:domain si:Thing ; rdfs:range si:Place .
si:liesIn a owl:ObjectProperty ; rdfs:domain si:Place ; rdfs:range si:Thing .
"""
MODULE = f"rdfs:isDefinedBy <{HEADER}/core>"
DUG = [
    ("foops-om1", 'dcterms:title "x"@en ;', "", HEADER),
    ("foops-om2", 'dcterms:bibliographicCitation "x" ;', "", HEADER),
    ("foops-om3", 'bibo:doi "10.1000/x" ;', "", HEADER),
    (
        "foops-find3",
        "; foaf:logo ex:logo ;\n    schema:inc",
        "; foaf:logo ex:logo ;\n ex:x",
        HEADER,
    ),
    ("foops-om4", "<https://creativecommons.org/licenses/by/4.0/>", '"CC BY"', HEADER),
    ("foops-ver1", f"<{HEADER}/1.0.0>", f"<{HEADER}>", HEADER),
    ("foops-uri2", f'Uri "{ONTOLOGY}"', 'Uri "https://example.org/"', HEADER),
    ("foops-find1", 'Prefix "si"', 'Prefix "zz"', HEADER),
    ("foops-purl1", "si:holds a", f"ex:mine {MODULE} .\nsi:holds a", "ex:mine"),
    ("foops-voc1", "dcterms:created", "ex:made ex:then ; dcterms:created", HEADER),
    ("foops-voc2", "rdfs:subClassOf schema:Thing ; owl", "owl", HEADER),
    ("oops-p03", "si:holds a", f"si:isA {MODULE} .\nsi:holds a", "si:isA"),
    (
        "oops-p05",
        "si:holds a",
        "si:near rdfs:domain si:Thing .\nsi:holds owl:inverseOf si:near .\nsi:holds a",
        "si:holds",
    ),
    ("oops-p06", "si:holds a", "si:Place rdfs:subClassOf si:Place .\nsi:holds a", "si:Place"),
    ("oops-p07", '"place"@en', '"place and time"@en', "si:Place"),
    ("oops-p10", "; owl:disjointWith si:Place", "", HEADER),
    ("oops-p20", '"place"@en', '"A place is where something is."@en', "si:Place"),
    ("oops-p21", '"place"@en', '"other place"@en', "si:Place"),
    (
        "oops-p24",
        "si:holds a",
        "si:Place owl:equivalentClass [ owl:unionOf ( si:Place si:Thing ) ] .\nsi:holds a",
        "si:Place",
    ),
    ("oops-p25", "si:holds a", "si:near owl:inverseOf si:near .\nsi:holds a", "si:near"),
    (
        "oops-p26",
        "si:holds a",
        "si:near a owl:SymmetricProperty ; owl:inverseOf si:far .\nsi:holds a",
        "si:near",
    ),
    (
        "oops-p27",
        "si:holds a",
        "si:size a owl:DatatypeProperty ; owl:equivalentProperty si:holds .\nsi:holds a",
        "si:size",
    ),
    ("oops-p28", "si:holds a", "si:holds a owl:TransitiveProperty .\nsi:holds a", "si:holds"),
    (
        "oops-p31",
        "si:holds a",
        "si:Spot a owl:Class ; owl:equivalentClass si:Place .\nsi:holds a",
        "si:Spot",
    ),
    (
        "oops-p33",
        "si:holds a",
        "si:near owl:propertyChainAxiom ( si:holds ) .\nsi:holds a",
        "si:near",
    ),
    ("oops-p34", "schema:Thing a owl:Class .", "", "si:Thing"),
    (
        "oops-p36",
        "si:holds a",
        f"<{HEADER}/core.ttl> dcterms:isPartOf <{HEADER}> .\nsi:holds a",
        f"{HEADER}/core.ttl",
    ),
    ("oops-p38", "a owl:Ontology ;", "", HEADER),
    (
        "oops-p40",
        "schema:Thing a owl:Class .",
        'schema:Thing a owl:Class ; rdfs:label "x" .',
        "schema:Thing",
    ),
]


def stated(turtle: str) -> Store:
    """A store that states the triples in the graph of the ontology."""
    quads = store_of(turtle).engine
    store = EmbeddedStore.from_quads(iter(()))
    store.engine.extend(
        type(quad)(
            quad.subject, quad.predicate, quad.object, type(quad.predicate)(f"{GRAPH}ontology")
        )
        for quad in quads
    )
    return store


def test_a_good_ontology_falls_into_none() -> None:
    """Nothing is said of what is as it should be."""
    assert pitfall_remarks(stated(GOOD)) == []


@pytest.mark.parametrize(("rule", "old", "new", "thing"), DUG, ids=[row[0] for row in DUG])
def test_a_pitfall_is_seen(rule: str, old: str, new: str, thing: str) -> None:
    """The one that was dug, at the thing that lies in it, in both languages."""
    assert GOOD.count(old) == 1
    found = pitfall_remarks(stated(GOOD.replace(old, new)))
    assert rule in {each.rule for each in found}
    assert (rule, thing) in {(each.rule, each.thing) for each in found}
    for each in found:
        assert each.message.nl.endswith(".")
        assert each.message.en.endswith(".")
        assert "{}" not in each.message.nl + each.message.en


def test_every_pitfall_was_dug() -> None:
    """Each rule has been seen to find something; a rule has one name."""
    assert {row[0] for row in DUG} == RULES
    assert len(RULES) == len(PITFALLS)


def test_ours_falls_into_those_that_were_accepted(graph: KnowledgeGraph) -> None:
    """With a reason in the list of waivers."""
    waivers = read_waivers(ROOT / "data" / "waivers.csv")
    accepted = {(each.thing, each.rule) for each in waivers if each.rule in RULES}
    assert {(each.thing, each.rule) for each in pitfall_remarks(graph.store)} == accepted


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


@pytest.mark.parametrize("path", ["/ontology", "/ontology/0.1.0"], ids=["URI1", "VER2"])
@pytest.mark.parametrize(
    "kind", ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"]
)
def test_the_ontology_and_its_version_resolve(client: TestClient, path: str, kind: str) -> None:
    """URI1, VER2 and CN1 of FOOPS!: to RDF, in the format that is liked, about itself."""
    got = client.get(path, headers={"accept": kind}, follow_redirects=True)
    assert (got.status_code, got.headers["content-type"].partition(";")[0]) == (200, kind)
    assert HEADER in got.text


def test_the_ontology_has_a_page(client: TestClient) -> None:
    """DOC1 and CN1 of FOOPS!: HTML at the same IRI, with every term on it."""
    got = client.get("/ontology", headers={"accept": "text/html"}, follow_redirects=True)
    assert got.headers["content-type"].startswith("text/html")
    assert 'id="Initiative"' in got.text


def test_the_logo_is_there(client: TestClient) -> None:
    """What foaf:logo of the ontology points to."""
    got = client.get("/logo.svg")
    assert (got.status_code, got.headers["content-type"]) == (200, "image/svg+xml")


def test_prefixes_are_those_that_the_queries_need() -> None:
    """Each pattern runs as it stands, in any SPARQL engine."""
    store = EmbeddedStore.from_quads(iter(()))
    for pitfall in PITFALLS:
        assert f"<{PREFIXES['owl']}>" in pitfall.query
        store.query(pitfall.query)
