"""A picture in two languages: what is drawn, the same in words, and the same as rows."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import LANGUAGES, Text
from si_kg.plots import rendering
from si_kg.plots.style import CONFIG, HEADING, NORMAL, PADDING, PAPER, folded
from si_kg.results import Table
from si_kg.tables import printable

FORMATS = ("svg", "png", "json", "csv")
_NARROWEST = 480
Cell = str | int | ox.NamedNode | None


@dataclass(frozen=True)
class Drawing:
    """What a picture shows in one language: `body` is Vega-Lite, `table` holds the same rows.

    `body` leaves out what all pictures share: title, description, colours of the page.
    """

    body: Mapping[str, Any]
    table: Table


@dataclass(frozen=True)
class Picture:
    """A drawing per language, with a title, how to read it, and a text that can stand for it."""

    name: str
    title: Text
    guide: Text
    description: Text
    drawings: Mapping[str, Drawing]

    @classmethod
    def made(
        cls, name: str, words: tuple[Text, Text, Text], draw: Callable[[str], Drawing]
    ) -> Self:
        """A picture from its title, guide and description, and what draws it in a language."""
        title, guide, description = (Text(*map(printable, text)) for text in words)
        return cls(name, title, guide, description, {lang: draw(lang) for lang in LANGUAGES})

    def specification(self, language: str) -> dict[str, Any]:
        """The whole picture as a Vega-Lite specification, with its data in it."""
        body = self.drawings[language].body
        room = max(body["width"], _NARROWEST)
        heading = {
            "text": folded(self.title.in_(language), room, HEADING).split("\n"),
            "subtitle": folded(self.guide.in_(language), room, NORMAL).split("\n"),
        }
        return {
            "$schema": rendering.SCHEMA,
            "description": self.description.in_(language),
            "title": heading,
            "background": PAPER,
            "padding": PADDING,
            "config": CONFIG,
            **body,
        }

    def table(self, language: str) -> Table:
        """The table twin: a row for everything that is drawn."""
        return self.drawings[language].table

    def write(self, style: str, language: str) -> str | bytes:
        """The picture in one of FORMATS: text, or bytes for png.

        Raises FormatNotFound for any other format, PartMissing without the extra `plots`.
        """
        match style:
            case "svg":
                texts = (self.title.in_(language), self.description.in_(language))
                return rendering.svg(self.specification(language), self.name, language, texts)
            case "png":
                return rendering.png(self.specification(language))
            case "json":
                return json.dumps(self.specification(language), ensure_ascii=False, indent=2) + "\n"
            case "csv":
                return self.table(language).write("csv", language)
        raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))


def table_of(titles: Mapping[str, Text], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table twin: the titles by the name of the column, and rows of plain values."""
    return Table(tuple(titles), tuple(tuple(map(_term, row)) for row in rows), titles)


def _term(cell: Cell) -> ox.NamedNode | ox.Literal | None:
    return ox.Literal(cell) if isinstance(cell, str | int) else cell
