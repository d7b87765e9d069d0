"""The heat map: definitions against criteria, with how much each criterion weighs in each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.definitions.agreement import agreements
from si_kg.definitions.clusters import Cluster, Clustering
from si_kg.definitions.corpus import Corpus, Criterion, Definition, Strength
from si_kg.language import Text
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.sheet import Layer, Mark, at, boxes, legend, lines, sheet, texts
from si_kg.plots.style import FAINT, PAPER, QUIET, SHADES, SMALL, readable_on, width_of

_ROW, _COLUMN, _GAP, _STRIP = 17, 19, 9, 20
_HEADING = 26
_MOST_NAMED = 3
_SHADES = {
    Strength.REQUIRED: SHADES[3],
    Strength.CHARACTERISTIC: SHADES[1],
    Strength.MENTIONED: SHADES[0],
}
_UNREAD_MARK, _REPEATED_MARK = "°", "″"

_TITLE = Text("Wat definities van ‘{}’ vragen", "What definitions of ‘{}’ ask for")
_GUIDE = Text(
    "Elke rij is een definitie, elke kolom een criterium; een leeg vak betekent: niet gebruikt. "
    "{order} De getallen onderaan tellen de definities die het criterium vereisen.{marks}",
    "Each row is a definition, each column a criterion; an empty cell means: not used. "
    "{order} The numbers at the bottom count the definitions that require the criterion.{marks}",
)
_BY_YEAR = Text("De oudste definitie staat bovenaan.", "The oldest definition is at the top.")
_BY_FAMILY = Text(
    "Definities die op elkaar lijken, vormen een familie; erboven staan de criteria die haar "
    "kenmerken.",
    "Definitions that resemble each other form a family; above it stand the criteria that mark "
    "it off.",
)
_UNREAD = Text(
    f" Met {_UNREAD_MARK}: uit algemene kennis, niet nagelezen.",
    f" With {_UNREAD_MARK}: from general knowledge, not read.",
)
_REPEATED = Text(
    f" Met {_REPEATED_MARK}: herhaalt een andere definitie.",
    f" With {_REPEATED_MARK}: repeats another definition.",
)
_DESCRIPTION = Text(
    "Een raster van {definitions} definities (rijen{years}) en {criteria} criteria (kolommen"
    "{dimensions}). Gevuld zijn {cells} vakken: {counts}. Het vaakst vereist: {most}. "
    "Door geen enkele definitie vereist: {never} criteria.{families}",
    "A grid of {definitions} definitions (rows{years}) and {criteria} criteria (columns"
    "{dimensions}). Filled are {cells} cells: {counts}. Required most often: {most}. "
    "Required by no definition at all: {never} criteria.{families}",
)
_YEARS = Text(", van {} tot en met {}", ", {} to {}")
_DIMENSIONS = Text(", in {} dimensies", ", in {} dimensions")
_FAMILIES = Text(
    " De definities vormen {} families, van {} definities; hoe dichter het silhouet ({}) bij 1 "
    "ligt, des te beter staan zij los van elkaar.",
    " The definitions form {} families, of {} definitions; the nearer the silhouette ({}) is "
    "to 1, the better they stand apart.",
)
_COUNT, _NAMED = Text("{} {}", "{} {}"), Text("{} ({})", "{} ({})")
_TOTAL = Text("vereist door", "required by")
_FAMILY = Text("familie {} ({})", "family {} ({})")
_FAMILY_OFF = Text("familie {} ({}): {}", "family {} ({}): {}")
_COLUMNS = {
    "definition": Text("Definitie", "Definition"),
    "year": Text("Jaar", "Year"),
    "family": Text("Familie", "Family"),
    "dimension": Text("Dimensie", "Dimension"),
    "criterion": Text("Criterium", "Criterion"),
    "strength": Text("Gewicht", "Weight"),
    "letter": Text("Letter", "Letter"),
    "thing": Text("Definitie als ding", "Definition as thing"),
    "feature": Text("Criterium als ding", "Criterion as thing"),
}


@dataclass(frozen=True)
class _Grid:
    """Who stands where: definitions by family, criteria by dimension, and the words between."""

    families: Sequence[Cluster]
    dimensions: Mapping[Text, Sequence[Criterion]]
    strengths: Mapping[Strength, Text]
    column: float
    silhouette: float | None

    def rows(self) -> Iterator[tuple[Definition, int, float]]:
        """Each definition, with the number of its family (0: not grouped) and its top in pixels."""
        y = 0.0
        for number, family in enumerate(self.families, start=self.silhouette is not None):
            y += _HEADING * bool(number)
            for definition in family.definitions:
                yield definition, number, y
                y += _ROW

    def columns(self) -> Iterator[tuple[Criterion, float]]:
        """Each criterion, with its left side in pixels."""
        x = 0.0
        for criteria in self.dimensions.values():
            for criterion in criteria:
                yield criterion, x
                x += self.column
            x += _GAP

    def size(self) -> tuple[float, float]:
        """The right side of the last column and the bottom of the last row."""
        return max(x for _, x in self.columns()) + self.column, max(
            y for _, _, y in self.rows()
        ) + _ROW

    def required(self, criterion: str) -> int:
        """How many definitions require the criterion."""
        return sum(criterion in definition.required for definition, _, _ in self.rows())


def heat_map(
    concept: Text,
    corpus: Corpus,
    strengths: Mapping[Strength, Text],
    families: Clustering | None = None,
    note: Text = NOTHING,
) -> Picture:
    """The definitions of `corpus` by year, or by family where those are given.

    `strengths` has the word for each weight; its first letter stands in the cells. `note` is added
    to how the picture is to be read.
    """
    grid = _grid(corpus, strengths, families)
    name = "heat-map-by-family" if families else "heat-map"
    guide = joined([_guide(grid), note], " ")
    words = (filled(_TITLE, concept), guide, _description(grid))
    return Picture.made(name, words, lambda language: _drawing(grid, language))


def _grid(corpus: Corpus, strengths: Mapping[Strength, Text], families: Clustering | None) -> _Grid:
    dimensions: dict[Text, list[Criterion]] = {}
    for agreement in agreements(corpus):  # the most required first, also of the dimensions
        criterion = corpus.criteria[agreement.criterion]
        dimensions.setdefault(criterion.dimension, []).append(criterion)
    wide = max(
        max(width_of(word, SMALL) for word in dimension) / len(criteria)
        for dimension, criteria in dimensions.items()
    )
    grouped = families.clusters if families else [Cluster(corpus.definitions, ())]
    silhouette = families.silhouette if families else None
    return _Grid(grouped, dimensions, strengths, max(_COLUMN, wide), silhouette)


def _drawing(grid: _Grid, language: str) -> Drawing:
    width, height = grid.size()
    cells = list(_cells(grid, language))
    stripes = [at(0, y, width, y + _ROW) for n, (_, _, y) in enumerate(grid.rows()) if n % 2 == 0]
    letters = [mark | at(mark["x"] + grid.column / 2, mark["y"] + _ROW / 2) for mark in cells]
    rows = list(_row_labels(grid))
    left = -20 - max(width_of(mark["text"]) for mark in rows)
    body = sheet(
        width,
        height,
        boxes("stripes", stripes, fill=FAINT),
        boxes("cells", cells, stroke=PAPER),
        texts("letters", letters, fontSize=SMALL, fontWeight="bold"),
        texts("definitions", rows, align="right"),
        texts("families", list(_headings(grid, language)), align="left", color=QUIET),
        texts("criteria", list(_column_labels(grid, language)), align="left", angle=300),
        *_strips(grid, language),
        texts("totals", list(_totals(grid, height, language)), fontSize=SMALL, color=QUIET),
        *legend(_key(grid, language), left, -_STRIP - 80, down=22),
    )
    return Drawing(body, table_of(_COLUMNS, (_record(mark) for mark in cells)))


def _cells(grid: _Grid, language: str) -> Iterator[Mark]:
    """A box for each criterion that a definition uses."""
    for definition, family, y in grid.rows():
        for criterion, x in grid.columns():
            if criterion.iri in definition.criteria:
                strength = definition.criteria[criterion.iri]
                word = grid.strengths[strength].in_(language)
                yield at(x, y, x + grid.column, y + _ROW) | {
                    "definition": definition.notation,
                    "year": definition.year,
                    "family": family or None,
                    "dimension": criterion.dimension.in_(language),
                    "criterion": criterion.label.in_(language),
                    "strength": word,
                    "text": word[:1].upper(),
                    "fill": _SHADES[strength],
                    "ink": readable_on(_SHADES[strength]),
                    "hint": f"{definition.notation}: {word}: {criterion.label.in_(language)}",
                    "thing": definition.iri,
                    "feature": criterion.iri,
                }


def _record(mark: Mark) -> list[Cell]:
    things = [ox.NamedNode(mark["thing"]), ox.NamedNode(mark["feature"])]
    return [mark["text" if name == "letter" else name] for name in list(_COLUMNS)[:-2]] + things


def _row_labels(grid: _Grid) -> Iterator[Mark]:
    for definition, _, y in grid.rows():
        marks = _UNREAD_MARK * (not definition.verified) + _REPEATED_MARK * definition.restates
        text = f"{definition.notation} {marks}".rstrip()
        yield at(-8, y + _ROW / 2) | {"text": text, "thing": definition.iri}


def _headings(grid: _Grid, language: str) -> Iterator[Mark]:
    """Above each family how large it is, and which criteria mark it off."""
    tops = {number: y for _, number, y in reversed(list(grid.rows())) if number}
    labels = {criterion.iri: criterion.label for criterion, _ in grid.columns()}
    for number, y in sorted(tops.items()):
        family = grid.families[number - 1]
        marks = joined(labels[criterion] for criterion in family.marks)
        text = filled(
            _FAMILY_OFF if any(marks) else _FAMILY, number, len(family.definitions), marks
        )
        yield at(0, y - _ROW / 2 + 1) | {"text": text.in_(language)}


def _column_labels(grid: _Grid, language: str) -> Iterator[Mark]:
    top = -_STRIP if any(map(any, grid.dimensions)) else 0
    for criterion, x in grid.columns():
        text = criterion.label.in_(language)
        yield at(x + grid.column / 2, top - 8) | {"text": text, "thing": criterion.iri}


def _strips(grid: _Grid, language: str) -> tuple[Layer, ...]:
    """The name of each dimension above its columns, with a line under it."""
    sides = {c.iri: x for c, x in grid.columns()}
    marks = [
        at(sides[criteria[0].iri], -4, sides[criteria[-1].iri] + grid.column - 1, -4)
        | {"text": dimension.in_(language)}
        for dimension, criteria in grid.dimensions.items()
        if any(dimension)
    ]
    names = [mark | at((mark["x"] + mark["x2"]) / 2, -_STRIP / 2 - 1) for mark in marks]
    return lines("brackets", marks), texts("dimensions", names, fontSize=SMALL, color=QUIET)


def _totals(grid: _Grid, height: float, language: str) -> Iterator[Mark]:
    y = height + 12
    yield at(-8 - width_of(_TOTAL.in_(language), SMALL) / 2, y) | {"text": _TOTAL.in_(language)}
    for criterion, x in grid.columns():
        yield at(x + grid.column / 2, y) | {"text": str(grid.required(criterion.iri))}


def _key(grid: _Grid, language: str) -> list[Mark]:
    look = {"shape": "square", "area": 280, "stroke": PAPER}
    return [
        {"text": word.in_(language), "letter": word.in_(language)[:1].upper()}
        | {"fill": _SHADES[strength], "ink": readable_on(_SHADES[strength])}
        | look
        for strength, word in grid.strengths.items()
    ]


def _guide(grid: _Grid) -> Text:
    definitions = [definition for definition, _, _ in grid.rows()]
    marks = [_UNREAD] * any(not d.verified for d in definitions)
    marks += [_REPEATED] * any(d.restates for d in definitions)
    order = _BY_YEAR if grid.silhouette is None else _BY_FAMILY
    return filled(_GUIDE, order=order, marks=joined(marks, ""))


def _description(grid: _Grid) -> Text:
    definitions = [definition for definition, _, _ in grid.rows()]
    criteria = [criterion for criterion, _ in grid.columns()]
    counts = Counter(s for d in definitions for s in d.criteria.values())
    most = sorted(criteria, key=lambda c: -grid.required(c.iri))[:_MOST_NAMED]
    years = [d.year for d in definitions if d.year is not None]
    named = sum(map(any, grid.dimensions))
    sizes = ", ".join(str(len(family.definitions)) for family in grid.families)
    return filled(
        _DESCRIPTION,
        definitions=len(definitions),
        years=filled(_YEARS, min(years), max(years)) if years else "",
        criteria=len(criteria),
        dimensions=filled(_DIMENSIONS, named) if named else "",
        cells=counts.total(),
        counts=joined(filled(_COUNT, counts[s], word) for s, word in grid.strengths.items()),
        most=joined(filled(_NAMED, c.label, grid.required(c.iri)) for c in most),
        never=sum(grid.required(c.iri) == 0 for c in criteria),
        families=filled(_FAMILIES, len(grid.families), sizes, grid.silhouette)
        if grid.silhouette is not None
        else "",
    )
