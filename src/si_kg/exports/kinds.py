"""The kinds of things that get a table, and what of the graph goes into the tables."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.namespaces import GRAPH, ID, PREFIXES, expand

_TYPE = f"{PREFIXES['rdf']}type"
# the first that fits: an organisation that is an initiative stands with the initiatives
_TABLES = {
    "criteria": "si:Criterion",
    "concepts": "si:Concept",
    "schemes": "skos:ConceptScheme",
    "definitions": "si:Definition",
    "sources": "si:Source",
    "citations": "si:Citation",
    "initiatives": "si:Initiative",
    "programmes": "si:Programme",
    "organisations": "si:Organisation",
    "persons": "si:Person",
    "actors": "si:Actor",
    "places": "si:Place",
    "claims": "si:Claim",
    "measurements": "si:Measurement",
    "judgements": "si:Judgement",
    "placements": "si:Placement",
    "partnerships": "si:Partnership",
    "contributions": "si:Contribution",
    "affiliations": "si:Affiliation",
    "differences": "si:Difference",
    "developments": "si:Development",
    "goals": "si:PolicyGoal",
    "proposals": "si:Proposal",
    "events": "si:Event",
    "legal-instruments": "si:LegalInstrument",
    "legal-provisions": "si:LegalProvision",
    "aspect-values": "si:AspectValue",
    "units": "si:Unit",
}
REST = "other-things"
CLASSES: Mapping[str, str] = {name: expand(curie) or curie for name, curie in _TABLES.items()}

# What follows from the rest is left out, but for what a reader of tables cannot derive.
_DERIVED = f"{GRAPH}derived"
_KEPT = {f"{_DERIVED}/{rule}" for rule in ("labels", "judgements-without-passage")}
_CLASSIFICATION = f"{_DERIVED}/classification"
_NO_DATA = {f"{GRAPH}ontology", f"{GRAPH}queries"}


class Fact(NamedTuple):
    """What is said of a thing (IRI): a property (IRI) and its value, which is no blank node."""

    thing: str
    of: str
    value: ox.NamedNode | ox.Literal


def facts(quads: Iterable[ox.Quad], things: Collection[str]) -> Iterator[Fact]:
    """What the quads say of these things, each once."""
    for triple in dict.fromkeys(quad.triple for quad in quads):
        thing, value = triple.subject, triple.object
        if not isinstance(thing, ox.NamedNode) or thing.value not in things:
            continue
        if isinstance(value, ox.NamedNode | ox.Literal):
            yield Fact(thing.value, triple.predicate.value, value)


def tabulated(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """What the sources say, with derived names and outcomes: the quads that fill the tables."""
    return [quad for quad in quads if _belongs(quad)]


def table_of_each(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """The table in which each thing (IRI) of the graph stands."""
    kinds: dict[str, set[str]] = {}
    for quad in quads:
        match quad:
            case ox.Quad(
                subject=ox.NamedNode(value=thing),
                predicate=ox.NamedNode(value=of),
                object=ox.NamedNode(value=kind),
            ) if of == _TYPE and thing.startswith(ID):
                kinds.setdefault(thing, set()).add(kind)
    return {
        thing: next((name for name, kind in CLASSES.items() if kind in found), REST)
        for thing, found in sorted(kinds.items())
    }


def _belongs(quad: ox.Quad) -> bool:
    graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
    if graph == _CLASSIFICATION:
        return quad.predicate.value != _TYPE
    return graph not in _NO_DATA and (graph in _KEPT or not graph.startswith(_DERIVED))
