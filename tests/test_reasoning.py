"""HermiT proves that the ontology holds together, and finds it where it does not."""

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from si_kg import snapshot
from si_kg.errors import PartMissing
from si_kg.rdf_files import read_all
from si_kg.reasoning import Proof, prove

BASE = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix id: <https://w3id.org/si-kg/id/> .
<https://w3id.org/si-kg/test> a owl:Ontology .
si:Concept a owl:Class ; rdfs:label "Begrip"@nl . si:Definition a owl:Class .
si:Concept owl:disjointWith si:Definition .
id:sharing a owl:NamedIndividual , si:Concept .
"""


def proved(turtle: str) -> Proof:
    """What HermiT says about the base with this added."""
    quads = ox.parse(BASE + turtle, format=ox.RdfFormat.TURTLE)
    return prove(quad.triple for quad in quads)


def test_what_holds_together_is_consistent() -> None:
    """No contradiction, and every class can have a member."""
    proof = proved("si:Issue a owl:Class ; rdfs:subClassOf si:Concept .")
    assert proof == Proof(consistent=True, unsatisfiable=())
    assert proof


def test_a_planted_contradiction_is_found() -> None:
    """One thing in two classes that exclude each other cannot be."""
    proof = proved("id:sharing a si:Definition .")
    assert not proof.consistent
    assert not proof


def test_a_planted_empty_class_is_found() -> None:
    """A class below two classes that exclude each other can have no member."""
    proof = proved("si:Both a owl:Class ; rdfs:subClassOf si:Concept , si:Definition .")
    assert proof == Proof(consistent=True, unsatisfiable=("si:Both",))
    assert not proof


def test_a_contradiction_in_the_real_ontology_is_found(root: Path) -> None:
    """The real axioms are strong enough to contradict a wrong example."""
    files = snapshot.source_files(root)["ontology"]
    wrong = BASE.partition("<https://w3id.org/si-kg/test>")[0] + (
        "id:wrong a si:Concept , si:Claim , si:Definition , si:Actor , si:Source ."
    )
    quads = ox.parse(wrong, format=ox.RdfFormat.TURTLE)
    assert not prove([*read_all(files), *(quad.triple for quad in quads)])


def test_without_the_reasoner_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra is named in the words that pip takes."""
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(PartMissing, match=r"pip install 'si-kg\[reasoner\]'"):
        prove([])
