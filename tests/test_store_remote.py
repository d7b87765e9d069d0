"""An endpoint elsewhere: asked politely, signed in safely, and given up with a reason."""

import shutil
import ssl
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from io import BufferedIOBase
from pathlib import Path
from typing import Any

import pytest

from si_kg.errors import EndpointFailed, SiKgError
from si_kg.results import Verdict
from si_kg.store import faults, transport
from si_kg.store.credentials import PASSWORD, TOKEN, USER, is_local
from si_kg.store.remote import RemoteStore
from si_kg.store.timing import TIMEOUT
from si_kg.streams import collect

YES, ROWS = "ASK { ?s ?p ?o }", "SELECT * { ?s ?p ?o }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
LONG = YES + " #" + "x" * 3000
RESULTS = "application/sparql-results+json"
TRUE = b'{"head": {}, "boolean": true}'
SECRET = "zeer-geheim"  # noqa: S105 (it opens nothing)
FAULTS = [
    kind for kind in vars(faults).values() if getattr(kind, "__module__", "") == faults.__name__
]


@dataclass(frozen=True)
class Reply:
    """What the server says once."""

    status: int = 200
    kind: str | None = RESULTS
    body: bytes = TRUE
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    silence: float = 0.0


@dataclass(frozen=True)
class Asked:
    """What the server was asked."""

    method: str
    headers: Message
    body: bytes


@dataclass
class Server:
    """A server that gives its replies in turn, and the last one ever after."""

    url: str = ""
    replies: list[Reply] = field(default_factory=lambda: [Reply()])
    asked: list[Asked] = field(default_factory=list)

    def reply(self) -> Reply:
        """The next reply."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


Serve = Callable[..., Server]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine that runs the tests takes part."""
    for name in (USER, PASSWORD, TOKEN, TIMEOUT):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were taken, in no time."""
    taken: list[float] = []
    monkeypatch.setattr(transport, "sleep", taken.append)
    return taken


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers, over TLS where a context is given."""
    running: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def started(*replies: Reply, context: ssl.SSLContext | None = None) -> Server:
        made = Server(replies=list(replies) or [Reply()])
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made))
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        made.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}/sparql"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        running.append((server, thread))
        return made

    yield started
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(made: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            made.asked.append(Asked(self.command, self.headers, body))
            reply = made.reply()
            time.sleep(reply.silence)
            self.send_response(reply.status)
            if reply.kind:
                self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            _send(reply, self.wfile)

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    return Handler


def _send(reply: Reply, asker: BufferedIOBase) -> None:
    size = 1 if reply.drip else len(reply.body) or 1
    with suppress(OSError):  # the asker may have gone
        for start in range(0, len(reply.body), size):
            asker.write(reply.body[start : start + size])
            time.sleep(reply.drip)


def _failed(server: Server, text: str = YES, **options: Any) -> EndpointFailed:
    with pytest.raises(EndpointFailed) as failed:
        RemoteStore(server.url, **options).query(text)
    return failed.value


def test_the_length_decides_the_method(serve: Serve) -> None:
    """A short question fits in an address; a long one, or one long when encoded, is posted."""
    server = serve()
    store = RemoteStore(server.url)
    for text in (YES, LONG, YES + " #" + "é" * 400):
        assert collect(store.query(text)) == Verdict(value=True)
    assert [asked.method for asked in server.asked] == ["GET", "POST", "POST"]
    assert server.asked[1].headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert server.asked[1].body.startswith(b"query=ASK+")


def test_the_user_agent_tells_the_version(serve: Serve) -> None:
    """Whoever runs the endpoint can see who asks."""
    server = serve()
    RemoteStore(server.url).query(YES)
    assert server.asked[0].headers["User-Agent"] == f"si-kg/{version('si-kg')}"
    assert "Authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    ("variables", "header"),
    [
        pytest.param(
            {USER: "ik", PASSWORD: SECRET},
            "Basic " + b64encode(f"ik:{SECRET}".encode()).decode(),
            id="basic",
        ),
        pytest.param({TOKEN: f"{SECRET}\n"}, f"Bearer {SECRET}", id="bearer"),
        pytest.param({TOKEN: "", USER: ""}, None, id="empty-is-none"),
    ],
)
@pytest.mark.parametrize("text", [YES, LONG], ids=["get", "post"])
def test_credentials_come_from_the_environment(
    text: str,
    variables: dict[str, str],
    header: str | None,
    serve: Serve,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name with a password, or a token; over plain http to this machine only."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    server = serve()
    RemoteStore(server.url).query(text)
    assert server.asked[0].headers["Authorization"] == header


@pytest.mark.parametrize(
    "variables",
    [
        pytest.param({USER: "ik"}, id="no-password"),
        pytest.param({PASSWORD: SECRET}, id="no-user"),
        pytest.param({USER: "ik", PASSWORD: SECRET, TOKEN: SECRET}, id="both"),
        pytest.param({USER: "ik", TOKEN: SECRET}, id="mixed"),
        pytest.param({TOKEN: f"{SECRET}\r\nX: y"}, id="line-break"),
        pytest.param({TOKEN: f"{SECRET}é"}, id="no-ascii"),
        pytest.param({USER: "i:k", PASSWORD: SECRET}, id="colon"),
    ],
)
def test_unclear_credentials_are_refused(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is guessed, and nothing of them is shown."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(faults.CredentialsUnclear) as refused:
        RemoteStore("https://example.org/")
    _keeps_the_secret(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://example.org/sparql", id="elsewhere"),
        pytest.param("http://localhost.example.org/", id="looks-local"),
        pytest.param("http://192.168.1.2/", id="same-network"),
        pytest.param("http://", id="no-host"),
    ],
)
def test_credentials_never_go_over_plain_http(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal comes before any connection, even before a name is looked up."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: pytest.fail("network"))
    monkeypatch.setenv(TOKEN, SECRET)
    with pytest.raises(faults.CredentialsExposed) as refused:
        RemoteStore(url)
    _keeps_the_secret(refused.value)


def test_an_address_holds_no_password() -> None:
    """An address is shown in messages; a password in it is refused, unseen."""
    with pytest.raises(faults.CredentialsInAddress) as refused:
        RemoteStore(f"https://ik:{SECRET}@example.org/")
    _keeps_the_secret(refused.value)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine_is_local(host: str) -> None:
    """A name or a loopback address."""
    assert is_local(host)


def test_a_failure_keeps_the_secret(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint that says no, and says back what it got, does not make us show it."""
    monkeypatch.setenv(TOKEN, SECRET)
    error = _failed(serve(Reply(401, "text/plain", SECRET.encode())))
    assert isinstance(error, faults.EndpointDenied)
    _keeps_the_secret(error)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("text", [YES, LONG], ids=["get", "post"])
def test_another_host_gets_no_credentials(
    text: str, status: int, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A redirect is followed with the same question; another port is another host."""
    monkeypatch.setenv(TOKEN, SECRET)
    second = serve()
    first = serve(Reply(status, headers={"Location": second.url}))
    assert collect(RemoteStore(first.url).query(text)) == Verdict(value=True)
    assert first.asked[0].headers["Authorization"] == f"Bearer {SECRET}"
    assert "Authorization" not in second.asked[0].headers
    assert second.asked[0].body == first.asked[0].body


def test_the_same_host_gets_them_again(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect within one host stays signed in."""
    monkeypatch.setenv(TOKEN, SECRET)
    server = serve(Reply(307, headers={"Location": "/elders"}), Reply())
    RemoteStore(server.url).query(LONG)
    assert [asked.headers["Authorization"] for asked in server.asked] == [f"Bearer {SECRET}"] * 2


def test_a_redirect_leads_to_no_file(serve: Serve) -> None:
    """Only http and https are followed."""
    server = serve(Reply(302, headers={"Location": "file:///etc/passwd"}))
    assert isinstance(_failed(server), faults.EndpointRefused)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_passes_is_tried_again(status: int, serve: Serve, pauses: list[float]) -> None:
    """Each pause is twice as long as the one before."""
    server = serve(Reply(status), Reply(status), Reply())
    assert collect(RemoteStore(server.url).query(YES)) == Verdict(value=True)
    assert pauses == [0.25, 0.5]


def test_trying_ends(serve: Serve, pauses: list[float]) -> None:
    """After four attempts the endpoint is left alone."""
    server = serve(Reply(503))
    assert isinstance(_failed(server), faults.EndpointBusy)
    assert len(server.asked) == 4
    assert pauses == [0.25, 0.5, 1.0]


def test_a_refused_connection_is_tried_again(pauses: list[float]) -> None:
    """Nobody listens yet; somebody may in a moment."""
    with pytest.raises(faults.EndpointUnreachable, match="refused"):
        RemoteStore("http://127.0.0.1:1/").query(YES)
    assert len(pauses) == 3


def test_retry_after_is_honoured(serve: Serve, pauses: list[float]) -> None:
    """The endpoint knows best how long; as a number or as a date."""
    date = formatdate(time.time() + 20, usegmt=True)
    RemoteStore(
        serve(
            *(Reply(503, headers={"Retry-After": text}) for text in ("7", date, "x")), Reply()
        ).url
    ).query(YES)
    assert pauses[0] == 7
    assert 15 < pauses[1] <= 20
    assert pauses[2] == 1.0


@pytest.mark.parametrize(("asked", "timeout"), [("3600", 60), ("20", 10)])
def test_a_long_pause_is_not_waited_for(
    asked: str, timeout: int, serve: Serve, pauses: list[float]
) -> None:
    """Longer than half a minute, or than the time that is left: the reader hears it now."""
    server = serve(Reply(429, headers={"Retry-After": asked}))
    assert isinstance(_failed(server, timeout=timeout), faults.EndpointBusy)
    assert (len(server.asked), pauses) == (1, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 414, 500])
def test_what_stays_is_not_tried_again(status: int, serve: Serve, pauses: list[float]) -> None:
    """A bad question stays bad."""
    server = serve(Reply(status))
    assert _failed(server).facts["status"] == status
    assert (len(server.asked), pauses) == (1, [])


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(silence=0.5), id="silent"),
        pytest.param(Reply(body=TRUE * 10, drip=0.05), id="dripping"),
    ],
)
def test_time_runs_out(reply: Reply, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint that sends nothing, or a byte now and then, is left in time."""
    monkeypatch.setenv(TIMEOUT, "0.2")
    server = serve(reply)
    begun = time.monotonic()
    assert isinstance(_failed(server), faults.EndpointTooSlow)
    assert time.monotonic() - begun < 2


def test_the_timeout_has_three_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """An argument goes before the environment, which goes before a minute."""
    assert RemoteStore("http://x/").timeout == 60
    monkeypatch.setenv(TIMEOUT, "7.5")
    assert RemoteStore("http://x/").timeout == 7.5
    assert RemoteStore("http://x/", timeout=3).timeout == 3


@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "een minuut"])
def test_a_timeout_is_a_number_of_seconds(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is said to be wrong."""
    monkeypatch.setenv(TIMEOUT, value)
    with pytest.raises(faults.TimeoutMalformed, match=value):
        RemoteStore("http://x/")


@pytest.mark.parametrize(
    ("text", "reply", "error"),
    [
        pytest.param(YES, Reply(kind="text/html", body=b"<html>"), "AnswerNotSparql", id="page"),
        pytest.param(YES, Reply(kind=None), "AnswerNotSparql", id="no-type"),
        pytest.param(GRAPH, Reply(), "AnswerNotSparql", id="rows-for-a-graph"),
        pytest.param(YES, Reply(body=b"\x00\xff"), "AnswerBroken", id="garbage"),
        pytest.param(YES, Reply(body=b"<html>"), "AnswerBroken", id="page-in-disguise"),
        pytest.param(YES, Reply(body=b""), "AnswerBroken", id="nothing"),
        pytest.param(
            ROWS,
            Reply(body=b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"lit'),
            "AnswerBroken",
            id="truncated",
        ),
        pytest.param(ROWS, Reply(), "AnswerBroken", id="verdict-for-rows"),
        pytest.param(
            GRAPH, Reply(kind="text/turtle", body=b"<a:a> <a:b"), "AnswerBroken", id="turtle"
        ),
    ],
)
def test_what_is_no_answer(text: str, reply: Reply, error: str, serve: Serve) -> None:
    """What is no SPARQL result is not taken for one."""
    server = serve(reply)
    assert type(_failed(server, text)).__name__ == error
    assert len(server.asked) == 1


@pytest.mark.parametrize("headers", [{}, {"Content-Length": "2000000"}], ids=["sent", "announced"])
def test_too_much_is_refused(
    headers: dict[str, str], serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body that is too large is not read to its end, or not at all."""
    monkeypatch.setattr(transport, "MOST_MEGABYTES", 1)
    server = serve(Reply(body=b" " * 2_000_000, headers=headers))
    assert isinstance(_failed(server), faults.AnswerTooLarge)


def test_certificates_are_checked(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown signer is refused; one in SSL_CERT_FILE is trusted, as Python does."""
    program = shutil.which("openssl")
    if not program:
        pytest.skip("openssl, which makes the certificate, is not here")
    key, own = tmp_path / "key.pem", tmp_path / "own.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    name = ["-addext", "subjectAltName=IP:127.0.0.1"]
    command = [program, *made, *name, "-keyout", str(key), "-out", str(own)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    server = serve(context=context)
    assert isinstance(_failed(server), faults.EndpointUntrusted)
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    assert collect(RemoteStore(server.url).query(YES)) == Verdict(value=True)


@pytest.mark.parametrize("kind", FAULTS, ids=lambda kind: kind.__name__)
def test_each_fault_speaks_both_languages(kind: type[SiKgError]) -> None:
    """Both sentences are whole, differ, and tell the same facts."""
    names = (
        *("url", "reason", "seconds", "status", "variables", "kind", "wanted", "most", "value"),
        "folder",
    )
    error = kind(**{name: f"[{name}]" for name in names})
    nl, en = error.message("nl"), error.message("en")
    assert nl != en
    assert nl.endswith((".", "?"))
    assert en.endswith((".", "?"))
    assert [f"[{name}]" in nl for name in names] == [f"[{name}]" in en for name in names]


def _keeps_the_secret(error: SiKgError) -> None:
    for shown in (error.message("nl"), error.message("en"), repr(error), repr(error.facts)):
        assert SECRET not in shown
