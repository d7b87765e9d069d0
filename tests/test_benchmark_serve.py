"""The client of the server's benchmark counts what was answered, and nothing else."""

import itertools
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from load import Load, get, is_whole, load
from serve import report

BODY = b"0123456789"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n"


class Slow(BaseHTTPRequestHandler):
    """Answers after 10 ms, except at an address that is not there."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """An answer of ten bytes."""
        time.sleep(0.01)
        self.send_response(404 if self.path == "/nothing" else 200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server that takes its time."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_requests_are_counted_and_timed(port: int) -> None:
    """As many as there are, or as fit in the time; each takes as long as it takes."""
    ask = get(f"http://127.0.0.1:{port}/some?thing=1", **{"accept-language": "nl"})
    assert b"GET /some?thing=1 HTTP/1.1\r\n" in ask
    few = load(port, [ask] * 7, connections=3, seconds=30)
    assert (len(few.seconds), few.failed) == (7, 0)
    assert min(few.seconds) >= 0.01
    assert few.percentile(50) <= few.percentile(99) <= max(few.seconds)
    many = load(port, itertools.repeat(ask), connections=3, seconds=0.2)
    assert 3 <= len(many.seconds) <= 3 * 21
    assert many.rate == len(many.seconds) / many.elapsed


def test_what_is_no_answer_has_failed(port: int) -> None:
    """Another status, and a server that hangs up."""
    wrong = load(port, [get(f"http://127.0.0.1:{port}/nothing")], connections=1, seconds=5)
    assert (len(wrong.seconds), wrong.failed) == (0, 1)
    rough = load(port, [b"nonsense\r\n\r\n"], connections=1, seconds=5)
    assert (len(rough.seconds), rough.failed) == (0, 1)


@pytest.mark.parametrize(
    ("received", "whole"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Len", False),
        (HEAD + BODY[:9], False),
        (HEAD + BODY, True),
        (CHUNKS, False),
        (CHUNKS + b"0\r\n\r\n", True),
    ],
)
def test_an_answer_ends_where_it_says(received: bytes, whole: bool) -> None:  # noqa: FBT001
    """By its length, or by its last chunk."""
    assert is_whole(received) is whole


def test_the_report_compares_ours_with_others() -> None:
    """By requests a second."""
    ours, other = (Load(elapsed=1, busy=0.5, seconds=[0.01] * count) for count in (300, 100))
    lines = list(report({"si-kg, kept": ours, "another": other}))
    assert lines[-1] == "si-kg, kept: 3.00 × another"
    assert "300" in lines[1]
    assert "50%" in lines[1]
