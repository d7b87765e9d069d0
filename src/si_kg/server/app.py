"""The application: which address is answered by what."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph, installed_version
from si_kg.language import LANGUAGES
from si_kg.server.call import Call, Reply
from si_kg.server.edge import Edge, read_body
from si_kg.server.faults import (
    HostRefused,
    MethodRefused,
    PageNotFound,
    ServerBroken,
    TextMalformed,
)
from si_kg.server.files import Files
from si_kg.server.hosts import is_host
from si_kg.server.kept import Kept
from si_kg.server.lanes import Lanes
from si_kg.server.problems import problem
from si_kg.server.settings import Settings
from si_kg.server.together import Together
from si_kg.shipped import editor_folder, root
from si_kg.site.rendering import STATIC

_RECONCILE = (
    ("", "reconcile"),
    ("/", "reconcile"),
    ("/preview", "preview"),
    ("/properties", "properties"),
    ("/suggest/{what}", "suggest"),
    ("/flyout/{what}", "flyout"),
)
_BELOW = ("", "/{path:path}")
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
    ("/shapes", "shapes"),
    ("/changes.atom", "changes"),
    ("/mappings", "mapping-sets"),
    ("/mappings/", "mapping-sets"),
    ("/mappings/{name}", "mappings"),
    ("/q", "queries"),
    ("/q/", "queries"),
    ("/q/{name}", "query"),
    ("/query/{name}", "cited"),
    ("/openapi.json", "openapi"),
    ("/find", "find"),
    ("/ask", "ask"),
    ("/classify", "classify"),
    ("/cite", "cite"),
    ("/completions.json", "completions"),
    ("/picture/{name}.{suffix}", "picture"),
    ("/document/assessment.{suffix}", "assessment"),
    ("/document/{name}.{suffix}", "document"),
    ("/assess-form.{suffix}", "form"),
    *(
        (f"/reconcile/{language}{rest}", name)
        for language in LANGUAGES
        for rest, name in _RECONCILE
    ),
    *((f"/{language}/sparql{rest}", "sparql-page") for language in LANGUAGES for rest in _BELOW),
    *((f"/{language}{rest}", "page") for language in LANGUAGES for rest in _BELOW),
)
_POSTED = frozenset(["sparql", "sparql-page", "page", "assessment", "form", "reconcile"])
_PASSED = (
    "accept",
    "accept-encoding",
    "accept-language",
    "content-type",
    "cookie",
    "if-none-match",
)
# answers without end: what people read has addresses of its own
_UNCRAWLED = (
    "sparql",
    "q/",
    "find",
    "ask",
    "search",
    "compare",
    "assess",
    "basket",
    "reconcile/",
)


def create_app(
    graph: Callable[[], KnowledgeGraph],
    settings: Settings | None = None,
    *,
    state: Callable[[], str] = str,
    lanes: Lanes | None = None,
) -> Starlette:
    """The server over the graph that `graph` makes, in each process that answers.

    It must be a function that can be sent to another process, unless the settings have no workers:
    `functools.partial(si_kg.open, place)`, say. So must `state`: where what it gives changes, the
    graph is made anew. `lanes` that were made before are started and stopped with the application.
    """
    limits = settings or Settings()
    desks = lanes or Lanes.over(graph, limits, state)
    kept = Kept(limits.kept_size, state)
    front = _Front(desks, limits, kept)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_sync(desks.start)
        yield
        desks.stop()

    app = Starlette(
        routes=[*_plain_routes(), *front.routes()],
        middleware=[Middleware(Edge, refuse=front.refusal, most=limits.address_size, kept=kept)],
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


class _Front:
    """Takes requests, has them answered, and gives the answers."""

    def __init__(self, desks: Lanes, settings: Settings, kept: Kept) -> None:
        self._desks = desks
        self._settings = settings
        self._kept = kept
        self._together = Together()

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
        call = self._call(request, body)
        ask = partial(self._desks.answer, name, call)
        if call.method == "POST":
            return _response(await ask())
        key = self._kept.key(request.scope)
        reply = await self._together.ask((key, *call.headers.values()), ask)
        response = _response(reply)
        self._kept.keep(key, response, reply.mark)
        return response

    def _call(self, request: Request, body: bytes = b"") -> Call:
        """The request as a call; raises HostRefused and TextMalformed."""
        host = request.headers.get("host", "")
        if not is_host(host):
            raise HostRefused
        try:
            query = request.scope["query_string"].decode()
        except UnicodeDecodeError:
            raise TextMalformed from None
        public = self._settings.public_url.rstrip("/")
        return Call(
            base=public or f"{request.scope['scheme']}://{host}",
            path=request.scope["path"],
            names=request.path_params,
            query=query,
            method=request.method,
            headers={name: ", ".join(request.headers.getlist(name)) for name in _PASSED},
            body=body,
        )

    def refusal(self, request: Request, error: SiKgError) -> Response:
        """The response that tells of an error."""
        try:
            call = self._call(request)
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


def _plain_routes() -> list[BaseRoute]:
    """What needs no graph."""
    health = {"ok": True, "version": installed_version()}
    return [
        _fixed("/health", lambda: JSONResponse(health, headers={"Cache-Control": "no-store"})),
        _fixed("/robots.txt", lambda: PlainTextResponse(_robots())),
        _fixed("/logo.svg", lambda: FileResponse(root() / "ontology" / "logo.svg")),
        # the editor may be absent
        Mount("/static/editor", Files(directory=editor_folder(), check_dir=False)),
        Mount("/static", Files(directory=STATIC)),
    ]


def _robots() -> str:
    places = [f"{first}{name}" for first in ("/", "/nl/", "/en/") for name in _UNCRAWLED]
    return "".join(["User-agent: *\n", *(f"Disallow: {place}\n" for place in places)])


def _fixed(path: str, made: Callable[[], Response]) -> Route:
    async def answer(_: Request) -> Response:
        return made()

    return Route(path, answer, methods=["GET"])


def _response(reply: Reply) -> Response:
    headers = dict(reply.headers)
    if reply.kind:
        headers["Content-Type"] = reply.kind
    return Response(reply.body, reply.status, headers)
