"""A network between a client and a server that fails when it is told to."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_PIECE = 4096


@dataclass
class Network:
    """Forwards to the server, until so many bytes went over.

    `up` is counted for what goes to the server and `down` for what comes back, from the moment
    that they are set; None lets all through. A connection that is cut is closed on both sides;
    `swallowing` lets everything reach the server and nothing come back. What is `down_for_good`
    takes no connection any more.
    """

    url: str = ""
    up: int | None = None
    down: int | None = None
    swallowing: bool = False
    down_for_good: bool = False
    sent: int = 0
    received: int = 0
    cuts: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def heal(self) -> None:
        """Let everything through again."""
        with self._lock:
            self.up = self.down = None
            self.swallowing = self.down_for_good = False
            self.sent = self.received = self.cuts = 0

    def passes(self, size: int, *, is_up: bool) -> int:
        """How much of this many bytes goes over."""
        with self._lock:
            left = self.up if is_up else self.down
            if left is None:
                passed = size
            else:
                passed = min(size, left)
                if is_up:
                    self.up = left - passed
                else:
                    self.down = left - passed
            if is_up:
                self.sent += passed
            else:
                self.received += passed
            self.cuts += passed < size
            return passed


@contextmanager
def network(server: str) -> Iterator[Network]:
    """A network to this server."""
    there = urlsplit(server)
    made = Network()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.settimeout(0.05)
        over = threading.Event()
        target = (there.hostname or "", there.port or 80)
        thread = threading.Thread(target=_accept, args=(listening, target, made, over))
        thread.start()
        try:
            yield made
        finally:
            over.set()
            thread.join()


def _accept(
    listening: socket.socket, target: tuple[str, int], made: Network, over: threading.Event
) -> None:
    threads = []
    while not over.is_set():
        with suppress(TimeoutError):
            client, _ = listening.accept()
            if made.down_for_good:
                client.close()
                continue
            threads.append(threading.Thread(target=_forward, args=(client, target, made)))
            threads[-1].start()
    for thread in threads:
        thread.join()


def _forward(client: socket.socket, target: tuple[str, int], made: Network) -> None:
    with client, socket.create_connection(target) as server:
        client.settimeout(5)
        server.settimeout(5)
        back = threading.Thread(target=_pump, args=(server, client, made), kwargs={"is_up": False})
        back.start()
        _pump(client, server, made, is_up=True)
        back.join()


def _pump(source: socket.socket, sink: socket.socket, made: Network, *, is_up: bool) -> None:
    with suppress(OSError):
        while piece := source.recv(_PIECE):
            passed = made.passes(len(piece), is_up=is_up)
            if not (made.swallowing and not is_up):
                sink.sendall(piece[:passed])
            if passed < len(piece):
                break
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR if is_up else socket.SHUT_WR)
    if not is_up:
        with suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)
