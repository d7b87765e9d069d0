"""Read the form from a spreadsheet: what stands in which cell."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from si_kg.assessment.answers import Entry
from si_kg.assessment.faults import FormMalformed, FormNotRecognised, FormTooLarge
from si_kg.assessment.words import COLUMNS, FORMULA
from si_kg.errors import SiKgError
from si_kg.language import Text
from si_kg.workbooks import WorkbookBroken, WorkbookTooLarge, rows, shown, workbook

_MOST_ROWS, _MOST_COLUMNS = 1_000, 30
_LARGEST = 50_000_000


def read(data: bytes, file: str) -> list[Entry | SiKgError]:
    """What the form holds, and which cells cannot be read.

    Raises PartMissing, FormTooLarge, and FormNotRecognised where there are no questions.
    """
    try:
        with workbook(Path(file), _LARGEST, data=data, formulas=True) as book:
            found = [each for sheet in book.worksheets for each in _found(sheet, file)]
    except WorkbookTooLarge:
        raise FormTooLarge(file=file, most=_LARGEST // 1000) from None
    except WorkbookBroken:
        found = []
    if not found:
        raise FormNotRecognised(file=file)
    return found


def _found(sheet: Any, file: str) -> Iterator[Entry | SiKgError]:
    """An entry for each row with a key; a sheet without our columns holds none."""
    numbered = islice(rows(sheet, _MOST_COLUMNS), _MOST_ROWS)
    _, heading = next(numbered, (1, ()))
    columns = _columns(heading)
    if not {"answer", "key"} <= set(columns):
        return
    for number, row in numbered:
        cells = {name: row[place] for name, place in columns.items() if place < len(row)}
        key = _text(cells.get("key"))
        if not key:
            continue
        place = f"{sheet.title}!{_letter(columns['answer'])}{number}"
        where = Text(place, place)
        if any(cell.data_type == "f" for cell in cells.values()):
            yield FormMalformed.at(file, where, FORMULA)
        else:
            yield Entry(key, (_text(cells.get("answer")),), where, _text(cells.get("note")))


def _columns(header: Any) -> dict[str, int]:
    """Where each of our columns stands, by the title above it in either language."""
    titles = [_text(cell).casefold() for cell in header]
    names = {title.casefold(): name for name, texts in COLUMNS.items() for title in texts}
    return {names[title]: place for place, title in enumerate(titles) if title in names}


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def _text(cell: Any) -> str:
    """What a person sees in the cell: a whole number without decimals, a date as 2026-01-31."""
    return str(shown(getattr(cell, "value", None))).strip()
