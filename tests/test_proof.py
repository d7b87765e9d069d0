"""HermiT proves what the everyday classification says, and a planted fault is found."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Cli

from si_kg.cli.proofs import tell_proof
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.judgements import Reading
from si_kg.definitions.proof import DefinitionProof, prove_definitions
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ONTOLOGY
from si_kg.store import EmbeddedStore

ID = "https://w3id.org/si-kg/id/"
PLANTED = f"""
<{ID}judgement-planted> a <{ONTOLOGY}Judgement> ;
    <{ONTOLOGY}judges> <{ID}m-pesa> ;
    <{ONTOLOGY}appliesCriterion> <{ID}criterion-new-ideas> ;
    <{ONTOLOGY}hasOutcome> <{ONTOLOGY}notMet> .
"""


def copy_of(graph: KnowledgeGraph) -> EmbeddedStore:
    """The graph in a store of its own, to plant something in."""
    assert isinstance(graph.store, EmbeddedStore)
    return EmbeddedStore.from_quads(iter(graph.store.engine))


@pytest.fixture(scope="module")
def proof(graph: KnowledgeGraph) -> DefinitionProof:
    """What HermiT makes of the graph as it is: some seconds of work."""
    return graph.reason()


def test_proof_and_everyday_classification_agree(
    graph: KnowledgeGraph, proof: DefinitionProof
) -> None:
    """For every case and every definition; each class can have members, and none both ways."""
    assert proof
    assert proof.consistent
    assert (proof.empty, proof.twofold, proof.unfounded, proof.disagreements) == ((), (), (), ())
    assert len(proof.definitions) == len(Corpus.from_store(graph.store).testable()) > 90
    assert proof.cases > 30
    assert proof.fits > 200
    assert proof.fails > 200
    assert proof.contained


def test_another_reading_is_proven_too(graph: KnowledgeGraph, proof: DefinitionProof) -> None:
    """With partly as yes and missing evidence as unknown, more fits and less fails."""
    other = graph.reason(reading=Reading(partly="met", no_evidence="undecided"))
    assert other
    assert other.fits > proof.fits
    assert other.fails < proof.fails


def test_a_planted_contradiction_is_found_and_named(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A file that says of a case that it does not meet what the graph says it meets."""
    file = tmp_path / "planted.ttl"
    file.write_text(PLANTED, "utf-8")
    proof = graph.reason([file])
    assert not proof
    assert not proof.consistent
    assert proof.clashes == ((f"{ID}m-pesa", f"{ID}criterion-new-ideas"),)


def test_a_class_that_asks_too_little_is_found(graph: KnowledgeGraph) -> None:
    """Where a condition is lost from a class, it orders differently and lets in too much."""
    store = copy_of(graph)
    classes = ox.NamedNode(f"{GRAPH}derived/definition-classes")
    value = ox.NamedNode("http://www.w3.org/2002/07/owl#hasValue")
    lost = ox.NamedNode(f"{ID}criterion-new-social-relations")
    kept = ox.NamedNode(f"{ID}criterion-implemented")
    for quad in list(store.engine.quads_for_pattern(None, value, lost, classes)):
        store.engine.remove(quad)
        store.engine.add(ox.Quad(quad.subject, value, kept, classes))
    proof = prove_definitions(store)
    assert not proof
    assert proof.unfounded
    wrong = {(d.case, d.definition.notation) for d in proof.disagreements}
    assert (f"{ID}m-pesa", "TRANSIT2017") in wrong


def test_the_proof_is_told_in_both_languages(proof: DefinitionProof) -> None:
    """With which definition lies within which, by their codes."""
    dutch, english = (tell_proof(proof, language) for language in ("nl", "en"))
    assert "zeggen bewijs en dagelijkse indeling hetzelfde" in dutch
    assert "proof and everyday classification say the same" in english
    assert "BEPA2011 ligt binnen EaSI2013" in dutch
    assert "EaSI2013 requires the same as ESFPlus2021" in english


def test_the_command_names_a_contradiction(cli: Cli, tmp_path: Path) -> None:
    """Exit code 1, and the pair that cannot be."""
    file = tmp_path / "planted.ttl"
    file.write_text(PLANTED, "utf-8")
    ran = cli("reason", str(file), "--lang", "nl")
    assert ran.code == 1
    assert "id:m-pesa haalt id:criterion-new-ideas en haalt het niet" in ran.out
