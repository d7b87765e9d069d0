"""A sheet of drawing paper in Vega-Lite: boxes, dots, lines and texts at places in pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from si_kg.plots.style import INK, LINE, NORMAL, width_of

Mark = dict[str, Any]  # one thing on the sheet: x and y, what it stands for, how it looks
_BESIDE, _GAP = 14, 22

# which channel of Vega-Lite each field of a mark fills; colours and shapes are given as they are
_CHANNELS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "x2": ("x2", {}),
    "y2": ("y2", {}),
    "text": ("text", {"type": "nominal"}),
    "fill": ("fill", {"type": "nominal", "scale": None}),
    "stroke": ("stroke", {"type": "nominal", "scale": None}),
    "ink": ("color", {"type": "nominal", "scale": None}),
    "shape": ("shape", {"type": "nominal", "scale": None}),
    "area": ("size", {"type": "quantitative", "scale": None}),
    "hint": ("tooltip", {"type": "nominal"}),
}


@dataclass(frozen=True)
class Layer:
    """Marks of one kind, drawn in the same way; `name` is the name of the data set."""

    name: str
    kind: str
    marks: Sequence[Mark]
    look: Mapping[str, object]
    fields: tuple[str, ...]

    def specification(self) -> dict[str, Any]:
        """This layer in Vega-Lite; where no mark has a field, the look of the layer holds."""
        used = [field for field in self.fields if any(field in mark for mark in self.marks)]
        return {
            "data": {"name": self.name},
            "mark": {"type": self.kind, **self.look},
            "encoding": {
                _CHANNELS[field][0]: {"field": field} | _CHANNELS[field][1] for field in used
            },
        }


def boxes(name: str, marks: Sequence[Mark], **look: object) -> Layer:
    """Rectangles from x, y to x2, y2, in the colours `fill` and `stroke`."""
    return Layer(name, "rect", marks, look, ("x2", "y2", "fill", "stroke", "hint"))


def lines(name: str, marks: Sequence[Mark], **look: object) -> Layer:
    """Straight lines from x, y to x2, y2."""
    return Layer(name, "rule", marks, {"color": LINE} | look, ("x2", "y2"))


def dots(name: str, marks: Sequence[Mark], **look: object) -> Layer:
    """Shapes around x, y: `shape`, `area` (in square pixels), `fill` and `stroke`."""
    fields = ("shape", "area", "fill", "stroke", "hint")
    return Layer(name, "point", marks, {"opacity": 1} | look, fields)


def texts(name: str, marks: Sequence[Mark], **look: object) -> Layer:
    """Texts at x, y: `text`, in the colour `ink`."""
    return Layer(name, "text", marks, look, ("text", "ink", "hint"))


def sheet(width: float, height: float, *layers: Layer) -> dict[str, Any]:
    """A specification of this size, the first layer below the others; y runs down.

    Layers without marks are left out.
    """
    filled = [layer for layer in layers if layer.marks]
    return {
        "width": round(width),
        "height": round(height),
        "datasets": {layer.name: list(layer.marks) for layer in filled},
        "encoding": {"x": _axis("x", width), "y": _axis("y", height, reverse=True)},
        "layer": [layer.specification() for layer in filled],
    }


def at(x: float, y: float, x2: float | None = None, y2: float | None = None) -> Mark:
    """A place, or two corners, in half pixels."""
    places = {"x": x, "y": y, "x2": x2, "y2": y2}
    return {name: round(2 * place) / 2 for name, place in places.items() if place is not None}


def legend(entries: Sequence[Mark], x: float, y: float, *, down: float = 0) -> tuple[Layer, ...]:
    """Shapes, each with the `text` that explains it and perhaps a `letter` in it.

    They stand in a row from x, y; with `down` under each other, at that distance.
    """
    keys: list[Mark] = []
    for entry in entries:
        keys.append(entry | at(x, y))
        x, y = (x, y + down) if down else (x + _BESIDE + width_of(entry["text"]) + _GAP, y)
    words = [at(key["x"] + _BESIDE, key["y"]) | {"text": key["text"]} for key in keys]
    inner = [
        at(key["x"], key["y"]) | {"text": key["letter"], "ink": key.get("ink", INK)}
        for key in keys
        if "letter" in key
    ]
    return (
        dots("legend", keys),
        texts("legend-words", words, align="left", fontSize=NORMAL),
        texts("legend-letters", inner, fontWeight="bold"),
    )


def _axis(name: str, length: float, *, reverse: bool = False) -> dict[str, Any]:
    scale = {"domain": [0, round(length)], "nice": False, "zero": False, "reverse": reverse}
    return {"field": name, "type": "quantitative", "axis": None, "scale": scale}
