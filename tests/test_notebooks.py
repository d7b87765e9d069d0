"""The tutorial notebooks run from top to bottom and give what they show."""

import json
import os
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from nbformat import NotebookNode

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.results import Table

FOLDER = ROOT / "docs"
ENGLISH, DUTCH = FOLDER / "tutorial.ipynb", FOLDER / "handleiding.ipynb"
NOTEBOOKS = (ENGLISH, DUTCH)
# drawn by a library whose every version draws a little otherwise
PICTURES = "image/"
SECONDS = 60


def executed(source: NotebookNode, folder: Path) -> NotebookNode:
    """The notebook, run from top to bottom in an empty folder; raises CellExecutionError."""
    environment = {name: value for name, value in os.environ.items() if name != "SI_KG_LANG"}
    client = NotebookClient(
        nbformat.from_dict(source),
        timeout=SECONDS,
        record_timing=False,
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
    )
    done = client.execute(env=environment | {"LC_ALL": "C.UTF-8"})
    done.metadata = source.metadata
    return done


def shown(notebook: NotebookNode) -> list[tuple[str, list[Any]]]:
    """For each cell of code its name and what it shows; of a picture only that there is one."""
    return [
        (cell.id, [_shown(output) for output in cell.outputs])
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _shown(output: NotebookNode) -> dict[str, Any]:
    if output.output_type == "stream":
        return {output.name: output.text}
    return {kind: kind if kind.startswith(PICTURES) else text for kind, text in output.data.items()}


def read(file: Path) -> NotebookNode:
    """The notebook in this file; raises ValidationError where it is none."""
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    return notebook


def write(notebook: NotebookNode, file: Path) -> None:
    """The notebook as its file holds it."""
    file.write_text(nbformat.writes(notebook, ensure_ascii=False) + "\n", "utf-8")


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda file: file.stem)
def run(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, NotebookNode]:
    """A notebook and what it gives now; `--update-golden` stores that."""
    file: Path = request.param
    done = executed(read(file), tmp_path_factory.mktemp(file.stem))
    if request.config.getoption("--update-golden"):
        write(done, file)
    return file, done


def test_a_notebook_gives_what_it_shows(run: tuple[Path, NotebookNode]) -> None:
    """Each cell, in its order; nothing is complained about on the way."""
    file, done = run
    assert shown(done) == shown(read(file))
    assert [
        name for name, outputs in shown(done) if any("stderr" in each for each in outputs)
    ] == []
    assert sum(bool(outputs) for _, outputs in shown(done)) > 10


def test_a_notebook_shows_tables_cards_and_a_picture(run: tuple[Path, NotebookNode]) -> None:
    """A reader sees rows in a table, not the inside of an object."""
    _, done = run
    outputs = dict(shown(done))
    assert "<table" in outputs["query-code"][0]["text/html"]
    assert "<h4>" in outputs["concept-code"][0]["text/html"]
    assert "image/svg+xml" in outputs["draw-code"][0]


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_says_nothing_of_the_machine_it_ran_on(file: Path) -> None:
    """No folder of it, and no address in its memory."""
    text = file.read_text("utf-8")
    folders = (ROOT, Path.home(), Path(sys.prefix), Path(tempfile.gettempdir()))
    assert [folder for folder in folders if f"{folder}/" in text] == []
    assert re.findall(r"\bat 0x[0-9a-f]+", text) == []


def test_a_table_in_a_notebook_is_no_page_and_no_markup() -> None:
    """Only a table, in the language of the question; text of the graph becomes no tag."""
    titles = {"name": Text("Naam", "Name")}
    table = replace(Table.from_values(titles, [["<script>"]]), language="nl")
    shown = table._repr_html_()
    assert shown.startswith("<table>\n<caption>Antwoord: 1 rij</caption>")
    assert '<th scope="col">Naam</th>' in shown
    assert "<td>&lt;script&gt;</td>" in shown
    assert repr(table) == "<Table of 1 rows: name>"


def test_a_long_table_is_cut_in_a_notebook_and_says_so() -> None:
    """A hundred rows, and how many there are; a hundred alone are all there is."""
    table = Table.from_values({"n": Text("Getal", "Number")}, [[n] for n in range(101)])
    shown = replace(table, language="en")._repr_html_()
    assert shown.count("<tr>") == 1 + 100
    assert shown.endswith("<p>These are the first 100 of 101 rows.</p>")
    assert "first" not in table[:100]._repr_html_()


def test_an_answer_knows_its_language(mini_graph: KnowledgeGraph) -> None:
    """Whatever the language of the machine, a notebook shows the titles that go with the rows."""
    assert ">Naam<" in mini_graph.query("concepts", lang="nl")._repr_html_()  # type: ignore[union-attr]
    assert ">Name<" in mini_graph.query("concepts")._repr_html_()  # type: ignore[union-attr]
    assert ">Name<" in mini_graph.search("delen")._repr_html_()
    assert mini_graph.sparql("SELECT * { ?s ?p ?o } LIMIT 1").language == "en"  # type: ignore[union-attr]


def test_both_languages_have_the_same_cells() -> None:
    """What the one explains and does, the other explains and does in the same place."""
    cells = [[(cell.id, cell.cell_type) for cell in read(file).cells] for file in NOTEBOOKS]
    assert cells[0] == cells[1]
    assert len(cells[0]) > 20


def test_a_stale_output_is_noticed(tmp_path: Path) -> None:
    """A cell that gives something else than it shows does not pass."""
    cell = nbformat.v4.new_code_cell("print(6 * 7)", id="sum")
    done = executed(nbformat.v4.new_notebook(cells=[cell]), tmp_path)
    assert shown(done) == [("sum", [{"stdout": "42\n"}])]
    done.cells[0].outputs[0].text = "41\n"
    write(done, tmp_path / "stale.ipynb")
    stale = read(tmp_path / "stale.ipynb")
    assert shown(executed(stale, tmp_path)) != shown(stale)
    assert json.loads((tmp_path / "stale.ipynb").read_text("utf-8"))["nbformat"] == 4
