"""What may take long keeps nobody else: pictures have a process apart, SPARQL leaves one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import anyio
import pytest
from starlette.testclient import TestClient

import si_kg
from si_kg.server import Settings, create_app, lanes
from si_kg.server.call import Call, Reply
from si_kg.server.desk import ANSWERS, OWN_QUERY, STUDIO
from si_kg.server.lanes import Lanes
from si_kg.workers import AllBusy, CallTookTooLong

ENDLESS = Call("http://a", "/sparql", query="query=SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
COUNTING = "query=SELECT (COUNT(*) AS ?many) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ASKING = Call("http://a", "/sparql", query="query=ASK {}")
CANNED = Call("http://a", "/q/concepts.json", {"name": "concepts.json"})
ABOUT = Call("http://a", "/en/about")
LIST = Call("http://a", "/q/", headers={"accept": "application/json"})


@pytest.fixture
def desks(monkeypatch: pytest.MonkeyPatch, mini_built: Path) -> Iterator[Lanes]:
    """Processes for what is quick, and one apart for SPARQL, which stands for a picture."""
    monkeypatch.setattr(lanes, "STUDIO", frozenset(["sparql"]))
    settings = Settings(workers=1, seconds=30, studio_seconds=1.0, patience=0.2, rows=10**9)
    made = Lanes.over(partial(si_kg.open, str(mini_built), "en"), settings)
    made.start()
    yield made
    made.stop()


def test_the_studio_is_apart(desks: Lanes) -> None:
    """It starts when it is needed and is ended at its own limit; others are answered meanwhile."""
    ended: list[bool] = []

    async def slow() -> None:
        with pytest.raises(CallTookTooLong, match="1 s"):
            await desks.answer("sparql", ENDLESS)
        ended.append(True)

    async def work() -> None:
        assert (await desks.answer("queries", LIST)).status == 200
        quick = set(active_children())
        async with anyio.create_task_group() as group:
            group.start_soon(slow)
            await anyio.sleep(0.05)
            with pytest.raises(AllBusy):
                await desks.answer("sparql", ENDLESS)
            assert (await desks.answer("queries", LIST)).status == 200
            assert not ended
        assert quick <= set(active_children())
        assert (await desks.answer("sparql", ASKING)).status == 200

    anyio.run(work)


def test_endless_queries_leave_a_worker_to_others(mini_built: Path) -> None:
    """As many as there are workers keep SPARQL busy until they are ended, and nothing else."""
    settings = Settings(workers=2, seconds=3, patience=0.5)
    made = Lanes.over(partial(si_kg.open, str(mini_built), "en"), settings)
    ended: list[str] = []

    async def endless(name: str, path: str) -> None:
        with pytest.raises(CallTookTooLong):
            await made.answer(name, Call("http://a", path, query=COUNTING))
        ended.append(name)

    async def work() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(endless, "sparql", "/sparql")
            group.start_soon(endless, "sparql-page", "/en/sparql")
            await anyio.sleep(0.1)
            with pytest.raises(AllBusy):
                await made.answer("sparql", ASKING)
            for _ in range(3):
                assert (await made.answer("query", CANNED)).status == 200
                assert (await made.answer("page", ABOUT)).status == 200
            assert not ended
        assert sorted(ended) == ["sparql", "sparql-page"]
        assert (await made.answer("sparql", ASKING)).status == 200

    made.start()
    try:
        anyio.run(work)
    finally:
        made.stop()


@dataclass(frozen=True)
class Sign:
    """A lane that answers with its name."""

    name: str

    def start(self) -> None:
        """Nothing to make ready."""

    async def ask(self, method: str, *_: object) -> Reply:
        """Which lane was asked."""
        assert method == "answer"
        return Reply(self.name.encode())

    def stop(self) -> None:
        """Nothing to end."""


@pytest.mark.parametrize(
    ("path", "lane"),
    [
        ("/sparql", "own"),
        ("/sparql/", "own"),
        ("/nl/sparql", "own"),
        ("/en/sparql/", "own"),
        ("/en/sparql/x", "own"),
        ("/en/q/concepts", "desks"),
        ("/q/concepts.json", "desks"),
        ("/en", "desks"),
        ("/picture/heat-map.svg", "studio"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_address_has_its_lane(method: str, path: str, lane: str) -> None:
    """However SPARQL comes in, by form or by address, it goes the same way."""
    made = Lanes(Sign("desks"), Sign("own"), Sign("studio"))
    app = create_app(si_kg.open, Settings(), lanes=made)
    with TestClient(app) as client:
        got = client.request(method, path)
    assert (got.status_code, got.text) == (200, lane) or (got.status_code, method) == (405, "POST")


def test_what_has_a_lane_of_its_own_is_answered_at_all() -> None:
    """Each name is one of those that desks answer, and goes one way."""
    assert set(ANSWERS) >= STUDIO | OWN_QUERY
    assert not STUDIO & OWN_QUERY
