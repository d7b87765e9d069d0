"""The public door: open a graph, ask it, show a thing, validate, hand it to rdflib."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from conftest import Endpoint

import si_kg
from si_kg import shipped
from si_kg.errors import (
    FileMalformed,
    FileUnreadable,
    LanguageNotFound,
    ParameterNotFound,
    QueryMalformed,
    QueryNotFound,
    SnapshotBroken,
    SnapshotMissing,
    UpdateRefused,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID
from si_kg.results import Graph, Table, Verdict
from si_kg.store import EmbeddedStore
from si_kg.store.faults import GraphElsewhere

PREFIXES = """\
@prefix id: <https://w3id.org/si-kg/id/> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def labels(graph: KnowledgeGraph, **values: str) -> list[str | None]:
    """The names of the concepts."""
    answer = graph.query("concepts", values)
    assert isinstance(answer, Table)
    return [row["label"] for row in answer.records()]


@pytest.mark.usefixtures("mini_shipped")
def test_the_graph_that_comes_along_is_opened() -> None:
    """Without a place the snapshot in the package answers."""
    with si_kg.open(language="en") as graph:
        assert labels(graph) == ["bank", "bank", "lending", "sharing"]


@pytest.mark.usefixtures("mini_shipped")
def test_the_language_is_that_of_the_graph_unless_asked() -> None:
    """`language` holds for every query; `lang` for one."""
    graph = si_kg.open(language="nl")
    assert labels(graph) == ["bank", "delen", "lenen", "oever"]
    assert "sharing" in labels(graph, lang="en")


@pytest.mark.usefixtures("mini_shipped")
def test_a_build_elsewhere_is_opened(mini_built: Path) -> None:
    """A folder that `si-kg build` wrote, as path or as text."""
    assert labels(si_kg.open(mini_built, "en")) == labels(si_kg.open(str(mini_built), "en"))


@pytest.mark.usefixtures("mini_shipped")
def test_a_store_on_disk_is_opened(mini_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A folder of Oxigraph answers the same canned queries."""
    assert isinstance(mini_graph.store, EmbeddedStore)
    store = ox.Store(str(tmp_path))
    store.extend(mini_graph.store.engine)
    store.flush()
    del store
    assert labels(si_kg.open(tmp_path, "en")) == labels(mini_graph)


@pytest.mark.usefixtures("mini_shipped")
def test_an_endpoint_is_opened(endpoint: Endpoint, mini_graph: KnowledgeGraph) -> None:
    """The same queries, parameters and portraits on an endpoint elsewhere."""
    graph = si_kg.open(endpoint.url, "en")
    assert labels(graph) == labels(mini_graph)
    assert graph.query("definitions-of", concept="delen") == mini_graph.query("definitions-of")
    assert graph.show("delen") == mini_graph.show("delen")


@pytest.mark.usefixtures("mini_shipped")
def test_what_needs_the_graph_here_says_so(endpoint: Endpoint) -> None:
    """A graph elsewhere cannot be validated or handed to rdflib."""
    graph = si_kg.open(endpoint.url, "en")
    for asked in (graph.validate, graph.reason, graph.to_rdflib):
        with pytest.raises(GraphElsewhere):
            asked()
    with pytest.raises(GraphElsewhere):
        graph.publish(endpoint.url)


def test_a_graph_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing place, and a package without a build, say what to do."""
    with pytest.raises(FileUnreadable, match="nowhere"):
        si_kg.open(tmp_path / "nowhere")
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: tmp_path)
    with pytest.raises(SnapshotMissing, match="run `si-kg build`"):
        si_kg.open()


@pytest.mark.usefixtures("mini_shipped")
def test_a_damaged_build_and_a_third_language_are_refused(tmp_path: Path) -> None:
    """Nothing opens half."""
    (tmp_path / shipped.GRAPH_FILE).write_text("oops")
    with pytest.raises(SnapshotBroken):
        si_kg.open(tmp_path)
    with pytest.raises(LanguageNotFound):
        si_kg.open(language="de")


def test_a_canned_query_has_titles(mini_graph: KnowledgeGraph) -> None:
    """The columns carry their titles in both languages."""
    answer = mini_graph.query("concepts", limit=2)
    assert isinstance(answer, Table)
    assert (len(answer), answer.truncated) == (2, True)
    assert answer.titles["label"] == ("Naam", "Name")


def test_wrong_names_are_refused(mini_graph: KnowledgeGraph) -> None:
    """An unknown query or parameter is an error with a hint."""
    with pytest.raises(QueryNotFound, match="Did you mean concepts"):
        mini_graph.query("concept")
    with pytest.raises(ParameterNotFound, match="Did you mean lang"):
        mini_graph.query("concepts", langs="nl")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("SELECT * { ?s ?p ?o } LIMIT 2", Table, id="select"),
        pytest.param("ASK { ?s ?p ?o }", Verdict, id="ask"),
        pytest.param("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2", Graph, id="construct"),
        pytest.param("DESCRIBE <https://w3id.org/si-kg/id/sharing>", Graph, id="describe"),
    ],
)
def test_own_sparql_is_answered(text: str, kind: type, mini_graph: KnowledgeGraph) -> None:
    """Each form of question gives its own kind of answer."""
    assert isinstance(mini_graph.sparql(text), kind)


def test_own_sparql_only_asks(mini_graph: KnowledgeGraph) -> None:
    """An update or nonsense does not run."""
    with pytest.raises(UpdateRefused):
        mini_graph.sparql("DELETE WHERE { ?s ?p ?o }")
    with pytest.raises(QueryMalformed):
        mini_graph.sparql("hello")


def test_a_thing_is_found_and_shown(mini_graph: KnowledgeGraph) -> None:
    """A name leads to the IRI, and to everything about it."""
    assert mini_graph.find("lenen") == ID + "lending"
    assert mini_graph.show("lenen").thing == ID + "lending"


@pytest.mark.usefixtures("mini_shipped")
@pytest.mark.parametrize("engine", ["direct", "turbo", "pyshacl"])
def test_own_files_are_validated_beside_the_graph(
    engine: str, mini_graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Only findings about things in the files come back, with their line."""
    file = tmp_path / "own.ttl"
    file.write_text(PREFIXES + "id:lending a si:Concept .\nid:mine a si:Concept .\n")
    found = mini_graph.validate([file], engine)
    assert [(f.severity, f.focus, f.line) for f in found] == [
        ("Violation", "id:mine", 5),
        ("Warning", "id:mine", 5),
    ]


@pytest.mark.usefixtures("mini_shipped")
def test_the_whole_graph_is_validated(mini_graph: KnowledgeGraph) -> None:
    """Without files the graph itself is judged."""
    assert mini_graph.validate() == []


@pytest.mark.usefixtures("mini_shipped")
def test_a_file_that_cannot_be_read_is_no_valid_file(
    mini_graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Missing and malformed files are errors, not silence."""
    with pytest.raises(FileUnreadable):
        mini_graph.validate([tmp_path / "nowhere.ttl"])
    file = tmp_path / "own.ttl"
    file.write_text("\nid:x")
    with pytest.raises(FileMalformed, match="line 2"):
        mini_graph.validate([file])


@pytest.mark.usefixtures("mini_shipped")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param(
            "own.ttl",
            PREFIXES + "@prefix my: <http://example.org/> .\nmy:x a si:Concept .",
            id="own-prefix",
        ),
        pytest.param(
            "own.ttl", PREFIXES + "@base <http://example.org/> .\n<x> a si:Concept .", id="own-base"
        ),
        pytest.param("own.ttl", PREFIXES + "   id:mine a si:Concept .", id="indented"),
        pytest.param("own.ttl", PREFIXES + "[] a si:Concept .", id="blank-node"),
        pytest.param(
            "own.jsonld",
            '{"@id": "http://example.org/x", "@type": "https://w3id.org/si-kg/ontology#Concept"}',
            id="json-ld",
        ),
    ],
)
def test_a_fault_is_found_however_the_file_is_written(
    name: str, content: str, mini_graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """A wrong file is not called valid because its author writes Turtle in another way."""
    file = tmp_path / name
    file.write_text(content)
    assert [found.severity for found in mini_graph.validate([file])] == ["Violation", "Warning"]


def test_rdflib_sees_the_same_graph(mini_graph: KnowledgeGraph) -> None:
    """The same triples under rdflib's API, over the same store."""
    dataset = mini_graph.to_rdflib()
    assert isinstance(mini_graph.store, EmbeddedStore)
    triples = {quad.triple for quad in mini_graph.store.engine}
    assert len(set(dataset.triples((None, None, None)))) == len(triples) > 50
    sharing = rdflib.URIRef(ID + "sharing")
    names = set(dataset.objects(sharing, rdflib.SKOS.prefLabel))
    assert names == {rdflib.Literal("delen", lang="nl"), rdflib.Literal("sharing", lang="en")}


def test_a_failure_inside_the_block_comes_out(mini_graph: KnowledgeGraph) -> None:
    """As a context manager the graph hides no error."""
    with pytest.raises(QueryNotFound), mini_graph as graph:
        graph.query("nothing")


def test_the_version_is_that_of_the_package(root: Path) -> None:
    """One place holds the version."""
    from si_kg.knowledge_graph import installed_version

    assert f'version = "{installed_version()}"' in (root / "pyproject.toml").read_text("utf-8")
