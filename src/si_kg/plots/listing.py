"""Rows under each other: a numbered circle, and texts in columns beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from si_kg.plots.sheet import Layer, Mark, at, dots, lines, sheet, texts
from si_kg.plots.style import INK, NORMAL, QUIET, SMALL, folded, readable_on

_LINE, _AROUND, _LEFT, _GAP, _AREA, _RAIL = 15, 12, 66, 18, 560, 22
_FOOT_LINE, _RULE = 14, "#dcdcdc"


@dataclass(frozen=True)
class Column:
    """A column of texts: what stands above it, its width in pixels, whether it is bold."""

    heading: str
    width: float
    strong: bool = False


@dataclass(frozen=True)
class Entry:
    """A row: the number in its circle, the colour of that, and a text for each column.

    Where nothing is known, the circle is broken; `weak` are the columns to be read as such.
    """

    number: str
    fill: str
    cells: tuple[str, ...]
    known: bool = True
    weak: frozenset[int] = frozenset()


def listing(
    columns: Sequence[Column], entries: Sequence[Entry], foot: str, *, ladder: bool = False
) -> dict[str, Any]:
    """The specification of these rows; `ladder` joins the circles by two rails."""
    width = _LEFT + sum(column.width + _GAP for column in columns)
    placed = list(_placed(columns, entries))
    height = placed[-1][2]
    circles = [_circle(entry, (top + bottom) / 2) for entry, top, bottom in placed]
    rules = [at(0, 0, width, 0), *(at(0, bottom, width, bottom) for _, _, bottom in placed)]
    headings = [at(x, -13) | {"text": column.heading} for column, x in _left_sides(columns)]
    foot = _lines_of(foot, width, SMALL)
    notes = at(0, height + 20) | {"text": foot}
    return sheet(
        width,
        height,
        lines("rules", rules, color=_RULE),
        lines("rails", _rails(circles, height) if ladder else [], strokeWidth=3),
        lines("rungs", _rungs(circles) if ladder else [], strokeWidth=3),
        dots("circles", [c for c in circles if c["known"]], strokeWidth=1.2),
        dots("broken", [c for c in circles if not c["known"]], strokeWidth=1.2, strokeDash=[3, 3]),
        texts("numbers", circles, fontWeight="bold"),
        texts("headings", headings, align="left", color=QUIET, fontSize=SMALL),
        *_cells(columns, placed),
        texts("foot", [notes], align="left", color=QUIET, fontSize=SMALL, lineHeight=_FOOT_LINE),
    )


def _left_sides(columns: Sequence[Column]) -> Iterator[tuple[Column, float]]:
    x = float(_LEFT)
    for column in columns:
        yield column, x
        x += column.width + _GAP


def _placed(
    columns: Sequence[Column], entries: Sequence[Entry]
) -> Iterator[tuple[Entry, float, float]]:
    """Each row, its texts over lines, with its top and bottom."""
    y = 0.0
    for entry in entries:
        cells = tuple(
            _lines_of(cell, column.width) for column, cell in zip(columns, entry.cells, strict=True)
        )
        most = max(cell.count("\n") + 1 for cell in cells)
        bottom = y + max(most * _LINE, 2 * _LINE) + 2 * _AROUND
        yield Entry(entry.number, entry.fill, cells, entry.known, entry.weak), y, bottom
        y = bottom


def _lines_of(text: str, width: float, size: int = NORMAL) -> str:
    return "\n".join(folded(line, width, size) for line in text.split("\n"))


def _circle(entry: Entry, y: float) -> Mark:
    return at(_LEFT / 2 - 8, y) | {
        "text": entry.number,
        "shape": "circle",
        "area": _AREA,
        "fill": entry.fill,
        "stroke": INK,
        "ink": readable_on(entry.fill),
        "known": entry.known,
    }


def _rails(circles: Sequence[Mark], height: float) -> list[Mark]:
    x = circles[0]["x"]
    return [at(x + side, 0, x + side, height) for side in (-_RAIL, _RAIL)]


def _rungs(circles: Sequence[Mark]) -> list[Mark]:
    return [at(c["x"] - _RAIL, c["y"], c["x"] + _RAIL, c["y"]) for c in circles]


def _cells(
    columns: Sequence[Column], placed: Sequence[tuple[Entry, float, float]]
) -> Iterator[Layer]:
    """A layer for each column, for one column looks the same all the way down."""
    for number, (column, x) in enumerate(_left_sides(columns)):
        marks = []
        for entry, top, bottom in placed:
            text = entry.cells[number]
            y = (top + bottom - text.count("\n") * _LINE) / 2
            ink = QUIET if number in entry.weak else INK
            marks.append(at(x, y) | {"text": text, "ink": ink})
        weight = "bold" if column.strong else "normal"
        yield texts(
            f"column-{number + 1}",
            marks,
            align="left",
            fontSize=NORMAL,
            fontWeight=weight,
            lineHeight=_LINE,
        )
