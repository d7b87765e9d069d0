"""A desk in a process of its own, which can be ended while it works.

The engine cannot be interrupted, so nothing gentler would keep a time limit.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock, Thread
from typing import Any, Self

import anyio
from anyio.to_thread import run_sync

from si_kg.errors import SiKgError
from si_kg.workers.faults import CallBroken, CallTookTooLong

_STARTING_SECONDS = 120
# a query that sorts a huge product fills the memory before its time is up
MOST_MEMORY = 4 << 30


class Worker:
    """Asks the desk that `opened` opens; a call that takes longer than `seconds` is ended.

    One call at a time: the next waits its turn, and its time begins when it has it. Its process,
    and each that this starts, may fill `memory` bytes.
    """

    def __init__(
        self, opened: Callable[[], object], seconds: float, *, memory: int = MOST_MEMORY
    ) -> None:
        self._opened = opened
        self._seconds = seconds
        self._memory = memory
        self._turn = anyio.Lock()
        # a call that was given up may still be starting the process
        self._busy = Lock()
        self._process: _Process | None = None
        self._launching = Lock()
        self._closed = False

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of the desk gives.

        Raises what it raises, CallTookTooLong, or CallBroken where the process ended.
        """
        async with self._turn:
            try:
                exchange = partial(self._exchange, method, arguments)
                return await run_sync(exchange, abandon_on_cancel=True)
            except anyio.get_cancelled_exc_class():
                self.stop()
                raise

    def start(self) -> None:
        """Start the process ahead of the first call; raises what opening the desk raises."""
        with self._busy:
            self._ready()

    def start_quietly(self) -> None:
        """The same, but what goes wrong is left to the first call."""
        with suppress(SiKgError):
            self.start()

    @property
    def is_ready(self) -> bool:
        """Whether a process with an open desk is there for the next call."""
        process = self._process
        return process is not None and process.opened and process.process.is_alive()

    def stop(self) -> None:
        """End the process, whatever it is doing; the next call starts another."""
        process, self._process = self._process, None
        if process:
            process.end()

    def close(self) -> None:
        """End the process for good; one that is just being launched is waited for, then ended."""
        self._closed = True
        with self._launching:  # half launched, it would complain of what it was not told
            self.stop()

    def _exchange(self, method: str, arguments: tuple[object, ...]) -> Any:
        with self._busy:
            return self._ready().reply(self._seconds, (method, arguments))

    def _ready(self) -> "_Process":
        if self._process is None or not self.is_ready:
            self.stop()  # what it started may have outlived it
            process = self._launched()
            process.reply(_STARTING_SECONDS)
            process.opened = True
            return process
        return self._process

    def _launched(self) -> "_Process":
        """A process that is on its way; raises CallBroken once the worker is closed."""
        with self._launching:
            if self._closed:
                raise CallBroken(reason="the worker was closed")
            self._process = _Process.started(self._opened, self._memory)
            return self._process


@dataclass
class _Process:
    """A process that answers, and the line to it."""

    process: SpawnProcess
    line: Connection
    ending: Lock = field(default_factory=Lock)
    opened: bool = False
    ended: bool = False

    @classmethod
    def started(cls, opened: Callable[[], object], memory: int) -> Self:
        context = get_context("spawn")  # a fork would copy the threads of the server
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(opened, theirs, memory), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)

    def reply(self, seconds: float, request: object = None) -> Any:
        """The next thing it says, to a request where there is one; raises it if it is an error."""
        try:
            if request is not None:
                self.line.send(request)
            if not self.line.poll(seconds):
                self.end()
                raise CallTookTooLong(seconds=f"{seconds:g}")
            reply = self.line.recv()
        except (EOFError, OSError):
            self.end()
            raise CallBroken(reason="the process ended") from None
        if isinstance(reply, SiKgError):
            raise reply
        return reply

    def end(self) -> None:
        """End it, and every process that it started; whoever comes second waits for that."""
        with self.ending:
            if self.ended:  # its number may be that of another process
                return
            if os.name == "posix" and self.process.pid:
                with suppress(ProcessLookupError):  # it never came to lead a group
                    os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
            self.process.join()
            self.ended = True


def _work(opened: Callable[[], object], line: Connection, memory: int) -> None:
    """Answer until nobody asks any more; what goes wrong is an answer too."""
    if os.name == "posix":
        os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(2, 1)  # standard output belongs to the process that serves
    _limit_memory(memory)
    Thread(target=_end_with_parent, daemon=True).start()
    desk: Any = None

    def start() -> None:
        nonlocal desk
        desk = opened()

    line.send(_outcome(start))
    while desk:
        try:
            method, arguments = line.recv()
        except EOFError:
            return
        line.send(_outcome(partial(getattr(desk, method), *arguments)))


def _outcome(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except SiKgError as error:
        return error
    except Exception as error:
        if os.environ.get("SI_KG_DEBUG"):
            raise
        return CallBroken(reason=type(error).__name__)


def _end_with_parent() -> None:
    """A server that is killed takes the work with it."""
    parent = parent_process()
    if parent:
        parent.join()
        if os.name == "posix":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def _limit_memory(most: int) -> None:
    """Bound what is filled, not what is reserved: V8 and GHC reserve far more than they fill."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
