"""Engines of another family, or in another process, behind the interface of our stores."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyoxigraph as ox

from si_kg.store import Answer
from si_kg.store.text import GRAPH_FORMS, form

_LONGEST_START = 20  # seconds


@contextmanager
def oxigraph_server(*, union: bool = True, location: Path | None = None) -> Iterator[str]:
    """The address of an empty Oxigraph server in a process of its own, which ends afterwards.

    It keeps all in memory, or on disk in `location`.
    """
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    assert program, "the package `oxigraph` brings it"
    port = _free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}"]
    command += ["--union-default-graph"] * union
    command += ["--location", str(location)] if location else []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(server, f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _LONGEST_START
    while True:
        assert server.poll() is None, "the server ended before it answered"
        try:
            urlopen(address, timeout=1).close()  # noqa: S310 (our own address)
        except URLError:
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.05)
        else:
            return


class Arq:
    """Jena ARQ as `arq.py` runs it; `close` ends its process."""

    def __init__(self, quads: Path, *, rewrite: bool = False) -> None:
        program = [sys.executable, str(Path(__file__).with_name("arq.py")), str(quads)]
        self._process = subprocess.Popen(
            [*program, *(["rewrite"] if rewrite else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._said() == "ready"

    def query(self, text: str) -> Answer:
        """The answer of a SELECT or CONSTRUCT."""
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps(text)}\n")
        self._process.stdin.flush()
        body = self._said().encode()
        if form(text) in GRAPH_FORMS:
            found = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
            return iter([quad.triple for quad in found])
        return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)

    def close(self) -> None:
        """End it, as the end of its input does."""
        self._process.communicate()

    def _said(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "ARQ ended; what it wrote to stderr says why"
        return str(json.loads(line))
