"""What is wrong, told to a client: problem details (RFC 9457), a page, or a line of text."""

import json
from http import HTTPStatus

from si_kg import site
from si_kg.assessment.faults import AnswerRefused
from si_kg.citing.faults import StyleNotFound
from si_kg.errors import (
    BROKEN,
    EndpointFailed,
    FormatNotFound,
    NotFound,
    ParameterNotFound,
    PartMissing,
    QueryMalformed,
    QueryNotFound,
    SiKgError,
    ThingNotFound,
    UpdateRefused,
    ValueRefused,
)
from si_kg.language import LANGUAGES, Text
from si_kg.reconciliation.faults import BatchTooLarge, PropertyNotFound, TypeNotFound
from si_kg.search import KindNotFound
from si_kg.server import faults, people
from si_kg.server.call import Call, Reply
from si_kg.server.negotiation import MEDIA, chosen, language_of
from si_kg.store.faults import EndpointTooSlow
from si_kg.workers import AllBusy, CallTookTooLong

_OFFERED = ("problem", "json", "html", "text")
# a name in a parameter that is none of those that it may be
_WORDS = (
    AnswerRefused,
    ParameterNotFound,
    ValueRefused,
    FormatNotFound,
    StyleNotFound,
    KindNotFound,
    PropertyNotFound,
    TypeNotFound,
    faults.ControlUnknown,
)
# the first that fits decides
_STATUS: tuple[tuple[tuple[type[SiKgError], ...], HTTPStatus], ...] = (
    ((UpdateRefused, faults.ReadOnly), HTTPStatus.FORBIDDEN),
    ((faults.MethodRefused,), HTTPStatus.METHOD_NOT_ALLOWED),
    ((faults.NotAcceptable,), HTTPStatus.NOT_ACCEPTABLE),
    ((faults.NameWithdrawn,), HTTPStatus.GONE),
    ((faults.RequestTooLarge, BatchTooLarge), HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ((faults.AddressTooLong,), HTTPStatus.REQUEST_URI_TOO_LONG),
    ((faults.KindUnsupported,), HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    ((CallTookTooLong, AllBusy), HTTPStatus.SERVICE_UNAVAILABLE),
    ((PartMissing,), HTTPStatus.NOT_IMPLEMENTED),
    ((EndpointTooSlow,), HTTPStatus.GATEWAY_TIMEOUT),
    ((EndpointFailed,), HTTPStatus.BAD_GATEWAY),
    (_WORDS, HTTPStatus.BAD_REQUEST),
    ((NotFound, faults.PageNotFound), HTTPStatus.NOT_FOUND),
)
_RETRY_SECONDS = "5"
_HINTS: tuple[tuple[type[SiKgError], Text], ...] = (
    (QueryNotFound, Text("/q/ toont de lijst.", "/q/ shows the list.")),
    (ParameterNotFound, Text("/q/ toont de parameters.", "/q/ shows the parameters.")),
    (ThingNotFound, Text("/find?text=… zoekt.", "/find?text=… searches.")),
)


def problem(error: SiKgError, call: Call, default_language: str) -> Reply:
    """The reply that tells of an error, in the format and the language that the client likes.

    A client that likes none of the formats gets problem details.
    """
    status = status_of(error)
    language = _language(call, default_language)
    try:
        style = chosen(call.header("accept"), _OFFERED)
    except faults.NotAcceptable:
        style = "problem"
    shown = _SILENT if isinstance(error, EndpointFailed) else error
    body = (
        _page(shown, status, call, language)
        if style == "html"
        else _body(shown, status, style, language)
    )
    reply = Reply(body, MEDIA[style], int(status))
    return reply.with_headers(
        Content_Language=language,
        Vary="Accept, Accept-Language",
        Cache_Control="no-store",
        Retry_After=_RETRY_SECONDS if status == HTTPStatus.SERVICE_UNAVAILABLE else "",
        Allow=_allowed(error),
    )


def status_of(error: SiKgError) -> HTTPStatus:
    """The status that fits an error: 400 where the request is wrong, 500 where we are."""
    for kinds, status in _STATUS:
        if isinstance(error, kinds):
            return status
    broken = error.exit_code == BROKEN
    return HTTPStatus.INTERNAL_SERVER_ERROR if broken else HTTPStatus.BAD_REQUEST


def told(error: SiKgError, language: str) -> str:
    """The error in words: what is wrong, and the nearest names or an address that lists them.

    >>> told(QueryNotFound("zzz", ["concepts"]), "en")
    'No query is named ‘zzz’. /q/ shows the list.'
    """
    if not isinstance(error, NotFound) or error.close:
        return error.message(language)
    hint = next((each for kind, each in _HINTS if isinstance(error, kind)), None)
    if hint is None:
        return error.message(language)
    return f"{SiKgError.message(error, language)} {hint.in_(language)}"


# the address of a store behind this server is nobody's business
_SILENT = faults.StoreSilent()


def _language(call: Call, default: str) -> str:
    first = call.path.removeprefix("/reconcile").split("/")[1:2]
    if first and first[0] in LANGUAGES:
        return first[0]
    try:
        return call.wanted_language or language_of(call.header("accept-language"), default)
    except SiKgError:
        return default


def _allowed(error: SiKgError) -> str:
    return str(error.facts["choices"]) if isinstance(error, faults.MethodRefused) else ""


def _page(error: SiKgError, status: HTTPStatus, call: Call, language: str) -> bytes:
    close = error.close if isinstance(error, NotFound) else ()
    view = site.problem(int(status), SiKgError.message(error, language), close, language)
    return people.written(view, call, language)


def _body(error: SiKgError, status: HTTPStatus, style: str, language: str) -> bytes:
    detail = told(error, language)
    if style == "text":
        return f"{detail}\n".encode()
    content: dict[str, object] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": int(status),
        "detail": detail,
        "ok": False,
        "error": told(error, "en"),
        "error_nl": told(error, "nl"),
        "code": type(error).__name__,
    }
    return json.dumps(content | _facts(error), ensure_ascii=False, indent=2).encode() + b"\n"


def _facts(error: SiKgError) -> dict[str, object]:
    """Where it is wrong, or what may have been meant."""
    if isinstance(error, QueryMalformed):
        line, _, column = str(error.facts["where"]).partition(":")
        return {"line": int(line), "column": int(column)}
    if isinstance(error, NotFound):
        return {"close": error.close}
    return {}
