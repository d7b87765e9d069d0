"""A report as data: sections of paragraphs, lists and tables, for every writer the same."""

from dataclasses import dataclass
from typing import Self


class Linked(str):
    """A text about one thing (IRI): plain text for a writer that makes no links."""

    __slots__ = ("iri",)
    iri: str

    def __new__(cls, text: str, iri: str) -> Self:
        """The text, and what it is about."""
        made = super().__new__(cls, text)
        made.iri = iri
        return made


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True)
class Listing:
    """Short texts below one another, under a caption."""

    caption: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Rows under titles; the first cell of a row says what the row is about."""

    caption: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Listing | Grid


@dataclass(frozen=True)
class Section:
    """Blocks under a heading; `key` stays the same in every language.

    `about` names the thing of the graph that says more, where there is one.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    about: Linked | None = None


@dataclass(frozen=True)
class Document:
    """Sections under a title, in one language."""

    title: str
    language: str
    sections: tuple[Section, ...]
