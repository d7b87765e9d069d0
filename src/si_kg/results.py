"""What a query answers, in every format: rows, yes or no, or a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self, overload

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import Text, choose
from si_kg.namespaces import PREFIXES, shorten
from si_kg.result_formats import dutch_csv, frame, page, sparql, terms, workbook
from si_kg.result_formats.footnote import Footnote
from si_kg.result_formats.typed_rows import TypedRow
from si_kg.store import Term
from si_kg.tables import markdown_table, text_table

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

Row = terms.Row
Value = Term | str | int | float | None
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}
_NONE = Text("(geen rijen)", "(no rows)")
_CUT = Text(
    "Alleen de eerste {} rijen staan hier; --limit laat er meer toe.",
    "Only the first {} rows are shown; --limit allows more.",
)
_FIRST = Text("Dit zijn de eerste {} van {} rijen.", "These are the first {} of {} rows.")
_MORE = Text(" Er zijn er meer: de vraag had een grens.", " There are more: the query had a limit.")
_IN_A_NOTEBOOK = 100
TABLE_FORMATS = ("table", "csv", "tsv", "json", "srj", "md", "html", "csv-nl", "xml")
# of a table only, and bytes: `Table.to_xlsx`
FILE_FORMATS = ("xlsx",)
GRAPH_FORMATS = ("ttl", "nt", "jsonld")
# formats that tell by themselves that rows were left out
TELLING_FORMATS = ("table", "md", "json", "html")
# formats with room for a footnote
NOTED_FORMATS = (*TELLING_FORMATS, "xlsx")


@dataclass(frozen=True)
class Table(Sequence[Row]):
    """Rows of a SELECT: `rows` align with `variables`; `titles` are the column titles.

    A sequence of rows of terms, of which a slice is a table too. `truncated` tells that the query
    had more rows than the limit that was set; `language` is that in which a notebook shows it.

    >>> table = Table.from_values({"name": Text("Naam", "Name")}, [["delen"], ["lenen"]])
    >>> len(table), table[0][0].value, [name.value for (name,) in table[1:]]
    (2, 'delen', ['lenen'])
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    titles: Mapping[str, Text] = field(default_factory=dict)
    truncated: bool = False
    language: str | None = field(default=None, compare=False)

    @classmethod
    def from_values(cls, titles: Mapping[str, Text], rows: Iterable[Sequence[Value]]) -> Self:
        """A table of plain values, whose columns are named and titled by `titles`."""
        return cls(tuple(titles), tuple(tuple(map(_term, row)) for row in rows), titles)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> Row | Self:
        if isinstance(place, slice):
            return replace(self, rows=self.rows[place])
        return self.rows[place]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, str | None]]:
        """The rows as dictionaries from variable to text (None where unbound)."""
        return [dict(zip(self.variables, map(terms.plain, row), strict=True)) for row in self.rows]

    def typed(self) -> list[TypedRow]:
        """The rows as values of Python, reached by name or place; the terms stay in `rows`.

        A number is an int, Decimal or float, a year an int, a date and a moment what they are, an
        IRI its text, a text without its language, an unbound cell None.

        >>> table = Table.from_values({"n": Text("Getal", "Number")}, [[7]])
        >>> table.typed()[0]["n"]
        7
        """
        return [TypedRow(self.variables, tuple(map(terms.exact, row))) for row in self.rows]

    def write(
        self, style: str, language: str, width: int = 0, footnote: Footnote | None = None
    ) -> str:
        """The rows in one of TABLE_FORMATS; `width` wraps the table for a terminal (0: no wrap).

        A footnote stands below, in the formats with room for one (NOTED_FORMATS). Raises
        FormatNotFound for any other format.
        """
        match style:
            case "table":
                return self._text(language, width) + (footnote.plain() if footnote else "")
            case "csv" | "tsv" | "srj" | "xml":
                return sparql.write_table(style, self.variables, self.rows)
            case "json":
                content = {"columns": self.variables, "rows": self.records()}
                return sparql.write_json(content | self._mark() | _cited(footnote))
            case "md":
                table = markdown_table(self._titles(language), self._cells())
                return table + self._note(language) + (footnote.markdown() if footnote else "")
            case "html":
                titles, note = self._titles(language), self._note(language)
                return page.write_table(titles, self.rows, language, note, footnote)
            case "csv-nl":
                return dutch_csv.write_table(self._titles(language), self.rows)
        raise FormatNotFound(style, TABLE_FORMATS, formats=", ".join(TABLE_FORMATS))

    def to_csv(self) -> str:
        """The rows as SPARQL CSV."""
        return self.write("csv", "en")

    def to_json(self) -> str:
        """The rows as JSON: columns, rows as objects of text, and whether there were more."""
        return self.write("json", "en")

    def to_xlsx(self, language: str, footnote: Footnote | None = None) -> bytes:
        """The rows as a spreadsheet; raises PartMissing without the extra `export`, TooManyRows."""
        return workbook.write_table(self._titles(language), self.rows, language, footnote)

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a data frame: typed where a column is, without language tags.

        Raises PartMissing without the extra `pandas`.
        """
        return frame.data_frame(self.variables, self.rows)

    def __repr__(self) -> str:
        return f"<Table of {len(self)} rows: {', '.join(self.variables)}>"

    def _repr_html_(self) -> str:
        language, shown = choose(self.language), self.rows[:_IN_A_NOTEBOOK]
        cut = len(shown) < len(self)
        note = _FIRST.in_(language).format(len(shown), len(self)) if cut else ""
        note += _MORE.in_(language) if self.truncated else ""
        return page.write_fragment(self._titles(language), shown, language, note)

    def _titles(self, language: str) -> list[str]:
        return [
            self.titles[name].in_(language) if name in self.titles else name
            for name in self.variables
        ]

    def _cells(self) -> list[list[str]]:
        return [[terms.readable(term) for term in row] for row in self.rows]

    def _text(self, language: str, width: int) -> str:
        if not self.rows:
            return _NONE.in_(language) + "\n"
        return text_table(self._titles(language), self._cells(), width) + self._note(language)

    def _note(self, language: str) -> str:
        return f"\n{_CUT.in_(language).format(len(self.rows))}\n" if self.truncated else ""

    def _mark(self) -> dict[str, bool]:
        return {"truncated": self.truncated}


@dataclass(frozen=True)
class Verdict:
    """The yes or no of an ASK; nothing of it is ever left out."""

    value: bool
    truncated: bool = False

    def __bool__(self) -> bool:
        return self.value

    def write(
        self,
        style: str,
        language: str,
        width: int = 0,  # noqa: ARG002 (as Table)
        footnote: Footnote | None = None,
    ) -> str:
        """Yes or no in one of TABLE_FORMATS; raises FormatNotFound for any other format."""
        word = _YES_NO[self.value].in_(language)
        match style:
            case "table":
                return word + "\n" + (footnote.plain() if footnote else "")
            case "md":
                return word + "\n" + (footnote.markdown() if footnote else "")
            case "csv" | "tsv" | "srj" | "xml":
                return sparql.write_truth(style, self.value)
            case "json":
                return sparql.write_json({"boolean": self.value} | _cited(footnote))
            case "html":
                return page.write_text(word, language, footnote)
            case "csv-nl":
                return dutch_csv.write_truth(self.value)
        raise FormatNotFound(style, TABLE_FORMATS, formats=", ".join(TABLE_FORMATS))


@dataclass(frozen=True)
class Graph:
    """The triples of a CONSTRUCT or DESCRIBE, sorted, each once."""

    triples: tuple[ox.Triple, ...]
    truncated: bool = False

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)

    def write(self, style: str, language: str, width: int = 0) -> str:  # noqa: ARG002 (as Table)
        """The triples in one of GRAPH_FORMATS; raises FormatNotFound for any other format."""
        syntax = _SYNTAXES.get("ttl" if style == "table" else style)
        if syntax is None:
            raise FormatNotFound(style, GRAPH_FORMATS, formats=", ".join(GRAPH_FORMATS))
        used = None if syntax == ox.RdfFormat.N_TRIPLES else self._prefixes()
        body = ox.serialize(self.triples, format=syntax, prefixes=used)
        return (body or b"").decode()

    def to_rdflib(self) -> "rdflib.Graph":
        """The same triples as a graph of rdflib."""
        import rdflib  # slow to load

        return rdflib.Graph().parse(data=self.write("nt", "en"), format="nt")

    def _prefixes(self) -> dict[str, str]:
        """Only the prefixes that these triples use."""
        iris = {
            term.value
            for triple in self.triples
            for term in (triple.subject, triple.predicate, triple.object)
            if isinstance(term, ox.NamedNode)
        }
        used = {shorten(name).partition(":")[0] for name in iris}
        return {prefix: iri for prefix, iri in PREFIXES.items() if prefix in used}


Result = Table | Verdict | Graph
_SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def rendered(
    result: Result, style: str, language: str, width: int = 0, footnote: Footnote | None = None
) -> str | bytes:
    """A result in any format that its kind has; raises FormatNotFound for any other."""
    if isinstance(result, Graph):
        return result.write(style, language, width)
    if isinstance(result, Verdict) or style in TABLE_FORMATS:
        return result.write(style, language, width, footnote)
    if style in FILE_FORMATS:
        return result.to_xlsx(language, footnote)
    known = (*TABLE_FORMATS, *FILE_FORMATS)
    raise FormatNotFound(style, known, formats=", ".join(known))


def _cited(footnote: Footnote | None) -> dict[str, object]:
    return {"citation": footnote.data} if footnote else {}


def _term(value: Value) -> Term | None:
    return ox.Literal(value) if isinstance(value, str | int | float) else value
