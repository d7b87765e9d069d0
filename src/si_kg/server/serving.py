"""The application on a port of this machine, until it is told to stop."""

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from si_kg.errors import PartMissing
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server.faults import PortTaken
from si_kg.server.settings import Settings

if TYPE_CHECKING:
    import uvicorn

_MOST_CONNECTIONS = 200
_LAST_SECONDS = 5
_LOG = "%(asctime)s %(message)s"


def serve(
    graph: Callable[[], KnowledgeGraph],
    settings: Settings,
    place: tuple[str, int],
    tell: Callable[[str], None],
    *,
    state: Callable[[], str] = str,
) -> None:
    """Listen at `place`, a host and a port (0: any that is free), until a signal ends it.

    The graph is made anew where `state` changes. `tell` hears the address when all is ready.
    Raises PortTaken, PartMissing, and what making the graph raises, before anything is answered.
    """
    with _listening(*place) as door, ThreadPoolExecutor(1) as starting:
        try:
            # the graph loads while the server is read
            from si_kg.server.app import create_app
            from si_kg.server.lanes import Lanes

            lanes = Lanes.over(graph, settings, state)
            started = starting.submit(lanes.start)
            import uvicorn
        except ModuleNotFoundError as missing:
            raise PartMissing(extra="server") from missing
        try:
            started.result()
            server = uvicorn.Server(
                uvicorn.Config(
                    create_app(graph, settings, state=state, lanes=lanes),
                    http="h11",  # httptools reads a header of any length into memory
                    access_log=False,
                    log_level="warning",
                    server_header=False,
                    limit_concurrency=_MOST_CONNECTIONS,
                    timeout_graceful_shutdown=_LAST_SECONDS,
                )
            )
            _log_to_stderr()
            _end_on_signals(server)
            tell(_address(door))
            server.run(sockets=[door])
        finally:
            lanes.stop()


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises PortTaken."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        door = socket.socket(family, kind, protocol)
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(address)
            door.listen(_MOST_CONNECTIONS)
        except OSError:
            door.close()
            raise
    except OSError as error:
        raise PortTaken(host=host, port=port, reason=error.strerror or str(error)) from None
    return door


def _address(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _log_to_stderr() -> None:
    logger = logging.getLogger("si_kg.server")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(_LOG))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _end_on_signals(server: "uvicorn.Server") -> None:
    """Stopping is what a signal asks for, before the server listens to them and after: no error."""

    def end(*_: object) -> None:
        server.should_exit = True

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, end)
