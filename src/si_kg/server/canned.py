"""The canned queries over HTTP: `/q/NAME.json?concept=...`, by page, in every format."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from si_kg.catalogue import CannedQuery
from si_kg.citing.address import short_hash
from si_kg.citing.answers import CitedAnswer, today
from si_kg.errors import ParameterMissing
from si_kg.paging import token
from si_kg.query_layer import Asked
from si_kg.results import Result, Table, Verdict, rendered
from si_kg.server import csv_rows, json_rows, people, results
from si_kg.server.call import Call, Reply
from si_kg.server.controls import Controls
from si_kg.server.faults import ParameterTwice, SuffixNotFound
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room
from si_kg.store.text import GRAPH_FORMS, form
from si_kg.streams import collected

TABLES = ("json", "html", "srj", "xml", "csv", "csv-nl", "tsv", "xlsx", "md")
GRAPHS = ("ttl", "html", "jsonld", "rdf", "nt")
SOURCE = "rq"
_SWITCHES = ("language", "boolean")


@dataclass(frozen=True)
class Page:
    """A canned query as it is asked, and the part of its answer that is wanted."""

    query: CannedQuery
    asked: Asked
    language: str
    controls: Controls
    offset: int

    @property
    def about(self) -> str:
        """What must be the same for the next page to go on."""
        return self.asked.text


@dataclass(frozen=True)
class Found:
    """The rows of a page, how to cite them, and the token of the next page where there is one."""

    result: Result
    citation: str
    next: str


def styles_of(query: CannedQuery) -> tuple[str, ...]:
    """The formats that its answer has, the usual one first."""
    return GRAPHS if form(query.text) in GRAPH_FORMS else TABLES


def answer(room: Room, call: Call) -> Reply:
    """The answer of the canned query that the path names, in the format of its suffix or Accept.

    A browser is sent to the page with its form. Raises QueryNotFound, SuffixNotFound,
    NotAcceptable, ParameterMissing, and what reading the parameters raises.
    """
    name, _, suffix = call.names["name"].partition(".")
    query = room.catalogue[name]
    styles = (*styles_of(query), SOURCE)
    if suffix and suffix not in styles:
        raise SuffixNotFound(suffix, styles, choices=", ".join(styles))
    style = suffix or chosen(call.header("accept"), styles)
    if style == "html":
        return people.moved(room, call, f"q/{name}")
    language = room.language(call)
    values = _values(call, query)
    if style == SOURCE:
        text = room.graph(language).bound(name, values) if values else query.text
        return room.delivered(call, style, (text,), lambda: Reply(text.encode()))
    missing = [each.name for each in query.parameters if _is_missing(query, each.name, values)]
    if missing:
        raise ParameterMissing(query=name, names=", ".join(missing))
    return _paged(room, call, _page(room, call, query, values), style)


def cited(room: Room, call: Call) -> Reply:
    """The address that stands in a citation: 303 to the same question, asked now.

    Raises QueryNotFound. What the address tells of the answer then is left out.
    """
    query = room.catalogue[call.names["name"]]
    asked = [(name, value) for name, value in call.pairs if not name.startswith("_")]
    spoken = call.one("_lang")
    if spoken and "lang" not in dict(asked):
        asked.append(("lang", spoken))
    place = f"{call.base}/q/{query.name}?{urlencode(asked)}"
    return Reply(status=303).with_headers(Location=place)


def _page(room: Room, call: Call, query: CannedQuery, values: Mapping[str, str]) -> Page:
    language = room.language(call)
    controls = Controls.from_call(call, room.settings.rows)
    asked = room.graph(language).asked(query.name, values)
    return Page(query, asked, language, controls, controls.offset(asked.text))


def _paged(room: Room, call: Call, page: Page, style: str) -> Reply:
    # a citation tells the day
    parts = (page.query.name, page.about, page.controls, page.language, today())

    def make() -> Reply:
        found = _found(room, page)
        headers = results.cut(truncated=bool(found.next), rows=page.controls.size)
        if found.next:
            headers["Link"] = f'<{_next_url(call, found.next)}>; rel="next"'
        return Reply(_body(room, call, page, found, style), _kind(page, style), headers=headers)

    reply = room.delivered(call, style, parts, make)
    filename = f'attachment; filename="{page.query.name}.{style.removesuffix("-nl")}"'
    return reply.with_headers(
        Content_Disposition=filename if page.controls.download else "",
        Content_Language=page.language if style in {"md", "csv-nl", "xlsx"} else "",
    )


def _found(room: Room, page: Page) -> Found:
    graph = room.graph(page.language)
    limit = page.offset + page.controls.size
    answered = CitedAnswer(graph, page.asked, limit=limit, labels=page.controls.labels)
    result = collected(answered.stream)
    more = token(limit, page.about) if result.truncated else ""
    rows = result[page.offset :] if isinstance(result, Table) else result
    return Found(rows, answered.citation().write("text").strip(), more)


def _body(room: Room, call: Call, page: Page, found: Found, style: str) -> bytes:
    result, language = found.result, page.language
    if style == "json" and not isinstance(result, Table):
        return json_rows.written({**_about(room, page), **_truth(result)})
    if style == "json" and isinstance(result, Table):
        return _json(room, call, page, found, result)
    if style == "csv" and isinstance(result, Table):
        return csv_rows.written(result, page.controls)
    if style in GRAPHS and not isinstance(result, Table | Verdict):
        return results.triples(result, style)
    return results.encoded(rendered(result, style, language))


def _json(room: Room, call: Call, page: Page, found: Found, result: Table) -> bytes:
    items = json_rows.shaped(result, page.controls.shape)
    if page.controls.lines:
        return json_rows.lines(items)
    if page.controls.shape in {"array", "arrayfirst"}:
        return json_rows.written(items)
    return json_rows.written(
        _about(room, page)
        | {
            "columns": list(result.variables),
            "rows": items,
            "truncated": bool(found.next),
            "next": found.next or None,
            "next_url": _next_url(call, found.next) or None,
            "citation": found.citation,
        }
    )


def _about(room: Room, page: Page) -> dict[str, object]:
    return {
        "ok": True,
        "query": {"id": page.query.name, "version": short_hash(page.query.text)},
        "data_version": room.work.version,
        "language": page.language,
        "parameters": dict(page.asked.terms),
    }


def _truth(result: Result) -> dict[str, object]:
    return {"boolean": result.value} if isinstance(result, Verdict) else {}


def _kind(page: Page, style: str) -> str:
    return "application/x-ndjson" if style == "json" and page.controls.lines else MEDIA[style]


def _values(call: Call, query: CannedQuery) -> dict[str, str]:
    """What the address says for the parameters.

    Raises ParameterTwice, and what `CannedQuery.named` raises.
    """
    given: dict[str, str] = {}
    for name, value in call.pairs:
        if name in given:
            raise ParameterTwice(name=name)
        if not name.startswith("_") and (name != "lang" or "lang" in query.by_name):
            given[name] = value
    found = query.named(given)
    return {name: value for name, value in found.items() if value or _is_needed(query, name)}


def _is_needed(query: CannedQuery, name: str) -> bool:
    parameter = query.parameter(name)
    return not parameter.optional and parameter.type not in _SWITCHES


def _is_missing(query: CannedQuery, name: str, values: Mapping[str, str]) -> bool:
    return _is_needed(query, name) and not values.get(name)


def _next_url(call: Call, more: str) -> str:
    if not more:
        return ""
    pairs = [*((name, value) for name, value in call.pairs if name != "_next"), ("_next", more)]
    return f"{call.base}{quote(call.path)}?{urlencode(pairs)}"
