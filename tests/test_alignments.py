"""Our terms seen as those of others: what we name exists there, and nothing contradicts."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT

from si_kg import snapshot
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ID, PREFIXES, prologue
from si_kg.rdf_files import read, read_all
from si_kg.reasoning import prove
from si_kg.store import EmbeddedStore
from si_kg.worlds import with_individuals

ALIGNMENTS = sorted((ROOT / "ontology" / "alignments").glob("*.ttl"))
VOCABULARIES = Path(__file__).parents[2] / "shared" / "vocabularies"
TERMS = VOCABULARIES / "core-vocabulary-terms.tsv"

pytestmark = pytest.mark.skipif(
    not TERMS.exists(), reason=f"the vocabularies of others are not beside the checkout ({TERMS})"
)

# what PROV-O, FOAF and SKOS themselves keep apart: no table of terms tells it
DATA = ox.NamedNode(f"{GRAPH}data")
APART = """
prov:Activity owl:disjointWith prov:Entity .
foaf:Document owl:disjointWith foaf:Organization , foaf:Project .
foaf:Person owl:disjointWith foaf:Organization , foaf:Project .
skos:Concept owl:disjointWith skos:ConceptScheme , skos:Collection .
skos:ConceptScheme owl:disjointWith skos:Collection .
"""
# in schema.org a domain or range is a hint, and the properties of Dublin Core are annotations here
LOOSE = {"schema", "dcterms"}
WRONG = "si:Initiative rdfs:subClassOf prov:Activity , prov:Entity ."

RULES = """
INSERT { ?thing a ?class }
WHERE { ?thing ?of ?value . ?of rdfs:subPropertyOf*/rdfs:domain ?class FILTER (isIRI(?class)) } ;
INSERT { ?value a ?class }
WHERE {
  ?thing ?of ?value . ?of rdfs:subPropertyOf*/rdfs:range ?class
  FILTER (isIRI(?class) && isIRI(?value))
} ;
INSERT { ?thing a ?above }
WHERE { ?thing a/rdfs:subClassOf+ ?above FILTER (isIRI(?above)) }
"""
CLASHES = """
SELECT DISTINCT ?thing ?one ?other {
  { ?one owl:disjointWith ?other }
  UNION
  { ?all a owl:AllDisjointClasses ; owl:members/rdf:rest*/rdf:first ?one , ?other
    FILTER (?one != ?other) }
  ?thing a ?one , ?other .
}
"""


def turtle(text: str) -> list[ox.Triple]:
    """The triples of a text in which all our prefixes may be used."""
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return [quad.triple for quad in ox.parse(head + text, format=ox.RdfFormat.TURTLE)]


def terms() -> list[dict[str, str]]:
    """The terms of the vocabularies that many use, one a row."""
    with TERMS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def logic_of(rows: list[dict[str, str]]) -> Iterator[ox.Triple]:
    """What the vocabularies say of their classes, and of the relations that ours come under."""
    a, owl, rdfs = (ox.NamedNode(PREFIXES["rdf"] + "type"), PREFIXES["owl"], PREFIXES["rdfs"])
    under = {
        triple.object.value
        for file in ALIGNMENTS
        for triple in read(file)
        if triple.predicate.value == f"{rdfs}subPropertyOf"
        and isinstance(triple.object, ox.NamedNode)
    }
    classes = {row["term_iri"] for row in rows if row["kind"] == "Class"}
    for row in rows:
        term = ox.NamedNode(row["term_iri"])
        if row["kind"] == "Class":
            yield ox.Triple(term, a, ox.NamedNode(f"{owl}Class"))
            for above in classes & set(row["super_terms"].split("|")):
                yield ox.Triple(term, ox.NamedNode(f"{rdfs}subClassOf"), ox.NamedNode(above))
        elif row["term_iri"] in under and row["vocabulary"] not in LOOSE:
            yield ox.Triple(term, a, ox.NamedNode(f"{owl}ObjectProperty"))
            for end in ("domain", "range"):
                if row[end] in classes:
                    yield ox.Triple(term, ox.NamedNode(rdfs + end), ox.NamedNode(row[end]))


@pytest.fixture(scope="module")
def theirs() -> list[ox.Triple]:
    """The axioms of the vocabularies."""
    return [*logic_of(terms()), *turtle(APART)]


@pytest.fixture(scope="module")
def ours() -> list[ox.Triple]:
    """The ontology with no alignment."""
    files = snapshot.source_files(ROOT)["ontology"]
    return list(read_all([file for file in files if file not in ALIGNMENTS]))


def seen_through(graph: KnowledgeGraph, *axioms: ox.Triple) -> EmbeddedStore:
    """All data with the classes that follow for it from the alignments and these axioms."""
    assert isinstance(graph.store, EmbeddedStore)
    triples = {quad.triple for quad in graph.store.engine} | set(axioms)
    store = EmbeddedStore.from_quads(
        ox.Quad(each.subject, each.predicate, each.object) for each in triples
    )
    store.engine.update(f"{prologue('rdfs')}\n{RULES}")
    return store


def clashes(store: EmbeddedStore) -> list[tuple[str, ...]]:
    """The things that are in two classes which share no member."""
    found = store.engine.query(f"{prologue('owl', 'rdf')}\n{CLASHES}")
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(str(term) for term in row) for row in found)


@pytest.mark.parametrize("file", ALIGNMENTS, ids=lambda file: str(file.stem))
def test_what_an_alignment_names_exists(file: Path) -> None:
    """Each term of others stands in their own files; each of ours in our ontology."""
    known = {row["term_iri"] for row in terms()}
    known |= {
        triple.subject.value
        for name in ("cids", "essglobal")
        for triple in read(VOCABULARIES / f"{name}.ttl")
        if isinstance(triple.subject, ox.NamedNode)
    }
    # named by CIDS as the range of its own properties
    known |= {
        triple.object.value
        for triple in read(VOCABULARIES / "cids.ttl")
        if isinstance(triple.object, ox.NamedNode)
    }
    files = snapshot.source_files(ROOT)["ontology"]
    known |= {
        triple.subject.value
        for triple in read_all([each for each in files if each not in ALIGNMENTS])
        if isinstance(triple.subject, ox.NamedNode)
    }
    named = {
        term.value
        for triple in read(file)
        if not str(triple.subject).startswith("<https://w3id.org/si-kg/ontology/")
        for term in (triple.subject, triple.object)
        if isinstance(term, ox.NamedNode) and not term.value.startswith(PREFIXES["owl"])
    }
    assert named
    assert named - known == set()


def test_all_alignments_hold_together(ours: list[ox.Triple], theirs: list[ox.Triple]) -> None:
    """HermiT finds no contradiction and no empty class with all of them, hence none with fewer.

    A wrong one is found.
    """
    aligned = [*ours, *read_all(ALIGNMENTS), *theirs]
    assert prove(aligned)
    assert "si:Initiative" in prove([*aligned, *turtle(WRONG)]).unsatisfiable


def test_the_data_hold_as_the_terms_of_others(
    graph: KnowledgeGraph, theirs: list[ox.Triple]
) -> None:
    """Nothing of ours falls into two classes that share no member, ours or theirs."""
    assert clashes(seen_through(graph, *theirs)) == []


def test_data_that_would_clash_are_found(graph: KnowledgeGraph, theirs: list[ox.Triple]) -> None:
    """With an initiative as activity and entity at once each of them clashes."""
    found = {thing for thing, *_ in clashes(seen_through(graph, *theirs, *turtle(WRONG)))}
    assert len(found) > 30
    assert f"<{ID}buurtzorg>" in found


def test_things_hold_as_the_terms_of_others(
    graph: KnowledgeGraph, ours: list[ox.Triple], theirs: list[ox.Triple]
) -> None:
    """HermiT agrees on some things with all that they point to or that points to them."""
    assert isinstance(graph.store, EmbeddedStore)
    some = {ox.NamedNode(ID + name) for name in ("buurtzorg", "article-83", "movisie", "wmo")}
    stated = [quad.triple for quad in graph.store.engine if quad.graph_name == DATA]
    near = some | {each.object for each in stated if each.subject in some}
    near |= {each.subject for each in stated if each.object in some}
    batch = [each for each in stated if each.subject in near]
    assert len(batch) > 100
    assert prove(with_individuals([*ours, *read_all(ALIGNMENTS), *theirs, *batch]))
