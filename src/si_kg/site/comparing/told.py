"""What a comparison tells, made ready for a page in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from si_kg import plots
from si_kg.definitions.comparison import Comparison
from si_kg.definitions.corpus import Definition
from si_kg.definitions.labels import STANDINGS
from si_kg.definitions.overlap import nearest
from si_kg.definitions.parts import PARTS
from si_kg.definitions.report import left_out
from si_kg.definitions.sentences import decimal, sentences, silhouette_sentence
from si_kg.descriptions import Named
from si_kg.site.comparing.heat_table import Cell, HeatTable, heat_table, key
from si_kg.site.comparing.wish import Wish
from si_kg.store import Store

# fewer draws than the command line makes: a page should not wait for the third decimal
RESAMPLES = 100
_MOST_PAIRS = 12
_PICTURES = ("lattice", "timeline")
_DECIMALS = ("value", "low", "high")


class Agreed(NamedTuple):
    """How many definitions use a criterion, by strength, what it is to them, how it divides."""

    criterion: Named
    required: int
    characteristic: int
    mentioned: int
    standing: str
    divisiveness: str


class Pair(NamedTuple):
    """Two definitions, and what is said of them."""

    one: Named
    other: Named
    said: str
    equal: bool = False


class Divided(NamedTuple):
    """A case, how many definitions it fits, fails, or leaves undecided, and how it divides."""

    case: Named
    fits: int
    fails: int
    undecided: int
    divisiveness: str


class Grid(NamedTuple):
    """A table of texts; of each row the thing (IRI) that it is about, where it is about one."""

    titles: list[str]
    rows: list[tuple[str, list[str]]]


class Drawn(NamedTuple):
    """A picture by its name, with what it shows in words and as rows."""

    name: str
    title: str
    guide: str
    description: str
    grid: Grid


@dataclass(frozen=True)
class Told:
    """Everything that the page of a comparison shows; `number` is that of the definitions."""

    number: int
    left_out: str
    sentences: list[str]
    figures: Grid
    heat: HeatTable
    key: list[Cell]
    agreed: list[Agreed]
    silhouette: str
    contained: list[Pair]
    alike: list[Pair]
    divided: list[Divided]
    pictures: list[Drawn]
    readings: dict[str, tuple[str, str]]


def told(store: Store, found: Comparison, wish: Wish, language: str) -> Told:
    """The comparison in this language; the heat map as the wish has it."""
    return Told(
        number=len(found.corpus),
        left_out=left_out(found, language),
        sentences=list(sentences(found.figures, language)),
        figures=_figures(found, language),
        heat=heat_table(found, language, wish.strengths, by_year=wish.by_year),
        key=key(language),
        agreed=list(_agreed(found, language)),
        silhouette=silhouette_sentence(found.clustering.silhouette, language),
        contained=list(_contained(found, language)),
        alike=list(_alike(found, language)),
        divided=list(_divided(found, language)),
        pictures=list(_pictures(store, found.concept, language)),
        readings={
            name: (part.heading.in_(language), part.reading.in_(language))
            for name, part in PARTS.items()
        },
    )


def _figures(found: Comparison, language: str) -> Grid:
    table = PARTS["figures"].table(found, language)
    rows = [
        (
            "",
            [
                _decimal(cell or "", language) if name in _DECIMALS else cell or ""
                for name, cell in row.items()
            ],
        )
        for row in table.records()
    ]
    return Grid([table.titles[name].in_(language) for name in table.variables], rows)


def _decimal(cell: str, language: str) -> str:
    """A number with the comma or point of the language; a text as it is."""
    try:
        return decimal(float(cell), language)
    except ValueError:
        return cell


def _agreed(found: Comparison, language: str) -> Iterator[Agreed]:
    for each in found.agreements:
        yield Agreed(
            Named(each.criterion, found.corpus.criteria[each.criterion].label.in_(language)),
            each.required,
            each.characteristic,
            each.mentioned,
            STANDINGS[each.standing].in_(language),
            decimal(each.divisiveness, language),
        )


def _divided(found: Comparison, language: str) -> Iterator[Divided]:
    for each in found.divisions:
        case = Named(each.case, each.name.in_(language))
        divides = decimal(each.divisiveness, language)
        yield Divided(case, each.fits, each.fails, each.undecided, divides)


def _contained(found: Comparison, language: str) -> Iterator[Pair]:
    for each in nearest(found.containments):
        yield Pair(_named(each.inner, language), _named(each.outer, language), "", each.equal)


def _alike(found: Comparison, language: str) -> Iterator[Pair]:
    """The pairs that have most in common."""
    for each in found.overlaps[:_MOST_PAIRS]:
        if each.both:
            share = decimal(each.share, language)
            yield Pair(_named(each.one, language), _named(each.other, language), share)


def _named(definition: Definition, language: str) -> Named:
    return Named(definition.iri, definition.label.in_(language))


def _pictures(store: Store, concept: str, language: str) -> Iterator[Drawn]:
    for each in plots.drawable(store, _PICTURES, concept):
        table = each.drawings[language].table
        shown = [name for name in table.variables if name != "thing"]
        rows = [
            (row.get("thing") or "", [row[name] or "" for name in shown]) for row in table.records()
        ]
        titles = [table.titles[name].in_(language) for name in shown]
        title, guide, description = (
            text.in_(language) for text in (each.title, each.guide, each.description)
        )
        yield Drawn(each.name, title, guide, description, Grid(titles, rows))
