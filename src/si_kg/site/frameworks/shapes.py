"""Where the parts of a drawing stand: on a circle, on a spiral."""

import math
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

_TURNS = 2.2
_STEPS = 90


class Point(NamedTuple):
    """A place in a drawing, to a tenth."""

    x: float
    y: float


def around(count: int, across: float, up: float, *, turned: float = 0.0) -> list[Point]:
    """The places of `count` things on an ellipse around the middle, the first at the top.

    `turned` is the part of a step by which all are moved on.

    >>> around(4, 10, 5)
    [Point(x=0.0, y=-5.0), Point(x=10.0, y=0.0), Point(x=0.0, y=5.0), Point(x=-10.0, y=0.0)]
    """
    angles = (2 * math.pi * (each + turned) / count for each in range(count))
    return [_point(across * math.sin(angle), -up * math.cos(angle)) for angle in angles]


def winding(count: int, radius: float) -> list[Point]:
    """The places of `count` things on a spiral, evenly along it, from the middle outward."""
    return [_wound(math.sqrt((each + 0.5) / (count - 0.5)), radius) for each in range(count)]


def spiral(radius: float) -> str:
    """The line of the spiral that `winding` follows, as the data of a path in SVG."""
    points = (_wound(step / _STEPS, radius) for step in range(_STEPS + 1))
    return "M" + " L".join(f"{x} {y}" for x, y in points)


def lines(text: str, width: int, height: float) -> list[tuple[float, str]]:
    """A text over lines of `width` characters, each with its place around the middle.

    >>> lines("citizens and users", 10, 20)
    [(-10.0, 'citizens'), (10.0, 'and users')]
    """
    return list(_stacked(wrap(text, width, break_long_words=False) or [""], height))


def _stacked(parts: list[str], height: float) -> Iterator[tuple[float, str]]:
    for place, part in enumerate(parts):
        yield round((place - (len(parts) - 1) / 2) * height, 1), part


def _wound(part: float, radius: float) -> Point:
    angle = 2 * math.pi * _TURNS * part
    return _point(radius * part * math.sin(angle), -radius * part * math.cos(angle))


def _point(x: float, y: float) -> Point:
    # adding zero turns the minus zero of rounding into zero
    return Point(round(x, 1) + 0.0, round(y, 1) + 0.0)
