"""How a question in plain words was understood, told to whoever asked it."""

from collections.abc import Iterator

from si_kg.cli.words import say
from si_kg.query_layer import QueryLayer
from si_kg.questions.readings import Reading
from si_kg.questions.understanding import Understanding
from si_kg.tables import printable


def interpretation(graph: QueryLayer, understood: Understanding, language: str) -> str:
    """The query, what each parameter takes, how sure that is, and what else may be meant."""
    if understood.reading is None:
        return ""
    spoken = QueryLayer(graph.store, graph.catalogue, language)
    lines = list(_told(spoken, understood.reading, "understood"))
    for other in understood.others:
        lines += _told(spoken, other, "otherwise")
    return "\n".join([*lines, ""])


def _told(graph: QueryLayer, reading: Reading, how: str) -> Iterator[str]:
    query, language = graph.catalogue[reading.query], graph.language
    sure = f"{say('confidence', language)} {reading.confidence:.0%}"
    yield f"{say(how, language)}: {query.summary.in_(language)} ({query.name}, {sure})"
    for name, value in reading.things.items():
        parameter = query.parameter(name)
        label = parameter.label.in_(language)
        if parameter.type == "iri":
            title = graph.title(value)
            yield f"  {label}: {printable(title)} <{value}>"
        else:
            yield f"  {label}: {printable(value)}"
