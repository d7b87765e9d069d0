"""Excel workbooks that people send, read row by row; what could fill a machine is refused."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from si_kg.errors import FileUnreadable, PartMissing, SiKgError

if TYPE_CHECKING:
    from openpyxl import Workbook

T = TypeVar("T")
_MEGABYTE = 1_000_000
_AT_ONCE = 500


class WorkbookBroken(SiKgError):
    """A file that does not open as a workbook."""

    nl = "‘{file}’ is beschadigd, versleuteld of geen .xlsx; bewaar het opnieuw, zonder wachtwoord."
    en = "‘{file}’ is damaged, encrypted or no .xlsx; save it again, without a password."


class WorkbookTooLarge(SiKgError):
    """A workbook, perhaps a small file, that unpacks into a very large one."""

    nl = "‘{file}’ is te groot: uitgepakt hoogstens {most} MB; deel het op."
    en = "‘{file}’ is too large: at most {most} MB unpacked; split it up."


@contextmanager
def workbook(
    file: Path, most: int, *, data: bytes | None = None, formulas: bool = False
) -> "Iterator[Workbook]":
    """The workbook, to be read by `rows`; with the `formulas` in its cells, or what they came to.

    It may unpack into `most` bytes; `data` is what is in the file, where that is at hand. Raises
    FileUnreadable, PartMissing, WorkbookTooLarge, and WorkbookBroken also for what only comes
    to light while it is read.
    """
    try:
        import openpyxl
    except ImportError:
        raise PartMissing(extra="export") from None
    try:
        stream = file.open("rb") if data is None else BytesIO(data)
    except OSError:
        raise FileUnreadable(file=file) from None
    with stream:
        try:
            _check_size(stream, file, most)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about parts that rows do not have
                book = openpyxl.load_workbook(stream, read_only=True, data_only=not formulas)
            yield book
            book.close()
        except SiKgError:
            raise
        except Exception:  # noqa: BLE001  (what a damaged file makes of openpyxl has no end)
            raise WorkbookBroken(file=file) from None


def rows(sheet: Any, most_columns: int) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a sheet, each with its number; cells further than `most_columns` are left out."""
    sheet.reset_dimensions()  # what a file says of its own size need not be true
    numbered = enumerate(sheet.iter_rows(max_col=most_columns), start=1)
    while some := _without_warnings(numbered):
        yield from some


def shown(value: object) -> str | date:
    """What a person sees in a cell: a whole number without decimals, a day as a day.

    >>> shown(3.0), shown(True), shown(None), shown(datetime(2026, 1, 31))
    ('3', 'true', '', datetime.date(2026, 1, 31))
    """
    if isinstance(value, datetime):
        return value.date() if value.time() == value.min.time() else value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, date) else "" if value is None else str(value)


def trimmed(cells: Sequence[T]) -> Sequence[T]:
    """The cells up to the last that holds anything: a sheet has no end of its own.

    >>> trimmed(["a", "", "b", ""])
    ['a', '', 'b']
    """
    last = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:last]


def _check_size(stream: BinaryIO, file: Path, most: int) -> None:
    with zipfile.ZipFile(stream) as packed:
        if sum(part.file_size for part in packed.infolist()) > most:
            raise WorkbookTooLarge(file=file, most=most // _MEGABYTE)


def _without_warnings(
    numbered: Iterator[tuple[int, Sequence[Any]]],
) -> list[tuple[int, Sequence[Any]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a cell whose day does not exist, say
        return [*islice(numbered, _AT_ONCE)]
