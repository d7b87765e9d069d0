"""What a workspace holds, went through and differs by, as tables."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from si_kg.cli.words import say
from si_kg.findings import Finding
from si_kg.language import Text
from si_kg.limited import Limited
from si_kg.result_formats.terms import Row
from si_kg.results import Table
from si_kg.streams import RowStream

if TYPE_CHECKING:
    from si_kg.workspace import Addition, Difference, Event

_ADDITIONS = {
    "name": Text("Naam", "Name"),
    "who": Text("Wie", "Who"),
    "when": Text("Wanneer", "When"),
    "file": Text("Bestand", "File"),
    "licence": Text("Licentie", "Licence"),
    "triples": Text("Triples", "Triples"),
    "accepted": Text("Aanvaarde waarschuwingen", "Accepted warnings"),
}
_EVENTS = {
    "state": Text("Stand", "State"),
    "what": Text("Wat", "What"),
    "name": Text("Naam", "Name"),
    "who": Text("Wie", "Who"),
    "when": Text("Wanneer", "When"),
    "added": Text("Erbij", "Added"),
    "removed": Text("Eraf", "Removed"),
}
_DIFFERENCES = {
    "change": Text("Wat", "Change"),
    "graph": Text("Graaf", "Graph"),
    "subject": Text("Ding", "Thing"),
    "predicate": Text("Eigenschap", "Property"),
    "object": Text("Waarde", "Value"),
}
_FINDINGS = {
    "place": Text("Plaats", "Place"),
    "severity": Text("Ernst", "Severity"),
    "thing": Text("Ding", "Thing"),
    "property": Text("Eigenschap", "Property"),
    "value": Text("Waarde", "Value"),
    "message": Text("Wat te doen", "What to do"),
    "rule": Text("Regel", "Rule"),
}


def additions_table(additions: Iterable["Addition"], language: str) -> Table:
    """What was added; a licence that nobody named is said to be unknown."""
    unknown = say("licence-unknown", language)
    rows = [
        (
            each.name,
            each.who,
            each.when,
            each.file,
            each.licence or unknown,
            each.triples,
            sum(warning.count for warning in each.accepted),
        )
        for each in additions
    ]
    return Table.from_values(_ADDITIONS, rows)


def events_table(events: Sequence["Event"], language: str) -> Table:
    """What happened, the last on top."""
    rows = [
        (
            each.number,
            say(f"event-{each.kind}", language),
            each.name,
            each.who,
            each.when,
            each.added,
            each.removed,
        )
        for each in reversed(events)
    ]
    return Table.from_values(_EVENTS, rows)


def findings_table(findings: Iterable[Finding], language: str) -> Table:
    """Each finding with its place, in words."""
    rows = [
        (
            each.place(),
            say(each.severity, language),
            each.focus,
            each.path,
            each.value,
            each.message.in_(language),
            each.rule,
        )
        for each in findings
    ]
    return Table.from_values(_FINDINGS, rows)


def differences_stream(differences: Iterable["Difference"], limit: int | None) -> RowStream:
    """What came (+) and went (-), a triple at a time."""
    rows: Limited[Row] = Limited(map(_difference, differences), limit)
    return RowStream(tuple(_DIFFERENCES), rows, rows, _DIFFERENCES)


def _difference(each: "Difference") -> Row:
    sign = ox.Literal("+" if each.is_added else "-")
    graph = ox.Literal(each.addition) if each.addition else each.graph
    return (sign, graph, each.triple.subject, each.triple.predicate, each.triple.object)
