"""Every engine gives every canned query the same rows: on disk, over HTTP, of another family."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT, shell
from engines import Arq, oxigraph_server

from si_kg.catalogue import Catalogue
from si_kg.checks import GOLDEN, golden_answer, golden_file
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.shipped import GRAPH_FILE
from si_kg.store import Store, at_endpoint, disk, on_disk, rows

QUERIES = Catalogue.from_folder(ROOT / "queries")
ENGINES = ("Oxigraph on disk", "Oxigraph server over HTTP", "Jena ARQ 2.10")
REWRITTEN = "Jena ARQ 2.10, VALUES as BIND"

# ARQ 2.10 gives the hidden variables of a sub-select other names, so that they are no others
# outside, but leaves some places out. The rows are then those of a query without that condition.
_VALUES = "a VALUES in a sub-select keeps the old name of a variable that is not projected"
_NOT_EXISTS = "the inner of two FILTER NOT EXISTS in a sub-select keeps the old name of a variable"
CANNOT: dict[str, dict[str, str]] = {
    "Jena ARQ 2.10": {
        "claims-about": _VALUES,
        "claims-by": _VALUES,
        "claims-by-standing": _VALUES,
        "claims-for": _VALUES,
        "claims-of-kind": _VALUES,
        "contained-definitions": _NOT_EXISTS,
        "definitions-fitted": _VALUES,
        "definitions-of": _VALUES,
        "definitions-to-quote": _VALUES,
        "judgements-of": _VALUES,
        "shared-criteria": _VALUES,
        "under-definition": _VALUES,
    }
}
CASES = [(engine, name) for engine in ENGINES for name in QUERIES]
Opened = Callable[[str], KnowledgeGraph]


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[str]:
    """The query address of a server in another process, loaded as a reader would load it."""
    with oxigraph_server() as address:
        ran = shell("publish", str(built), "--endpoint", f"{address}/query")
        assert (ran.returncode, ran.stderr) == (0, "")
        yield f"{address}/query"


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk."""
    made = tmp_path_factory.mktemp("disk") / "store"
    disk.write((built / GRAPH_FILE).read_bytes(), made)
    return made


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Gives the graph on the engine with this name, made when it is first asked for."""
    makers: dict[str, Callable[[], Store]] = {
        "Oxigraph on disk": lambda: on_disk(request.getfixturevalue("folder")),
        "Oxigraph server over HTTP": lambda: at_endpoint(request.getfixturevalue("server")),
        "Jena ARQ 2.10": lambda: Arq(request.getfixturevalue("built") / GRAPH_FILE),
        REWRITTEN: lambda: Arq(request.getfixturevalue("built") / GRAPH_FILE, rewrite=True),
    }
    made: dict[str, KnowledgeGraph] = {}

    def graph(engine: str) -> KnowledgeGraph:
        if engine not in made:
            made[engine] = KnowledgeGraph(makers[engine](), QUERIES, "en")
        return made[engine]

    yield graph
    for each in made.values():
        if isinstance(each.store, Arq):
            each.store.close()


def expected(graph: KnowledgeGraph, name: str) -> str:
    """The golden answer."""
    return golden_file(ROOT / GOLDEN, graph, name).read_bytes().decode()


@pytest.mark.parametrize(("engine", "name"), CASES)
def test_the_rows_are_golden(
    engine: str, name: str, opened: Opened, record_property: Callable[[str, object], None]
) -> None:
    """Byte for byte, numbers and order included; what an engine cannot do is known by name."""
    graph = opened(engine)
    answer, golden = golden_answer(graph, name), expected(graph, name)
    record_property("engine", engine)
    record_property("agrees", answer == golden)
    if name in CANNOT.get(engine, {}):
        assert answer != golden, "it works: take it off the list"
    else:
        assert answer == golden


RENAMED = [name for name, fault in CANNOT["Jena ARQ 2.10"].items() if fault == _VALUES]


@pytest.mark.parametrize("name", RENAMED)
def test_without_values_arq_has_the_golden_rows(name: str, opened: Opened) -> None:
    """Each VALUES written as rows of BIND means the same, and ARQ renames it well."""
    graph = opened(REWRITTEN)
    assert golden_answer(graph, name) == expected(graph, name)


ALL_OF_THEM = """?who <x:has> ?any FILTER NOT EXISTS {
    ?other <x:has> ?what FILTER NOT EXISTS { ?who <x:has> ?what } }"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        pytest.param(ALL_OF_THEM, {"x:b"}, id="alone"),
        pytest.param(f"{{ SELECT ?who {{ {ALL_OF_THEM} }} }}", {"x:a", "x:b"}, id="sub-select"),
    ],
)
def test_in_a_sub_select_arq_loses_the_inner_not_exists(
    pattern: str, found: set[str], tmp_path: Path
) -> None:
    """The same pattern gives other rows there: only x:b has all that anyone has."""
    file = tmp_path / "three.nq"
    pairs = ("a", "1"), ("b", "1"), ("b", "2")
    file.write_text("".join(f"<x:{who}> <x:has> <x:{what}> <x:graph> .\n" for who, what in pairs))
    with closing(Arq(file)) as arq:
        solutions = rows(arq, f"SELECT ?who {{ {pattern} }}")
        assert {row["who"].value for row in solutions} == found
