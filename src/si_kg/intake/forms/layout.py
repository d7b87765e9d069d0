"""A form laid out, before it becomes a file of one kind or another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from si_kg.intake.forms.columns import CITING, Column, Form, Sort
from si_kg.intake.forms.filling import Filled
from si_kg.intake.forms.guide import Guide
from si_kg.intake.forms.offers import Offers
from si_kg.intake.forms.sheets import Written
from si_kg.intake.forms.values import joined
from si_kg.intake.forms.words import GUIDE
from si_kg.namespaces import PREFIXES

_WIDTHS = {Sort.TEXT: 44, Sort.THING: 30, Sort.NAMES: 30, Sort.SOURCE: 30, Sort.ADDRESS: 30}
_WIDTH = 18
_GROUP = 3
_LONGEST_HINT = 250  # Excel takes five more
_XSD = PREFIXES["xsd"]
# the title of the hidden sheet with the values of the drop-downs
LISTS = "_lists"
TEXT, NUMBER, YEAR, DAY = "text", "number", "year", "day"


@dataclass(frozen=True)
class Head:
    """The head of a column: what stands above it, and what it says to who points at it.

    `choices` are the values of a drop-down; where `several` fit in a cell they are a suggestion.
    `style` is how a spreadsheet shows its cells: as TEXT, NUMBER, YEAR or DAY.
    """

    name: str
    title: str
    note: str
    width: int
    must: bool
    choices: Sequence[str]
    several: bool
    style: str

    @property
    def hint(self) -> str:
        """As much of the note as fits beside a cell, up to a whole word."""
        if len(self.note) <= _LONGEST_HINT:
            return self.note
        return f"{self.note[:_LONGEST_HINT].rsplit(None, 1)[0]} …"


@dataclass(frozen=True)
class Page:
    """A form laid out: its heads, and the cells of each row, every cell a list of values."""

    name: str
    title: str
    about: str
    heads: Sequence[Head]
    columns: Sequence[Column]
    rows: Sequence[Sequence[Sequence[Written]]]

    def texts(self, language: str) -> list[list[str]]:
        """The rows with each cell as one text, as a person of that language writes it."""
        return [
            [self.text(*pair, language) for pair in zip(row, self.columns, strict=True)]
            for row in self.rows
        ]

    def text(self, cell: Sequence[Written], column: Column, language: str) -> str:
        """A cell as one text."""
        return joined([written(value, language) for value in cell], column) if cell else ""

    def typed(self, cell: Sequence[Written], column: Column, language: str) -> Written:
        """A cell for a spreadsheet: a number or a day as such, anything else as text."""
        alone = len(cell) == 1 and not isinstance(cell[0], str)
        return cell[0] if alone and column.sort not in CITING else self.text(cell, column, language)


@dataclass(frozen=True)
class Book:
    """All pages, and before them one that explains them."""

    language: str
    title: str
    guide: Sequence[Sequence[str]]
    pages: Sequence[Page]


def laid_out(
    forms: Sequence[Form], offers: Offers, guide: Guide, filled: Mapping[str, Sequence[Filled]]
) -> Book:
    """The forms with what is filled in."""
    pages = [_page(form, offers, guide, filled.get(form.name, ())) for form in forms]
    language = offers.language
    return Book(language, GUIDE.in_(language), list(guide.lines(forms)), pages)


def written(value: Written, language: str) -> str:
    """A value as text that is read back as the same value.

    >>> written(Decimal("1234.5"), "nl"), written(Decimal("1.234"), "en")
    ('1234,5', '1.2340')
    """
    if isinstance(value, Decimal):
        text = f"{value:f}"
        whole, mark, part = text.partition(".")
        doubtful = len(part) == _GROUP and len(whole.lstrip("-")) <= _GROUP
        comma = "," if language == "nl" else "."
        return f"{whole}{comma if mark else ''}{part}{'0' if doubtful else ''}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _page(form: Form, offers: Offers, guide: Guide, rows: Sequence[Filled]) -> Page:
    language = offers.language
    return Page(
        form.name,
        form.title.in_(language),
        form.explanation.in_(language),
        [_head(form, column, offers, guide) for column in form.columns],
        form.columns,
        [[row.get(column.name, ()) for column in form.columns] for row in rows],
    )


def _head(form: Form, column: Column, offers: Offers, guide: Guide) -> Head:
    return Head(
        name=column.name,
        title=column.heading.in_(offers.language),
        note=guide.note(form, column),
        width=_WIDTHS.get(column.sort, _WIDTH),
        must=column.must(offers.language),
        choices=offers.of(column),
        several=column.multiple or not column.classes,
        style=_style(column),
    )


def _style(column: Column) -> str:
    """Text where a spreadsheet would make something else of what is typed."""
    if column.sort is Sort.NUMBER:
        return NUMBER
    kinds = {each.removeprefix(_XSD) for each in column.datatypes}
    alone = {frozenset({"gYear"}): YEAR, frozenset({"date"}): DAY}
    return alone.get(frozenset(kinds), TEXT)
