"""The timeline: when each definition appeared, and in which setting it holds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import pyoxigraph as ox

from si_kg.definitions.corpus import Corpus, Definition
from si_kg.language import Text
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Drawing, Picture, table_of
from si_kg.plots.sheet import Mark, at, boxes, dots, legend, lines, sheet, texts
from si_kg.plots.style import (
    BLUE,
    FAINT,
    GREEN,
    NORMAL,
    ORANGE,
    PAPER,
    QUIET,
    SMALL,
    VERMILLION,
    width_of,
)

_WIDTH, _LEVEL, _MARGIN, _BESIDE = 1040, 16, 14, 9
_STEPS, _MOST_TICKS, _TICK_COLOUR = (1, 2, 5, 10, 20), 12, "#d9d9d9"
# a setting has a shape and a colour of its own: either one is enough to tell it
_LOOKS = (("circle", BLUE), ("square", ORANGE), ("diamond", GREEN), ("triangle-up", VERMILLION))
_AREA = 60

_TITLE = Text("Definities van ‘{}’ door de jaren heen", "Definitions of ‘{}’ over the years")
_GUIDE = Text(
    "Elk teken is een definitie in het jaar waarin zij verscheen; de stroken zijn de omgevingen "
    "waarin zij geldt. De hoogte binnen een strook heeft geen betekenis.{undated}",
    "Each mark is a definition in the year in which it appeared; the lanes are the settings in "
    "which it holds. The height within a lane has no meaning.{undated}",
)
_UNDATED = Text(" Zonder jaar, en dus niet getekend: {}.", " Without a year, so not drawn: {}.")
_DESCRIPTION = Text(
    "Een tijdlijn met {count} definities van {first} tot en met {last}, in {lanes} stroken: "
    "{scopes}. De meeste zijn van {busiest} ({most}).{unread}",
    "A timeline of {count} definitions from {first} to {last}, in {lanes} lanes: {scopes}. Most "
    "are of {busiest} ({most}).{unread}",
)
_OPEN = Text(
    " {} staan er open getekend: die komen uit algemene kennis en zijn niet nagelezen.",
    " {} are drawn open: these come from general knowledge and were not read.",
)
_OF_SCOPE = Text("{} {}", "{} {}")
_READ = Text("nagelezen", "read")
_UNREAD = Text("uit algemene kennis, niet nagelezen", "from general knowledge, not read")
_YES, _NO = Text("ja", "yes"), Text("nee", "no")
_COLUMNS = {
    "definition": Text("Definitie", "Definition"),
    "year": Text("Jaar", "Year"),
    "scope": Text("Omgeving", "Setting"),
    "read": Text("Nagelezen", "Read"),
    "thing": Text("Definitie als ding", "Definition as thing"),
}


@dataclass(frozen=True)
class _Scale:
    """From years to pixels."""

    first: int
    last: int

    def x(self, year: int) -> float:
        return _MARGIN + (year - self.first) / max(self.last - self.first, 1) * _WIDTH

    def ticks(self) -> Iterator[int]:
        """Round years, not too many."""
        years = self.last - self.first
        step = next((n for n in _STEPS if years / n <= _MOST_TICKS), _STEPS[-1])
        return (year for year in range(self.first, self.last + 1) if year % step == 0)


@dataclass(frozen=True)
class _Lane:
    """One setting: its definitions, each at a level where its name runs into no other."""

    name: Text
    look: tuple[str, str]
    levels: Sequence[tuple[Definition, int]]
    top: float

    @property
    def bottom(self) -> float:
        return self.top + (max(level for _, level in self.levels) + 1) * _LEVEL + 2 * _MARGIN


def timeline(
    concept: Text, corpus: Corpus, scopes: Mapping[str, Text], note: Text = NOTHING
) -> Picture:
    """The definitions of `corpus` that have a year; `scopes` has the label of each setting.

    `note` is added to how the picture is to be read. One definition or more must have a year.
    """
    dated = [definition for definition in corpus if definition.year is not None]
    undated = [definition.notation for definition in corpus if definition.year is None]
    scale = _Scale(min(map(_year, dated)), max(map(_year, dated)))
    lanes = list(_lanes(dated, scopes, scale))
    told = filled(_UNDATED, ", ".join(undated)) if undated else ""
    guide = joined([filled(_GUIDE, undated=told), note], " ")
    words = (filled(_TITLE, concept), guide, _description(dated, lanes, scale))
    return Picture.made("timeline", words, lambda language: _drawing(lanes, scale, language))


def _year(definition: Definition) -> int:
    return definition.year or 0


def _lanes(
    dated: Sequence[Definition], scopes: Mapping[str, Text], scale: _Scale
) -> Iterator[_Lane]:
    top = 0.0
    for (scope, name), look in zip(scopes.items(), cycle(_LOOKS), strict=False):
        within = [definition for definition in dated if definition.scope == scope]
        if within:
            lane = _Lane(name, look, list(_levels(within, scale)), top)
            top = lane.bottom
            yield lane


def _levels(definitions: Sequence[Definition], scale: _Scale) -> Iterator[tuple[Definition, int]]:
    """Each definition at the lowest level whose last name has ended where this one starts."""
    ends: list[float] = []
    for definition in sorted(definitions, key=_year):
        x = scale.x(_year(definition))
        free = (level for level, end in enumerate(ends) if end < x - _BESIDE)
        level = next(free, len(ends))
        ends[level : level + 1] = [_end(definition, scale)]
        yield definition, level


def _end(definition: Definition, scale: _Scale) -> float:
    """Where the name of the definition ends; its capitals take more room than most letters."""
    return scale.x(_year(definition)) + _BESIDE + width_of(definition.notation, NORMAL)


def _drawing(lanes: Sequence[_Lane], scale: _Scale, language: str) -> Drawing:
    ends = (_end(definition, scale) for lane in lanes for definition, _ in lane.levels)
    width, height = max(ends), lanes[-1].bottom
    marks = [mark for lane in lanes for mark in _marks(lane, scale, language)]
    beside = [mark | at(mark["x"] + _BESIDE, mark["y"]) for mark in marks]
    ticks = [at(scale.x(year), 0, scale.x(year), height) | {"year": year} for year in scale.ticks()]
    years = [at(tick["x"], height + 14) | {"text": str(tick["year"])} for tick in ticks]
    names = [
        at(-12, (lane.top + lane.bottom) / 2) | {"text": lane.name.in_(language)} for lane in lanes
    ]
    body = sheet(
        width,
        height,
        boxes("lanes", [at(0, lane.top, width, lane.bottom) for lane in lanes[::2]], fill=FAINT),
        lines("ticks", ticks, color=_TICK_COLOUR),
        texts("years", years, color=QUIET),
        texts("scopes", names, align="right", fontWeight="bold"),
        dots("definitions", marks, strokeWidth=1.6),
        texts("notations", beside, align="left", fontSize=SMALL),
        *(legend(_key(language), _MARGIN, height + 42) if _unread(lanes) else ()),
    )
    shown = list(_COLUMNS)[:-1]
    rows = [[mark[name] for name in shown] + [ox.NamedNode(mark["thing"])] for mark in marks]
    return Drawing(body, table_of(_COLUMNS, rows))


def _marks(lane: _Lane, scale: _Scale, language: str) -> Iterator[Mark]:
    shape, colour = lane.look
    for definition, level in lane.levels:
        y = lane.bottom - _MARGIN - (level + 0.5) * _LEVEL
        yield at(scale.x(_year(definition)), y) | {
            "definition": definition.notation,
            "text": definition.notation,
            "year": definition.year,
            "scope": lane.name.in_(language),
            "read": (_YES if definition.verified else _NO).in_(language),
            "shape": shape,
            "area": _AREA,
            "stroke": colour,
            "fill": colour if definition.verified else PAPER,
            "hint": definition.label.in_(language),
            "thing": definition.iri,
        }


def _unread(lanes: Sequence[_Lane]) -> int:
    """How many definitions nobody has read."""
    return sum(not definition.verified for lane in lanes for definition, _ in lane.levels)


def _key(language: str) -> list[Mark]:
    look = {"shape": "circle", "area": _AREA, "stroke": QUIET}
    return [
        look | {"text": _READ.in_(language), "fill": QUIET},
        look | {"text": _UNREAD.in_(language), "fill": PAPER},
    ]


def _description(dated: Sequence[Definition], lanes: Sequence[_Lane], scale: _Scale) -> Text:
    (busiest, most), *_ = Counter(map(_year, dated)).most_common(1)
    return filled(
        _DESCRIPTION,
        count=len(dated),
        first=scale.first,
        last=scale.last,
        lanes=len(lanes),
        scopes=joined(filled(_OF_SCOPE, len(lane.levels), lane.name) for lane in lanes),
        busiest=busiest,
        most=most,
        unread=filled(_OPEN, _unread(lanes)) if _unread(lanes) else "",
    )
