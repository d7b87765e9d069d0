"""The tool that holds a case against definitions: which fits, which does not, and why."""

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from si_kg.assistant.answers import Found
from si_kg.assistant.defining import UNVERIFIED
from si_kg.assistant.inputs import Arguments, Input
from si_kg.assistant.tools import Tool
from si_kg.definitions.classification import Answer
from si_kg.definitions.explanation import CaseFile
from si_kg.definitions.labels import ANSWERS, OUTCOMES, STRENGTHS
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.parameters import Parameter
from si_kg.results import Table, Value

_VERDICT = {
    "definition": Text("Ding", "Thing"),
    "label": Text("Definitie", "Definition"),
    "code": Text("Code", "Code"),
    "answer": Text("Antwoord", "Answer"),
    "lacking": Text("Niet gehaald", "Not met"),
    "open": Text("Nog onbekend", "Still unknown"),
}
_STEP = {
    "criterion": Text("Criterium als ding", "Criterion as thing"),
    "name": Text("Criterium", "Criterion"),
    "strength": Text("Gewicht", "Weight"),
    "outcome": Text("Oordeel", "Judgement"),
    "evidence": Text("Bewijs", "Evidence"),
    "places": Text("Gevonden in", "Found in"),
}
_TALLY = Text(
    "Past bij {fits}, past niet bij {fails}, onbeslist bij {undecided}. Onbeslist is geen nee: "
    "de bronnen zeggen te weinig.",
    "Fits {fits}, does not fit {fails}, undecided for {undecided}. Undecided is not a no: the "
    "sources say too little.",
)


def classify_tool() -> Tool:
    """`classify`: a case under all definitions, or with reasons under some."""
    case = Parameter("initiative", "iri", Text("Initiatief", "Initiative"), options="initiatives")
    under = Parameter("under", "text", Text("Alleen deze definities", "Only these definitions"))
    return Tool(
        "classify",
        Text("Toets een initiatief aan de definities", "Test an initiative against definitions"),
        Text(
            "Bij welke definities het past, bij welke niet, en wat nog onbekend is. Met `under` "
            "(codes of namen) komt elk criterium erbij, met oordeel, bewijs en vindplaats.",
            "Which definitions it fits, which it does not, and what is still unknown. With `under` "
            "(codes or names) each criterion is told too, with judgement, evidence and place.",
        ),
        (
            Input(case, required=True, example="m-pesa"),
            Input(under, many=True, example="OECD2021"),
            UNVERIFIED,
        ),
        None,
        _classify,
        ("iri", "label"),
    )


def _classify(graph: KnowledgeGraph, asked: Arguments) -> Found:
    initiative, under = asked.text("initiative") or "", asked.texts("under")
    file = graph.classify(initiative, under, unverified=asked.flag("unverified"))
    if under:
        table = Table.from_values(_VERDICT | _STEP, _steps(file, asked.language))
    else:
        table = Table.from_values(_VERDICT, _verdicts(file, asked.language))
    counts = {answer.value: len(file.answered(answer)) for answer in Answer}
    facts = {"iri": file.case, "label": file.name.in_(asked.language)}
    return Found(table, _TALLY.in_(asked.language).format(**counts), facts)


def _verdicts(file: CaseFile, language: str) -> Iterator[tuple[Value, ...]]:
    """A row for each definition."""
    for each in file.classifications:
        yield (
            NamedNode(each.definition.iri),
            each.definition.label.in_(language),
            each.definition.notation,
            ANSWERS[each.answer].in_(language),
            _names(file, each.lacking, language),
            _names(file, each.open, language),
        )


def _steps(file: CaseFile, language: str) -> Iterator[tuple[Value, ...]]:
    """A row for each criterion of each definition, with what was judged and on what evidence."""
    verdicts = _verdicts(file, language)
    for each, verdict in zip(file.classifications, verdicts, strict=True):
        for step in file.steps(each.definition):
            evidence = step.evidence
            yield (
                *verdict,
                NamedNode(step.criterion),
                file.corpus.criteria[step.criterion].label.in_(language),
                STRENGTHS[step.strength].in_(language),
                OUTCOMES[step.outcome].in_(language),
                evidence.text.in_(language) if evidence else None,
                "; ".join(p.in_(language) for p in evidence.places) if evidence else None,
            )


def _names(file: CaseFile, criteria: Sequence[str], language: str) -> str | None:
    known = file.corpus.criteria
    return "; ".join(known[criterion].label.in_(language) for criterion in criteria) or None
