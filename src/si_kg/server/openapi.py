"""The HTTP interface after OpenAPI 3.1, made from the catalogue."""

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.knowledge_graph import installed_version
from si_kg.parameters import EXPECTED, Parameter
from si_kg.server import studio
from si_kg.server.canned import SOURCE, styles_of
from si_kg.server.controls import SEPARATORS, SHAPES
from si_kg.server.linked_data import SUFFIXES
from si_kg.server.negotiation import MEDIA, media
from si_kg.server.reconcile import ASKED as RECONCILED
from si_kg.server.results import GRAPHS, SHEETS, TABLES

Schema = dict[str, object]
_FORMATS = {"date": {"format": "date"}, "year": {"pattern": "^[0-9]{4}$"}}
_KINDS = {"integer": "integer", "decimal": "number", "boolean": "boolean"}
_SWITCH: Schema = {"type": "string", "enum": ["on", "off"]}
_CONTROLS: dict[str, Schema] = {
    "_shape": {"type": "string", "enum": list(SHAPES)},
    "_nl": _SWITCH,
    "_size": {"type": "string", "pattern": "^([0-9]{1,9}|max)$"},
    "_next": {"type": "string"},
    "_labels": _SWITCH,
    "_dl": _SWITCH,
    "_sep": {"type": "string", "enum": list(SEPARATORS)},
    "_bom": _SWITCH,
    "_header": _SWITCH,
}
_LANG: Schema = {"type": "string", "enum": ["nl", "en"]}
_TEXT: Schema = {"type": "string"}
_PROBLEM = {"$ref": "#/components/responses/Problem"}


def description(catalogue: Catalogue, base: str, *, added: bool = False) -> Schema:
    """The whole description; `base` is the address of the server.

    Where the graph holds more than what is shipped (`added`), one licence cannot be named.
    """
    licence = {} if added else {"license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "si-kg",
            "version": installed_version(),
            "summary": "Social innovation, asked over HTTP / Sociale innovatie, bevraagd over HTTP",
            **licence,
        },
        "servers": [{"url": base}],
        "paths": _fixed() | {f"/q/{q.name}.{{format}}": _canned(q) for q in catalogue.values()},
        "components": {
            "parameters": {name: _parameter(name, said) for name, said in _CONTROLS.items()},
            "responses": {"Problem": _problem()},
        },
    }


def _fixed() -> Schema:
    from si_kg.documents.formats import FORMATS as DOCUMENT_FORMATS  # 60 ms that others can spare
    from si_kg.plots.recipes import PICTURES

    sparql = [
        _parameter("query", _TEXT, required=True),
        _parameter("default-graph-uri", {"type": "array", "items": _TEXT}),
        _parameter("named-graph-uri", {"type": "array", "items": _TEXT}),
        _parameter("format", {"type": "string", "enum": sorted({*TABLES, *SHEETS, *GRAPHS})}),
    ]
    lang = _parameter("lang", _LANG)
    graph = [_parameter("graph", _TEXT), _parameter("default", {"type": "string", "enum": [""]})]
    about = [_named("name", _TEXT), _named("format", {"type": "string", "enum": list(SUFFIXES)})]
    rdf = ("ttl", "jsonld", "rdf", "nt")
    things = [
        _parameter(name, {"type": "array", "items": _TEXT}) for name in ("definition", "concept")
    ]
    return {
        "/picture/{name}.{format}": {
            "get": _operation(
                "picture",
                "A picture of the graph / Een plaatje van de graaf",
                [
                    _named("name", {"type": "string", "enum": list(PICTURES)}),
                    _named("format", {"type": "string", "enum": list(studio.PICTURE_FORMATS)}),
                    _parameter("thing", _TEXT),
                    lang,
                ],
                studio.PICTURE_FORMATS,
            )
        },
        "/document/{name}.{format}": {
            "get": _operation(
                "document",
                "A document to work on with / Een document om mee verder te werken",
                [
                    _named("name", {"type": "string", "enum": list(studio.DOCUMENTS)}),
                    _named("format", {"type": "string", "enum": list(DOCUMENT_FORMATS)}),
                    *things,
                    _parameter("initiative", _TEXT),
                    _parameter("style", _TEXT),
                    _parameter("both", _SWITCH),
                    lang,
                ],
                tuple(DOCUMENT_FORMATS),
            )
        },
        "/sparql": {"get": _operation("sparql", "SPARQL 1.1", sparql, ("srj", "xml", "ttl"))},
        "/rdf-graph-store": {"get": _operation("graph", "A graph / Een graaf", graph, rdf)},
        "/id/{name}.{format}": {
            "get": _operation("thing", "A thing / Een ding", [*about, lang], ("html", *rdf))
        },
        "/find": {
            "get": _operation(
                "find", "Search / Zoek", [_parameter("text", _TEXT, required=True), lang], ("json",)
            )
        },
        "/ask": {
            "get": _operation(
                "ask",
                "A question in plain words / Een vraag in gewone woorden",
                [_parameter("question", _TEXT, required=True), lang],
                ("json",),
            )
        },
        "/cite": {
            "get": _operation(
                "cite",
                "A reference / Een bronvermelding",
                [_parameter("thing", {"type": "array", "items": _TEXT}), _parameter("to", _TEXT)],
                ("text",),
            )
        },
        "/mappings/{name}.{format}": {
            "get": _operation(
                "mappings",
                "Links with another vocabulary / Koppelingen met een ander vocabulaire",
                [
                    _named("name", _TEXT),
                    _named("format", {"type": "string", "enum": ["sssom.tsv", *rdf]}),
                ],
                ("tsv", *rdf),
            )
        },
        "/changes.atom": {"get": _operation("changes", "Versions / Versies", [], ("atom",))},
        "/reconcile/{language}": {
            "get": _operation(
                "reconcile",
                "Reconciliation Service API 0.2 (OpenRefine)",
                [_named("language", _LANG), *(_parameter(each, _TEXT) for each in RECONCILED)],
                ("json",),
            )
        },
        "/q/": {"get": _operation("queries", "The queries / De vragen", [lang], ("json", "html"))},
    }


def _canned(query: CannedQuery) -> Schema:
    styles = (*styles_of(query), SOURCE)
    own = [_asked(each) for each in query.parameters]
    if "lang" not in query.by_name:
        own.append(_parameter("lang", _LANG))
    controls: list[Schema] = [{"$ref": f"#/components/parameters/{name}"} for name in _CONTROLS]
    format_ = _named("format", {"type": "string", "enum": list(styles)})
    operation = _operation(
        query.name, " / ".join(query.summary), [format_, *own, *controls], styles
    )
    return {
        "get": operation
        | {"description": "\n\n".join(query.description), "tags": [query.theme, *query.tags]}
    }


def _asked(parameter: Parameter) -> Schema:
    needed = not parameter.optional and parameter.type not in {"language", "boolean"}
    said: Schema = {"type": _KINDS.get(parameter.type, "string")}
    said |= _FORMATS.get(parameter.type, {})
    if parameter.enum or parameter.type == "language":
        said["enum"] = list(parameter.enum) or ["nl", "en"]
    told = " / ".join((*parameter.label, *EXPECTED[parameter.type]))
    if parameter.options:
        told += f" (/q/{parameter.options}.json)"
    if parameter.also:
        told += f" (ook / also: {', '.join(parameter.also)})"
    return _parameter(parameter.name, said, required=needed) | {"description": told}


def _operation(
    name: str, summary: str, parameters: list[Schema], styles: tuple[str, ...]
) -> Schema:
    content: Schema = {media(style): _content(style) for style in styles}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "OK", "content": content},
            "default": _PROBLEM,
        },
    }


def _content(style: str) -> Schema:
    if style == "json":
        return {"schema": {"type": ["object", "array"]}}
    return {"schema": {"type": "string"}}


def _parameter(name: str, schema: Schema, *, required: bool = False) -> Schema:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _named(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _problem() -> Schema:
    told = ("title", "detail", "error", "error_nl", "code")
    properties: Schema = {**dict.fromkeys(told, _TEXT), "status": {"type": "integer"}}
    return {
        "description": "What is wrong / Wat er mis is (RFC 9457)",
        "content": {MEDIA["problem"]: {"schema": {"type": "object", "properties": properties}}},
    }
