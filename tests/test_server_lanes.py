"""What draws and typesets has a process apart: slow, busy or ended, it keeps nobody else."""

from collections.abc import Iterator
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import anyio
import pytest

import si_kg
from si_kg.server import Settings, lanes
from si_kg.server.call import Call
from si_kg.server.desk import ANSWERS, STUDIO
from si_kg.server.lanes import Lanes
from si_kg.workers import AllBusy, CallTookTooLong

ENDLESS = Call("http://a", "/sparql", query="query=SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
LIST = Call("http://a", "/q/", headers={"accept": "application/json"})


@pytest.fixture
def desks(monkeypatch: pytest.MonkeyPatch, mini_built: Path) -> Iterator[Lanes]:
    """One process for what is quick, and one apart for SPARQL, which stands for a picture."""
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
        [quick] = active_children()
        async with anyio.create_task_group() as group:
            group.start_soon(slow)
            await anyio.sleep(0.05)
            with pytest.raises(AllBusy):
                await desks.answer("sparql", ENDLESS)
            assert (await desks.answer("queries", LIST)).status == 200
            assert not ended
        assert quick in active_children()
        asked = Call("http://a", "/sparql", query="query=ASK {}")
        assert (await desks.answer("sparql", asked)).status == 200

    anyio.run(work)


def test_what_is_for_the_studio_is_answered_at_all() -> None:
    """Each name is one of those that desks answer."""
    assert set(ANSWERS) >= STUDIO
