"""Build the graph: ontology and data read, the rest derived by rule, all in one file."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from si_kg.catalogue import Catalogue
from si_kg.errors import FileUnwritable, SnapshotMissing
from si_kg.language import Text
from si_kg.mappings import mapping_files, read_set, triples
from si_kg.namespaces import GRAPH, PREFIXES, SKOLEM
from si_kg.query_files import read_rules
from si_kg.query_metadata import query_triples
from si_kg.rdf_files import read, turtle_files
from si_kg.shipped import CATALOGUE_FILE, GRAPH_FILE, SUMMARY_FILE
from si_kg.store import EmbeddedStore
from si_kg.store.disk import write as write_store

_EXAMPLES, _SHAPES, _MAPPINGS = "examples", "shapes", "mappings"
_MOST_ROUNDS = 10


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
            store.engine.extend(_in_graph(triple, graph) for triple in read(file))
    graph = ox.NamedNode(GRAPH + _MAPPINGS)
    for file in mapping_files(root):
        store.engine.extend(_in_graph(triple, graph) for triple in triples(read_set(file)))
    derive(store.engine, read_rules(root / "queries" / "rules"))
    queries = catalogue or Catalogue.from_folder(root / "queries")
    # after the rules: nothing follows from a query
    graph = ox.NamedNode(GRAPH + "queries")
    store.engine.extend(_in_graph(triple, graph) for triple in query_triples(queries))
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


def derive(engine: ox.Store, rules: dict[str, tuple[Text, str]]) -> None:
    """Apply `rules` (of `read_rules`) until nothing new follows; each has a graph of its own."""
    for _ in range(_MOST_ROUNDS):
        fresh = sum([_apply(engine, name, text) for name, (_, text) in rules.items()])
        if not fresh:
            break
    for name, (summary, _) in rules.items():
        engine.extend(_provenance(name, summary))


def _apply(engine: ox.Store, name: str, text: str) -> int:
    """Add what the rule constructs and no graph holds yet; gives how much that was."""
    graph = ox.NamedNode(f"{GRAPH}derived/{name}")
    constructed = engine.query(text, use_default_graph_as_union=True)
    if not isinstance(constructed, ox.QueryTriples):
        raise TypeError(name)
    triples = map(_without_skolem_names, constructed)
    fresh = {_in_graph(triple, graph) for triple in triples if not _holds(engine, triple)}
    engine.extend(fresh)
    return len(fresh)


def _without_skolem_names(triple: ox.Triple) -> ox.Triple:
    """Blank nodes for the names that a rule gives them (RDF 1.1, section 3.5: genid).

    A rule cannot make one blank node in two rows of its answer, as the cells of a list need.
    """
    return ox.Triple(_unnamed(triple.subject), triple.predicate, _unnamed(triple.object))


def _unnamed(term: Any) -> Any:
    if isinstance(term, ox.NamedNode) and term.value.startswith(SKOLEM):
        return ox.BlankNode("".join(c if c.isalnum() else "-" for c in term.value[len(SKOLEM) :]))
    return term


def _holds(engine: ox.Store, triple: ox.Triple) -> bool:
    """Whether any graph holds the triple."""
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object)
    return next(found, None) is not None


def _in_graph(triple: ox.Triple, graph: ox.NamedNode) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _provenance(name: str, summary: Text) -> Iterator[ox.Quad]:
    """That the graph of a rule was made by that rule, in the graph `derived`."""
    made, derived = ox.NamedNode(f"{GRAPH}derived/{name}"), ox.NamedNode(f"{GRAPH}derived")
    rule = ox.NamedNode(f"https://w3id.org/si-kg/rule/{name}")
    yield ox.Quad(made, _term("prov:wasGeneratedBy"), rule, derived)
    yield ox.Quad(rule, _term("rdf:type"), _term("prov:Activity"), derived)
    for language in ("nl", "en"):
        text = ox.Literal(summary.in_(language), language=language)
        yield ox.Quad(rule, _term("rdfs:label"), text, derived)


def _term(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


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
