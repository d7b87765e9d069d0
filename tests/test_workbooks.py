"""Workbooks that people send: what stands in their rows, and nothing that could fill a machine."""

import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from si_kg.errors import FileUnreadable, PartMissing
from si_kg.workbooks import WorkbookBroken, WorkbookTooLarge, rows, shown, trimmed, workbook

MEGABYTE = 1_000_000
SHEET = "xl/worksheets/sheet1.xml"


def made(folder: Path, *written: Sequence[Any]) -> Path:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    for row in written:
        book.worksheets[0].append(list(row))
    file = folder / "a.xlsx"
    book.save(file)
    return file


def replaced(file: Path, old: str, new: str) -> None:
    """The same workbook with another text on its sheet."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert old.encode() in parts[SHEET]
    parts[SHEET] = parts[SHEET].replace(old.encode(), new.encode())
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def read(file: Path, *, formulas: bool = False) -> list[tuple[int, list[str | date]]]:
    """The numbers and the cells of the rows on the first sheet."""
    with workbook(file, MEGABYTE, formulas=formulas) as book:
        return [
            (number, list(trimmed([shown(cell.value) for cell in cells])))
            for number, cells in rows(book.worksheets[0], most_columns=5)
        ]


def test_cells_are_what_a_person_sees(tmp_path: Path) -> None:
    """Days are days, whole numbers have no decimals, and a row ends at its last cell."""
    file = made(tmp_path, ("a", 7.0, 7.5, True), (None, datetime(2026, 1, 31)), (), ("b",))
    assert read(file) == [
        (1, ["a", "7", "7.5", "true"]),
        (2, ["", date(2026, 1, 31)]),
        (3, []),
        (4, ["b"]),
    ]


def test_a_formula_is_read_as_what_it_came_to(tmp_path: Path) -> None:
    """Or as it is written, for who wants to refuse it."""
    file = made(tmp_path, ("=1+1",))
    assert read(file) == [(1, [])]
    assert read(file, formulas=True) == [(1, ["=1+1"])]


def test_all_rows_are_read_and_no_more_columns_than_asked(tmp_path: Path) -> None:
    """Many rows; and a sheet whose say of its own size is not true."""
    file = made(tmp_path, *([number] * 9 for number in range(1, 1_202)))
    replaced(file, 'ref="A1:I1201"', 'ref="A1:A1"')
    assert read(file) == [(number, [str(number)] * 5) for number in range(1, 1_202)]


def test_a_day_that_does_not_exist_is_told_by_nobody(tmp_path: Path) -> None:
    """What the cell of it holds is for the reader to judge; a warning would not name the file."""
    file = made(tmp_path, (datetime(2026, 1, 31),))
    replaced(file, "46053", "99999999999")
    [(number, cells)] = read(file)
    assert (number, len(cells)) == (1, 1)


def test_what_unpacks_into_much_is_refused(tmp_path: Path) -> None:
    """Before anything of it is unpacked."""
    file = made(tmp_path, ("a",))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("more.xml", bytes(2 * MEGABYTE))
    assert file.stat().st_size < MEGABYTE / 10
    with pytest.raises(WorkbookTooLarge) as caught:
        read(file)
    assert "hoogstens 1 MB" in caught.value.message("nl")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"a;b", id="text"),
        pytest.param(b"PK\x03\x04", id="half-a-zip"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(99), id="encrypted"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    """By its name, with what to do; also where its bytes are at hand."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    for data in (None, content):
        with pytest.raises(WorkbookBroken, match=r"a\.xlsx"), workbook(file, MEGABYTE, data=data):
            pass


def test_damage_can_come_to_light_late(tmp_path: Path) -> None:
    """Half-way a sheet, say."""
    file = made(tmp_path, *([number] for number in range(1_000)))
    replaced(file, "<v>800</v>", "<v>800")
    with pytest.raises(WorkbookBroken):
        read(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Nor a folder can be read."""
    for file in (tmp_path / "gone.xlsx", tmp_path):
        with pytest.raises(FileUnreadable):
            read(file)


def test_reading_needs_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    file = made(tmp_path, ("a",))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PartMissing, match="export"):
        read(file)
