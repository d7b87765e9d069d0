"""The Reconciliation Service API 0.2 over HTTP: `/reconcile/nl` and `/reconcile/en`."""

from collections.abc import Callable

from si_kg import site
from si_kg.knowledge_graph import installed_version
from si_kg.reconciliation import manifest
from si_kg.reconciliation.suggesting import SUGGESTIONS
from si_kg.server import json_rows
from si_kg.server.call import Call, Reply, read_pairs
from si_kg.server.faults import (
    ControlRefused,
    KindUnsupported,
    PageNotFound,
    ParameterAbsent,
    ParametersMalformed,
    ParameterTwice,
)
from si_kg.server.negotiation import MEDIA
from si_kg.server.room import Room
from si_kg.site.preview_page import preview_page

_FORM = "application/x-www-form-urlencoded"
ASKED = ("queries", "extend")
# a preview stands in a frame of the client; nothing runs in it
_FRAMED = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *"
_FURTHEST = 10_000


def answer(room: Room, call: Call) -> Reply:
    """A batch of `queries`, or an `extend`, by GET or by form; without either, the manifest.

    Raises KindUnsupported, ParametersMalformed, ParameterTwice, ParameterAbsent, and what the
    reconciler raises.
    """
    pairs = [*call.pairs, *(_posted(call) if call.method == "POST" else ())]
    given = [(name, value) for name, value in pairs if name in ASKED]
    language = _language(call)
    if len(given) > 1:
        raise ParameterTwice(name=" / ".join(ASKED))
    if given:
        name, text = given[0]
        service = room.reconciler
        ask = service.reconcile if name == "queries" else service.extend
        return _told(room, call, lambda: ask(text, language))
    if call.method == "POST":
        raise ParameterAbsent(names=" / ".join(ASKED))
    version = installed_version()
    return _told(room, call, lambda: manifest(room.reconciler, call.base, language, version))


def suggest(room: Room, call: Call) -> Reply:
    """`suggest/entity?prefix=&cursor=`, and the same of a property and a type.

    Raises PageNotFound and ControlRefused.
    """
    what, prefix = _what(call), call.one("prefix")
    skip = _number(call, "cursor") or 0
    language = _language(call)
    return _told(room, call, lambda: room.reconciler.suggested(what, prefix, skip, language))


def flyout(room: Room, call: Call) -> Reply:
    """`flyout/entity?id=`: a card in HTML, and the same of a property and a type.

    Raises PageNotFound, ParameterAbsent, and what the reconciler raises.
    """
    what, name, language = _what(call), _needed(call, "id"), _language(call)
    return _told(room, call, lambda: room.reconciler.flyout(what, name, language))


def properties(room: Room, call: Call) -> Reply:
    """`properties?type=&limit=`: what a list of this type may be extended with.

    Raises ControlRefused and TypeNotFound.
    """
    kind, limit, language = call.one("type"), _number(call, "limit"), _language(call)
    return _told(room, call, lambda: room.reconciler.proposed(kind, limit, language))


def preview(room: Room, call: Call) -> Reply:
    """`preview?id=`: a small page about an entity; raises ParameterAbsent and ThingNotFound."""
    language, name = _language(call), _needed(call, "id")

    def make() -> Reply:
        view = preview_page(room.reconciler.suggester, name, language)
        page = site.render(view, site.Visit(language, base=call.base)).encode()
        return Reply(page, MEDIA["html"])

    parts = (call.path, call.query, call.base, site.look())
    reply = room.delivered(call, "html", parts, make)
    return reply.with_headers(Content_Language=language, Content_Security_Policy=_FRAMED)


def _told(room: Room, call: Call, make: Callable[[], object]) -> Reply:
    language = _language(call)
    if call.method == "POST":
        body = json_rows.written(make())
        reply = Reply(body, MEDIA["json"]).with_headers(Cache_Control="no-store")
    else:
        parts = (call.path, call.query, call.base)
        reply = room.delivered(call, "json", parts, lambda: Reply(json_rows.written(make())))
    return reply.with_headers(Content_Language=language)


def _language(call: Call) -> str:
    """The language of the service that the address names."""
    return call.path.split("/")[2]


def _what(call: Call) -> str:
    what = call.names["what"]
    if what not in SUGGESTIONS:
        raise PageNotFound(path=call.path)
    return what


def _needed(call: Call, name: str) -> str:
    value = call.one(name)
    if not value.strip():
        raise ParameterAbsent(names=name)
    return value


def _number(call: Call, name: str) -> int | None:
    """A whole number in the address; none where it is left out."""
    value = call.one(name)
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and int(value[:6]) <= _FURTHEST):
        raise ControlRefused(name=name, value=value, expected=f"0 - {_FURTHEST}")
    return int(value)


def _posted(call: Call) -> tuple[tuple[str, str], ...]:
    """The fields of the form that was sent."""
    kind = call.header("content-type").partition(";")[0].strip().lower()
    if kind != _FORM:
        raise KindUnsupported(kind=call.header("content-type"), choices=_FORM)
    try:
        return read_pairs(call.body.decode("ascii"))
    except UnicodeDecodeError:
        raise ParametersMalformed from None
