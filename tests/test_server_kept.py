"""Answers that are kept: the same as those that are made, to whom they are due, within bounds."""

import gzip
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import anyio
import pyoxigraph as ox
import pytest
from conftest import Endpoint
from hypothesis import given
from hypothesis import strategies as st
from served import graph_over, serving
from starlette.responses import Response
from starlette.testclient import TestClient

from si_kg.catalogue import Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server import desk, kept
from si_kg.server.call import Call, Reply
from si_kg.server.kept import Kept, key_of
from si_kg.server.together import Together
from si_kg.store import EmbeddedStore, at_endpoint
from si_kg.workers import AllBusy

THING = "https://example.org/a"
LONG = [ox.Literal(f"{'long ' * 50}{number}") for number in range(20)]
ROWS = "/sparql?query=SELECT ?o { ?s ?p ?o } ORDER BY ?o"
MARK = "m"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What desks are asked."""
    found: list[str] = []
    real = desk.Desk.answer

    def answer(own: desk.Desk, name: str, call: Call) -> Reply:
        found.append(name)
        return real(own, name, call)

    monkeypatch.setattr(desk.Desk, "answer", answer)
    return found


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A server over some long texts."""
    node = ox.NamedNode(THING)
    quads = [ox.Quad(node, node, text, node) for text in LONG]
    with serving(graph_over(EmbeddedStore.from_quads(quads))) as made:
        yield made


def told(got: Any) -> tuple[int, dict[str, str], bytes]:
    """All of a response."""
    return got.status_code, dict(got.headers), got.content


def test_a_kept_answer_is_the_same_answer(client: TestClient, asked: list[str]) -> None:
    """Once asked, then kept: status, headers and body; HEAD and 304 come from it as well."""
    first = client.get(ROWS)
    assert told(client.get(ROWS)) == told(first)
    head = client.head(ROWS)
    assert told(head) == (200, dict(first.headers), b"")
    known = client.get(ROWS, headers={"if-none-match": f'"x", {first.headers["etag"]}'})
    assert (known.status_code, known.content) == (304, b"")
    for name in ("etag", "cache-control", "vary", "access-control-allow-origin"):
        assert known.headers[name] == first.headers[name]
    assert "content-type" not in known.headers
    assert client.get(ROWS, headers={"if-none-match": '"other"'}).status_code == 200
    assert asked == ["sparql"]


@pytest.mark.parametrize(
    "headers",
    [
        {"accept": "text/csv"},
        {"accept-language": "nl"},
        {"accept-encoding": "identity"},
        {"host": "other.example"},
    ],
    ids=repr,
)
def test_what_an_answer_depends_on_is_asked_anew(
    client: TestClient, asked: list[str], headers: dict[str, str]
) -> None:
    """Format, language, encoding and host; what it does not depend on is not."""
    client.get(ROWS)
    client.get(ROWS, headers=headers)
    client.get(ROWS, headers=headers | {"user-agent": "another"})
    assert len(asked) == 2


def test_an_address_stands_in_the_answer_of_its_own_host(client: TestClient) -> None:
    """What is kept for one host is not given to another."""
    for host in ("one.example", "two.example", "one.example"):
        servers = client.get("/openapi.json", headers={"host": host}).json()["servers"]
        assert servers == [{"url": f"http://{host}"}]


def test_a_citation_tells_the_day_of_the_question(
    graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept yesterday is not given today."""
    with serving(graph) as client:
        for day in ("1795305600", "1795392000"):
            monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
            citation = client.get("/q/issues.json?lang=en").json()["citation"]
            assert datetime.fromtimestamp(int(day), UTC).date().isoformat() in citation


def test_nothing_is_kept_that_may_change(
    endpoint: Endpoint, asked: list[str], mini_graph: KnowledgeGraph
) -> None:
    """An endpoint elsewhere is asked each time; so is what is posted, and what is wrong."""
    with serving(KnowledgeGraph(at_endpoint(endpoint.url), Catalogue({}), "en")) as client:
        for _ in range(2):
            assert client.get(ROWS).status_code == 200
        assert asked == ["sparql"] * 2
    with serving(mini_graph) as client:
        for _ in range(2):
            assert client.post("/sparql", data={"query": "ASK {}"}).status_code == 200
            assert client.get("/sparql?query=nonsense").status_code == 400
    assert asked == ["sparql"] * 6


def test_none_is_kept_where_there_is_no_room(asked: list[str]) -> None:
    """A size of 0 turns it off."""
    with serving(graph_over(EmbeddedStore.from_quads([])), kept_size=0) as client:
        assert [client.get(ROWS).status_code for _ in range(2)] == [200, 200]
    assert asked == ["sparql"] * 2


def test_long_texts_are_compressed(client: TestClient) -> None:
    """For who takes that; the tag stays, and the answer is the same."""
    plain = client.get(ROWS, headers={"accept-encoding": "gzip;q=0"})
    with client.stream("GET", ROWS, headers={"accept-encoding": "br, gzip"}) as sent:
        raw = b"".join(sent.iter_raw())
        assert sent.headers["content-encoding"] == "gzip"
        assert sent.headers["content-length"] == str(len(raw))
        assert sent.headers["etag"] == plain.headers["etag"]
        assert "Accept-Encoding" in sent.headers["vary"]
    assert gzip.decompress(raw) == plain.content
    assert len(raw) * 4 < len(plain.content)
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in client.get("/sparql?query=ASK {}").headers


def test_files_are_compressed(client: TestClient) -> None:
    """The look of the pages, for who takes that; 304 for who has it in either form."""
    plain = client.get("/static/site.css", headers={"accept-encoding": "identity"})
    with client.stream("GET", "/static/site.css", headers={"accept-encoding": "gzip"}) as sent:
        raw = b"".join(sent.iter_raw())
    assert sent.headers["content-encoding"] == "gzip"
    assert sent.headers["content-type"] == plain.headers["content-type"]
    assert sent.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(raw) == plain.content
    for tag in (plain.headers["etag"], sent.headers["etag"]):
        known = client.get("/static/site.css", headers={"if-none-match": tag})
        assert (known.status_code, known.content) == (304, b"")
    head = client.head("/static/site.css", headers={"accept-encoding": "gzip"})
    assert (dict(head.headers), head.content) == (dict(sent.headers), b"")


def scope(path: str, method: str = "GET") -> dict[str, Any]:
    """A request as ASGI tells it."""
    told = {"scheme": "http", "path": path, "query_string": b"", "headers": []}
    return told | {"type": "http", "method": method}


def answer(body: bytes, **headers: str) -> Response:
    """An answer that may be kept."""
    return Response(body, headers={"ETag": 'W/"1"'} | headers)


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from([0, 3_000, 20_000])), max_size=120))
def test_no_flood_fills_the_memory(asked: list[tuple[int, int]]) -> None:
    """Whatever is asked, what is kept has its bound; what is new is kept, unless it is huge."""
    most = 64_000
    store, sizes = Kept(most), dict[str, int]()
    for number, size in asked:
        path = f"/{number}/" + "x" * (size // 2)
        store.keep(key_of(scope(path)), answer(b"y" * (size // 2)), MARK)
        sizes[path] = size
        here = [each for each in sizes if store.find(scope(each))]
        assert sum(sizes[each] for each in here) <= most
        assert (path in here) == (size < most // 8)


def test_the_one_that_was_asked_last_stays() -> None:
    """The one that nobody asked for longest goes."""
    store = Kept(16 * 4_096)
    paths = [f"/{number}" for number in range(40)]
    for path in paths:
        store.keep(key_of(scope(path)), answer(b"y" * 2_000), MARK)
        assert store.find(scope(paths[0]))
    assert store.find(scope(paths[-1]))
    assert not store.find(scope(paths[1]))


def test_what_is_for_one_client_is_not_kept() -> None:
    """Nor what is wrong, nor what other data says; and only reading is answered so."""
    store, path = Kept(1 << 20), scope("/a")
    for refused, mark in (
        (answer(b"", **{"Set-Cookie": "a=b"}), MARK),
        (answer(b"", **{"Cache-Control": "no-store"}), MARK),
        (Response(b"", 404, {"ETag": '"1"'}), MARK),
        (answer(b""), ""),
    ):
        store.keep(key_of(path), refused, mark)
        assert store.find(path) is None
    store.keep(key_of(path), answer(b""), MARK)
    assert store.find(path)
    assert store.find(scope("/a", "HEAD"))
    assert store.find(scope("/a", "POST")) is None
    store.keep(key_of(scope("/b")), answer(b""), "other data")
    assert store.find(path) is None


def test_the_same_at_the_same_time_is_asked_once() -> None:
    """All get the answer, or what is wrong; where one gives up, another asks."""
    began: list[str] = []

    async def slow() -> Reply:
        began.append("slow")
        await anyio.sleep(0.05)
        return Reply(b"slow")

    async def busy() -> Reply:
        began.append("busy")
        await anyio.sleep(0.05)
        raise AllBusy(seconds="1")

    async def work() -> None:
        together, got = Together(), list[bytes]()

        async def ask() -> None:
            got.append((await together.ask("key", slow)).body)

        async def refused() -> None:
            with pytest.raises(AllBusy):
                await together.ask("other key", busy)

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(ask)
                group.start_soon(refused)
        assert got == [b"slow"] * 5
        assert sorted(began) == ["busy", "slow"]
        async with anyio.create_task_group() as group:
            group.start_soon(give_up, together)
            await anyio.sleep(0.005)
            await ask()
        assert got == [b"slow"] * 6
        assert began.count("slow") == 3

    async def give_up(together: Together) -> None:
        with anyio.move_on_after(0.008):
            await together.ask("key", slow)

    anyio.run(work)


def test_the_day_is_in_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else is the same."""
    today = key_of(scope("/"))
    monkeypatch.setattr(kept, "today", lambda: date(2000, 1, 1))
    assert key_of(scope("/")) != today
