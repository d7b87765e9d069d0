"""What the tests of forms share: a graph, a context, and forms filled in by hand."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.intake import Context, Incoming
from si_kg.intake.forms import read
from si_kg.namespaces import OWN, PREFIXES, shorten
from si_kg.store import EmbeddedStore, Store

BASE = "https://data.example.org/id/"
ADDITION = "proef"
ENDINGS = (".xlsx", ".ods", ".csv", ".tsv", ".yaml", ".json")
TABLE = {
    "name_nl": "Naam (Nederlands)",
    "name_en": "Naam (Engels)",
    "text_nl": "Beschrijving (Nederlands)",
    "text_en": "Beschrijving (Engels)",
    "issue": "Vraagstuk",
    "place": "Vindt plaats in",
    "year": "Beginjaar",
}
Rows = Sequence[Mapping[str, object]]


def context(store: Store, language: str = "nl") -> Context:
    """Reading for the addition ADDITION."""
    return Context(BASE, ADDITION, "Jan", date(2026, 5, 17), language, store)


def initiative(number: int, **other: object) -> dict[str, object]:
    """A row for a complete initiative, with other things in some columns."""
    said = {
        "name_nl": f"Buurttuin {number}",
        "name_en": f"Neighbourhood garden {number}",
        "text_nl": "Buren tuinieren samen; wie wil, mag mee-eten.",
        "text_en": "Neighbours garden together; anyone may join the meal.",
        "issue": "eenzaamheid",
        "place": "Arnhem",
        "year": 2019 + number,
    } | other
    return {TABLE.get(name, name): value for name, value in said.items()}


def csv_of(rows: Rows) -> str:
    """The rows as CSV with semicolons."""
    heads = list(dict.fromkeys(head for row in rows for head in row))
    lines: list[list[object]] = [[*heads], *([row.get(head, "") for head in heads] for row in rows)]
    return "".join(";".join(_quoted(cell) for cell in line) + "\r\n" for line in lines)


def json_of(forms: Mapping[str, Rows]) -> str:
    """Forms with their rows as JSON."""
    return json.dumps(forms, ensure_ascii=False)


def taken(
    text: str | bytes, name: str, folder: Path, store: Store, language: str = "nl"
) -> Incoming:
    """What a file with this name and content says."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file, context(store, language))


def told(incoming: Incoming, language: str = "nl") -> list[tuple[str, str]]:
    """The place and the message of each fault."""
    return [(_cell(fault), fault.message.in_(language)) for fault in incoming.faults]


def said(incoming: Incoming) -> set[tuple[str, str, str]]:
    """The triples as names, without those of citations."""
    return {
        (_short(t.subject), _short(t.predicate), _short(t.object))
        for t in incoming.triples
        if "form-proef" not in str(t)
    }


def with_addition(store: EmbeddedStore, triples: Sequence[ox.Triple]) -> EmbeddedStore:
    """The store with an addition beside what it holds."""
    graph = ox.NamedNode(OWN + ADDITION)
    return EmbeddedStore.from_quads([*store.engine, *(_in(graph, t) for t in triples)])


def replaced(store: EmbeddedStore, triples: Sequence[ox.Triple]) -> None:
    """Put an addition in the place of the one that the store holds."""
    graph = ox.NamedNode(OWN + ADDITION)
    store.engine.clear_graph(graph)
    store.engine.extend(_in(graph, triple) for triple in triples)


def _in(graph: ox.NamedNode, triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _short(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return shorten(term.value).removeprefix(BASE)
    if isinstance(term, ox.Literal):
        tail = f"@{term.language}" if term.language else ""
        kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
        return term.value + (tail or ("" if kind == "string" else f"^^{kind}"))
    return str(term)


def _cell(fault: Finding) -> str:
    return "!".join(filter(None, (fault.sheet, fault.cell)))


def _quoted(cell: object) -> str:
    return '"' + str(cell).replace('"', '""') + '"'
