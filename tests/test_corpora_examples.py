"""The worked examples of corpora hold: every column, every link, and another reader agrees."""

import csv
import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import csvw
import pyoxigraph as ox
import pytest
import yaml
from conftest import ROOT

from si_kg import intake
from si_kg.findings import Finding
from si_kg.intake import Context, Incoming
from si_kg.intake.corpora import loading
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import expand
from si_kg.store import EmbeddedStore, Store

BASE = "https://data.gemeente.example/id/"
EXAMPLES = ROOT / "ontology" / "examples" / "corpora"
ESID = ROOT / "tests" / "fixtures" / "corpora" / "esid"
VOCABULARIES = ROOT.parent / "shared" / "vocabularies"
EMPTY = EmbeddedStore.from_quads([])
needs_dsi4eu = pytest.mark.skipif(
    not (VOCABULARIES / "dsi4eu-projects.tsv").exists(),
    reason="the tables of DSI4EU may not be shipped, and are not here",
)
needs_esid = pytest.mark.skipif(
    not (VOCABULARIES / "esid-data-model.tsv").exists(),
    reason="the list of columns of ESID is not here",
)


def _context(store: Store = EMPTY) -> Context:
    return Context(BASE, "corpus", "Zoë", date(2026, 1, 31), "nl", store)


def _said(incoming: Incoming, of: str) -> list[str]:
    prop = ox.NamedNode(expand(of) or of)
    return [str(triple.object) for triple in incoming.triples if triple.predicate == prop]


@needs_dsi4eu
def test_dsi4eu_comes_in_whole(graph: KnowledgeGraph) -> None:
    """All 829 projects and 1,228 organisations, linked where that is true, and nothing refused."""
    incoming = intake.read(
        VOCABULARIES / "dsi4eu-projects.tsv", _context(graph.store), EXAMPLES / "dsi4eu.yaml"
    )
    assert {fault.severity for fault in incoming.faults} == {"Info"}
    kinds = Counter(_said(incoming, "rdf:type"))
    assert kinds["<https://w3id.org/si-kg/ontology#Initiative>"] == 829
    assert kinds["<https://w3id.org/si-kg/ontology#Organisation>"] == 1228
    themes = Counter(_said(incoming, "dcterms:subject"))
    assert themes['"Participation and democracy"@en'] == 399
    assert themes["<https://w3id.org/si-kg/id/art-and-culture>"] == 318
    assert len(set(_said(incoming, "si:takesPlaceIn"))) == 8
    things = {
        value
        for of in ("dcterms:subject", "si:takesPlaceIn")
        for value in _said(incoming, of)
        if "si-kg/id" in value
    }
    assert things
    assert all(graph.store.query(f"ASK {{ {thing} a ?kind }}") for thing in things)


def test_every_class_and_property_of_the_examples_is_there(graph: KnowledgeGraph) -> None:
    """The worked examples use no term of ours, and no thing, that the graph does not have."""
    names = {
        name
        for file in sorted(EXAMPLES.glob("*.yaml"))
        for name in _ours(yaml.safe_load(file.read_text("utf-8")))
    }
    assert len(names) > 30
    missing = {
        name for name in names if not graph.store.query(f"ASK {{ <{expand(name)}> ?of ?value }}")
    }
    assert missing == set()


def _ours(part: Any) -> set[str]:
    if isinstance(part, Mapping):
        return {name for each in part.values() for name in _ours(each)}
    if isinstance(part, list):
        return {name for each in part for name in _ours(each)}
    return {part} if isinstance(part, str) and part.startswith(("si:", "id:")) else set()


@needs_esid
def test_every_column_of_esid_is_spoken_of() -> None:
    """All 154 of the data model: mapped, or left out on purpose."""
    with (VOCABULARIES / "esid-data-model.tsv").open(encoding="utf-8") as file:
        model = {(row["table"], row["column"]) for row in csv.DictReader(file, delimiter="\t")}
    corpus = loading.load(EXAMPLES / "esid.yaml", BASE)
    mapped = {
        (table.file.removesuffix(".csv"), column.name)
        for table in corpus.tables
        for column in table.columns
        if not column.virtual
    }
    assert len(model) == 154
    assert mapped == model


def test_the_sample_of_esid(graph: KnowledgeGraph) -> None:
    """An invented sample: tables that refer to each other, a tall one, a name that makes an IRI."""
    incoming = intake.read(ESID / "Projects.csv", _context(graph.store), EXAMPLES / "esid.yaml")
    assert [fault.rule for fault in incoming.faults] == ["intake:left-out"]
    assert "Austria (1)" in incoming.faults[0].message.nl
    assert len(_said(incoming, "dcterms:description")) == 4
    assert '"repair, street"@en' not in _said(incoming, "dcterms:description")
    assert _said(incoming, "si:isSupportedBy") == [
        f"<{BASE}esid-supporter-Municipality%20%3Cof%3E%20Nowhere%20%2F%20South>"
    ]
    assert _said(incoming, "si:endDate") == [
        '"2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date>'
    ]
    told = incoming.located(
        Finding("Warning", f"{BASE}esid-project-2", "rdfs:label", "", "", Text("", ""))
    )
    assert told.place() == "Projects.csv:3, ProjectName"


def test_another_reader_of_csvw_sees_the_same_tables(tmp_path: Path) -> None:
    """The mapping is metadata of CSV on the Web: the csvw package reads it, cell by cell."""
    said = yaml.safe_load((EXAMPLES / "esid.yaml").read_text("utf-8"))
    said["tables"] = [table for table in said["tables"] if not table.get("suppressOutput")]
    for table in said["tables"]:
        (tmp_path / table["url"]).write_bytes((ESID / table["url"]).read_bytes())
    (tmp_path / "m.json").write_text(json.dumps(said), "utf-8")
    group = csvw.TableGroup.from_file(tmp_path / "m.json")
    group.check_referential_integrity()
    [projects] = [table for table in group.tables if str(table.url) == "Projects.csv"]
    names = [row["ProjectName"] for row in projects]
    days = [row["DateStart"].date().isoformat() for row in projects]
    incoming = intake.read(ESID / "Projects.csv", _context(), EXAMPLES / "esid.yaml")
    assert {f'"{name}"@en' for name in names} <= set(_said(incoming, "rdfs:label"))
    assert {f'"{day}"' for day in days} <= {
        value.partition("^^")[0] for value in _said(incoming, "si:startDate")
    }


@pytest.mark.parametrize("page", ["corpora.md", "corpora-nl.md"])
def test_the_example_of_the_manual_holds(page: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Table and mapping, as they stand on the page, give what the page says."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    [rows], [said] = (
        re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL) for kind in ("csv", "yaml")
    )
    name = yaml.safe_load(said)["url"]
    (tmp_path / name).write_text(rows, "utf-8")
    (tmp_path / "m.yaml").write_text(said, "utf-8")
    incoming = intake.read(tmp_path / name, _context(graph.store), tmp_path / "m.yaml")
    assert not incoming.faults
    things = {triple.subject for triple in incoming.triples}
    assert ox.NamedNode(f"{BASE}project-1") in things
    assert len(_said(incoming, "si:involves")) == 3
    assert set(_said(incoming, "si:addresses")) == {
        "<https://w3id.org/si-kg/id/loneliness>",
        "<https://w3id.org/si-kg/id/discarding-of-usable-things>",
    }


def test_the_manual_names_every_word_of_a_mapping() -> None:
    """What can stand in a mapping is on both pages."""
    parts = (loading.GROUP, loading.TABLE, loading.SCHEMA, loading.COLUMN, loading.DIALECT)
    words = {word for part in parts for word in part} - {"header"}
    assert len(words) > 25
    for page in ("corpora.md", "corpora-nl.md"):
        text = (ROOT / "docs" / page).read_text("utf-8")
        assert {word for word in words if not re.search(rf"{re.escape(word)}\b", text)} == set()
