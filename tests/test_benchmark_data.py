"""The graph for the benchmarks: invented, and yet as true to the ontology as what is shipped."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from generate import write
from invented import NAMESPACE

from si_kg import shipped, validation
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.results import Table
from si_kg.store import EmbeddedStore

TRIPLES = 6000


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand triples."""
    path = tmp_path_factory.mktemp("benchmark") / "generated.nq"
    write(path, TRIPLES)
    return path


@pytest.fixture(scope="module")
def larger(file: Path) -> KnowledgeGraph:
    """The shipped graph with the generated triples beside it."""
    store = EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE)
    store.engine.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    return KnowledgeGraph.at(store, "en")


def generated(table: object, column: str) -> list[str]:
    """What stands in `column` and was generated."""
    assert isinstance(table, Table)
    values = [row[column] or "" for row in table.records()]
    return [value for value in values if value.startswith(NAMESPACE)]


def test_the_size_is_as_asked(file: Path) -> None:
    """At least as many triples, and hardly more; each line once."""
    lines = file.read_bytes().splitlines()
    assert TRIPLES <= len(lines) < 1.2 * TRIPLES
    assert len(set(lines)) == len(lines)


def test_one_seed_gives_one_file(file: Path, tmp_path: Path) -> None:
    """The same seed gives the same bytes, another seed gives others."""
    again, other = tmp_path / "again.nq", tmp_path / "other.nq"
    write(again, TRIPLES)
    write(other, TRIPLES, seed=1)
    assert again.read_bytes() == file.read_bytes()
    assert other.read_bytes() != file.read_bytes()


def test_nothing_is_wrong_by_our_shapes(larger: KnowledgeGraph) -> None:
    """Not one violation in the shipped graph and what was generated together."""
    assert isinstance(larger.store, EmbeddedStore)
    triples = (quad.triple for quad in larger.store.engine)
    found = validation.validate(triples, validation.shapes_files(shipped.root()))
    assert [finding for finding in found if finding.severity == "Violation"] == []


@pytest.mark.parametrize(
    ("query", "column", "values"),
    [
        ("initiatives", "initiative", {}),
        ("organisations", "organisation", {}),
        ("shared-parties", "one", {}),
        ("placed-on", "placement", {"framework": "innovation-phases"}),
        ("initiatives-in-place", "initiative", {"place": "netherlands"}),
        ("timeline", "thing", {}),
        ("statements", "thing", {}),
    ],
)
def test_canned_queries_find_what_was_generated(
    larger: KnowledgeGraph, query: str, column: str, values: dict[str, str]
) -> None:
    """Generated things are rows among those of the shipped graph."""
    assert generated(larger.query(query, values), column)


def test_what_follows_by_rule_is_there(larger: KnowledgeGraph) -> None:
    """Judgements of generated initiatives place some of them under a definition, some outside."""
    for relation in ("meets", "fallsShortOf", "fitsDefinition", "failsDefinition", "involves"):
        query = f"SELECT ?case {{ ?case <{ONTOLOGY}{relation}> ?any }}"
        assert generated(larger.sparql(query), "case"), relation


def test_few_are_large_and_many_are_small(larger: KnowledgeGraph) -> None:
    """Half of the initiatives have no more than a third of the parts of all."""
    query = f"SELECT ?case {{ ?part <{ONTOLOGY}judges>|<{ONTOLOGY}places> ?case }}"
    cases = generated(larger.query("initiatives"), "initiative")
    parts = Counter(generated(larger.sparql(query), "case"))
    sizes = sorted(parts[case] for case in cases)
    assert sum(sizes[: len(sizes) // 2]) * 3 < sum(sizes)


def test_what_they_point_to_is_shipped(file: Path) -> None:
    """Issues, places, criteria and sources are those of the graph: nothing else is invented."""
    quads = list(ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS))
    graph = shipped.snapshot_folder() / shipped.GRAPH_FILE
    described = {quad.subject for quad in ox.parse(path=str(graph), format=ox.RdfFormat.N_QUADS)}
    pointed = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}
    assert {node for node in pointed if node.value.startswith((ID, ONTOLOGY))} <= described
