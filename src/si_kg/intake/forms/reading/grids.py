"""A sheet as its rows come out of a spreadsheet: what its cells, merged and hidden rows become."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from si_kg.findings import Finding
from si_kg.intake.forms.reading.limits import MOST_ROWS, too_large
from si_kg.intake.forms.reasons import HIDDEN, MERGED, filled
from si_kg.intake.forms.sheets import Cell, Row, Sheet, letters

_SHOWN = 10


def sheet(
    file: Path,
    name: str,
    rows: Iterable[tuple[int, Mapping[int, Cell]]],
    merged: Mapping[tuple[int, int], str],
    hidden: Collection[int],
) -> Sheet:
    """The sheet of these rows (number, cells by column from 0), the first of which is the head.

    `merged` are the cells (row, column) that begin a merged area, with how that is written.
    """
    filled_in = [
        (number, _marked(number, cells, merged))
        for number, cells in rows
        if any(not cell.is_empty for cell in cells.values())
    ]
    if len(filled_in) > MOST_ROWS:
        too_large(file)
    if not filled_in:
        return Sheet(file.name, name, (), ())
    (_, head), *body = filled_in
    width = max(head, default=-1) + 1
    return Sheet(
        file.name,
        name,
        [head.get(column, Cell(())) for column in range(width)],
        [Row(cells, str(number), max(c.line for c in cells.values())) for number, cells in body],
        remarks=_remarks(file, name, [number for number, _ in body if number in hidden]),
    )


def _marked(
    number: int, cells: Mapping[int, Cell], merged: Mapping[tuple[int, int], str]
) -> Mapping[int, Cell]:
    begun = [column for row, column in merged if row == number] if merged else ()
    return {
        column: Cell(cell.values, cell.ref, cell.line, MERGED) if column in begun else cell
        for column, cell in cells.items()
    }


def _remarks(file: Path, name: str, hidden: Sequence[int]) -> list[Finding]:
    if not hidden:
        return []
    listed = ", ".join(map(str, hidden[:_SHOWN])) + (", …" if len(hidden) > _SHOWN else "")
    return [Finding("Info", "", "", "", "", filled(HIDDEN, listed), file.name, sheet=name)]


def place(row: int, column: int) -> str:
    """The place of a cell: row from 1, column from 0."""
    return f"{letters(column)}{row}"
