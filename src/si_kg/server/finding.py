"""Search, a question in plain words, classification and citation over HTTP."""

from si_kg.definitions.case_report import CaseReport
from si_kg.results import Table, rendered
from si_kg.server import canned, json_rows, people, results
from si_kg.server.call import Call, Reply
from si_kg.server.faults import ParameterAbsent
from si_kg.server.negotiation import MEDIA, chosen
from si_kg.server.room import Room

_FOUND = 10
# who takes neither JSON nor a page gets JSON
_ELSE = ", */*;q=0.001"
_KINDS = {
    "text": "text/plain; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "biblatex": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl-json": "application/vnd.citationstyles.csl+json",
    "coins": "text/html; charset=utf-8",
}


def find(room: Room, call: Call) -> Reply:
    """`/find?text=`: what fits best, with the kind of thing that it is; raises ParameterAbsent.

    A browser is sent to the page where one searches.
    """
    style = chosen(call.header("accept"), canned.TABLES)
    if style == "html":
        return people.moved(room, call, "search")
    text, language = _needed(call, "text"), room.language(call)
    kind = call.one("kind") or None

    def make() -> Reply:
        found = room.graph(language).search(text, kind=kind, limit=_FOUND)
        return Reply(_written(found, style, language), MEDIA[style])

    return room.delivered(call, style, ("find", text, kind, language), make)


def ask(room: Room, call: Call) -> Reply:
    """`/ask?question=`: what was understood, and the answer.

    A browser is sent to the page where one asks. Raises ParameterAbsent, QuestionTooLong, or
    QuestionNotUnderstood rather than guess.
    """
    if chosen(call.header("accept") + _ELSE, ("json", "html")) == "html":
        return people.moved(room, call, "ask")
    question, wanted = _needed(call, "question"), call.wanted_language

    def make() -> Reply:
        answered = room.graph(room.language(call)).ask(
            question, language=wanted or None, limit=room.settings.rows
        )
        told: dict[str, object] = {
            "ok": True,
            "query": answered.reading.query,
            "things": dict(answered.reading.things),
            "confidence": round(answered.reading.confidence, 3),
        }
        if isinstance(answered.result, Table):
            told["columns"] = list(answered.result.variables)
            told["rows"] = answered.result.records()
            told["truncated"] = answered.result.truncated
        return Reply(json_rows.written(told))

    return room.delivered(call, "json", ("ask", question, room.language(call)), make)


def classify(room: Room, call: Call) -> Reply:
    """`/classify?initiative=`: which definitions a case fits; raises what the graph raises."""
    initiative, under = _needed(call, "initiative"), call.many("under")
    language = room.language(call)

    def make() -> Reply:
        case = room.graph(language).classify(initiative, under)
        text = CaseReport(case, explained=bool(under)).write("json", language, 0)
        return Reply(text.encode())

    return room.delivered(call, "json", ("classify", initiative, under, language), make)


def cite(room: Room, call: Call) -> Reply:
    """`/cite?thing=&to=`: references; raises what `KnowledgeGraph.cite` raises."""
    things, to = call.many("thing"), call.one("to", "text")
    style, language = call.one("style", "apa"), room.language(call)

    def make() -> Reply:
        text = room.graph(language).cite(*things, to=to, style=style, language=language)
        return Reply(text.encode(), _KINDS[to])

    return room.delivered(call, "text", ("cite", things, to, style, language), make)


def _needed(call: Call, name: str) -> str:
    value = call.one(name)
    if not value.strip():
        raise ParameterAbsent(names=name)
    return value


def _written(found: Table, style: str, language: str) -> bytes:
    if style == "json":
        return json_rows.written({"ok": True, "rows": found.records()})
    return results.encoded(rendered(found, style, language))
