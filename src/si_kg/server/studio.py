"""What takes drawing or typesetting: pictures of the graph, and documents to download."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from si_kg.citing.answers import today
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.server.call import Call, Reply
from si_kg.server.faults import DocumentNotFound, ParameterAbsent, SuffixNotFound
from si_kg.server.negotiation import MEDIA
from si_kg.server.room import Room

if TYPE_CHECKING:
    from si_kg.documents import Document

PICTURE_FORMATS = ("svg", "png", "csv", "json")
# the names of the files, which have no other letters than these
DOCUMENTS: Mapping[str, Text] = {
    "definitions": Text("definities", "definitions"),
    "comparison": Text("vergelijking", "comparison"),
    "glossary": Text("begrippenlijst", "glossary"),
    "initiative": Text("initiatief", "initiative"),
}


def picture(room: Room, call: Call) -> Reply:
    """`/picture/heat-map.svg?thing=`: a picture of the graph; raises what `draw` raises."""
    name, style = call.names["name"], call.names["suffix"]
    if style not in PICTURE_FORMATS:
        raise SuffixNotFound(style, PICTURE_FORMATS, choices=", ".join(PICTURE_FORMATS))
    language, thing = room.language(call), call.one("thing") or None

    def make() -> Reply:
        drawn = room.graph(language).draw(name, thing).write(style, language)
        return Reply(drawn.encode() if isinstance(drawn, str) else drawn, MEDIA[style])

    reply = room.delivered(call, style, ("picture", name, thing, language), make)
    return reply.with_headers(Content_Language=language)


def document(room: Room, call: Call) -> Reply:
    """`/document/definitions.docx?definition=`: a document to download, in a citation `style`.

    Raises DocumentNotFound, SuffixNotFound, ParameterAbsent, and what making it raises.
    """
    from si_kg.documents import FORMATS, Typesetting

    name, style = call.names["name"], call.names["suffix"]
    if name not in DOCUMENTS:
        raise DocumentNotFound(name, DOCUMENTS, choices=", ".join(DOCUMENTS))
    if style not in FORMATS:
        raise SuffixNotFound(style, FORMATS, choices=", ".join(FORMATS))
    language = room.language(call)

    def make() -> Reply:
        made = _MAKERS[name](room.graph(language), call)
        look = Typesetting(call.one("style") or "apa")
        return Reply(made.write(style, look), MEDIA[style])

    # a document tells the day on which it was made
    reply = room.delivered(call, style, ("document", name, call.query, language, today()), make)
    file = f"si-kg-{DOCUMENTS[name].in_(language)}.{style}"
    return reply.with_headers(
        Content_Language=language, Content_Disposition=f'attachment; filename="{file}"'
    )


def _definitions(graph: KnowledgeGraph, call: Call) -> "Document":
    from si_kg import documents

    wanted = documents.Wanted(
        definitions=call.many("definition"),
        programme=call.one("programme") or None,
        every=call.one("every") == "on",
    )
    return documents.definitions(graph, call.many("concept"), wanted, both=call.one("both") == "on")


def _comparison(graph: KnowledgeGraph, call: Call) -> "Document":
    from si_kg import documents

    return documents.comparison(graph, _needed(call, "concept"))


def _glossary(graph: KnowledgeGraph, call: Call) -> "Document":
    from si_kg import documents

    return documents.glossary(graph, call.one("theme") or None)


def _initiative(graph: KnowledgeGraph, call: Call) -> "Document":
    from si_kg import documents

    return documents.initiative(graph, _needed(call, "initiative"))


_MAKERS: Mapping[str, Callable[[KnowledgeGraph, Call], "Document"]] = {
    "definitions": _definitions,
    "comparison": _comparison,
    "glossary": _glossary,
    "initiative": _initiative,
}


def _needed(call: Call, name: str) -> str:
    value = call.one(name)
    if not value.strip():
        raise ParameterAbsent(names=name)
    return value
