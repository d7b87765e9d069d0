"""What a query answers, in every format: rows, yes or no, or a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Self, TypeVar

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.namespaces import PREFIXES, shorten
from si_kg.result_formats import dutch_csv, frame, page, sparql, terms, workbook
from si_kg.store import Answer, Term
from si_kg.tables import markdown_table, text_table

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

Row = terms.Row
Value = Term | str | int | float | None
_T = TypeVar("_T")
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}
_NONE = Text("(geen rijen)", "(no rows)")
_CUT = Text(
    "Alleen de eerste {} rijen staan hier; --limit laat er meer toe.",
    "Only the first {} rows are shown; --limit allows more.",
)
TABLE_FORMATS = ("table", "csv", "tsv", "json", "srj", "md", "html", "csv-nl", "xml")
# of a table only, and bytes: `Table.to_xlsx`
FILE_FORMATS = ("xlsx",)
GRAPH_FORMATS = ("ttl", "nt", "jsonld")
# formats that tell by themselves that rows were left out
TELLING_FORMATS = ("table", "md", "json", "html")


@dataclass(frozen=True)
class Table:
    """Rows of a SELECT: `rows` align with `variables`; `titles` are the column titles.

    `truncated` tells that the query had more rows than the limit that was set.
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    titles: Mapping[str, Text] = field(default_factory=dict)
    truncated: bool = False

    @classmethod
    def from_values(cls, titles: Mapping[str, Text], rows: Iterable[Sequence[Value]]) -> Self:
        """A table of plain values, whose columns are named and titled by `titles`."""
        return cls(tuple(titles), tuple(tuple(map(_term, row)) for row in rows), titles)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, str | None]]:
        """The rows as dictionaries from variable to text (None where unbound)."""
        return [dict(zip(self.variables, map(terms.plain, row), strict=True)) for row in self.rows]

    def write(self, style: str, language: str, width: int = 0) -> str:
        """The rows in one of TABLE_FORMATS; `width` wraps the table for a terminal (0: no wrap).

        Raises FormatNotFound for any other format.
        """
        match style:
            case "table":
                return self._text(language, width)
            case "csv" | "tsv" | "srj" | "xml":
                return sparql.write_table(style, self.variables, self.rows)
            case "json":
                return sparql.write_json(
                    {"columns": self.variables, "rows": self.records()} | self._mark()
                )
            case "md":
                return markdown_table(self._titles(language), self._cells()) + self._note(language)
            case "html" | "csv-nl":
                return self._page(language) if style == "html" else self._dutch_csv(language)
        raise FormatNotFound(style, TABLE_FORMATS, formats=", ".join(TABLE_FORMATS))

    def to_xlsx(self, language: str) -> bytes:
        """The rows as a spreadsheet; raises PartMissing without the extra `export`, TooManyRows."""
        return workbook.write_table(self._titles(language), self.rows, language)

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a data frame: typed where a column is, without language tags.

        Raises PartMissing without the extra `pandas`.
        """
        return frame.data_frame(self.variables, self.rows)

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

    def _page(self, language: str) -> str:
        note = self._note(language)
        return page.write_table(self._titles(language), self.rows, language, note)

    def _dutch_csv(self, language: str) -> str:
        return dutch_csv.write_table(self._titles(language), self.rows)


@dataclass(frozen=True)
class Verdict:
    """The yes or no of an ASK; nothing of it is ever left out."""

    value: bool
    truncated: bool = False

    def __bool__(self) -> bool:
        return self.value

    def write(self, style: str, language: str, width: int = 0) -> str:  # noqa: ARG002 (as Table)
        """Yes or no in one of TABLE_FORMATS; raises FormatNotFound for any other format."""
        match style:
            case "table" | "md":
                return _YES_NO[self.value].in_(language) + "\n"
            case "csv" | "tsv" | "srj" | "xml":
                return sparql.write_truth(style, self.value)
            case "json":
                return sparql.write_json({"boolean": self.value})
            case "html":
                return page.write_text(_YES_NO[self.value].in_(language), language)
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


def collect(
    answer: Answer, titles: Mapping[str, Text] | None = None, limit: int | None = None
) -> Result:
    """An engine's answer as a Result, with at most `limit` rows or triples (None: all)."""
    if isinstance(answer, ox.QueryBoolean):
        return Verdict(bool(answer))
    if isinstance(answer, ox.QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        rows, cut = _first((tuple(solution) for solution in answer), limit)
        return Table(variables, tuple(rows), titles or {}, cut)
    triples, cut = _first(answer, limit)
    return Graph(tuple(sorted(set(triples), key=str)), cut)


def rendered(result: Result, style: str, language: str, width: int = 0) -> str | bytes:
    """A result in any format that its kind has; raises FormatNotFound for any other."""
    if not isinstance(result, Table) or style in TABLE_FORMATS:
        return result.write(style, language, width)
    if style in FILE_FORMATS:
        return result.to_xlsx(language)
    known = (*TABLE_FORMATS, *FILE_FORMATS)
    raise FormatNotFound(style, known, formats=", ".join(known))


def _term(value: Value) -> Term | None:
    return ox.Literal(value) if isinstance(value, str | int | float) else value


def _first(items: Iterator[_T], limit: int | None) -> tuple[list[_T], bool]:
    if limit is None:
        return list(items), False
    found = list(islice(items, limit + 1))
    return found[:limit], len(found) > limit
