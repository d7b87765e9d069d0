"""The rows of a form as things: which each is, and what it is called."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from si_kg.findings import Finding
from si_kg.intake.forms.columns import Column, Form, Sort
from si_kg.intake.forms.own_things import Own
from si_kg.intake.forms.reasons import (
    BAD_ID,
    DOUBLE_ID,
    DOUBLE_NAME,
    Refused,
    filled,
)
from si_kg.intake.forms.recognising import Table
from si_kg.intake.forms.sheets import Cell, Row
from si_kg.intake.forms.slugs import slug
from si_kg.intake.forms.values import Values
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES, shorten
from si_kg.parameters import iri

_ID = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)
_NAMES = tuple(
    f"{PREFIXES[prefix]}{local}"
    for prefix, local in (("rdfs", "label"), ("skos", "prefLabel"), ("foaf", "name"))
)
_NOTHING = Cell(())
_NOWHERE = Finding("", "", "", "", "", Text("", ""))


@dataclass(frozen=True)
class Entry:
    """A row that describes `thing` (IRI), of these kinds (classes, IRIs)."""

    table: Table
    row: Row
    thing: str
    kinds: Sequence[str]
    names: Mapping[str, str]

    @property
    def form(self) -> Form:
        """The form that the row is of."""
        return self.table.form

    @property
    def identifier(self) -> Column:
        """The column with the id of the row."""
        return next(each for each in self.form.columns if each.sort is Sort.IDENTIFIER)

    def cell(self, column: Column) -> Cell:
        """What stands in that column, nothing where the column is not there."""
        return self.row.cells.get(self.table.places.get(column.name, -1), _NOTHING)

    def heading(self, column: Column) -> Text:
        """What the column is called in the file; where it is not there, what we call it."""
        if column.name not in self.table.places:
            return column.heading
        written = self.table.sheet.head[self.table.places[column.name]].shown
        heading = " ".join(written.replace("*", " ").split())
        return Text(heading, heading)

    def refused(self, column: Column, refused: Refused, severity: str = "Violation") -> Finding:
        """That what stands in that column cannot be taken."""
        value = self.cell(column).shown
        return self.placed(
            Finding(
                severity,
                shorten(self.thing),
                shorten(column.of),
                value,
                refused.rule,
                refused.reason,
            ),
            column,
        )

    def placed(self, finding: Finding, column: Column | None = None) -> Finding:
        """The finding with the place of that column in this row, or of the row."""
        first = min(self.table.places.values(), default=0)
        place = self.table.places.get(column.name, first) if column else first
        return self.table.sheet.at(finding, self.row, place)

    @property
    def own(self) -> Own:
        """The thing, for others to point to."""
        return Own(self.thing, self.kinds, dict(self.names))


class Entries:
    """Takes rows for things; `base` is what the IRIs of things without one begin with."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.found: list[Entry] = []
        self.faults: list[Finding] = []
        self._taken: dict[str, Entry] = {}

    def take(self, table: Table, values: Values) -> None:
        """An entry for each row of the table, and a fault for each row that is nothing."""
        for row in table.rows:
            entry = Entry(table, row, "", self._kinds(table, row, values), {})
            entry = replace(entry, names=dict(_names(entry, values)))
            self._identified(entry)

    def _kinds(self, table: Table, row: Row, values: Values) -> list[str]:
        form = table.form
        column = next((each for each in form.columns if each.sort is Sort.KIND), None)
        found = []
        if column:
            read = values.read(Entry(table, row, "", (), {}).cell(column), column)
            found = [each.value for each in read if not isinstance(each, Refused)]
        if form.selection.kinds:
            return found or [form.selection.usual or form.selection.about]
        return [form.selection.about, *found]

    def _identified(self, entry: Entry) -> None:
        """Keep the entry under its IRI; one with a fault too, so that all of it is read."""
        column = entry.identifier
        cell = entry.cell(column)
        given = "" if cell.trouble else cell.shown.strip()
        thing, wrong = self._iri(given), None
        if thing is None:
            thing, wrong = self._base + slug(given), filled(BAD_ID, given, slug(given))
        entry = replace(entry, thing=thing if given else self._base + self._free(entry))
        if entry.thing in self._taken:
            place = self._taken[entry.thing].placed(_NOWHERE).place()
            wrong = filled(DOUBLE_ID, given, place) if given else filled(DOUBLE_NAME, place)
        if wrong:
            self.faults.append(entry.refused(column, Refused(wrong)))
        self._taken.setdefault(entry.thing, entry)
        self.found.append(entry)

    def _free(self, entry: Entry) -> str:
        """An id made of the name, with the kind where a thing on another sheet has that id."""
        name = next(filter(None, (entry.names.get(each) for each in ("", *LANGUAGES))), "")
        made = slug(name or f"{entry.form.name} {entry.row.ref}")
        kind = re.split(r"[/#]", entry.form.selection.about)[-1].lower()
        if entry.form.selection.named:
            return f"{kind}-{made}"
        taken = self._taken.get(self._base + made)
        return f"{made}-{kind}" if taken and taken.form.name != entry.form.name else made

    def _iri(self, given: str) -> str | None:
        if not given or _ID.fullmatch(given):
            return self._base + given
        try:
            iri(given)
        except ValueError:
            return None
        return given


def _names(entry: Entry, values: Values) -> Iterator[tuple[str, str]]:
    """The names of the row by language; after what it is about where it has none of its own."""
    found = {}
    for column in entry.form.columns:
        if column.of in _NAMES and not (cell := entry.cell(column)).is_empty:
            for term in values.read(cell, column):
                if not isinstance(term, Refused):
                    found[column.language] = term.value
    for language in LANGUAGES if entry.form.selection.named else ():
        found.setdefault(language, _named_after(entry, values, language))
    yield from ((language, name) for language, name in found.items() if name)


def _named_after(entry: Entry, values: Values, language: str) -> str:
    parts = []
    for of in entry.form.selection.named:
        column = entry.form.of(of)[0]
        first = next(values.read(entry.cell(column), column), None)
        if first is None:
            continue
        labels = {} if isinstance(first, Refused) else values.names.labels(first.value)
        parts.append(labels.get(language) or labels.get("") or entry.cell(column).shown)
    return ": ".join(parts)
