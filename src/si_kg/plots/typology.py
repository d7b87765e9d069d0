"""The problem typology: two axes, four types of problem, and the issues that stand in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.parameters import iri
from si_kg.plots.faults import PictureEmpty
from si_kg.plots.frameworks import FLAT, TYPOLOGY, UPRIGHT, Framework, Member
from si_kg.plots.phrases import filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.reading import found, labels
from si_kg.plots.sheet import Layer, Mark, at, boxes, dots, legend, lines, sheet, texts
from si_kg.plots.style import BLUE, FAINT, LARGE, PAPER, QUIET, SMALL, VERMILLION, folded
from si_kg.store import Store

_WIDTH, _GAP, _INSIDE, _LINE, _HEAD, _BETWEEN = 350, 10, 18, 15, 26, 7

_DESCRIPTION = Text(
    "{count} vakken: van links naar rechts ‘{flat}’, van boven naar beneden ‘{upright}’. {types}",
    "{count} boxes: from left to right ‘{flat}’, from top to bottom ‘{upright}’. {types}",
)
_TYPE = Text("{}: {} ({}, {}): {}.", "{}: {} ({}, {}): {}.")
_EMPTY = Text("niets bekend", "nothing known")
_EXAMPLE = Text("voorbeeld in de bron", "example in the source")
_OURS = Text("plaatsing van onszelf", "placement of our own")
_PLACED = Text("plaatsing afgeleid uit de bron", "placement derived from the source")
_SOURCE = Text("Bron: {}", "Source: {}")
_COLUMNS = {
    "position": Text("Nr.", "No."),
    "type": Text("Type", "Type"),
    "flat": Text("Waarden", "Values"),
    "upright": Text("Zekerheid", "Certainty"),
    "label": Text("Wat", "What"),
    "standing": Text("Hoe het hier komt", "How it got here"),
    "where": Text("Type als ding", "Type as thing"),
    "thing": Text("Ding", "Thing"),
}
_LOOKS = {
    _EXAMPLE: {"shape": "circle", "fill": BLUE, "stroke": BLUE},
    _PLACED: {"shape": "diamond", "fill": VERMILLION, "stroke": VERMILLION},
    _OURS: {"shape": "diamond", "fill": PAPER, "stroke": VERMILLION},
}


@dataclass(frozen=True)
class _Item:
    """A thing (IRI) that stands in a box, and how it got there: a key of _LOOKS."""

    iri: str
    label: Text
    standing: Text


@dataclass(frozen=True)
class _Box:
    """A type of problem: the end of each axis at which it lies, and what stands in it.

    `column` and `row` are 0 or 1, from the top left.
    """

    member: Member
    flat: Text
    upright: Text
    column: int
    row: int
    items: Sequence[_Item]

    @property
    def left(self) -> float:
        return self.column * (_WIDTH + _GAP)


def problem_typology(store: Store) -> Picture:
    """The typology with its example issues and what is placed on it; raises PictureEmpty."""
    framework = Framework.read(store, TYPOLOGY)
    plan = list(_boxes(store, framework))
    if not plan:
        raise PictureEmpty(picture="problem-typology")
    axes = labels(store, [FLAT, UPRIGHT])
    flat, upright = axes[FLAT], axes[UPRIGHT]
    types = joined((_in_words(box) for box in plan), " ")
    description = filled(_DESCRIPTION, count=len(plan), flat=flat, upright=upright, types=types)
    return Picture.made(
        "problem-typology",
        (framework.title, framework.text("rdfs:comment"), description),
        lambda language: _drawing(framework, plan, (flat, upright), language),
    )


def _boxes(store: Store, framework: Framework) -> Iterator[_Box]:
    """The types that lie at an end of both axes; the first of them at the top left."""
    ends = _ends(store, framework)
    named = labels(store, {end for by_axis in ends.values() for end in by_axis.values()})
    examples = _examples(store)
    first: Mapping[str, str] = {}
    for member in framework.members:
        own = ends.get(member.iri, {})
        if {FLAT, UPRIGHT} <= set(own):
            first = first or own
            yield _Box(
                member,
                named[own[FLAT]],
                named[own[UPRIGHT]],
                int(own[FLAT] != first[FLAT]),
                int(own[UPRIGHT] != first[UPRIGHT]),
                [*examples.get(member.iri, []), *_placed(member)],
            )


def _ends(store: Store, framework: Framework) -> dict[str, dict[str, str]]:
    """Per type of problem the end of each axis at which it lies."""
    lies = "?type skos:inScheme @framework ; si:hasAxisEnd ?end . ?end si:liesOnAxis ?axis"
    ends: dict[str, dict[str, str]] = {}
    pattern = lies.replace("@framework", iri(framework.iri))
    for type_, end, axis in found(store, pattern, "?type", "?end", "?axis"):
        ends.setdefault(type_, {})[axis] = end
    return ends


def _examples(store: Store) -> dict[str, list[_Item]]:
    pairs = found(store, "?issue si:hasProblemType ?type", "?type", "?issue")
    named = labels(store, {issue for _, issue in pairs})
    by_type: dict[str, list[_Item]] = {}
    for type_, issue in pairs:
        by_type.setdefault(type_, []).append(_Item(issue, named[issue], _EXAMPLE))
    return by_type


def _placed(member: Member) -> Iterator[_Item]:
    for placed in member.placed:
        yield _Item(placed.iri, placed.label, _OURS if placed.ours else _PLACED)


def _drawing(
    framework: Framework, plan: Sequence[_Box], axes: tuple[Text, Text], language: str
) -> Drawing:
    inside = {box.member.iri: list(_items(box, language)) for box in plan}
    high = max(mark["bottom"] for marks in inside.values() for mark in marks) + 1.5 * _INSIDE
    sides = {box.member.iri: box.row * (high + _GAP) for box in plan}
    width, height = 2 * _WIDTH + _GAP, 2 * high + _GAP
    items = [
        mark | at(box.left + mark["x"], sides[box.member.iri] + mark["y"])
        for box in plan
        for mark in inside[box.member.iri]
    ]
    panels = [
        at(box.left, sides[box.member.iri], box.left + _WIDTH, sides[box.member.iri] + high)
        for box in plan
    ]
    heads = [
        at(box.left + _INSIDE, sides[box.member.iri] + _HEAD) | {"text": _head(box, language)}
        for box in plan
    ]
    names = [mark | at(mark["x"] + 14, mark["y"]) for mark in items]
    source = at(0, height + 104) | {"text": filled(_SOURCE, framework.pages).in_(language)}
    body = sheet(
        width,
        height,
        boxes("panels", panels, fill=FAINT),
        texts("types", heads, align="left", fontSize=LARGE, fontWeight="bold", lineHeight=18),
        dots("things", [mark for mark in items if "shape" in mark], strokeWidth=1.6),
        texts("names", names, align="left", lineHeight=_LINE),
        *_axes(plan, axes, (width, height), language),
        *legend(_key(plan, language), 6, height + 78),
        texts("source", [source], align="left", fontSize=SMALL, color=QUIET),
    )
    return Drawing(body, table_of(_COLUMNS, (row for box in plan for row in _rows(box, language))))


def _head(box: _Box, language: str) -> str:
    text = f"{box.member.number}  {box.member.label.in_(language)}"
    return folded(text, _WIDTH - 2 * _INSIDE, LARGE + 1)


def _items(box: _Box, language: str) -> Iterator[Mark]:
    """What stands in a box, from its top left; `bottom` is where the words end."""
    y = _HEAD + 18.0 * (_head(box, language).count("\n") + 1) + 6
    for item in box.items:
        text = folded(item.label.in_(language), _WIDTH - 2 * _INSIDE - 14)
        bottom = y + _LINE * text.count("\n")
        yield (
            at(_INSIDE + 5, y)
            | {"text": text, "area": 70, "bottom": bottom}
            | _LOOKS[item.standing]
        )
        y = bottom + _LINE + _BETWEEN
    if not box.items:
        yield at(_INSIDE - 14, y) | {"text": _EMPTY.in_(language), "bottom": y}


def _axes(
    plan: Sequence[_Box], axes: tuple[Text, Text], size: tuple[float, float], language: str
) -> tuple[Layer, ...]:
    """Below and to the left: the ends of each axis, and its name beyond them."""
    width, height = size
    flat = {box.column: box.flat.in_(language) for box in plan}
    upright = {box.row: box.upright.in_(language) for box in plan}
    below = [
        at(width * (1 + 2 * column) / 4, height + 16) | {"text": text}
        for column, text in flat.items()
    ]
    left = [at(-16, height * (1 + 2 * row) / 4) | {"text": text} for row, text in upright.items()]
    name, name_left = (axis.in_(language) for axis in axes)
    arrows = [at(0, height + 32, width, height + 32), at(-32, 0, -32, height)]
    return (
        lines("axes", arrows),
        texts("flat-ends", below),
        texts("upright-ends", left, angle=270),
        texts("flat-axis", [at(width / 2, height + 46) | {"text": name}], color=QUIET),
        texts("upright-axis", [at(-46, height / 2) | {"text": name_left}], angle=270, color=QUIET),
    )


def _key(plan: Sequence[_Box], language: str) -> list[Mark]:
    used = {item.standing for box in plan for item in box.items}
    return [
        {"text": standing.in_(language), "area": 70} | look
        for standing, look in _LOOKS.items()
        if standing in used
    ]


def _in_words(box: _Box) -> Text:
    items = joined(item.label for item in box.items) if box.items else _EMPTY
    return filled(_TYPE, box.member.number, box.member.label, box.flat, box.upright, items)


def _rows(box: _Box, language: str) -> Iterator[list[Cell]]:
    """A row for each thing in the box, or one where nothing is known."""
    own = (box.member.label, box.flat, box.upright)
    first = [box.member.number, *(text.in_(language) for text in own)]
    where = ox.NamedNode(box.member.iri)
    for item in box.items:
        told = [item.label.in_(language), item.standing.in_(language)]
        yield [*first, *told, where, ox.NamedNode(item.iri)]
    if not box.items:
        yield [*first, None, None, where, None]
