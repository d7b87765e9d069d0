"""What there is to ask: the home page, the list of canned queries, as JSON, RDF or a page."""

from dataclasses import asdict
from http import HTTPStatus

from si_kg.catalogue import CannedQuery
from si_kg.citing.address import short_hash
from si_kg.language import Text
from si_kg.query_metadata import query_triples
from si_kg.server import canned, json_rows, openapi, people, results
from si_kg.server.call import Call, Reply
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room

_STYLES = ("json", "html", "ttl", "jsonld", "rdf", "nt")
_DOORS: tuple[tuple[str, Text], ...] = (
    ("/q/", Text("de vaste vragen", "the canned queries")),
    ("/find?text=empowerment", Text("zoeken op naam", "search by name")),
    ("/sparql", Text("SPARQL 1.1 en wat het kan", "SPARQL 1.1 and what it can do")),
    ("/rdf-graph-store?default", Text("de grafen, als RDF", "the graphs, as RDF")),
    ("/id/social-innovation", Text("een ding bij zijn IRI", "a thing by its IRI")),
    ("/ontology", Text("de termen", "the terms")),
    ("/dataset.ttl", Text("de gegevens, met VoID en DCAT", "the data, with VoID and DCAT")),
    ("/openapi.json", Text("dit alles, als OpenAPI", "all this, as OpenAPI")),
)


def home(room: Room, call: Call) -> Reply:
    """What there is, as a page or as JSON."""
    style = chosen(call.header("accept"), ("html", "json"))
    language = room.language(call)
    if style == "html":
        return people.moved(room, call, "", HTTPStatus.FOUND)

    def make() -> Reply:
        links = {address: text.in_(language) for address, text in _DOORS}
        return Reply(json_rows.written({"ok": True, "version": room.work.version} | links))

    return room.delivered(call, style, ("home", language), make)


def queries(room: Room, call: Call) -> Reply:
    """The canned queries; RDF says of them what the graph `queries` does, a browser gets a page."""
    style = chosen(call.header("accept"), _STYLES)
    if style == "html":
        return people.moved(room, call, "q/")

    def make() -> Reply:
        if style == "json":
            listed = [_told(query) for query in room.catalogue.values()]
            return Reply(json_rows.written({"ok": True, "queries": listed}))
        triples = dict.fromkeys(query_triples(room.catalogue))
        return Reply(results.triples(triples, style), MEDIA[style])

    return room.delivered(call, style, ("queries",), make)


def api(room: Room, call: Call) -> Reply:
    """The description of it all after OpenAPI 3.1."""

    def make() -> Reply:
        added = bool(room.work.added)
        told = openapi.description(room.catalogue, call.base, added=added)
        return Reply(json_rows.written(told))

    return room.delivered(call, "json", ("openapi", call.base), make)


def _told(query: CannedQuery) -> dict[str, object]:
    return {
        "id": query.name,
        "version": short_hash(query.text),
        "theme": query.theme,
        "tags": query.tags,
        "summary": query.summary._asdict(),
        "description": query.description._asdict(),
        "parameters": [asdict(p) | {"label": p.label._asdict()} for p in query.parameters],
        "columns": {name: title._asdict() for name, title in query.columns.items()},
        "formats": (*canned.styles_of(query), canned.SOURCE),
    }
