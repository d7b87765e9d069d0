"""Read a form from an OpenDocument spreadsheet."""

import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from si_kg.errors import PartMissing
from si_kg.intake.forms.reading import grids
from si_kg.intake.forms.reading.limits import (
    DAMAGED,
    MOST_COLUMNS,
    MOST_ROWS,
    broken,
    check_packed,
    too_large,
)
from si_kg.intake.forms.reasons import ERROR_VALUE, FORMULA
from si_kg.intake.forms.sheets import Cell, Sheet, Written

_KIND = "OpenDocument"
_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"
_MOST_SPACES = 1_000


def _name(prefix: str, local: str) -> str:
    return _NAMESPACE.format(prefix, local)


_TABLE, _ROW, _CELL = (_name("table", each) for each in ("table", "table-row", "table-cell"))
_COVERED, _VISIBILITY = _name("table", "covered-table-cell"), _name("table", "visibility")
_ROWS_REPEATED = _name("table", "number-rows-repeated")
_REPEATED = _name("table", "number-columns-repeated")
_SPANNED = (_name("table", "number-columns-spanned"), _name("table", "number-rows-spanned"))
_FORMULA, _TITLE = _name("table", "formula"), _name("table", "name")
_TYPE, _VALUE, _DAY, _TRUTH = (
    _name("office", each) for each in ("value-type", "value", "date-value", "boolean-value")
)
_PARAGRAPH, _SPACES, _COUNT = _name("text", "p"), _name("text", "s"), _name("text", "c")
_TAB, _BREAK = _name("text", "tab"), _name("text", "line-break")
_NOTE = _name("office", "annotation")


def read(file: Path) -> list[Sheet]:
    """The sheets of the spreadsheet; raises PartMissing, FormTooLarge or FormBroken."""
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring
    except ImportError:
        raise PartMissing(extra="export") from None
    check_packed(file, _KIND)
    try:
        with zipfile.ZipFile(file) as packed:
            root = fromstring(packed.read("content.xml"), forbid_dtd=True)
        return [_sheet(file, table) for table in root.iter(_TABLE)]
    except (KeyError, ParseError, zipfile.BadZipFile, DefusedXmlException, RecursionError):
        broken(file, _KIND, DAMAGED)


def _sheet(file: Path, table: Element) -> Sheet:
    rows: list[tuple[int, Mapping[int, Cell]]] = []
    merged: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    number = 1
    for row in table.iter(_ROW):
        cells = dict(_cells(row, number))
        repeated = _count(row, _ROWS_REPEATED)
        if cells:
            if repeated > MOST_ROWS:
                too_large(file)
            rows += [(at, dict(_cells(row, at))) for at in range(number, number + repeated)]
            merged |= {(number, at): "" for at in _merged(row)}
            if row.get(_VISIBILITY, "visible") != "visible":
                hidden |= set(range(number, number + repeated))
        number += repeated
    return grids.sheet(file, table.get(_TITLE, ""), rows, merged, hidden)


def _cells(row: Element, number: int) -> Iterator[tuple[int, Cell]]:
    for column, cell in _placed(row):
        found = _cell(cell, grids.place(number, column))
        if not found.is_empty:
            yield column, found


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each in its column; one may stand for many."""
    column = 0
    for cell in row:
        if cell.tag not in {_CELL, _COVERED}:
            continue
        repeated = _count(cell, _REPEATED)
        if len(cell) or cell.get(_TYPE):
            for more in range(min(repeated, MOST_COLUMNS - column)):
                yield column + more, cell
        column += repeated
        if column >= MOST_COLUMNS:
            return


def _merged(row: Element) -> Iterator[int]:
    for column, cell in _placed(row):
        if any(_count(cell, spanned) > 1 for spanned in _SPANNED):
            yield column


def _cell(cell: Element, ref: str) -> Cell:
    text = "\n".join(_text(part) for part in cell if part.tag == _PARAGRAPH)
    if cell.get(_FORMULA) is not None:
        return Cell((text,), ref, trouble=FORMULA)
    try:
        value = _value(cell, text)
    except (ValueError, InvalidOperation):
        return Cell((text,), ref, trouble=ERROR_VALUE)
    return Cell((value,), ref)


def _value(cell: Element, text: str) -> Written:
    match cell.get(_TYPE):
        case "float" | "percentage" | "currency":
            return Decimal(cell.get(_VALUE, text))
        case "date":
            return date.fromisoformat(cell.get(_DAY, text)[:10])
        case "boolean":
            return cell.get(_TRUTH) == "true"
        case _:
            return text


def _text(element: Element) -> str:
    """The text of a paragraph, in which spaces, tabs and line breaks are elements of their own."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _SPACES:
            parts.append(" " * min(_count(child, _COUNT), _MOST_SPACES))
        elif child.tag in {_TAB, _BREAK}:
            parts.append("\t" if child.tag == _TAB else "\n")
        elif child.tag != _NOTE:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _count(element: Element, name: str) -> int:
    """A number of times in an attribute, 1 where it is not there or is none."""
    given = element.get(name, "1")
    return max(int(given), 1) if given.isascii() and given.isdecimal() and len(given) < 10 else 1  # noqa: PLR2004
