"""Which form a sheet is, and which column of it stands where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from si_kg.errors import resembling
from si_kg.findings import Finding
from si_kg.intake.forms.columns import Column, Form
from si_kg.intake.forms.reasons import (
    DOUBLE_HEADING,
    MISSING_HEADING,
    NOT_A_FORM,
    UNKNOWN_HEADING,
    UNREADABLE_SHEET,
    filled,
    with_hint,
)
from si_kg.intake.forms.sheets import Row, Sheet
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import shorten
from si_kg.search_index import fold

_FEWEST = 2


@dataclass(frozen=True)
class Table:
    """A sheet of which the form is known: where each column (by its name) stands."""

    form: Form
    sheet: Sheet
    places: Mapping[str, int]

    @cached_property
    def missing(self) -> Sequence[Column]:
        """The columns that must be filled in and are not there."""
        return list(self.form.missing(self.places))

    @property
    def rows(self) -> Iterator[Row]:
        """The rows in which anything stands in a column of ours."""
        for row in self.sheet.rows:
            cells = (row.cells.get(place) for place in self.places.values())
            if any(cell and not cell.is_empty for cell in cells):
                yield row


def tables(
    sheets: Sequence[Sheet], forms: Sequence[Form], ignored: Sequence[str]
) -> tuple[list[Table], list[Finding]]:
    """The sheets that are forms, and what is wrong with their headings; some titles are no form."""
    found: list[Table] = []
    faults: list[Finding] = []
    for sheet in sheets:
        faults += sheet.remarks
        if sheet.name in ignored or not sheet.head:
            continue
        fitting = _fitting(sheet, forms)
        if len(fitting) == 1:
            table = Table(fitting[0], sheet, _places(sheet, fitting[0]))
            found.append(table)
            faults += _faults(table)
        else:
            faults.append(_not_recognised(sheet, fitting))
    return found, faults


def _fitting(sheet: Sheet, forms: Sequence[Form]) -> list[Form]:
    """The form that the title names, else those whose columns fit the headings best."""
    named = [form for form in forms if _told(sheet.name) in map(_told, (form.name, *form.title))]
    if named:
        return named
    scores = {form.name: _score(sheet, form) for form in forms}
    best = max(scores.values(), default=(0, 0))
    return [form for form in forms if scores[form.name] == best and best[0] >= _FEWEST]


def _score(sheet: Sheet, form: Form) -> tuple[int, int]:
    """How many headings are of the form; of two that are equal the one with fewer to be filled."""
    spellings = _spellings(form)
    known = {
        spellings[told].name for cell in sheet.head if (told := _told(cell.shown)) in spellings
    }
    return len(known), -len(list(form.missing(known)))


def _spellings(form: Form) -> dict[str, Column]:
    """The columns by each way in which their heading may be written, our own names first."""
    alone = [column for column in form.columns if len(form.of(column.of)) == 1]
    found: dict[str, Column] = {}
    for columns, written in (
        (form.columns, lambda column: [column.name]),
        (form.columns, lambda column: column.heading),
        (alone, lambda column: [shorten(column.of)]),
        (alone, lambda column: [shorten(column.of).partition(":")[2]]),
    ):
        for column in columns:
            for name in written(column):
                found.setdefault(_told(name), column)
    return found


def _places(sheet: Sheet, form: Form) -> dict[str, int]:
    spellings = _spellings(form)
    places: dict[str, int] = {}
    for place, cell in enumerate(sheet.head):
        column = spellings.get(_told(cell.shown))
        if column:
            places.setdefault(column.name, place)
    return places


def _faults(table: Table) -> Iterator[Finding]:
    sheet, spellings = table.sheet, _spellings(table.form)
    for place, cell in enumerate(sheet.head):
        column = spellings.get(_told(cell.shown))
        used = any(not r.cells[place].is_empty for r in sheet.rows if place in r.cells)
        if column and table.places[column.name] != place:
            yield sheet.at(_fault("Violation", filled(DOUBLE_HEADING, cell.shown)), column=place)
        elif not column and used:
            known = sorted({name for each in table.form.columns for name in each.heading})
            text = with_hint(filled(UNKNOWN_HEADING, cell.shown), resembling(cell.shown, known))
            yield sheet.at(_fault("Warning", text), column=place)
    for column in table.missing if any(True for _ in table.rows) else ():
        text = filled(MISSING_HEADING, column.heading)
        yield sheet.at(_fault("Violation", text, column.required.rule if column.required else ""))


def _not_recognised(sheet: Sheet, fitting: Sequence[Form]) -> Finding:
    if not fitting:
        return sheet.at(_fault("Info", filled(NOT_A_FORM, sheet.name)))
    names = Text(*(", ".join(form.title.in_(each) for form in fitting) for each in LANGUAGES))
    return sheet.at(_fault("Violation", filled(UNREADABLE_SHEET, sheet.name, names)))


def _fault(severity: str, message: Text, rule: str = "") -> Finding:
    return Finding(severity, "", "", "", rule, message)


def _told(heading: str) -> str:
    """A heading without what people change in passing: capitals, spaces, the mark for required."""
    return " ".join(fold(heading).replace("*", " ").replace("_", " ").split())
