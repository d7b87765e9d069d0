"""The application: which address is answered by what."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Protocol

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph, installed_version
from si_kg.server.call import Call, Reply
from si_kg.server.desk import Opening
from si_kg.server.edge import Edge, read_body
from si_kg.server.faults import (
    HostRefused,
    MethodRefused,
    PageNotFound,
    ServerBroken,
    TextMalformed,
)
from si_kg.server.pages import STYLE
from si_kg.server.problems import problem
from si_kg.server.settings import Settings
from si_kg.workers import Inline, Pool

# the first that fits answers; what answers it stands in `desk.ANSWERS`
_ADDRESSES: tuple[tuple[str, str], ...] = (
    ("/", "home"),
    ("/sparql", "sparql"),
    ("/sparql/", "sparql"),
    ("/rdf-graph-store", "graphs"),
    ("/graph/{name:path}", "graph"),
    ("/dump.{suffix}", "dump"),
    ("/id/{name}", "thing"),
    ("/ontology", "ontology"),
    ("/ontology.{suffix}", "ontology"),
    ("/ontology/{version}", "ontology"),
    ("/dataset", "dataset"),
    ("/dataset.{suffix}", "dataset"),
    ("/void.{suffix}", "dataset"),
    ("/.well-known/void", "dataset"),
    ("/q", "queries"),
    ("/q/", "queries"),
    ("/q/{name}", "query"),
    ("/query/{name}", "cited"),
    ("/openapi.json", "openapi"),
    ("/find", "find"),
    ("/ask", "ask"),
    ("/classify", "classify"),
    ("/cite", "cite"),
)
_POSTED = frozenset(["sparql"])
_PASSED = ("accept", "accept-language", "content-type", "if-none-match")
_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
_ROBOTS = "User-agent: *\nDisallow: /sparql\nDisallow: /q/\nDisallow: /find\nDisallow: /ask\n"


class Asker(Protocol):
    """Where desks are asked: in processes of their own, or here."""

    def start(self) -> None:
        """Make ready; raises what opening a desk raises."""

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of a desk gives."""

    def stop(self) -> None:
        """End all that was started."""


def create_app(
    graph: Callable[[], KnowledgeGraph],
    settings: Settings | None = None,
    *,
    asker: Asker | None = None,
) -> Starlette:
    """The server over the graph that `graph` makes, in each process that answers.

    It must be a function that can be sent to another process, unless the settings have no workers:
    `functools.partial(si_kg.open, place)`, say. An `asker` that was made before is started and
    stopped with the application.
    """
    limits = settings or Settings()
    desks = asker or make_asker(graph, limits)
    front = _Front(desks, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_sync(desks.start)
        yield
        desks.stop()

    app = Starlette(
        routes=[*_plain_routes(), *front.routes()],
        middleware=[Middleware(Edge, refuse=front.refusal, most=limits.address_size)],
        exception_handlers={
            SiKgError: front.wrong,
            HTTPException: front.nothing_here,
            Exception: front.broken,
        },
        lifespan=lifespan,
    )
    # such a redirect would send people to whatever host they say they asked
    app.router.redirect_slashes = False
    return app


def make_asker(graph: Callable[[], KnowledgeGraph], settings: Settings) -> Asker:
    """The processes that the settings ask for, or none."""
    opened = Opening(graph, settings).opened
    if not settings.workers:
        return Inline(opened)
    return Pool(opened, settings.seconds, size=settings.workers, patience=settings.patience)


class _Front:
    """Takes requests, has them answered, and gives the answers."""

    def __init__(self, desks: Asker, settings: Settings) -> None:
        self._desks = desks
        self._settings = settings

    def routes(self) -> list[Route]:
        return [
            Route(
                path,
                partial(self._answer, name),
                methods=["GET", "POST"] if name in _POSTED else ["GET"],
            )
            for path, name in _ADDRESSES
        ]

    async def _answer(self, name: str, request: Request) -> Response:
        try:
            body = await read_body(request, self._settings.request_size)
        except ClientDisconnect:
            raise TextMalformed from None
        return _response(await self._desks.ask("answer", name, _call(request, body)))

    def refusal(self, request: Request, error: SiKgError) -> Response:
        """The response that tells of an error."""
        try:
            call = _call(request)
        except SiKgError as wrong:
            call, error = Call("", ""), wrong
        return _response(problem(error, call, self._settings.language))

    async def wrong(self, request: Request, error: Exception) -> Response:
        known = error if isinstance(error, SiKgError) else ServerBroken()
        return self.refusal(request, known)

    async def nothing_here(self, request: Request, error: Exception) -> Response:
        """An address or a method that is not there."""
        headers = error.headers if isinstance(error, HTTPException) else None
        if headers and "Allow" in headers:
            choices = ", ".join(sorted({*headers["Allow"].split(", "), "OPTIONS"}))
            return self.refusal(request, MethodRefused(method=request.method, choices=choices))
        return self.refusal(request, PageNotFound(path=request.url.path))

    async def broken(self, request: Request, _: Exception) -> Response:
        return self.refusal(request, ServerBroken())


def _plain_routes() -> list[Route]:
    """What needs no graph."""
    health = {"ok": True, "version": installed_version()}
    return [
        _fixed("/health", lambda: JSONResponse(health, headers={"Cache-Control": "no-store"})),
        _fixed("/robots.txt", lambda: PlainTextResponse(_ROBOTS)),
        _fixed("/style.css", lambda: Response(STYLE, media_type="text/css")),
    ]


def _fixed(path: str, made: Callable[[], Response]) -> Route:
    async def answer(_: Request) -> Response:
        return made()

    return Route(path, answer, methods=["GET"])


def _call(request: Request, body: bytes = b"") -> Call:
    """The request as a call; raises HostRefused and TextMalformed."""
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise HostRefused
    try:
        query = request.scope["query_string"].decode()
    except UnicodeDecodeError:
        raise TextMalformed from None
    return Call(
        base=f"{request.scope['scheme']}://{host}",
        path=request.scope["path"],
        names=request.path_params,
        query=query,
        method=request.method,
        headers={name: ", ".join(request.headers.getlist(name)) for name in _PASSED},
        body=body,
    )


def _response(reply: Reply) -> Response:
    headers = dict(reply.headers)
    if reply.kind:
        headers["Content-Type"] = reply.kind
    return Response(reply.body, reply.status, headers)
