"""Read the form from a spreadsheet: what stands in which cell."""

import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from si_kg.assessment.answers import Entry
from si_kg.assessment.faults import FormMalformed, FormNotRecognised, FormTooLarge
from si_kg.assessment.words import COLUMNS, FORMULA
from si_kg.errors import PartMissing, SiKgError
from si_kg.language import Text

EXTRA = "export"
_MOST_ROWS, _MOST_COLUMNS = 1_000, 30
_LARGEST = 50_000_000


def read(data: bytes, file: str) -> list[Entry | SiKgError]:
    """What the form holds, and which cells cannot be read.

    Raises PartMissing, FormTooLarge, and FormNotRecognised where there are no questions.
    """
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra=EXTRA) from None
    try:
        _check_size(data, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that a form does not have
            book = openpyxl.load_workbook(BytesIO(data), read_only=True)
            found = [each for sheet in book.worksheets for each in _found(sheet, file)]
            book.close()
    except SiKgError:
        raise
    except Exception:  # noqa: BLE001  (what a damaged file makes of openpyxl has no end)
        found = []
    if not found:
        raise FormNotRecognised(file=file)
    return found


def _check_size(data: bytes, file: str) -> None:
    """Raise FormTooLarge for a small file that unpacks into a large one."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _LARGEST:
            raise FormTooLarge(file=file, most=_LARGEST // 1000)


def _found(sheet: Any, file: str) -> Iterator[Entry | SiKgError]:
    """An entry for each row with a key; a sheet without our columns holds none."""
    sheet.reset_dimensions()  # what a file says of its own size need not be true
    rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS)
    columns = _columns(next(rows, ()))
    if not {"answer", "key"} <= set(columns):
        return
    for number, row in enumerate(rows, start=2):
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
    value = getattr(cell, "value", None)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
