"""An answer of bounded size: rows with the places of their things, as data and as text."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pyoxigraph import Literal, NamedNode

from si_kg.assistant.inputs import Arguments
from si_kg.assistant.sources import Origin, places
from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.parameters import iri
from si_kg.result_formats.terms import plain, readable
from si_kg.results import Graph, Result, Row, Table, Verdict
from si_kg.store import Store
from si_kg.tables import printable

MOST_CHARACTERS = 40_000
_LONGEST_CELL = 4_000
TRIPLE = {
    "subject": Text("Onderwerp", "Subject"),
    "predicate": Text("Eigenschap", "Property"),
    "object": Text("Waarde", "Value"),
}
_VERDICT = {"answer": Text("Antwoord", "Answer")}
_NOTHING = Text("(geen rijen)", "(no rows)")
_FOUND_IN = Text("Gevonden in", "Found in")
_MORE = Text(
    "Er is meer: vraag verder met offset={}, of vraag iets smallers.",
    "There is more: ask on with offset={}, or ask for something narrower.",
)


@dataclass(frozen=True)
class Found:
    """What a tool found: rows, and above them a line of text and facts of their own.

    `facts` hold for the whole answer, such as the IRI of the concept that was asked about.
    """

    table: Table
    lead: str = ""
    facts: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """The same answer twice: `content` for a program, `text` for a reader."""

    content: dict[str, Any]
    text: str


@dataclass(frozen=True)
class _Page:
    """The rows that are given, the places of their things, and where the next page begins."""

    table: Table
    places: Mapping[str, Sequence[str]]
    following: int | None


def as_table(result: Result) -> Table:
    """Any result as rows: triples as subject, predicate and object, yes or no as one cell."""
    match result:
        case Verdict():
            return Table(tuple(_VERDICT), ((Literal(result.value),),), _VERDICT)
        case Graph():
            triples = ((t.subject, t.predicate, t.object) for t in result)
            return Table(tuple(TRIPLE), tuple(triples), TRIPLE, result.truncated)
    return result


def answered(title: str, found: Found, asked: Arguments, store: Store, graph: Origin) -> Answer:
    """The page of `found` that was asked for, cut to what an assistant can read at once."""
    page = _page(found.table, asked, store)
    content = {
        **found.facts,
        "rows": page.table.records(),
        "sources": [{"iri": thing, "places": named} for thing, named in page.places.items()],
        "truncated": page.following is not None,
        "next_offset": page.following,
        "version": graph.version,
        "citation": graph.citation,
    }
    return Answer(content, "\n\n".join(_parts(title, found.lead, page, asked.language, graph)))


def _page(table: Table, asked: Arguments, store: Store) -> _Page:
    wanted = [_cut(row) for row in table.rows[asked.offset : asked.most]]
    known = places(store, set(_things(wanted)), asked.language)
    given = list(_fitting(wanted, known))
    after = asked.offset + len(given)
    more = table.truncated or after < len(table)
    shown = replace(table, rows=tuple(given), truncated=False)
    named = {thing: known[thing] for thing in dict.fromkeys(_things(given)) if thing in known}
    return _Page(shown, named, after if more else None)


def _fitting(wanted: Iterable[Row], known: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """The first rows that, with the places of their things, stay within the size; at least one."""
    size, counted = 0, set[str]()
    for number, row in enumerate(wanted):
        new = {thing for thing in _things([row]) if thing in known} - counted
        size += len(json.dumps([str(cell) for cell in row], ensure_ascii=False))
        size += sum(len(thing) + sum(map(len, known[thing])) for thing in new)
        if number and size > MOST_CHARACTERS:
            return
        counted |= new
        yield row


def _things(wanted: Iterable[Row]) -> Iterator[str]:
    """The IRIs in these rows that can be asked about."""
    for row in wanted:
        for cell in row:
            if isinstance(cell, NamedNode) and _askable(cell.value):
                yield cell.value


def _askable(thing: str) -> bool:
    try:
        return bool(iri(thing))
    except ValueError:
        return False


def _cut(row: Row) -> Row:
    """The row with no cell so long that the row would fill the whole answer."""
    longest = min(_LONGEST_CELL, MOST_CHARACTERS // max(len(row), 1))
    texts = map(plain, row)
    return tuple(
        Literal(f"{text[:longest]}… [+{len(text) - longest}]")
        if text and len(text) > longest
        else cell
        for cell, text in zip(row, texts, strict=True)
    )


def _parts(title: str, lead: str, page: _Page, language: str, graph: Origin) -> Iterator[str]:
    yield f"# {printable(title)}"
    if lead:
        yield lead
    table = page.table
    yield _written(table, language) if table.rows else _NOTHING.in_(language)
    yield from _elsewhere(page, language)
    if page.following is not None:
        yield _MORE.in_(language).format(page.following)
    yield " · ".join(filter(None, (f"si-kg {graph.version or ''}".strip(), graph.citation)))


def _elsewhere(page: _Page, language: str) -> Iterator[str]:
    """The places that the rows themselves do not show."""
    cells = (plain(cell) for row in page.table for cell in row)
    shown = {part for cell in cells if cell for part in cell.split("; ")}
    lines = [
        f"- {shorten(thing)}: {printable('; '.join(named))}"
        for thing, named in page.places.items()
        if not shown.intersection(named)
    ]
    if lines:
        yield "\n".join([f"{_FOUND_IN.in_(language)}:", *lines])


def _written(table: Table, language: str) -> str:
    """The rows as Markdown for a reader: names as they are, without the escapes of a web page."""
    titles = [table.titles.get(name, Text(name, name)).in_(language) for name in table.variables]
    rows = [titles, ["---"] * len(titles), *([readable(cell) for cell in row] for row in table)]
    return "\n".join(f"| {' | '.join(map(_inline, row))} |" for row in rows)


def _inline(cell: str) -> str:
    return printable(cell).replace("|", "\\|")
