"""Vocabularies beside the graph: RDF files in graphs of their own, in memory, nothing written."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from si_kg import rdf_files
from si_kg.namespaces import GRAPH
from si_kg.store import EmbeddedStore, Store
from si_kg.store.faults import GraphElsewhere
from si_kg.store.loading import LoadingStore

BESIDE = f"{GRAPH}beside/"
_STEP = 100_000
_ODD = re.compile(r"[^\w-]+")

Tell = Callable[[Path, int], None]


def graph_name(name: str) -> str:
    """The IRI of the graph that holds what is loaded under a name.

    >>> graph_name("eurovoc"), graph_name("Mijn lijst (2)")
    ('https://w3id.org/si-kg/graph/beside/eurovoc', 'https://w3id.org/si-kg/graph/beside/Mijn-lijst-2')
    """
    return BESIDE + quote(_ODD.sub("-", name).strip("-"))


def with_beside(
    store: Store, files: Mapping[str, Sequence[Path]], tell: Tell | None = None
) -> EmbeddedStore:
    """A store in memory of what `store` holds and of the files, those of one name in one graph.

    `tell` hears of each hundred thousand triples of a file. Raises GraphElsewhere for a graph
    behind an endpoint, and FileMalformed, FileUnreadable or SyntaxNotFound for a file.
    """
    held = store.ready() if isinstance(store, LoadingStore) else store
    if not isinstance(held, EmbeddedStore):
        raise GraphElsewhere
    engine = ox.Store()
    body = held.engine.dump(format=ox.RdfFormat.N_QUADS)
    engine.bulk_load(input=body, format=ox.RdfFormat.N_QUADS, lenient=True)
    for name, group in files.items():
        graph = ox.NamedNode(graph_name(name))
        for file in group:
            _load(engine, file, graph, tell)
    return EmbeddedStore(engine)


def _load(engine: ox.Store, file: Path, graph: ox.NamedNode, tell: Tell | None) -> None:
    triples = rdf_files.triples(file)
    read = 0
    while quads := list(islice(_quads(triples, graph), _STEP)):
        engine.bulk_extend(quads)
        read += len(quads)
        if tell and len(quads) == _STEP:
            tell(file, read)


def _quads(triples: Iterator[ox.Triple], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)
