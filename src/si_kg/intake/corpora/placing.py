"""In which row and column of which table a finding about a thing belongs."""

from collections.abc import Sequence
from functools import cached_property

from si_kg.findings import Finding
from si_kg.intake.corpora.headings import Headings
from si_kg.intake.corpora.stating import Stating
from si_kg.namespaces import expand


class Placing:
    """Reads the tables once more at the first finding: most corpora never need it."""

    def __init__(self, tables: Sequence[Stating]) -> None:
        self._tables = tables

    def place(self, found: Finding) -> Finding:
        """The finding with the place of the row that describes its focus."""
        focus = expand(found.focus) or found.focus
        if focus not in self._rows:
            return found
        at, number, about = self._rows[focus]
        table, headings = self._tables[at], self._headings[at]
        path = expand(found.path) or found.path
        said = (
            column.name
            for column in table.table.columns
            if column.property and column.property.value == path
            if column.about and column.about.text == about
        )
        named = next((name for name in said if name in headings.places), "")
        return headings.at(found, number, named, table.file.name)

    @cached_property
    def _headings(self) -> list[Headings]:
        return [table.rows()[0] for table in self._tables]

    @cached_property
    def _rows(self) -> dict[str, tuple[int, int, str]]:
        """The table and row in which each thing is described first, and its template."""
        found: dict[str, tuple[int, int, str]] = {}
        for at, table in enumerate(self._tables):
            headings, rows = table.rows()
            for row in rows:
                for subject, about in table.subjects(headings, row):
                    found.setdefault(subject, (at, row.number, about))
        return found
