"""What pySHACL and its fast twin report, as findings."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import rdflib
from rdflib.namespace import SH
from rdflib.term import Node

from si_kg.findings import Finding
from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.validation.faults import ShapesRefused


def findings(
    triples: Iterable[ox.Triple], shapes: Iterable[ox.Triple], engine: str
) -> Iterator[Finding]:
    """Every finding about `triples` by "turbo" or "pyshacl"."""
    shapes = list(shapes)
    report, rules = report_of(triples, shapes, engine), rdflib_graph(shapes)
    for result in report.objects(None, SH.result):
        yield _finding(report, result, rules)


def report_of(
    triples: Iterable[ox.Triple], shapes: Iterable[ox.Triple], engine: str
) -> rdflib.Graph:
    """The validation report of "turbo" or "pyshacl"; raises ShapesRefused."""
    if engine == "turbo":
        import pyshacl_turbo  # only what the engine needs is loaded

        # as text: strings in a store are others to it than those in shapes
        data, rules = (
            ox.serialize(each, format=ox.RdfFormat.N_TRIPLES) for each in (triples, shapes)
        )
        _, report, text = pyshacl_turbo.validate(
            data,
            data_graph_format="nt",
            shacl_graph=rules,
            shacl_graph_format="nt",
            advanced=True,
        )
    else:
        import pyshacl

        _, report, text = pyshacl.validate(
            rdflib_graph(triples),
            shacl_graph=rdflib_graph(shapes),
            advanced=True,
            inplace=True,
        )
    if not isinstance(report, rdflib.Graph):
        raise ShapesRefused(text)
    return report


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """The same triples for rdflib."""
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines or b"", format="nt")


def _finding(report: rdflib.Graph, result: Node, rules: rdflib.Graph) -> Finding:
    constraint = report.value(result, SH.sourceConstraint)
    named = isinstance(constraint, rdflib.URIRef)
    rule = constraint if named else report.value(result, SH.sourceShape)
    return Finding(
        severity=str(_severity(report, result, rules, rule)).rpartition("#")[2],
        focus=_shown(report.value(result, SH.focusNode)),
        path=_shown(report.value(result, SH.resultPath)),
        value=_shown(report.value(result, SH.value)),
        rule=_shown(rule),
        message=_message(report, result, rules, rule),
    )


def _severity(report: rdflib.Graph, result: Node, rules: rdflib.Graph, rule: Node | None) -> object:
    """The rule's own severity: engines give a SPARQL constraint that of its shape."""
    own = rules.value(rule, SH.severity) if rule is not None else None
    return own or report.value(result, SH.resultSeverity)


def _message(report: rdflib.Graph, result: Node, rules: rdflib.Graph, rule: Node | None) -> Text:
    """The rule's own messages: engines drop the language tags of some."""
    texts = {
        text.language: str(text)
        for text in rules.objects(rule, SH.message)
        if isinstance(text, rdflib.Literal)
    }
    given = str(report.value(result, SH.resultMessage) or _shown(rule))
    fallback = texts.get("nl") or texts.get("en") or texts.get(None) or given
    return Text(texts.get("nl", fallback), texts.get("en", fallback))


def _shown(node: Node | None) -> str:
    if node is None or isinstance(node, rdflib.BNode):
        return ""
    return shorten(str(node)) if isinstance(node, rdflib.URIRef) else str(node)
