"""A triple store on this machine that can be made to fail at any request."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

BREAK, BREAK_AFTER, SILENCE = "break", "break after", "silence"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Asked:
    """One request: PUT, QUERY or the first word of an update; the graph or text; the headers."""

    verb: str
    what: str
    headers: Message


@dataclass
class FakeStore:
    """The store, what it was asked, and how it fails.

    `fails` may give a status, or BREAK, BREAK_AFTER (when the work was done) or SILENCE.
    """

    engine: ox.Store = field(default_factory=ox.Store)
    url: str = ""
    union: bool = True
    asked: list[Asked] = field(default_factory=list)
    fails: Callable[[Asked], int | str | None] = lambda _: None

    def verbs(self) -> list[str]:
        """What was asked for, without the questions."""
        return [asked.verb for asked in self.asked if asked.verb != "QUERY"]


@contextmanager
def fake_store() -> Iterator[FakeStore]:
    """A running store."""
    store = FakeStore()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(store))
    store.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield store
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(store: FakeStore) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._take("QUERY", parse_qs(urlsplit(self.path).query)["query"][0])

        def do_PUT(self) -> None:
            self._take("PUT", parse_qs(urlsplit(self.path).query)["graph"][0])

        def do_POST(self) -> None:
            self._take("", "")

        def _take(self, verb: str, what: str) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = _asked(verb, what, self.headers, body)
            store.asked.append(asked)
            fault = store.fails(asked)
            if isinstance(fault, int):
                self._answer(fault, b"")
            elif fault is None:
                self._answer(200, _done(store, asked, body))
            else:
                _FAULTS[fault](store, asked, body)

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    return Handler


def _asked(verb: str, what: str, headers: Message, body: bytes) -> Asked:
    if headers.get_content_type() == _FORM:  # a question too long for an address
        return Asked("QUERY", parse_qs(body.decode())["query"][0], headers)
    text = what or body.decode()
    return Asked(verb or text.split()[0], text, headers)


def _done(store: FakeStore, asked: Asked, body: bytes) -> bytes:
    if asked.verb == "QUERY":
        answer = store.engine.query(asked.what, use_default_graph_as_union=store.union)
        assert not isinstance(answer, ox.QueryTriples)
        return answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
    if asked.verb == "PUT":
        graph = ox.NamedNode(asked.what)
        store.engine.remove_graph(graph)
        store.engine.load(body, format=ox.RdfFormat.TURTLE, to_graph=graph)
    else:
        store.engine.update(asked.what)
    return b""


_FAULTS: dict[str, Callable[[FakeStore, Asked, bytes], object]] = {
    BREAK: lambda *_: None,
    BREAK_AFTER: _done,
    SILENCE: lambda *_: time.sleep(0.5),
}
