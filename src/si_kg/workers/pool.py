"""Several workers behind one door: a long call keeps one of them busy, not the others."""

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from threading import Thread
from typing import Any

import anyio

from si_kg.workers.faults import AllBusy
from si_kg.workers.worker import Worker


class Pool:
    """`size` workers; a call waits at most `patience` seconds for one of them."""

    def __init__(
        self, opened: Callable[[], object], seconds: float, *, size: int, patience: float
    ) -> None:
        self._workers = [Worker(opened, seconds) for _ in range(size)]
        self._free = list(self._workers)
        self._turns = anyio.Semaphore(size)
        self._patience = patience
        self._stopped = False

    def start(self) -> None:
        """Start all processes; wait for the first, and raise what opening its desk raises."""
        first, *others = self._workers
        for worker in others:
            _start_aside(worker)
        first.start()

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of a desk gives; raises what `Worker.ask` raises, and AllBusy."""
        return await self.ask_after((), method, *arguments)

    async def ask_after(
        self, queues: Sequence[anyio.Semaphore], method: str, *arguments: object
    ) -> Any:
        """The same, with a turn in each of the `queues` first; raises what `ask` raises."""
        async with AsyncExitStack() as turns:
            with anyio.move_on_after(self._patience) as waiting:
                for queue in (*queues, self._turns):
                    await turns.enter_async_context(queue)
            if waiting.cancelled_caught:
                raise AllBusy(seconds=f"{self._patience:g}")
            worker = self._taken()
            try:
                return await worker.ask(method, *arguments)
            finally:
                self._give_back(worker)

    def stop(self) -> None:
        """End all processes, whatever they are doing."""
        self._stopped = True
        for worker in self._workers:
            worker.close()

    def _taken(self) -> Worker:
        """A free worker, and while there is one, one that need not start first."""
        ready = (each for each in reversed(self._free) if each.is_ready)
        worker = next(ready, self._free[-1])
        self._free.remove(worker)
        return worker

    def _give_back(self, worker: Worker) -> None:
        """Free a worker; one whose process was ended starts another before it is asked."""
        self._free.append(worker)
        if not worker.is_ready and not self._stopped:
            _start_aside(worker)


class Aside:
    """A door to a pool for what may take long: at most `most` workers are behind it at once.

    Starting and stopping is up to the pool.
    """

    def __init__(self, pool: Pool, most: int) -> None:
        self._pool = pool
        self._turns = anyio.Semaphore(most)

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of a desk gives; raises what `Pool.ask` raises."""
        return await self._pool.ask_after((self._turns,), method, *arguments)


def _start_aside(worker: Worker) -> None:
    Thread(target=worker.start_quietly, daemon=True).start()


class Inline:
    """A desk in this process, with the same door: nothing ends a long call."""

    def __init__(self, opened: Callable[[], object]) -> None:
        self._opened = opened
        self._desk: object = None

    def start(self) -> None:
        """Open the desk; raises what opening it raises."""
        self._desk = self._desk or self._opened()

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of the desk gives, in this thread."""
        self.start()
        return getattr(self._desk, method)(*arguments)

    def stop(self) -> None:
        """Let go of the desk."""
        self._desk = None
