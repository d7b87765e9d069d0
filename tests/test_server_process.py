"""The server as a process: it starts, answers while a long query is ended, and stops."""

import os
import signal
import socket
import threading
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from conftest import Cli, Endpoint, complaint
from server_process import started

ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"
QUICK = "/sparql?query=" + quote("ASK { ?s ?p ?o }")


def test_a_long_query_is_ended_while_others_are_served() -> None:
    """It gets a 503 within its limit and a second; meanwhile and afterwards others are answered."""
    with started("--timeout", "1.5") as served:
        status, _ = served.get(QUICK)
        assert status == 200
        ended: list[tuple[int, str, float]] = []

        def ask() -> None:
            began = time.monotonic()
            answer = served.get("/sparql?query=" + quote(ENDLESS))
            ended.append((*answer, time.monotonic() - began))

        slow = threading.Thread(target=ask)
        slow.start()
        answered = 0
        while slow.is_alive():
            another = quote(f"ASK {{ ?s ?p ?o }} #{answered}")  # that no answer is kept of
            assert served.get(f"/sparql?query={another}")[0] == 200
            answered += 1
        slow.join()
        [(status, body, seconds)] = ended
        assert (status, "1.5 s" in body) == (503, True)
        assert seconds < 2.5
        assert answered > 5
        assert served.get(QUICK)[0] == 200


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_it_stops_at_once() -> None:
    """A signal that comes as soon as the address is told is not lost."""
    with started() as served:
        assert served.end(signal.SIGINT) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_it_stops_when_it_is_told_to() -> None:
    """Without a complaint; the log holds paths, and nothing of what was asked."""
    with started() as served:
        began = time.monotonic()
        assert served.get(QUICK + "&secret=1")[0] == 200
        assert served.get("/id/%0aforged%20line")[0] == 404
        code, log = served.end(signal.SIGTERM)
    assert code == 0
    assert time.monotonic() - began < 10
    assert "GET /sparql 200" in log
    assert "GET /id/%0aforged%20line 404" in log
    assert "ASK" not in log
    assert "secret" not in log
    assert "Traceback" not in log


def test_rough_requests_do_not_stop_it() -> None:
    """What is no HTTP, or half of it, costs one connection."""
    with started() as served:
        for rough in (
            b"\x16\x03\x01\x00\xff nonsense\r\n\r\n",
            b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf",
            b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"GET /id/\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", served.port), timeout=5) as line:
                line.sendall(rough)
        assert served.get("/health")[0] == 200
        assert served.get("/", host="a b")[0] == 400
        _, log = served.end(signal.SIGTERM)
        assert "Traceback" not in log


def test_it_serves_an_endpoint_elsewhere(endpoint: Endpoint) -> None:
    """The same command in front of another store."""
    with started("--endpoint", endpoint.url, "--workers", "1") as served:
        assert served.get(QUICK) == (200, '{\n  "head": {},\n  "boolean": true\n}\n')
        assert served.get("/id/empowerment.nt")[0] in {200, 404}


def test_a_port_that_is_taken(cli: Cli) -> None:
    """One line that names the port and the option, before the graph is read."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        for language, word in (("nl", "kies een andere --port"), ("en", "choose another --port")):
            ran = cli("serve", "--port", str(port), "--lang", language)
            assert ran.code == 3
            told = complaint(ran)
            assert str(port) in told
            assert word in told


def test_a_graph_that_is_not_there(cli: Cli, tmp_path: Path) -> None:
    """The complaint comes before anything is served."""
    ran = cli("--endpoint", str(tmp_path / "none"), "serve", "--port", "0")
    assert ran.code != 0
    assert "none" in complaint(ran)
