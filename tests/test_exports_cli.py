"""`si-kg export` for data: what is asked comes in the format asked, or one line says what to do."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Cli, complaint

from si_kg import exports
from si_kg.cli.commands.data_exporting import FORMATS


def test_the_help_names_every_format() -> None:
    """The command line, which loads no library for its help, lists what there is."""
    assert tuple(exports.FORMATS) == FORMATS


@pytest.mark.parametrize("form", ["ttl", "rdf", "jsonld"])
def test_the_name_of_the_file_chooses(cli: Cli, tmp_path: Path, form: str) -> None:
    """Nothing is said where all goes well."""
    file = tmp_path / f"thing.{form}"
    ran = cli("export", "thing", "eigen kracht", "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert list(ox.parse(path=str(file), base_iri="x:/"))


def test_without_a_file_it_goes_on(cli: Cli) -> None:
    """Turtle by default, another format with --to, and named graphs where the format has them."""
    assert cli("export", "thing", "empowerment").out.startswith("@prefix")
    quads = cli("export", "theme", "participation-ladder", "--to", "nq").out
    assert {str(quad.graph_name) for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS)} > {
        "<https://w3id.org/si-kg/graph/data>"
    }
    ontology = cli("export", "ontology", "--to", "jsonld").out
    assert json.loads(ontology)["@graph"]


def test_parts_of_the_data_are_chosen(cli: Cli, tmp_path: Path) -> None:
    """--graph may be given more than once."""
    file = tmp_path / "two.trig"
    arguments = ["--graph", "derived/labels", "--graph", "derived/inverses", "-o", str(file)]
    assert cli("export", "data", *arguments).code == 0
    names = {str(quad.graph_name) for quad in ox.parse(path=str(file))}
    assert {name.rpartition("/")[2] for name in names} == {"labels>", "inverses>"}


def test_tables_and_pages_are_written(cli: Cli, tmp_path: Path) -> None:
    """A folder, a ZIP file, a page."""
    assert cli("export", "tables", "-o", str(tmp_path / "tables")).code == 0
    assert (tmp_path / "tables" / "csv-metadata.json").is_file()
    assert cli("export", "tables", "-o", str(tmp_path / "tables.zip")).code == 0
    assert (tmp_path / "tables.zip").read_bytes()[:2] == b"PK"
    page = tmp_path / "page.html"
    assert cli("export", "page", "empowerment", "-o", str(page), "--lang", "nl").code == 0
    assert page.read_text("utf-8").startswith('<!doctype html>\n<html lang="nl">')


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        pytest.param(["thing", "empowermnt"], "empowerment", id="thing"),
        pytest.param(["theme", "participation-lader"], "participation-ladder", id="theme"),
        pytest.param(["page", "empowermnt"], "empowerment", id="page"),
        pytest.param(["data", "--graph", "ontologie"], "ontology", id="graph"),
        pytest.param(["data", "--to", "turtle"], "ttl", id="format"),
        pytest.param(["data", "-o", "graph.docx"], "jsonld", id="ending"),
        pytest.param(["tables"], "--output", id="no-folder"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_fault_is_one_line(cli: Cli, arguments: list[str], hint: str, language: str) -> None:
    """With what was perhaps meant, in the language asked; exit code 2, and nothing written."""
    ran = cli("export", *arguments, "--lang", language)
    assert ran.code == 2
    assert hint in complaint(ran)
    assert not Path("graph.docx").exists()
