"""What the tests share: the graphs, the command line, and the option that rewrites golden files."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from hypothesis import settings

from si_kg import shipped, snapshot
from si_kg.catalogue import Catalogue
from si_kg.cli.run import run
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import PREFIXES
from si_kg.store import EmbeddedStore

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "fixtures"

# A slow machine is no fault of the code, and a suite gives the same verdict twice.
settings.register_profile("si-kg", deadline=None, derandomize=True, database=None)
settings.load_profile("si-kg")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the expected answers instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many canned queries each engine answered as its golden file does."""
    reports = [
        each for state in ("passed", "failed") for each in terminalreporter.stats.get(state, [])
    ]
    asked = [
        facts for facts in (dict(each.user_properties) for each in reports) if "engine" in facts
    ]
    for engine in sorted({facts["engine"] for facts in asked}):
        answers = [facts["agrees"] for facts in asked if facts["engine"] == engine]
        terminalreporter.write_line(
            f"engine {engine}: {sum(answers)} of {len(answers)} canned queries"
        )
    suites = [dict(each.user_properties).get("w3c") for each in reports]
    passed = [dict(each.user_properties).get("w3c") for each in reports if each.passed]
    for suite in sorted(filter(None, set(suites))):
        terminalreporter.write_line(
            f"{suite}: {passed.count(suite)} of {suites.count(suite)} tests of the W3C"
        )


@dataclass(frozen=True)
class Ran:
    """How a command line ended, and what it wrote."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ran]


def complaint(ran: Ran) -> str:
    """The one line on stderr; nothing is on stdout, and nothing looks like a traceback."""
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert "Er ging iets stuk" not in ran.err
    assert "Something broke" not in ran.err
    return ran.err


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`si-kg` as a process of its own."""
    program = [sys.executable, "-c", "from si_kg.cli import main; main()", *arguments]
    return subprocess.run(program, capture_output=True, text=True, timeout=30, check=False)


def store_of(turtle: str) -> EmbeddedStore:
    """A store with these triples; every prefix of ours may be used."""
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return EmbeddedStore.from_quads(ox.parse(head + turtle, format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout: the folder of `ontology/`, `data/` and `queries/`."""
    return ROOT


@pytest.fixture(scope="session")
def mini() -> Path:
    """A root of a few things, for claims that need an exact answer."""
    return FIXTURES / "mini"


@pytest.fixture
def mini_copy(mini: Path, tmp_path: Path) -> Path:
    """A copy of the mini root that a test may damage."""
    return shutil.copytree(mini, tmp_path / "root")


@pytest.fixture(scope="session")
def graph(root: Path) -> KnowledgeGraph:
    """The real graph, compiled from its sources, in English."""
    return _compiled(root)


@pytest.fixture(scope="session")
def mini_graph(mini: Path) -> KnowledgeGraph:
    """The mini graph, compiled from its sources, in English."""
    return _compiled(mini)


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh build of the real graph."""
    folder = tmp_path_factory.mktemp("built")
    snapshot.build(root, folder, "0.0.0")
    return folder


@pytest.fixture(scope="session")
def mini_built(mini: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh build of the mini graph."""
    folder = tmp_path_factory.mktemp("mini-built")
    snapshot.build(mini, folder, "0.0.0")
    return folder


@pytest.fixture
def mini_shipped(mini: Path, mini_built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package as if it came with the mini graph, and with its rules and shapes."""
    monkeypatch.setattr(shipped, "root", lambda: mini)
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: mini_built)


@pytest.fixture
def cli(built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs `si-kg` with these arguments on the real graph."""
    return _runner(ROOT, built, monkeypatch, capsys)


@pytest.fixture
def mini_cli(
    mini_copy: Path,
    mini_built: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Cli:
    """Runs `si-kg` with these arguments on the mini graph; its root may be damaged."""
    return _runner(mini_copy, mini_built, monkeypatch, capsys)


@dataclass
class Endpoint:
    """A SPARQL endpoint on this machine, and what it was asked.

    `answer` replaces its answer by a status, a content type and a body; `length` lies about the
    length of the body.
    """

    url: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    answer: tuple[int, str, bytes] | None = None
    length: int | None = None


@pytest.fixture
def endpoint(mini_graph: KnowledgeGraph) -> Iterator[Endpoint]:
    """An endpoint that holds the mini graph."""
    assert isinstance(mini_graph.store, EmbeddedStore)
    with endpoint_over(mini_graph.store) as made:
        yield made


@contextmanager
def endpoint_over(store: EmbeddedStore) -> Iterator[Endpoint]:
    """An endpoint that holds what the store does."""
    made = Endpoint()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made, store.engine))
    made.url = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(endpoint: Endpoint, engine: ox.Store) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers in SPARQL results JSON or Turtle, as the protocol asks."""

        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, form: str) -> None:
            text = parse_qs(form)["query"][0]
            endpoint.asked.append((self.command, text))
            status, kind, body = endpoint.answer or _protocol(engine, text)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(endpoint.length or len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    return Handler


def _protocol(engine: ox.Store, text: str) -> tuple[int, str, bytes]:
    try:
        answer = engine.query(text, use_default_graph_as_union=True)
    except SyntaxError as error:
        return 400, "text/plain", str(error).encode()
    if isinstance(answer, ox.QueryTriples):
        return 200, "text/turtle", answer.serialize(format=ox.RdfFormat.TURTLE) or b""
    body = answer.serialize(format=ox.QueryResultsFormat.JSON)
    return 200, "application/sparql-results+json", body or b""


def _compiled(root: Path) -> KnowledgeGraph:
    return KnowledgeGraph(snapshot.compiled(root), Catalogue.from_folder(root / "queries"), "en")


def _runner(
    root: Path, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Cli:
    monkeypatch.setattr(shipped, "root", lambda: root)
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: built)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for variable in ("SI_KG_LANG", "SI_KG_ENDPOINT", "SI_KG_WORKSPACE"):
        monkeypatch.delenv(variable, raising=False)

    def ran(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return ran
