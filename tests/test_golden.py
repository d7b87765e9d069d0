"""Every canned query has its expected answer beside the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from si_kg.catalogue import Catalogue
from si_kg.checks import GOLDEN, golden_answer, golden_file
from si_kg.knowledge_graph import KnowledgeGraph

QUERIES = Catalogue.from_folder(ROOT / "queries")
FOLDER = ROOT / GOLDEN


@pytest.fixture(scope="session")
def updated(request: pytest.FixtureRequest, graph: KnowledgeGraph) -> bool:
    """Whether the expected answers were rewritten just now, as `--update-golden` asks."""
    if not request.config.getoption("--update-golden"):
        return False
    write_all(FOLDER, graph)
    return True


def write_all(folder: Path, graph: KnowledgeGraph) -> None:
    """The answer of each query in its file, and no other files."""
    folder.mkdir(exist_ok=True)
    wanted = {
        golden_file(folder, graph, name): golden_answer(graph, name) for name in graph.catalogue
    }
    for file in set(folder.iterdir()) - set(wanted):
        file.unlink()
    for file, text in wanted.items():
        file.write_text(text, "utf-8", newline="")


@pytest.mark.usefixtures("updated")
def test_every_query_has_a_golden_file(graph: KnowledgeGraph) -> None:
    """A query without rows, or rows without a query, is a mistake. So is finding no query."""
    assert QUERIES
    wanted = {golden_file(FOLDER, graph, name).name for name in QUERIES}
    assert {file.name for file in FOLDER.iterdir()} == wanted


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("name", QUERIES)
def test_rows_match(
    name: str, graph: KnowledgeGraph, record_property: Callable[[str, object], None]
) -> None:
    """The answer changes only when someone changes the golden file."""
    expected = golden_file(FOLDER, graph, name).read_bytes().decode()
    answer = golden_answer(graph, name)
    record_property("engine", "Oxigraph in memory")
    record_property("agrees", answer == expected)
    assert answer == expected


def test_rewriting_writes_what_is_compared(mini_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """`--update-golden` writes a file per query, byte for byte, and takes leftovers away."""
    (tmp_path / "left-over.csv").write_text("x")
    write_all(tmp_path, mini_graph)
    files = {file.stem: file.read_bytes().decode() for file in tmp_path.iterdir()}
    assert files == {name: golden_answer(mini_graph, name) for name in mini_graph.catalogue}
