"""Several workers behind one door, and a desk without any."""

import subprocess
import sys
import time
from collections.abc import Iterator

import anyio
import pytest

from si_kg.workers import AllBusy, Aside, CallBroken, CallTookTooLong, Inline, Pool, Worker

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")


class Sleeper:
    """A desk that takes its time."""

    def sleep(self, seconds: float) -> float:
        """The seconds, when they are over."""
        time.sleep(seconds)
        return seconds

    def fail(self) -> None:
        """Nothing but a fault."""
        raise ZeroDivisionError


class Workshop:
    """A desk that needs room, and programs beside it."""

    def fill(self, size: int) -> int:
        """So many bytes, filled."""
        return len(bytearray(size))

    def reserve(self, size: int) -> int:
        """So many bytes, none of them filled, as V8 and GHC do when they start."""
        import mmap

        with mmap.mmap(-1, size, prot=mmap.PROT_READ) as found:
            return len(found)

    def start(self) -> int:
        """The number of a program that this desk waits for no longer."""
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid

    def start_and_wait(self, seconds: float) -> None:
        """The same, and then nothing."""
        sys.stderr.write(f"{self.start()}\n")
        time.sleep(seconds)


@pytest.fixture
def workshop() -> Iterator[Worker]:
    """A worker with little memory."""
    made = Worker(Workshop, 1.0, memory=400 << 20)
    yield made
    made.stop()


@LINUX
def test_memory_is_bounded_where_it_is_filled(workshop: Worker) -> None:
    """Not where it is only reserved; and the process answers afterwards."""
    assert anyio.run(workshop.ask, "reserve", 8 << 30) == 8 << 30
    with pytest.raises(CallBroken, match="MemoryError"):
        anyio.run(workshop.ask, "fill", 500 << 20)
    assert anyio.run(workshop.ask, "fill", 50 << 20) == 50 << 20


@LINUX
def test_what_a_worker_started_ends_with_it(
    workshop: Worker, capfd: pytest.CaptureFixture[str]
) -> None:
    """When it took too long, and when it is stopped."""
    with pytest.raises(CallTookTooLong):
        anyio.run(workshop.ask, "start_and_wait", 60.0)
    first = int(capfd.readouterr().err)
    second: int = anyio.run(workshop.ask, "start")
    assert is_running(second)
    workshop.stop()
    deadline = time.monotonic() + 5
    while is_running(first) or is_running(second):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_running(number: int) -> bool:
    """Whether a process lives; one that waits to be buried does not."""
    try:
        with open(f"/proc/{number}/stat") as told:  # noqa: PTH123 (a file of the kernel)
            return told.read().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("most", [1, 2])
def test_a_door_aside_leaves_a_worker_to_others(most: int) -> None:
    """Behind it are so many workers and no more, and they come free again."""

    async def work() -> None:
        pool = Pool(Sleeper, 3.0, size=most + 1, patience=0.3)
        aside = Aside(pool, most)
        pool.start()
        try:
            async with anyio.create_task_group() as tasks:
                for _ in range(most):
                    tasks.start_soon(aside.ask, "sleep", 2.0)
                await anyio.sleep(0.1)
                with pytest.raises(AllBusy):
                    await aside.ask("sleep", 0.0)
                assert await pool.ask("sleep", 0.0) == 0.0
            assert await aside.ask("sleep", 0.0) == 0.0
        finally:
            pool.stop()

    anyio.run(work)


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
