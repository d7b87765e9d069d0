"""Which column of a file is which column of the mapping, and how its cells are named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from si_kg.findings import Finding
from si_kg.intake.corpora import words
from si_kg.intake.corpora.cells import near
from si_kg.intake.corpora.mapping import Column, Table
from si_kg.intake.corpora.rows import Row
from si_kg.intake.telling import filled, finding


@dataclass(frozen=True)
class Headings:
    """The place of each column of the mapping in the rows of a file."""

    table: Table
    row: Row
    places: dict[str, int]
    faults: tuple[Finding, ...]

    @classmethod
    def read(cls, table: Table, row: Row, file: str) -> "Headings":
        """Find each column by its titles or its name, whatever their capitals."""
        there = [str(cell).strip() for cell in row.cells]
        folded = {title.casefold(): at for at, title in reversed(list(enumerate(there)))}
        places: dict[str, int] = {}
        faults: list[Finding] = []
        for column in table.columns:
            if column.virtual:
                continue
            known = (title.casefold() for title in (*column.titles, column.name))
            place = next((folded[title] for title in known if title in folded), None)
            if place is None:
                faults.append(_missing(table, column, there))
            else:
                places[column.name] = place
        unknown = [title for at, title in enumerate(there) if title and at not in places.values()]
        if unknown:
            names = ", ".join(f"‘{title}’" for title in unknown)
            said = filled(words.NOT_MAPPED, names=names, table=table.name)
            faults.append(finding("Info", "intake:not-mapped", said))
        made = cls(table, row, places, ())
        return replace(made, faults=tuple(made.at(fault, row.number, "", file) for fault in faults))

    def cells(self, row: Row) -> dict[str, str | date] | None:
        """The cells of a row by the name of their column; None where their number is wrong."""
        count, wanted = len(row.cells), len(self.row.cells)
        if count > wanted or (count < wanted and not self.table.sheet):
            return None
        return {name: row.cells[at] if at < count else "" for name, at in self.places.items()}

    def at(self, found: Finding, number: int, column: str, file: str) -> Finding:
        """The finding with its place: file, line and column, or sheet and cell."""
        place = self.places.get(column)
        if self.table.sheet:
            cell = f"{_letters(place)}{number}" if place is not None else ""
            return replace(found, file=file, sheet=self.table.sheet, cell=cell)
        title = str(self.row.cells[place]).strip() if place is not None else ""
        return replace(found, file=file, line=number, cell=title)


def _missing(table: Table, column: Column, there: Sequence[str]) -> Finding:
    facts = {"title": column.titles[0], "table": table.name, "near": near(column.titles[0], there)}
    return finding("Violation", "intake:column-missing", filled(words.COLUMN_MISSING, **facts))


def _letters(place: int) -> str:
    """The name of a column in a spreadsheet, from 0.

    >>> _letters(0), _letters(26), _letters(701)
    ('A', 'AA', 'ZZ')
    """
    before, at = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + at)
