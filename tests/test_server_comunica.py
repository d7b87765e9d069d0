"""Comunica asks a server of ours, alone and together with a file.

It is a program of node: `npm install @comunica/query-sparql@4` in a folder of your choice, and then
SI_KG_COMUNICA=FOLDER/node_modules/.bin/comunica-sparql pytest tests/test_server_comunica.py
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyoxigraph as ox
import pytest
from server_process import started

from si_kg.namespaces import ID, PREFIXES

COMUNICA = os.environ.get("SI_KG_COMUNICA") or shutil.which("comunica-sparql")
pytestmark = pytest.mark.skipif(
    not COMUNICA, reason="SI_KG_COMUNICA names no comunica-sparql, and PATH has none"
)
HEAD = f"PREFIX skos: <{PREFIXES['skos']}> PREFIX id: <{ID}> "
PLAN = f"""
<https://example.org/plan> <https://example.org/about> <{ID}empowerment> , <{ID}co-creation> .
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves Turtle, and logs nothing."""

    extensions_map = {".ttl": "text/turtle"}  # noqa: RUF012 (as the class above has it)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The shipped graph's SPARQL."""
    with started() as served:
        yield f"sparql@http://127.0.0.1:{served.port}/sparql"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Turtle file of one's own."""
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan.ttl").write_text(PLAN)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/plan.ttl"
        server.shutdown()


def asked(query: str, kind: str, *sources: str) -> str:
    """What Comunica answers, in this format."""
    assert COMUNICA
    ran = subprocess.run(
        [COMUNICA, *sources, "-q", HEAD + query, "-t", kind],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(COMUNICA).parent,
    )
    return ran.stdout


def rows(answer: str) -> list[tuple[str, ...]]:
    """The values of each row."""
    found = json.loads(answer)["results"]["bindings"]
    return [tuple(row[name]["value"] for name in sorted(row)) for row in found]


def test_select(endpoint: str) -> None:
    """Rows, of this endpoint alone."""
    query = "SELECT ?label { id:empowerment skos:prefLabel ?label }"
    found = rows(asked(query, "application/sparql-results+json", endpoint))
    assert found == [("empowerment",), ("empowerment",)]


def test_construct(endpoint: str) -> None:
    """Triples."""
    query = "CONSTRUCT { ?c skos:prefLabel ?l } WHERE { ?c skos:prefLabel ?l } LIMIT 5"
    found = asked(query, "application/n-triples", endpoint).encode()
    assert len(list(ox.parse(found, format=ox.RdfFormat.N_TRIPLES))) == 5


def test_a_join_with_a_file(endpoint: str, plan: str) -> None:
    """What the file is about, by the names that the graph has for it."""
    query = """SELECT ?label { ?plan <https://example.org/about> ?concept .
    ?concept skos:prefLabel ?label . FILTER (LANG(?label) = "en") } ORDER BY ?label"""
    found = rows(asked(query, "application/sparql-results+json", endpoint, plan))
    assert found == [("co-creation",), ("empowerment",)]
