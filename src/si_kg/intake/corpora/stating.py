"""What one table says: the triples of its rows, and the faults in its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.intake.corpora import words
from si_kg.intake.corpora.cells import Cells, near
from si_kg.intake.corpora.citing import Citing
from si_kg.intake.corpora.faults import TableUnreadable
from si_kg.intake.corpora.headings import Headings
from si_kg.intake.corpora.loading import ROW
from si_kg.intake.corpora.mapping import Column, Table
from si_kg.intake.corpora.rows import Row, read_rows
from si_kg.intake.corpora.templates import Template
from si_kg.intake.telling import filled, finding
from si_kg.progress import Tell, untold

Texts = Mapping[str, Sequence[str]]
Known = Mapping[str, tuple[str, str, frozenset[str]]]


class Stating:
    """One table of a corpus, in a file; `known` says which cells have to be in another table.

    It gives by the name of a column the table and the column there, and what stands in that.
    """

    def __init__(self, table: Table, file: Path, citing: Citing | None, known: Known) -> None:
        self.table, self.file = table, file
        self._citing, self._known = citing, known
        self._cells = {column.name: Cells(column) for column in table.columns if column.name}
        self._keys: dict[tuple[str, ...], int] = {}
        self._speaking = [(column, self._several(column)) for column in table.columns]

    def rows(self, tell: Tell = untold) -> tuple[Headings, Iterator[Row]]:
        """The headings, and the rows below them; raises what reading rows raises."""
        found = read_rows(self.file, self.table, tell)
        first = next(found, None)
        if first is None:
            raise TableUnreadable.because(self.file.name, words.NO_HEADING)
        return Headings.read(self.table, first, self.file.name), found

    def statements(self, tell: Tell = untold) -> Iterator[ox.Triple | Finding]:
        """The triples of each row and the faults in it; of a wrong heading, only its faults."""
        headings, rows = self.rows(tell)
        yield from headings.faults
        if any(fault.severity == "Violation" for fault in headings.faults):
            return
        for row in rows:
            for said, column in self._row(headings, row):
                if isinstance(said, Finding):
                    yield headings.at(said, row.number, column, self.file.name)
                else:
                    yield said
        for cells in self._cells.values():
            for told in cells.left_out():
                yield headings.at(told, headings.row.number, cells.column.name, self.file.name)

    def texts(self, column: str) -> Iterator[str]:
        """What stands in a column."""
        headings, rows = self.rows()
        for row in rows:
            yield from (self._texts(headings, row) or {}).get(column, ())

    def subjects(self, headings: Headings, row: Row) -> Iterator[tuple[str, str]]:
        """The things (IRIs) that a row describes, each with the template that it was made after."""
        texts = self._texts(headings, row)
        if texts is None:
            return
        names = _names(texts, row)
        for column, several in self._speaking:
            for each in _bindings(names, texts, several):
                subject = _expanded(column.about, each)
                if column.about and isinstance(subject, ox.NamedNode):
                    yield subject.value, column.about.text

    def _texts(self, headings: Headings, row: Row) -> Texts | None:
        cells = headings.cells(row)
        if cells is None:
            return None
        return {name: self._cells[name].texts(cell) for name, cell in cells.items()}

    def _row(self, headings: Headings, row: Row) -> Iterator[tuple[ox.Triple | Finding, str]]:
        texts = self._texts(headings, row)
        if texts is None:
            facts = {"count": len(row.cells), "wanted": len(headings.row.cells)}
            yield finding("Violation", "intake:ragged", filled(words.RAGGED, **facts)), ""
            return
        yield from self._checked(texts, row)
        things: dict[ox.NamedNode, None] = {}
        for said, column in self._said(texts, row):
            if isinstance(said, ox.Triple):
                things[cast("ox.NamedNode", said.subject)] = None
            yield said, column
        key = {name: texts[name][0] for name in self.table.key if texts[name]}
        if self._citing:
            for triple in self._citing.row(self.table, key, row.number, list(things)):
                yield triple, ""

    def _said(self, texts: Texts, row: Row) -> Iterator[tuple[ox.Triple | Finding, str]]:
        """What the columns say of a row, and which column does."""
        names = _names(texts, row)
        for column, several in self._speaking:
            if column.property is None or column.silent or not _speaks(column, texts):
                continue
            for each in _bindings(names, texts, several):
                subject = _expanded(column.about, each)
                if isinstance(subject, Finding):
                    yield subject, column.name
                elif subject is not None:
                    for value in self._values(column, each):
                        if isinstance(value, Finding):
                            yield value, column.name
                        else:
                            yield ox.Triple(subject, column.property, value), column.name

    def _checked(self, texts: Texts, row: Row) -> Iterator[tuple[Finding, str]]:
        """Cells that should be filled, keys that should be new, and names of rows elsewhere."""
        for name, cells in self._cells.items():
            if cells.column.required and not cells.column.virtual and not texts[name]:
                yield cells.fault("intake:empty-cell", words.EMPTY), name
        key = tuple(" ".join(texts[name]) for name in self.table.key)
        if any(key):
            line = self._keys.setdefault(key, row.number)
            if line != row.number:
                shown = ", ".join(key)
                told = self._cells[self.table.key[0]].fault(
                    "intake:key-twice", words.KEY_TWICE, shown, line=line
                )
                yield told, self.table.key[0]
        for name, (table, there, cells_there) in self._known.items():
            for text in texts[name]:
                if text not in cells_there:
                    facts = {"table": table, "there": there, "near": near(text, cells_there)}
                    told = self._cells[name].fault(
                        "intake:not-there", words.NOT_THERE, text, **facts
                    )
                    yield told, name

    def _values(
        self, column: Column, names: Mapping[str, str]
    ) -> Iterator[ox.NamedNode | ox.Literal | Finding]:
        text = column.default if column.virtual else names[column.name]
        if column.value is not None and column.values is None:
            value = _expanded(column.value, names)
            if value is not None:
                yield value
        elif text:
            cells = self._cells.get(column.name) or Cells(column)
            yield from cells.objects(text)

    def _several(self, column: Column) -> str:
        """The column of which each text in a cell is said apart: itself, or one that it names."""
        if not column.virtual:
            return column.name
        templates = (column.about, column.value)
        named = [name for template in templates if template for name in template.names]
        return next(
            (name for name in named if name != ROW and self._cells[name].column.separator), ""
        )


def _names(texts: Texts, row: Row) -> Mapping[str, str]:
    """The cells of a row by name, as templates take them."""
    return {ROW: str(row.number), **{name: " ".join(each) for name, each in texts.items()}}


def _bindings(names: Mapping[str, str], texts: Texts, several: str) -> Iterable[Mapping[str, str]]:
    """The cells of a row, once for each text in the one that has several."""
    return ({**names, several: text} for text in texts[several]) if several else (names,)


def _speaks(column: Column, texts: Texts) -> bool:
    """Whether the column is about a row with these cells."""
    return not column.where or all(
        set(texts[name]) & set(wanted) for name, wanted in column.where.items()
    )


def _expanded(template: Template | None, names: Mapping[str, str]) -> ox.NamedNode | Finding | None:
    if template is None:
        return None
    try:
        return template.expanded(names)
    except ValueError as error:
        said = filled(words.NO_IRI, value=str(error), template=template.text)
        return finding("Violation", "intake:no-iri", said, value=str(error))
