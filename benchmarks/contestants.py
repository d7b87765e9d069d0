"""Servers of the same graph, each in a process of its own on a free port of this machine."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from load import get

RESULTS = "application/sparql-results+json"
_LONGEST_START = 60


@dataclass(frozen=True)
class Server:
    """A server that answers, its port, where it takes SPARQL, and the seconds until it did."""

    port: int
    path: str
    started: float

    def address(self, path: str) -> str:
        """The whole address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def sparql(self, text: str) -> bytes:
        """The request that asks a query."""
        return get(self.address(f"{self.path}?query={quote(text)}"), accept=RESULTS)

    def body(self, path: str, *, accept: str = "*/*") -> bytes:
        """What an address gives; raises HTTPError."""
        request = Request(self.address(path), headers={"Accept": accept})  # noqa: S310 (our own)
        with urlopen(request, timeout=_LONGEST_START) as answer:  # noqa: S310 (our own)
            body: bytes = answer.read()
        return body


@contextmanager
def si_kg(*options: str) -> Iterator[Server]:
    """This project."""
    with _started("/sparql", "si-kg", "serve", "--port", "{port}", *options) as server:
        yield server


@contextmanager
def rdflib_endpoint(triples: Path) -> Iterator[Server]:
    """The package of this name, as it comes."""
    program = ("rdflib-endpoint", "serve", "--host", "127.0.0.1", "--port", "{port}")
    with _started("/", *program, str(triples)) as server:
        yield server


@contextmanager
def oxigraph(quads: Path, folder: Path) -> Iterator[Server]:
    """The bare server of Oxigraph, on a disk store that was filled before."""
    load = [_program("oxigraph"), "load", "--location", str(folder), "--file", str(quads)]
    subprocess.run(load, check=True, capture_output=True)
    program = ("oxigraph", "serve-read-only", "--location", str(folder), "--union-default-graph")
    with _started("/query", *program, "--bind", "127.0.0.1:{port}") as server:
        yield server


@contextmanager
def oxigraph_to_write(folder: Path) -> Iterator[Server]:
    """The same, on an empty disk store that takes updates."""
    program = ("oxigraph", "serve", "--location", str(folder), "--union-default-graph")
    with _started("/query", *program, "--bind", "127.0.0.1:{port}") as server:
        yield server


@contextmanager
def _started(path: str, *command: str) -> Iterator[Server]:
    port = _free_port()
    name, *arguments = (each.format(port=port) for each in command)
    began = time.perf_counter()
    with subprocess.Popen(
        [_program(name), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            server = Server(port, path, 0.0)
            _wait_for(process, server)
            yield Server(port, path, time.perf_counter() - began)
        finally:
            process.terminate()


def _wait_for(process: "subprocess.Popen[bytes]", server: Server) -> None:
    deadline = time.monotonic() + _LONGEST_START
    ask = f"{server.path}?query={quote('ASK {}')}"
    while True:
        try:
            server.body(ask, accept=RESULTS)
        except HTTPError:
            raise
        except (URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _program(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise FileNotFoundError(name)
    return found


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
