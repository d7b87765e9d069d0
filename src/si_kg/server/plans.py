"""The plan that a visitor assesses, as a file: its form, and its report; no answer is kept."""

from si_kg.assessment.form import KINDS
from si_kg.assessment.result import Assessment
from si_kg.definitions.judgements import Reading
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.server.call import Call, Reply, read_pairs
from si_kg.server.faults import ControlRefused, SuffixNotFound
from si_kg.server.negotiation import MEDIA
from si_kg.server.room import Room
from si_kg.site.assess.carried import Carried, sent

_FORM = Text("formulier", "form")
_REPORT = Text("beoordeling", "assessment")


def form(room: Room, call: Call) -> Reply:
    """`/assess-form.xlsx`: the form, empty or with the answers that the call gives.

    Raises SuffixNotFound, AnswerRefused or PartMissing.
    """
    style = call.names["suffix"]
    if style not in KINDS:
        raise SuffixNotFound(style, KINDS, choices=", ".join(KINDS))
    graph = room.graph(room.language(call))
    plan = _carried(graph, call).given.checked()
    return _file(graph.form().written(style, plan), style, _FORM, graph.language)


def document(room: Room, call: Call) -> Reply:
    """`/document/assessment.docx`: the report about the plan that the call gives.

    Raises SuffixNotFound, AnswerRefused, and what assessing and typesetting raise.
    """
    from si_kg import documents

    style = call.names["suffix"]
    if style not in documents.FORMATS:
        raise SuffixNotFound(style, documents.FORMATS, choices=", ".join(documents.FORMATS))
    graph = room.graph(room.language(call))
    made = documents.assessment(graph, _assessed(graph, _carried(graph, call)))
    return _file(made.write(style, documents.Typesetting()), style, _REPORT, graph.language)


def _assessed(graph: KnowledgeGraph, carried: Carried) -> Assessment:
    partly = carried.option("partly") or Reading().partly
    if partly not in Reading.PARTLY:
        raise ControlRefused(name="partly", value=partly, expected=", ".join(Reading.PARTLY))
    return graph.assess(
        carried.given.checked(),
        definition=carried.option("definition") or None,
        programme=carried.option("programme") or None,
        partly=partly,
    )


def _carried(graph: KnowledgeGraph, call: Call) -> Carried:
    posted = read_pairs(call.body.decode("utf-8", "replace")) if call.method == "POST" else None
    return Carried(graph.assessor.questionnaire, dict(sent(call.pairs, posted)))


def _file(data: bytes, style: str, name: Text, language: str) -> Reply:
    file = f"si-kg-{name.in_(language)}.{style}"
    return Reply(data, MEDIA[style]).with_headers(
        Cache_Control="private, no-store",
        Content_Language=language,
        Content_Disposition=f'attachment; filename="{file}"',
    )
