"""Read a form from an Excel workbook."""

import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from si_kg.errors import PartMissing, SiKgError
from si_kg.intake.forms.reading import grids
from si_kg.intake.forms.reading.limits import (
    DAMAGED,
    MOST_COLUMNS,
    broken,
    check_packed,
)
from si_kg.intake.forms.reasons import ERROR_VALUE, FORMULA
from si_kg.intake.forms.sheets import Cell, Sheet

_KIND = "Excel"


def read(file: Path) -> list[Sheet]:
    """The sheets of the workbook; raises PartMissing, FormTooLarge or FormBroken."""
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    check_packed(file, _KIND)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that a form does not have
            book = openpyxl.load_workbook(file)
        return [_sheet(file, each) for each in book.worksheets]
    except SiKgError:
        raise
    except Exception:  # noqa: BLE001  (what a damaged file makes of openpyxl has no end)
        broken(file, _KIND, DAMAGED)


def _sheet(file: Path, sheet: Any) -> Sheet:
    merged = {
        (area.min_row, area.min_col - 1): str(area.coord) for area in sheet.merged_cells.ranges
    }
    hidden = {number for number, said in sheet.row_dimensions.items() if said.hidden}
    return grids.sheet(file, sheet.title, _rows(sheet), merged, hidden)


def _rows(sheet: Any) -> Iterator[tuple[int, Mapping[int, Cell]]]:
    """The rows with a cell in them: a sheet may say that it has a million."""
    found: dict[int, dict[int, Cell]] = {}
    for cell in sheet._cells.values():  # noqa: SLF001  (all cells there are, and no others)
        if cell.column <= MOST_COLUMNS and cell.value is not None:
            found.setdefault(cell.row, {})[cell.column - 1] = _cell(cell)
    yield from sorted(found.items())


def _cell(cell: Any) -> Cell:
    trouble = {"f": FORMULA, "e": ERROR_VALUE}.get(cell.data_type)
    value = cell.value
    if isinstance(value, float):
        value = Decimal(repr(value))
    ref = grids.place(cell.row, cell.column - 1)
    return Cell((str(value) if trouble else value,), ref, trouble=trouble)
