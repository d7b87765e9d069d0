"""The reading ledger: what each page says, and which things of the graph state it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from si_kg.csv_files import read_rows, refuse
from si_kg.language import Text
from si_kg.namespaces import ID, prologue
from si_kg.store import Store, rows

COLUMNS = ("source", "page", "says_nl", "says_en", "things", "left_out_nl", "left_out_en")

_CITED = f"""
{prologue("id", "si")}
SELECT ?thing ?source ?page WHERE {{
  ?thing si:citation ?citation .
  ?citation si:inSource ?source ; si:page ?page .
}}
"""
_SUBJECTS = f"""
{prologue("rdf")}
SELECT DISTINCT ?thing WHERE {{ ?thing rdf:type ?kind . FILTER (STRSTARTS(STR(?thing), "{ID}")) }}
"""


@dataclass(frozen=True)
class Entry:
    """One thing that a page says; `things` are slugs, or `left_out` says why there are none."""

    line: int
    source: str
    page: int
    says: Text
    things: tuple[str, ...]
    left_out: Text


@dataclass(frozen=True)
class Fault:
    """A line of the ledger that does not hold."""

    line: int
    message: Text


def read_ledger(file: Path) -> list[Entry]:
    """The entries of a ledger file; raises FileUnreadable, or FileMalformed with the line."""
    return [_entry(file, line, row) for line, row in read_rows(file, COLUMNS)]


def faults(entries: Iterable[Entry], store: Store) -> list[Fault]:
    """The entries that name nothing, something unknown, or a thing that does not cite the page."""
    cited = {(_slug(t), _slug(s), int(p.value)) for t, s, p in rows(store, _CITED)}
    known = {_slug(thing) for (thing,) in rows(store, _SUBJECTS)}
    found = []
    for entry in entries:
        found += [Fault(entry.line, message) for message in _complaints(entry, cited, known)]
    return found


def _complaints(entry: Entry, cited: set[tuple[str, str, int]], known: set[str]) -> Iterable[Text]:
    if not all(entry.says):
        yield Text("Zeg in nl en en wat er staat.", "Say in nl and en what the page says.")
    if bool(entry.things) == all(entry.left_out):
        yield Text(
            "Noem de dingen, of de reden in nl en en.",
            "Name the things, or the reason in nl and en.",
        )
    for thing in entry.things:
        if thing not in known:
            yield Text(f"‘{thing}’ bestaat niet.", f"‘{thing}’ does not exist.")
        elif (thing, entry.source, entry.page) not in cited:
            place = f"{entry.source}, p. {entry.page}"
            yield Text(
                f"‘{thing}’ verwijst niet naar {place}.", f"‘{thing}’ does not cite {place}."
            )


def _entry(file: Path, line: int, row: list[str]) -> Entry:
    if not (row[1].isascii() and row[1].isdigit()):
        refuse(file, line, COLUMNS)
    source, page, says_nl, says_en, things, nl, en = row
    return Entry(
        line, source, int(page), Text(says_nl, says_en), tuple(things.split()), Text(nl, en)
    )


def _slug(node: ox.NamedNode) -> str:
    return node.value.removeprefix(ID)
