"""The pages for people over HTTP: an address with a language in front, and the page behind it."""

import re
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import quote, unquote, urlencode

from si_kg import site
from si_kg.citing.answers import today
from si_kg.errors import SiKgError
from si_kg.language import LANGUAGES
from si_kg.server import uploads
from si_kg.server.call import Call, Reply, read_pairs
from si_kg.server.faults import PageNotFound
from si_kg.server.negotiation import MEDIA, language_of
from si_kg.server.room import Room

_COOKIE = re.compile(r"(?:^|;\s*)basket=([^;]*)")
_MOST_KEPT = 100
_YEAR = 31_536_000


def page(room: Room, call: Call) -> Reply:
    """The page at an address with a language in front.

    Raises PageNotFound, and what the page raises.
    """
    visit = replace(visit_of(call), added=bool(room.work.added))
    make = site.PAGES.get(visit.page)
    if make is None:
        raise PageNotFound(path=call.path)
    limits = site.Limits(room.settings.rows, room.settings.seconds)
    place = site.Place(room.graph(visit.language), visit, limits)

    def written() -> Reply:
        return _reply(make(place), visit)

    if visit.page in site.ALONE or call.method == "POST":
        return written()
    parts = (call.path, call.query, call.base, today(), site.look())
    return room.delivered(call, "html", parts, written)


def moved(room: Room, call: Call, path: str, status: HTTPStatus = HTTPStatus.SEE_OTHER) -> Reply:
    """A redirect to the page at `path`, in the language that the address or the client likes."""
    asked = urlencode([(name, value) for name, value in call.pairs if name != "lang"])
    place = f"{call.base}/{room.language(call)}/{quote(path)}{'?' if asked else ''}{asked}"
    return Reply(status=status).with_headers(Location=place, Vary="Accept, Accept-Language")


def visit_of(call: Call) -> site.Visit:
    """What the address says; the language is that of its first part, or the one that is liked."""
    first, _, rest = call.path.strip("/").partition("/")
    known = first in LANGUAGES
    sent = _sent(call) if call.method == "POST" else None
    return site.Visit(
        language=first if known else language_of(call.header("accept-language"), "en"),
        path=rest if known else "",
        pairs=call.pairs if known else (),
        base=call.base,
        cookie=_basket(call.header("cookie")),
        posted=sent.pairs if sent else None,
        files=sent.files if sent else (),
    )


def written(view: site.View, call: Call, language: str) -> bytes:
    """A page that no address has of its own, such as one that tells what is wrong."""
    try:
        visit = visit_of(call)
    except SiKgError:
        visit = site.Visit(language)
    if visit.language != language:
        visit = site.Visit(language, base=call.base)
    return site.render(view, visit).encode()


def _reply(view: site.View, visit: site.Visit) -> Reply:
    headers = {"Content_Language": visit.language}
    if view.basket is not None:
        names = quote(" ".join(view.basket[:_MOST_KEPT]), safe="")
        headers["Set_Cookie"] = f"basket={names}; Path=/; Max-Age={_YEAR}; SameSite=Lax"
    if view.moved:
        headers["Location"] = visit.base + view.moved
        return Reply(status=HTTPStatus.SEE_OTHER).with_headers(**headers)
    if view.alone:
        headers["Cache_Control"] = "no-store"
    elif visit.page in site.ALONE:
        headers["Cache_Control"] = "private, no-cache"
    body = site.render(view, visit).encode()
    return Reply(body, MEDIA["html"], view.status).with_headers(**headers)


def _sent(call: Call) -> uploads.Sent:
    """The form in the body of a call."""
    kind = call.header("content-type")
    if kind.lower().startswith(uploads.KIND):
        return uploads.read(kind, call.body)
    return uploads.Sent(read_pairs(call.body.decode("utf-8", "replace")), ())


def _basket(cookie: str) -> tuple[str, ...]:
    """The names that the browser keeps."""
    found = _COOKIE.search(cookie)
    return tuple(unquote(found[1]).split()[:_MOST_KEPT]) if found else ()
