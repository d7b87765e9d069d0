"""Build the graph: ontology and data read, the rest derived by rule, all in one file."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from si_kg.catalogue import Catalogue
from si_kg.deriving import derive
from si_kg.deriving.facts import in_graph
from si_kg.errors import FileUnwritable, SnapshotMissing
from si_kg.mappings import mapping_files, read_set, triples
from si_kg.namespaces import GRAPH
from si_kg.query_files import read_rules
from si_kg.query_metadata import query_triples
from si_kg.rdf_files import read, turtle_files
from si_kg.shipped import CATALOGUE_FILE, GRAPH_FILE, SUMMARY_FILE
from si_kg.store import EmbeddedStore
from si_kg.store.disk import write as write_store

_EXAMPLES, _SHAPES, _MAPPINGS = "examples", "shapes", "mappings"


@dataclass(frozen=True)
class Summary:
    """What a build holds: triples per named graph, canned queries, SHA-256 of the graph file."""

    version: str
    graphs: dict[str, int]
    queries: int
    hash: str


def build(root: Path, folder: Path | None, version: str, *, disk: Path | None = None) -> Summary:
    """Compile the sources under `root` into `folder`, and into the Oxigraph store `disk`.

    What stood there stays until all went well; either place may be None. Raises FileMalformed,
    MappingsMalformed, CatalogueError or FileUnreadable for a fault in the sources, FileUnwritable
    where a place cannot be written, FolderTaken where `disk` holds something else than a store.
    """
    catalogue = Catalogue.from_folder(root / "queries")
    store = compiled(root, catalogue)
    body = b"".join(sorted(_lines(store.engine)))
    summary = Summary(version, _counts(store.engine), len(catalogue), sha256(body).hexdigest())
    contents = {
        GRAPH_FILE: body,
        CATALOGUE_FILE: catalogue.write().encode(),
        SUMMARY_FILE: json.dumps(summary.__dict__, indent=1).encode(),
    }
    if disk:
        write_store(body, disk)
    if folder:
        _replace(folder, contents)
    return summary


def read_summary(folder: Path) -> Summary:
    """What the build in `folder` holds; raises SnapshotMissing."""
    try:
        return Summary(**json.loads((folder / SUMMARY_FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        raise SnapshotMissing(folder=folder) from None


def compiled(root: Path, catalogue: Catalogue | None = None) -> EmbeddedStore:
    """The sources under `root` with all that the rules derive, and the canned queries, in memory.

    A `catalogue` that was read already is not read again.
    """
    store = EmbeddedStore(ox.Store())
    for name, files in source_files(root).items():
        graph = ox.NamedNode(GRAPH + name)
        for file in files:
            store.engine.extend(in_graph(triple, graph) for triple in read(file))
    graph = ox.NamedNode(GRAPH + _MAPPINGS)
    for file in mapping_files(root):
        store.engine.extend(in_graph(triple, graph) for triple in triples(read_set(file)))
    derive(store.engine, read_rules(root / "queries" / "rules"))
    queries = catalogue or Catalogue.from_folder(root / "queries")
    # after the rules: nothing follows from a query
    graph = ox.NamedNode(GRAPH + "queries")
    store.engine.extend(in_graph(triple, graph) for triple in query_triples(queries))
    return store


def source_files(root: Path) -> dict[str, list[Path]]:
    """The Turtle files of each named graph; that of the mappings holds those in SSSOM too."""
    ontology = turtle_files(root / "ontology")
    data = turtle_files(root / "data")
    mapped = [file for file in data if _MAPPINGS in file.relative_to(root).parts]
    return {
        "ontology": [
            file
            for file in ontology
            if not {_EXAMPLES, _SHAPES} & set(file.relative_to(root).parts)
        ],
        "data": [file for file in data if file not in mapped],
        "mappings": mapped,
    }


def _lines(engine: ox.Store) -> Iterable[bytes]:
    """The quads as N-Quads lines, with blank node labels that depend on the content alone."""
    dataset = ox.Dataset(engine)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return (ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)


def _counts(engine: ox.Store) -> dict[str, int]:
    graphs = sorted(engine.named_graphs(), key=str)
    return {
        str(graph.value).removeprefix(GRAPH): sum(
            1 for _ in engine.quads_for_pattern(None, None, None, graph)
        )
        for graph in graphs
    }


def _replace(folder: Path, contents: dict[str, bytes]) -> None:
    """Write all files beside their place first, then move each into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            for name, content in contents.items():
                (Path(beside) / name).write_bytes(content)
            for name in contents:
                (Path(beside) / name).replace(folder / name)
    except OSError:
        raise FileUnwritable(file=folder) from None
