"""Several workers behind one door, and a desk without any."""

import time

import anyio
import pytest

from si_kg.workers import AllBusy, CallBroken, CallTookTooLong, Inline, Pool


class Sleeper:
    """A desk that takes its time."""

    def sleep(self, seconds: float) -> float:
        """The seconds, when they are over."""
        time.sleep(seconds)
        return seconds

    def fail(self) -> None:
        """Nothing but a fault."""
        raise ZeroDivisionError


def test_a_pool_answers_side_by_side_and_refuses_what_waits_too_long() -> None:
    """One call is ended, one waits for its place and gets it, one waits too long."""

    async def work() -> None:
        pool = Pool(Sleeper, 1.0, size=1, patience=0.3)
        pool.start()
        try:
            assert await pool.ask("sleep", 0.0) == 0.0
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(expect_end, pool)
                await anyio.sleep(0.1)
                with pytest.raises(AllBusy, match=r"0\.3 s"):
                    await pool.ask("sleep", 0.0)
            assert await pool.ask("sleep", 0.0) == 0.0
            with pytest.raises(CallBroken, match="ZeroDivisionError"):
                await pool.ask("fail")
        finally:
            pool.stop()

    async def expect_end(pool: Pool) -> None:
        with pytest.raises(CallTookTooLong):
            await pool.ask("sleep", 60.0)

    anyio.run(work)


def test_a_desk_here_has_the_same_door() -> None:
    """It is opened once, and let go at the end."""
    opened: list[Sleeper] = []

    def made() -> Sleeper:
        opened.append(Sleeper())
        return opened[-1]

    desk = Inline(made)
    desk.start()
    assert anyio.run(desk.ask, "sleep", 0.0) == 0.0
    assert len(opened) == 1
    desk.stop()
