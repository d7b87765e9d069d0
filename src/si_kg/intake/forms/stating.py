"""What the rows of a form say, as triples, and what is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.intake.forms.asks import Ask
from si_kg.intake.forms.citing import Citing
from si_kg.intake.forms.columns import CITING, Column, Sort
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.entries import Entry
from si_kg.intake.forms.reasons import EMPTY, Refused, filled
from si_kg.intake.forms.values import Term, Values
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES, expand

_RDF = PREFIXES["rdf"]
_TYPE, _FIRST, _REST, _NIL = (
    ox.NamedNode(_RDF + name) for name in ("type", "first", "rest", "nil")
)
_MAKER, _LABEL = (ox.NamedNode(expand(each) or "") for each in ("dcterms:creator", "rdfs:label"))
_EDITORS, _CHAPTER = expand("bibo:editorList"), expand("bibo:Chapter")


@dataclass
class Statements:
    """Triples without doubles, in order, and faults."""

    triples: dict[ox.Triple, None] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    cited: dict[str, Entry] = field(default_factory=dict)

    def say(self, subject: ox.NamedNode | ox.BlankNode, of: ox.NamedNode, value: object) -> None:
        """One more triple."""
        self.triples[ox.Triple(subject, of, value)] = None  # type: ignore[arg-type]


class Stating:
    """Takes entries for what they say."""

    def __init__(self, forms: Forms, values: Values, citing: Citing) -> None:
        self._forms, self._values, self._citing = forms, values, citing
        self._language = values.language
        self._asked: dict[tuple[str, ...], list[Ask]] = {}

    def all(self, entries: Sequence[Entry]) -> Statements:
        """What all entries say together."""
        said = Statements()
        form_cited, named = False, self._citing.named(entries)
        for entry in entries:
            self._kinds(entry, said)
            for column in entry.form.columns:
                if column.sort not in CITING | {Sort.IDENTIFIER}:
                    self._column(entry, column, said)
            cited = self._citing.of(entry, named)
            form_cited |= cited.in_form
            said.triples |= dict.fromkeys(cited.triples)
            said.faults += [entry.refused(column, why) for column, why in cited.refused]
            for place in cited.places:
                said.cited.setdefault(place, entry)
        if form_cited:
            said.triples |= dict.fromkeys(self._citing.form_itself())
        return said

    def _kinds(self, entry: Entry, said: Statements) -> None:
        thing = ox.NamedNode(entry.thing)
        for kind in entry.kinds:
            said.say(thing, _TYPE, ox.NamedNode(kind))

    def _column(self, entry: Entry, column: Column, said: Statements) -> None:
        cell = entry.cell(column)
        if cell.is_empty:
            said.faults += self._missing(entry, column)
            said.triples |= dict.fromkeys(self._assumed(entry, column))
            return
        found: list[Term] = []
        for term in self._values.read(cell, column):
            if isinstance(term, Refused):
                said.faults.append(entry.refused(column, term))
            else:
                found.append(term)
        if column.sort is Sort.NAMES:
            self._in_order(entry, column, found, said)
        elif column.sort is not Sort.KIND:
            for term in found:
                said.say(ox.NamedNode(entry.thing), ox.NamedNode(column.of), term)

    def _missing(self, entry: Entry, column: Column) -> Iterator[Finding]:
        """That a shape asks for what is not there; a column that is not there was told already."""
        if any(column is each for each in entry.table.missing):
            return
        if any(True for _ in self._assumed(entry, column)):
            return
        for ask in self._needed(entry, column):
            yield entry.refused(column, Refused(_empty(entry, column), ask.rule))
            return

    def _needed(self, entry: Entry, column: Column) -> Iterator[Ask]:
        """The shapes that block for want of what the column holds."""
        if column.sort is Sort.KIND:
            yield from filter(None, [column.required])
            return
        alone = all(entry.cell(each).is_empty for each in entry.form.of(column.of))
        for ask in self._asks(entry, column):
            if ask.least and ask.severity == "Violation":
                shared = column.sort is Sort.TEXT and not ask.language
                spoken = column.language == self._language
                if (alone and spoken) if shared else ask.language in {"", column.language}:
                    yield ask

    def _asks(self, entry: Entry, column: Column) -> list[Ask]:
        key = (column.of, *entry.kinds)
        if key not in self._asked:
            self._asked[key] = self._forms.asked(entry.kinds, column.of)
        return self._asked[key]

    def _assumed(self, entry: Entry, column: Column) -> Iterator[ox.Triple]:
        thing, of = ox.NamedNode(entry.thing), ox.NamedNode(column.of)
        assumed = column.assume or entry.form.selection.assumed(entry.kinds).get(column.of)
        if assumed:
            yield ox.Triple(thing, of, ox.NamedNode(assumed))
        named = of == _LABEL and entry.form.selection.named and column.language in LANGUAGES
        if named and (name := entry.names.get(column.language)):
            yield ox.Triple(thing, of, ox.Literal(name, language=column.language))

    def _in_order(
        self, entry: Entry, column: Column, members: Sequence[Term], said: Statements
    ) -> None:
        """A list in RDF, whose cells are named after their place so that they stay the same."""
        thing = ox.NamedNode(entry.thing)
        if column.of != _EDITORS or _CHAPTER not in entry.kinds:
            for member in members:
                said.say(thing, _MAKER, member)
        if not members:
            return
        cells = [_cell(entry, column, at) for at in range(len(members))]
        ends = [*cells[1:], _NIL]
        said.say(thing, ox.NamedNode(column.of), cells[0])
        for cell, member, rest in zip(cells, members, ends, strict=True):
            said.say(cell, _FIRST, member)
            said.say(cell, _REST, rest)


def _cell(entry: Entry, column: Column, at: int) -> ox.BlankNode:
    place = f"{entry.thing}\n{column.of}\n{at}"
    return ox.BlankNode(f"b{sha256(place.encode()).hexdigest()[:32]}")


def _empty(entry: Entry, column: Column) -> Text:
    told = filled(EMPTY, entry.heading(column))
    return Text(*map(" ".join, zip(told, column.explanation, strict=True)))
