"""Circles around a middle: what takes part is joined to it, what is unknown stands loose."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from si_kg.plots.sheet import Mark, at, dots, lines, sheet, texts
from si_kg.plots.style import INK, LINE, NORMAL, PAPER, QUIET, SHADES, SMALL, folded

_WORDS_WIDE, _LINE, _LEAST, _MIDDLE, _APART = 160, 14, 88, 70, 24
_FOOT_LINE = 15


@dataclass(frozen=True)
class Circle:
    """A circle with its name and, under it, what is to be said; `known` joins it to the middle."""

    name: str
    words: str
    known: bool

    @property
    def head(self) -> str:
        """The name over lines."""
        return folded(self.name, _WORDS_WIDE * 0.85, NORMAL)

    @property
    def rest(self) -> str:
        """The words over lines."""
        return "\n".join(folded(line, _WORDS_WIDE, SMALL + 1) for line in self.words.split("\n"))

    @property
    def lines(self) -> int:
        """How many lines stand in it."""
        return len(self.head.splitlines()) + len(self.rest.splitlines())


def circles(middle: str, around: Sequence[Circle], foot: str) -> dict[str, Any]:
    """The specification of the circles, evenly around the middle, the first at the top."""
    radius = max(_LEAST, *(_radius(circle) for circle in around))
    apart = radius / math.sin(math.pi / max(len(around), 3)) + _APART / 2
    places = list(_places(len(around), max(apart, radius + _MIDDLE + _APART)))
    left, top = (radius - min(place[axis] for place in places) for axis in (0, 1))
    width, height = (
        2 * radius + max(place[axis] for place in places) - min(place[axis] for place in places)
        for axis in (0, 1)
    )
    marks = [
        at(x + left, y + top) | _mark(circle, radius)
        for circle, (x, y) in zip(around, places, strict=True)
    ]
    known = [mark for mark in marks if mark["known"]]
    hub = at(left, top) | {"text": folded(middle, 1.6 * _MIDDLE), "area": (2 * _MIDDLE) ** 2}
    hub_name = hub | at(left, top - hub["text"].count("\n") * _LINE / 2)
    foot_lines = "\n".join(folded(line, width, SMALL + 1) for line in foot.split("\n"))
    return sheet(
        width,
        height,
        lines("links", [at(m["x"], m["y"], left, top) for m in known], strokeWidth=3),
        dots("known", known, fill=SHADES[0], stroke=INK, strokeWidth=1.4),
        dots(
            "unknown",
            [mark for mark in marks if not mark["known"]],
            fill=PAPER,
            stroke=LINE,
            strokeWidth=1.4,
            strokeDash=[4, 4],
        ),
        dots("hub", [hub], fill=SHADES[3], stroke=INK),
        texts("hub-name", [hub_name], color=PAPER, fontWeight="bold", lineHeight=_LINE),
        texts("names", [_name(mark) for mark in marks], fontWeight="bold", lineHeight=_LINE),
        texts("words", [_words(mark) for mark in marks], fontSize=SMALL + 1, lineHeight=_LINE),
        texts(
            "foot",
            [at(0, height + 22) | {"text": foot_lines}],
            align="left",
            fontSize=SMALL + 1,
            lineHeight=_FOOT_LINE,
            color=QUIET,
        ),
    )


def _radius(circle: Circle) -> float:
    """Large enough for the words: half the diagonal of the block they form."""
    return math.hypot(_WORDS_WIDE / 2, circle.lines * _LINE / 2)


def _places(number: int, away: float) -> Iterator[tuple[float, float]]:
    """Places on a circle around 0, 0."""
    for place in range(number):
        angle = 2 * math.pi * place / number - math.pi / 2
        yield away * math.cos(angle), away * math.sin(angle)


def _mark(circle: Circle, radius: float) -> Mark:
    return {
        "shape": "circle",
        "area": round((2 * radius) ** 2),
        "known": circle.known,
        "head": circle.head,
        "rest": circle.rest,
        "ink": INK if circle.known else QUIET,
    }


def _name(mark: Mark) -> Mark:
    """The name, on the first lines of the block of words in a circle."""
    block = mark["head"].count("\n") + mark["rest"].count("\n") + 1
    return at(mark["x"], mark["y"] - block * _LINE / 2) | {"text": mark["head"], "ink": mark["ink"]}


def _words(mark: Mark) -> Mark:
    under = _name(mark)["y"] + (mark["head"].count("\n") + 1) * _LINE
    return at(mark["x"], under + 2) | {"text": mark["rest"], "ink": mark["ink"]}
