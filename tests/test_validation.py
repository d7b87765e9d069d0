"""Findings: what is wrong, where, how gravely, and what to do about it in two languages."""

from pathlib import Path

import pytest
from conftest import ROOT

from si_kg import snapshot, validation
from si_kg.errors import FileMalformed, FileUnreadable
from si_kg.findings import Finding, gravest_first
from si_kg.language import Text
from si_kg.rdf_files import read
from si_kg.store import EmbeddedStore
from si_kg.validation import ENGINES, described_at, shapes_files, validate

PREFIXES = """\
@prefix id: <https://w3id.org/si-kg/id/> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
NAMELESS = 'id:nameless a si:Concept ; skos:definition "x"@en .\n'


@pytest.mark.parametrize("engine", ENGINES)
def test_a_finding_is_complete(engine: str, mini: Path, tmp_path: Path) -> None:
    """Severity, focus, path, rule, both messages, file and line."""
    file = tmp_path / "own.ttl"
    file.write_text(PREFIXES + NAMELESS)
    (finding,) = validate(read(file), shapes_files(mini), [file], engine)
    assert finding == Finding(
        severity="Violation",
        focus="id:nameless",
        path="skos:prefLabel",
        value="",
        rule="sis:Concept-label",
        message=Text(
            "Geef het begrip een naam met skos:prefLabel.", "Name the concept with skos:prefLabel."
        ),
        file=str(file),
        line=4,
    )
    assert finding.place() == f"{file}:4"


def test_cells_come_row_by_row() -> None:
    """As someone mends a sheet: from top to bottom, and in a row from left to right."""
    cells = ["B4", "AC2", "B12", "C2", "A10", "C4"]
    found = gravest_first(
        Finding("Violation", "", "", "", "", Text("", ""), "a.xlsx", sheet="Bron", cell=cell)
        for cell in cells
    )
    assert [finding.cell for finding in found] == ["C2", "AC2", "B4", "C4", "A10", "B12"]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_gravest_comes_first(engine: str, mini: Path, tmp_path: Path) -> None:
    """Violations before warnings, then by place."""
    file = tmp_path / "own.ttl"
    file.write_text(f"{PREFIXES}id:b a si:Concept .\nid:a a si:Concept .\n")
    found = validate(read(file), shapes_files(mini), [file], engine)
    order = [(finding.severity, finding.focus) for finding in found]
    assert order == [
        ("Violation", "id:b"),
        ("Violation", "id:a"),
        ("Warning", "id:b"),
        ("Warning", "id:a"),
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_good_data_has_no_findings(engine: str, mini: Path) -> None:
    """The sources of the mini graph hold."""
    store = snapshot.compiled(mini)
    triples = [quad.triple for quad in store.engine]
    assert validate(triples, shapes_files(mini), [], engine) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_severity_stands_on_a_sparql_rule_too(engine: str, tmp_path: Path) -> None:
    """A rule written in SPARQL keeps its own severity and messages."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        PREFIXES
        + """@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix sis: <https://w3id.org/si-kg/shapes#> .
        sis:S a sh:NodeShape ; sh:targetClass si:Concept ; sh:sparql sis:Rule .
        sis:Rule sh:severity sh:Info ; sh:message "Doe iets."@nl , "Do something."@en ;
          sh:select "SELECT $this WHERE { $this a <https://w3id.org/si-kg/ontology#Concept> }" ."""
    )
    data = tmp_path / "own.ttl"
    data.write_text(PREFIXES + NAMELESS)
    (finding,) = validate(read(data), [shapes], [data], engine)
    assert (finding.severity, finding.rule) == ("Info", "sis:Rule")
    assert finding.message == ("Doe iets.", "Do something.")


def test_all_engines_agree_on_a_damaged_graph(root: Path) -> None:
    """The other engines find what the reference finds, on real data without its labels."""
    store = snapshot.compiled(root)
    assert isinstance(store, EmbeddedStore)
    concepts = {
        quad.subject
        for quad in store.engine
        if "id/social-" in str(quad.subject) or "id/claim-s" in str(quad.subject)
    }
    kept = [
        quad.triple
        for quad in store.engine
        if "/ontology>" in str(quad.graph_name)
        or (quad.subject in concepts and "Label" not in quad.predicate.value)
    ]
    direct, turbo, reference = (
        validate(kept, shapes_files(ROOT), [], engine) for engine in ENGINES
    )
    assert direct == reference
    assert turbo == reference
    assert len(direct) > 10


def test_subjects_are_found_by_line(tmp_path: Path) -> None:
    """CURIEs and IRIs at the beginning of a line, the first time that they stand there."""
    file = tmp_path / "own.ttl"
    file.write_text(
        f"{PREFIXES}id:a a si:Concept .\n<https://w3id.org/si-kg/id/b> a 1 .\nid:a a 2 ."
    )
    places = described_at([file])
    assert places == {"id:a": (str(file), 4), "id:b": (str(file), 5)}


def test_shapes_that_cannot_be_read(tmp_path: Path) -> None:
    """No shapes is no verdict; a fault in a shape is named by line."""
    with pytest.raises(FileUnreadable):
        shapes_files(tmp_path)
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text("\nid:x")
    with pytest.raises(FileMalformed, match="line 2"):
        validation.validate([], [shapes])
