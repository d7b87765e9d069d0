"""Hold data against the SHACL shapes, and say in two languages what to do about each finding."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from si_kg.language import Text
from si_kg.namespaces import expand, shorten
from si_kg.rdf_files import read, turtle_files

SEVERITIES = ("Violation", "Warning", "Info")
ENGINES = ("turbo", "pyshacl")
_SUBJECT = re.compile(r"^(<[^>]*>|[\w-]+:[\w.-]+)(?:[ \t]|$)")


@dataclass(frozen=True)
class Finding:
    """One breach of one constraint.

    `focus`, `path`, `value` and `rule` are CURIEs or texts ("" where there is none); `file` and
    `line` say where the focus is described, where that is known.
    """

    severity: str
    focus: str
    path: str
    value: str
    rule: str
    message: Text
    file: str = ""
    line: int = 0

    def place(self) -> str:
        """`file:line`, or as much of it as is known."""
        return f"{self.file}:{self.line}" if self.line else self.file


def shapes_files(root: Path) -> list[Path]:
    """The files with our own shapes."""
    return turtle_files(root / "ontology" / "shapes")


def validate(
    triples: Iterable[ox.Triple],
    shapes: Sequence[Path],
    sources: Sequence[Path] = (),
    engine: str = "turbo",
) -> list[Finding]:
    """Every finding about `triples` under the shapes in `shapes`, the gravest first.

    `sources` are the files in which the focus of a finding is looked up. `engine` is one of
    ENGINES: pySHACL is the reference, its fast twin the everyday choice; a test holds them equal.
    Raises FileMalformed where a shapes file cannot be read.
    """
    rules = _rdflib_graph(triple for file in shapes for triple in read(file))
    places = described_at(sources)
    report = _report(triples, rules, engine)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return sorted((_finding(report, result, rules, places) for result in results), key=_order)


def only_about(
    files: Mapping[Path, Iterable[ox.Triple]], findings: Iterable[Finding]
) -> list[Finding]:
    """The findings about what `files` (with their triples) describe, each with its file."""
    owners: dict[str, str] = {}
    for file, triples in files.items():
        for triple in triples:
            owners.setdefault(_name(triple.subject), _near(file))
    return [
        replace(finding, file=finding.file or owners[finding.focus])
        for finding in findings
        if finding.focus in owners
    ]


def _name(subject: object) -> str:
    """As the focus of a finding is named: a blank node has no name."""
    return shorten(subject.value) if isinstance(subject, ox.NamedNode) else ""


def described_at(files: Iterable[Path]) -> dict[str, tuple[str, int]]:
    """CURIE of each subject in Turtle `files`, with the file and line on which it begins."""
    places: dict[str, tuple[str, int]] = {}
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            match = _SUBJECT.match(line)
            if match:
                name = match[1].removeprefix("<").removesuffix(">")
                places.setdefault(shorten(expand(name) or name), (_near(file), number))
    return places


def _near(file: Path) -> str:
    """The path from the working folder where the file lies in it."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _order(finding: Finding) -> tuple[object, ...]:
    rank = SEVERITIES.index(finding.severity)
    place = finding.file, finding.line, finding.focus, finding.path
    return rank, *place, finding.rule, finding.value


def _report(triples: Iterable[ox.Triple], rules: rdflib.Graph, engine: str) -> Any:
    if engine == "turbo":
        import pyshacl_turbo  # only what the engine needs is loaded

        store = ox.Store()
        store.extend(ox.Quad(*triple) for triple in triples)
        _, report, _ = pyshacl_turbo.validate(store, shacl_graph=rules, advanced=True)
    else:
        import pyshacl

        _, report, _ = pyshacl.validate(
            _rdflib_graph(triples), shacl_graph=rules, advanced=True, inplace=True
        )
    return report


def _rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=lines or b"", format="nt")


def _finding(
    report: rdflib.Graph,
    result: Node,
    rules: rdflib.Graph,
    places: dict[str, tuple[str, int]],
) -> Finding:
    constraint = report.value(result, SH.sourceConstraint)
    named = isinstance(constraint, rdflib.URIRef)
    rule = constraint if named else report.value(result, SH.sourceShape)
    focus = _shown(report.value(result, SH.focusNode))
    file, line = places.get(focus, ("", 0))
    return Finding(
        severity=str(_severity(report, result, rules, rule)).rpartition("#")[2],
        focus=focus,
        path=_shown(report.value(result, SH.resultPath)),
        value=_shown(report.value(result, SH.value)),
        rule=_shown(rule),
        message=_message(report, result, rules, rule),
        file=file,
        line=line,
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
