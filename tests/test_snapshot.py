"""The build: what is written, what is derived, and that a failure leaves the last build whole."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT

from si_kg import shipped, snapshot
from si_kg.errors import (
    CatalogueError,
    FileMalformed,
    FileUnreadable,
    FileUnwritable,
    SiKgError,
    SnapshotMissing,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.mappings import MappingsMalformed
from si_kg.namespaces import GRAPH, ID, PREFIXES
from si_kg.query_files import read_rules
from si_kg.store import EmbeddedStore, in_memory, rows

RULES = read_rules(ROOT / "queries" / "rules")


def contents(folder: Path) -> dict[str, bytes]:
    """The name and the bytes of every file of a build."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def triples(graph: KnowledgeGraph, name: str) -> set[ox.Triple]:
    """The triples of one named graph."""
    assert isinstance(graph.store, EmbeddedStore)
    node = ox.NamedNode(GRAPH + name)
    return {quad.triple for quad in graph.store.engine.quads_for_pattern(None, None, None, node)}


def triple(subject: str, predicate: str, value: str) -> ox.Triple:
    """id:subject skos:predicate id:value."""
    return ox.Triple(
        ox.NamedNode(ID + subject),
        ox.NamedNode(PREFIXES["skos"] + predicate),
        ox.NamedNode(ID + value),
    )


def test_a_build_holds_three_files(mini_built: Path) -> None:
    """The graph, the catalogue and the summary, and nothing left over."""
    names = {shipped.GRAPH_FILE, shipped.CATALOGUE_FILE, shipped.SUMMARY_FILE}
    assert set(contents(mini_built)) == names


def test_the_summary_tells_what_was_built(mini_built: Path) -> None:
    """Triples per graph, number of queries, and the hash of the graph file."""
    summary = snapshot.read_summary(mini_built)
    body = (mini_built / shipped.GRAPH_FILE).read_bytes()
    assert summary.version == "0.0.0"
    assert summary.hash == sha256(body).hexdigest()
    assert sum(summary.graphs.values()) == len(body.splitlines())
    assert summary.queries == 7
    assert summary.graphs["mappings"] == 25
    assert summary.graphs["derived/inverses"] == 1


def test_each_thing_is_in_its_graph(mini_graph: KnowledgeGraph) -> None:
    """Ontology, data and mappings apart; shapes and examples are no part of the graph."""
    linked = [each for each in triples(mini_graph, "mappings") if "Match" in each.predicate.value]
    assert linked == [
        ox.Triple(
            ox.NamedNode(ID + "sharing"),
            ox.NamedNode(PREFIXES["skos"] + "closeMatch"),
            ox.NamedNode("http://example.org/sharing"),
        )
    ]
    assert triple("lending", "broader", "sharing") in triples(mini_graph, "data")
    text = "\n".join(map(str, triples(mini_graph, "ontology") | triples(mini_graph, "data")))
    assert "ontology#defines" in text
    assert "example-gift" not in text
    assert "shacl" not in text


def test_what_follows_is_in_the_graph_of_its_rule(mini_graph: KnowledgeGraph) -> None:
    """A derived triple is nowhere else, and a triple that was there is not derived again."""
    derived = triple("sharing", "narrower", "lending")
    assert triples(mini_graph, "derived/inverses") == {derived}
    assert derived not in triples(mini_graph, "data")
    assert not triples(mini_graph, "derived/labels") & triples(mini_graph, "data")


def test_rules_feed_each_other(mini_graph: KnowledgeGraph) -> None:
    """A class above the class above follows too."""
    concept = ox.NamedNode(PREFIXES["skos"] + "Concept")
    kind = ox.NamedNode(PREFIXES["rdf"] + "type")
    found = triples(mini_graph, "derived/types")
    assert ox.Triple(ox.NamedNode(ID + "bank-of-river"), kind, concept) in found


def test_a_derived_graph_says_which_rule_made_it(mini_graph: KnowledgeGraph) -> None:
    """The provenance has the rule, and its summary in both languages."""
    text = f"""
        PREFIX prov: <{PREFIXES["prov"]}> PREFIX rdfs: <{PREFIXES["rdfs"]}>
        SELECT ?made ?label {{ ?made prov:wasGeneratedBy ?rule . ?rule a prov:Activity ;
          rdfs:label ?label }} ORDER BY ?made LANG(?label)
    """
    found = [(made.value, label.language) for made, label in rows(mini_graph.store, text)]
    names = [f"{GRAPH}derived/{name}" for name in ("inverses", "labels", "types")]
    assert found == [(name, language) for name in names for language in ("en", "nl")]


def test_two_builds_are_equal(root: Path, built: Path, tmp_path: Path) -> None:
    """The same sources give the same bytes, whatever labels blank nodes got on the way."""
    snapshot.build(root, tmp_path, "0.0.0")
    assert contents(tmp_path) == contents(built)


def test_a_build_is_what_was_compiled(mini_graph: KnowledgeGraph, mini_built: Path) -> None:
    """Reading the file back gives the same graph."""
    store = in_memory(mini_built / shipped.GRAPH_FILE)
    assert isinstance(store, EmbeddedStore)
    assert isinstance(mini_graph.store, EmbeddedStore)
    assert set(store.engine) == set(mini_graph.store.engine)


FAULTS = [
    pytest.param("data/concepts.ttl", "id:x a", FileMalformed, id="data"),
    pytest.param("ontology/core.ttl", "oops", FileMalformed, id="ontology"),
    pytest.param("data/mappings/elsewhere.sssom.tsv", "x", MappingsMalformed, id="mappings"),
    pytest.param("queries/concepts/concepts.rq", "SELECT", CatalogueError, id="query"),
    pytest.param("queries/rules/labels.rq", "SELECT", CatalogueError, id="rule"),
]


@pytest.mark.parametrize(("name", "content", "error"), FAULTS)
def test_a_failing_build_leaves_the_last_one(
    name: str, content: str, error: type[SiKgError], mini_copy: Path, tmp_path: Path
) -> None:
    """A fault in any source is named by file, and not a byte of the last build changes."""
    folder = tmp_path / "built"
    snapshot.build(mini_copy, folder, "1.0.0")
    before = contents(folder)
    (mini_copy / name).write_text(content)
    with pytest.raises(error, match=Path(name).name):
        snapshot.build(mini_copy, folder, "2.0.0")
    assert contents(folder) == before


@pytest.mark.parametrize("part", ["ontology", "data", "queries", "queries/rules"])
def test_a_root_without_a_part_is_refused(part: str, mini_copy: Path, tmp_path: Path) -> None:
    """A build of nothing is a mistake, and writes nothing."""
    shutil.rmtree(mini_copy / part)
    with pytest.raises(FileUnreadable):
        snapshot.build(mini_copy, tmp_path / "built", "1.0.0")
    assert not (tmp_path / "built").exists()


def test_a_folder_that_cannot_be_written(mini: Path, tmp_path: Path) -> None:
    """A place below a file is no place for a build."""
    (tmp_path / "file").write_text("")
    with pytest.raises(FileUnwritable, match="choose another place"):
        snapshot.build(mini, tmp_path / "file" / "built", "1.0.0")


def test_writing_that_stops_halfway_leaves_the_last_build(
    mini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is found out before the first file is replaced."""
    snapshot.build(mini, tmp_path, "1.0.0")
    before = contents(tmp_path)
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == shipped.SUMMARY_FILE:
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileUnwritable):
        snapshot.build(mini, tmp_path, "2.0.0")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("content", [None, "", "{}", '{"version": 1}'])
def test_a_summary_that_is_not_there(content: str | None, tmp_path: Path) -> None:
    """A missing or broken summary says what to do."""
    if content is not None:
        (tmp_path / shipped.SUMMARY_FILE).write_text(content)
    with pytest.raises(SnapshotMissing, match="run `si-kg build`"):
        snapshot.read_summary(tmp_path)


def test_there_are_rules_to_look_at() -> None:
    """A check of nothing would pass."""
    assert len(RULES) > 3


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "untranslated"])
def test_each_rule_derives_something(rule: str, graph: KnowledgeGraph) -> None:
    """A rule from which nothing follows has no place in the house."""
    assert len(triples(graph, f"derived/{rule}")) > 0


def test_we_leave_nothing_untranslated(graph: KnowledgeGraph) -> None:
    """Of what comes along each text is in both languages; users may be less complete."""
    assert not triples(graph, "derived/untranslated")


def test_nothing_that_follows_is_written_by_hand(graph: KnowledgeGraph) -> None:
    """One fact, one place: what each rule derives is in no source."""
    asserted = {
        found for name in ("ontology", "data", "mappings") for found in triples(graph, name)
    }
    assert len(asserted) > 5000
    for name in RULES:
        assert not triples(graph, f"derived/{name}") & asserted


@pytest.mark.parametrize("rule", sorted(RULES.keys() - {"types", "labels"}))
def test_no_source_repeats_what_a_rule_gives(rule: str, graph: KnowledgeGraph) -> None:
    """Applied to the sources alone, a rule gives no triple that a source states itself.

    Classes and names are stated where a thing is described, so their rules are left out; an
    inverse or a source that follows is not.
    """
    assert isinstance(graph.store, EmbeddedStore)
    stated = {found for name in ("ontology", "data", "mappings") for found in triples(graph, name)}
    sources = ox.Store()
    sources.extend(ox.Quad(found.subject, found.predicate, found.object) for found in stated)
    constructed = sources.query(RULES[rule][1])
    assert isinstance(constructed, ox.QueryTriples)
    assert sorted(str(found) for found in set(constructed) & stated) == []


def test_the_summary_is_json(mini_built: Path) -> None:
    """Other programs can read what a build holds."""
    summary = json.loads((mini_built / shipped.SUMMARY_FILE).read_text("utf-8"))
    assert set(summary) == {"version", "graphs", "queries", "hash"}
