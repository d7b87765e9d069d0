"""The SPARQL 1.1 Protocol, its query operation: `/sparql`."""

from dataclasses import dataclass

from si_kg.server import descriptions, results
from si_kg.server.call import Call, Reply, graph_name, read_pairs
from si_kg.server.faults import (
    DatasetFixed,
    KindUnsupported,
    ParameterAbsent,
    ParametersMalformed,
    ParameterTwice,
    ReadOnly,
    TextMalformed,
)
from si_kg.server.negotiation import chosen
from si_kg.server.room import Room
from si_kg.store import Answer, Dataset, DatasetStore
from si_kg.streams import Stream, stream

QUERY, FORMAT = "query", "format"
_FORM, _TEXT = "application/x-www-form-urlencoded", "application/sparql-query"
_UPDATE = "application/sparql-update"
_DATASET = ("default-graph-uri", "named-graph-uri")
_UPDATES = frozenset(["update", "using-graph-uri", "using-named-graph-uri"])


@dataclass(frozen=True)
class Question:
    """A query, and the graphs that it is about where the client names them."""

    text: str
    dataset: Dataset

    @classmethod
    def from_call(cls, call: Call) -> "Question":
        """What a GET or POST asks.

        Raises ReadOnly for an update, KindUnsupported, TextMalformed, ParametersMalformed,
        ParameterTwice, ParameterAbsent or GraphNameRefused.
        """
        pairs = list(call.pairs)
        if call.method == "POST":
            pairs += _posted(call)
        if _UPDATES.intersection(name for name, _ in pairs):
            raise ReadOnly
        texts = [value for name, value in pairs if name == QUERY]
        if len(texts) > 1:
            raise ParameterTwice(name=QUERY)
        if not texts:
            raise ParameterAbsent(names=QUERY)
        default, named = (_graphs(pairs, name) for name in _DATASET)
        return cls(texts[0], Dataset(default, named))


def answer(room: Room, call: Call) -> Reply:
    """The answer to the query of a call; without a query, what this service is."""
    limits = room.settings
    told = f"seconds={limits.seconds:g}, rows={limits.rows}, bytes={limits.answer_size}"
    return _answered(room, call).with_headers(X_Limits=told)


def _answered(room: Room, call: Call) -> Reply:
    if call.method != "POST" and not _UPDATES.union([QUERY]).intersection(dict(call.pairs)):
        return descriptions.service(room, call)
    question = Question.from_call(call)
    found = stream(_asked(room, call, question), limit=room.settings.rows)
    style = _style(call, found)
    return room.delivered(
        call,
        style,
        (question, call.base, room.language(call)),
        lambda: _written(room, call, found, style),
    )


def _style(call: Call, found: Stream) -> str:
    """The format that the address names, for a link to follow; else the one that Accept likes.

    SPARQLWrapper and rdflib write words of their own there, and mean their Accept.
    """
    known = results.named(found)
    named = [each for each in call.many(FORMAT) if each in known]
    return named[0] if named else chosen(call.header("accept"), results.offered(found))


def _written(room: Room, call: Call, found: Stream, style: str) -> Reply:
    limits = room.settings
    return results.written(
        found,
        style,
        room.language(call),
        most=limits.answer_size,
        rows=limits.rows,
        added=bool(room.work.added),
    )


def _asked(room: Room, call: Call, question: Question) -> Answer:
    if isinstance(room.store, DatasetStore):
        return room.store.query_within(question.text, question.dataset, f"{call.base}/sparql")
    if any(question.dataset):
        raise DatasetFixed
    return room.store.query(question.text)


def _posted(call: Call) -> list[tuple[str, str]]:
    """The parameters in a form, or the query that the body is."""
    kind, _, parameters = call.header("content-type").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise ReadOnly
    if kind not in {_FORM, _TEXT} or not _is_utf8(parameters):
        raise KindUnsupported(kind=call.header("content-type"), choices=f"{_FORM} / {_TEXT}")
    try:
        text = call.body.decode()
    except UnicodeDecodeError:
        raise TextMalformed from None
    if kind == _TEXT:
        return [(QUERY, text)]
    if not text.isascii():
        raise ParametersMalformed
    return list(read_pairs(text))


def _is_utf8(parameters: str) -> bool:
    """Whether the parameters of a media type name no other encoding than UTF-8."""
    named = (part.strip().lower().partition("=") for part in parameters.split(";"))
    return all(value.strip('"') == "utf-8" for name, _, value in named if name == "charset")


def _graphs(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(graph_name(value) for each, value in pairs if each == name)
