"""What holds for every request, whatever it asks: sizes, who may read, what is logged."""

import logging
import time
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from si_kg.errors import SiKgError
from si_kg.server.faults import AddressTooLong, RequestTooLarge
from si_kg.server.kept import Kept

Refuse = Callable[[Request, SiKgError], Response]
METHODS = "GET, HEAD, POST, OPTIONS"
_LOG = logging.getLogger("si_kg.server")
_ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, Retry-After, X-Limits, X-Truncated",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": METHODS,
}


class Edge:
    """Stands around the application.

    The log tells method, path, status and time: never what was asked, nor by whom.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse, most: int, kept: Kept) -> None:
        self._app = app
        self._refuse = refuse
        self._most = most
        self._kept = kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sender = _Sender(scope, send)
        await self._inside(scope)(scope, receive, sender)
        sender.log()

    def _inside(self, scope: Scope) -> ASGIApp:
        if len(scope["raw_path"]) + len(scope["query_string"]) > self._most:
            return self._refuse(Request(scope), AddressTooLong(most=self._most))
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=_PREFLIGHT)
        return self._kept.find(scope) or self._app


class _Sender:
    """Passes an answer on, with the headers that all have; to HEAD without its body."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._status = 0
        self._began = time.perf_counter()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers.setdefault(name, value)
        elif self._scope["method"] == "HEAD":
            message = {**message, "body": b""}
        await self._send(message)

    def log(self) -> None:
        # percent-encoded as it came, so that no path can forge a line
        path = self._scope["raw_path"].decode("ascii", "backslashreplace")
        spent = (time.perf_counter() - self._began) * 1000
        _LOG.info("%s %s %d %.0f ms", self._scope["method"], path, self._status, spent)


async def read_body(request: Request, most: int) -> bytes:
    """The body of a request; raises RequestTooLarge as soon as it is."""
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told) > most:
        raise RequestTooLarge(most=most)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise RequestTooLarge(most=most)
    return bytes(body)
