"""A draft as it was read: paragraphs, and where each of their characters stands in the file."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Self

from si_kg.search_index import fold

# stands in for what is not read as running text, character for character
MASK = "￼"

_REFERENCE_HEADINGS = frozenset(
    [
        *("literatuur", "literatuurlijst", "literatuurverwijzingen", "referenties"),
        *("referentielijst", "bronnen", "bronnenlijst", "bronvermelding", "bibliografie"),
        *("geraadpleegde literatuur", "geraadpleegde bronnen", "references", "reference list"),
        *("bibliography", "literature", "literature cited", "works cited", "sources"),
    ]
)


class Kind(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    REFERENCE = "reference"


class Place(NamedTuple):
    """Where something stands: the paragraph, counted from 1, and where lines count, the line."""

    paragraph: int
    line: int | None = None
    column: int | None = None


class Stretch(NamedTuple):
    """What stands from the character `start` up to `end` of a paragraph, and where that is."""

    place: Place
    start: int
    end: int
    excerpt: str


class Break(NamedTuple):
    """From this offset on the text of a paragraph stands at this line and column of the file."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of running text, a heading of some `level`, an item or a cell.

    `masked` are the stretches that are no running text, such as code; `breaks` are empty where the
    file has no lines.
    """

    number: int
    text: str
    kind: Kind = Kind.TEXT
    level: int = 0
    breaks: Sequence[Break] = ()
    masked: Sequence[tuple[int, int]] = ()

    def place(self, offset: int) -> Place:
        """Where the character at this offset stands."""
        if not self.breaks:
            return Place(self.number)
        last = bisect_right(self.breaks, offset, key=lambda each: each.offset) - 1
        near = self.breaks[max(last, 0)]
        return Place(self.number, near.line, near.column + offset - near.offset)

    def stretch(self, start: int, end: int) -> Stretch:
        """What stands between two offsets."""
        return Stretch(self.place(start), start, end, self.text[start:end])


@dataclass(frozen=True)
class Draft:
    """A text under its name, with its paragraphs in order."""

    name: str
    paragraphs: Sequence[Paragraph]

    @classmethod
    def of(cls, name: str, paragraphs: Iterable[Paragraph]) -> Self:
        """A draft in which the reference list is told from the rest."""
        return cls(name, tuple(_with_references(paragraphs)))


def _with_references(paragraphs: Iterable[Paragraph]) -> Iterable[Paragraph]:
    """The same paragraphs; those under a heading such as Literature are references.

    A list ends at the next heading that is not below its own.
    """
    inside: int | None = None
    for each in paragraphs:
        if _opens_references(each):
            inside = each.level
        elif inside is not None and each.kind is Kind.HEADING and 0 < each.level <= (inside or 9):
            inside = None
        yield each if inside is None else replace(each, kind=Kind.REFERENCE)


def _opens_references(paragraph: Paragraph) -> bool:
    title = fold(paragraph.text).strip(" \t.:0123456789#*")
    return title in _REFERENCE_HEADINGS
