"""Let HermiT judge an ontology: is it consistent, what must stay empty, what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from si_kg.namespaces import shorten
from si_kg.worlds import engine, world_of


@dataclass(frozen=True)
class Proof:
    """Whether the axioms can hold together, and the classes (CURIEs) that can have no member."""

    consistent: bool
    unsatisfiable: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.consistent and not self.unsatisfiable


@dataclass(frozen=True)
class Inference:
    """What follows from consistent axioms, by IRI; nothing where they are not consistent.

    `classes` gives each individual its named classes, `above` each named class the named classes
    that hold all its members (itself left out).
    """

    consistent: bool
    unsatisfiable: frozenset[str] = frozenset()
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    above: Mapping[str, frozenset[str]] = field(default_factory=dict)


def prove(triples: Iterable[ox.Triple]) -> Proof:
    """Let HermiT judge `triples`; raises PartMissing without the extra `reasoner`."""
    world = _reasoned(triples)
    if world is None:
        return Proof(consistent=False, unsatisfiable=())
    return Proof(consistent=True, unsatisfiable=tuple(sorted(map(shorten, _empty(world)))))


def infer(triples: Iterable[ox.Triple]) -> Inference:
    """What HermiT derives from `triples`; raises PartMissing without the extra `reasoner`."""
    world = _reasoned(triples)
    if world is None:
        return Inference(consistent=False)
    return Inference(
        consistent=True,
        unsatisfiable=frozenset(_empty(world)),
        classes={i.iri: _named(i.INDIRECT_is_a) for i in world.individuals()},
        above={c.iri: _named(c.ancestors()) - {c.iri} for c in world.classes()},
    )


def _reasoned(triples: Iterable[ox.Triple]) -> Any:
    """The world after HermiT has been at work in it, or None where it is inconsistent."""
    owlready2 = engine()
    world = world_of(_logical(triples))
    try:
        owlready2.sync_reasoner_hermit(
            world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True
        )
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    return world


def _empty(world: Any) -> list[str]:
    """The named classes that can have no member, the empty class itself left out."""
    nothing = "http://www.w3.org/2002/07/owl#Nothing"
    return [cls.iri for cls in world.inconsistent_classes() if cls.iri != nothing]


def _named(classes: Iterable[Any]) -> frozenset[str]:
    return frozenset(cls.iri for cls in classes if getattr(cls, "iri", None))


def _logical(triples: Iterable[ox.Triple]) -> Iterable[ox.Triple]:
    """Without texts in a language: they carry no logic, and no reasoner needs to read them."""
    for triple in triples:
        if not (isinstance(triple.object, ox.Literal) and triple.object.language):
            yield triple
