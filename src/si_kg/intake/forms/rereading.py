"""What forms that were filled in say when they are read again, without a file in between."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.intake.forms.columns import Form
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.filling import FIRST, Filled, cells_of, described
from si_kg.intake.forms.recognising import Table
from si_kg.intake.forms.sheets import Cell, Row, Sheet
from si_kg.intake.forms.taking import understood
from si_kg.intake.incoming import Context


def reread(
    forms: Sequence[Form],
    filled: Mapping[str, Sequence[Filled]],
    design: Forms,
    context: Context,
) -> Sequence[ox.Triple]:
    """The triples of the rows of each form (by its name)."""
    found = [_table(form, filled[form.name]) for form in forms]
    _, said, _ = understood(found, design, context)
    return list(said.triples)


def _table(form: Form, rows: Sequence[Filled]) -> Table:
    places = {column.name: place for place, column in enumerate(form.columns)}
    head = [Cell((column.heading.en,)) for column in form.columns]
    read = [Row(dict(_cells(row, places)), "") for row in rows]
    return Table(form, Sheet("", form.name, head, read, in_grid=False), places)


def _cells(row: Filled, places: Mapping[str, int]) -> Iterator[tuple[int, Cell]]:
    for name, values in row.items():
        if values:
            yield places[name], Cell(list(values), listed=True)


def lost(before: Sequence[ox.Triple], after: Sequence[ox.Triple]) -> list[ox.Triple]:
    """What was said before and not after; how the cells of a list are named is no matter."""
    kept = {listed.whole for listed in _lists(after)}
    same = {cell for listed in _lists(before) if listed.whole in kept for cell in listed.cells}
    gone = set(before) - set(after)
    return sorted((each for each in gone if not {each.subject, each.object} & same), key=str)


class _List(NamedTuple):
    """A list: what it is the value of, with its members, and its cells."""

    whole: tuple[object, ...]
    cells: Sequence[object]


def _lists(triples: Sequence[ox.Triple]) -> Iterator[_List]:
    said = described(triples)
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.BlankNode):
            cells = list(cells_of([triple.object], said))
            members = [member for cell in cells for member in said[cell].get(FIRST, ())]
            yield _List((triple.subject, triple.predicate, *members), cells)
