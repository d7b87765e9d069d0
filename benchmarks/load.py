"""Many requests at once over HTTP, and how long each took; light enough not to be what waits."""

import asyncio
import re
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_LAST_CHUNK = b"\r\n0\r\n\r\n"
_OK = b"HTTP/1.1 200"


@dataclass
class Load:
    """What came of a load: `seconds` of each answer, in the order in which they came."""

    elapsed: float = 0.0
    busy: float = 0.0
    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.elapsed

    @property
    def client(self) -> float:
        """The part of a core that the client took."""
        return self.busy / self.elapsed

    def percentile(self, part: int) -> float:
        """The seconds within which so many of a hundred answers came."""
        return statistics.quantiles(self.seconds, n=100, method="inclusive")[part - 1]


def get(address: str, *, accept: str = "*/*", **headers: str) -> bytes:
    """A GET of this address, as it goes over the line."""
    parts = urlsplit(address)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    lines = [f"GET {target} HTTP/1.1", f"Host: {parts.netloc}", f"Accept: {accept}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def load(port: int, requests: Iterable[bytes], *, connections: int, seconds: float) -> Load:
    """Ask the requests, one after another on each connection, for so many seconds at most."""
    return asyncio.run(_load(port, iter(requests), connections, seconds))


async def _load(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> Load:
    tally = Load()
    loop = asyncio.get_running_loop()
    began, worked = time.perf_counter(), time.process_time()
    lines = [_Line(requests, tally, began + seconds) for _ in range(connections)]
    for line in lines:
        await loop.create_connection(lambda line=line: line, "127.0.0.1", port)  # type: ignore[misc]
    await asyncio.gather(*(line.over for line in lines))
    tally.elapsed, tally.busy = time.perf_counter() - began, time.process_time() - worked
    return tally


class _Line(asyncio.Protocol):
    """A connection that asks again as soon as it is answered."""

    def __init__(self, requests: Iterator[bytes], tally: Load, deadline: float) -> None:
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._tally = tally
        self._deadline = deadline
        self._received = bytearray()
        self._began = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 (a stream is what was asked)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Note an answer once it is whole, and ask again."""
        self._received += data
        if not is_whole(self._received):
            return
        now = time.perf_counter()
        if self._received.startswith(_OK):
            self._tally.seconds.append(now - self._began)
        else:
            self._tally.failed += 1
        self._received.clear()
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (of the protocol)
        """A server that hangs up has failed."""
        if not self.over.done():
            self._tally.failed += 1
            self.over.set_result(None)

    def _ask(self) -> None:
        self._began = time.perf_counter()
        request = next(self._requests, None) if self._began < self._deadline else None
        if request is None:
            self.over.set_result(None)
            self._transport.close()
        else:
            self._transport.write(request)


def is_whole(received: bytes | bytearray) -> bool:
    """Whether an answer has come to its end, by its length or its last chunk."""
    head = received.find(b"\r\n\r\n")
    if head < 0:
        return False
    length = _LENGTH.search(received, 0, head)
    if length:
        return len(received) >= head + 4 + int(length[1])
    return bool(_CHUNKED.search(received, 0, head)) and received.endswith(_LAST_CHUNK)
