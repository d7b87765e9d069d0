"""The values of a cell, and what is wrong with it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

import pyoxigraph as ox

from si_kg.errors import resembling
from si_kg.findings import Finding
from si_kg.intake.corpora import words
from si_kg.intake.corpora.mapping import Column
from si_kg.intake.telling import filled, finding
from si_kg.language import Text
from si_kg.namespaces import PREFIXES, shorten
from si_kg.spreadsheet_text import legible

_SHOWN = 8
_MOST_COMPARED = 5_000
_XSD = PREFIXES["xsd"]


class Cells:
    """The cells of one column, read one by one; what is left out is counted."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self._left_out: Counter[str] = Counter()
        self._type = ox.NamedNode(_XSD + column.datatype.name)

    def texts(self, cell: str | date) -> list[str]:
        """The texts in a cell: none where it is empty, several where it has a separator."""
        column = self.column
        whole = cell.isoformat() if isinstance(cell, date) else legible(cell).strip()
        if whole in column.null:
            whole = column.default
        parts = whole.split(column.separator) if column.separator else [whole]
        return [text for part in parts if (text := part.strip()) and text not in column.null]

    def objects(self, text: str) -> Iterator[ox.NamedNode | ox.Literal | Finding]:
        """The values of one text, or what is wrong with it."""
        if self.column.values is not None:
            yield from self._translated(text)
        else:
            yield from self._literals(text)

    def left_out(self) -> Iterator[Finding]:
        """What had no translation and was left out, in one finding with its counts."""
        if self._left_out:
            values = shown(f"{text} ({count})" for text, count in self._left_out.most_common())
            said = filled(words.LEFT_OUT, title=self.column.titles[0], values=values)
            yield finding("Info", "intake:left-out", said)

    def fault(self, rule: str, text: Text, value: str = "", **facts: object) -> Finding:
        """A violation in a cell of this column."""
        said = filled(text, title=self.column.titles[0], value=value, **facts)
        path = shorten(self.column.property.value) if self.column.property else ""
        return finding("Violation", rule, said, path=path, value=value)

    def _translated(self, text: str) -> Iterator[ox.NamedNode | ox.Literal | Finding]:
        values = self.column.values or {}
        if text in values:
            yield from values[text]
        elif self.column.unlisted == "keep":
            yield from self._literals(text)
        elif self.column.unlisted == "leave-out":
            self._left_out[text] += 1
        else:
            facts = {"near": near(text, values), "allowed": shown(values)}
            yield self.fault("intake:not-listed", words.NOT_LISTED, text, **facts)

    def _literals(self, text: str) -> Iterator[ox.NamedNode | ox.Literal | Finding]:
        kind = self.column.datatype
        lexical = kind.read(text)
        if lexical is None:
            yield self.fault("intake:unfit", words.UNFIT, text, expected=kind.expected)
        elif kind.name == "anyURI":
            yield ox.NamedNode(lexical)
        elif kind.name == "string":
            for language in self.column.languages:
                yield ox.Literal(lexical, language=language)
            if not self.column.languages:
                yield ox.Literal(lexical)
        else:
            yield ox.Literal(lexical, datatype=self._type)


def near(text: str, known: Collection[str]) -> Text:
    """` Did you mean x?`, or nothing where nothing of what is known resembles the text."""
    close = resembling(text, known) if len(known) <= _MOST_COMPARED else ()
    names = ", ".join(f"‘{name}’" for name in close)
    return filled(words.NEAR, names=names) if names else Text("", "")


def shown(values: Iterable[str]) -> Text:
    """The first of the values, and how many more there are."""
    listed = list(values)
    first = ", ".join(listed[:_SHOWN])
    if len(listed) <= _SHOWN:
        return Text(first, first)
    more = filled(words.AND_MORE, count=len(listed) - _SHOWN)
    return Text(f"{first} {more.nl}", f"{first} {more.en}")
