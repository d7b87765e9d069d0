"""What a query answers, in every format: rows, yes or no, or a graph."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Self, TypeVar

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.namespaces import PREFIXES, shorten
from si_kg.store import Answer, Term
from si_kg.tables import markdown_table, text_table

Row = tuple[Term | None, ...]
Value = Term | str | int | float | None
_T = TypeVar("_T")
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}
_NONE = Text("(geen rijen)", "(no rows)")
_CUT = Text(
    "Alleen de eerste {} rijen staan hier; --limit laat er meer toe.",
    "Only the first {} rows are shown; --limit allows more.",
)
TABLE_FORMATS = ("table", "csv", "tsv", "json", "srj", "md")
GRAPH_FORMATS = ("ttl", "nt", "jsonld")
# formats that tell by themselves that rows were left out
TELLING_FORMATS = ("table", "md", "json")


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
        return [dict(zip(self.variables, map(_plain, row), strict=True)) for row in self.rows]

    def write(self, style: str, language: str, width: int = 0) -> str:
        """The rows in one of TABLE_FORMATS; `width` wraps the table for a terminal (0: no wrap).

        Raises FormatNotFound for any other format.
        """
        match style:
            case "table":
                return self._text(language, width)
            case "csv":
                return self._csv()
            case "tsv" | "srj":
                return self._standard(style)
            case "json":
                return _json({"columns": self.variables, "rows": self.records()} | self._mark())
            case "md":
                return markdown_table(self._titles(language), self._cells()) + self._note(language)
        raise FormatNotFound(style, TABLE_FORMATS, formats=", ".join(TABLE_FORMATS))

    def _titles(self, language: str) -> list[str]:
        return [
            self.titles[name].in_(language) if name in self.titles else name
            for name in self.variables
        ]

    def _cells(self) -> list[list[str]]:
        return [[_readable(term) for term in row] for row in self.rows]

    def _text(self, language: str, width: int) -> str:
        if not self.rows:
            return _NONE.in_(language) + "\n"
        return text_table(self._titles(language), self._cells(), width) + self._note(language)

    def _note(self, language: str) -> str:
        return f"\n{_CUT.in_(language).format(len(self.rows))}\n" if self.truncated else ""

    def _mark(self) -> dict[str, bool]:
        return {"truncated": self.truncated}

    def _csv(self) -> str:
        """As SPARQL 1.1 Query Results CSV: values only, CRLF, an unbound cell is empty."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.variables)
        writer.writerows([_plain(term) for term in row] for row in self.rows)
        return out.getvalue()

    def _standard(self, style: str) -> str:
        return _tsv(self.variables, self.rows) if style == "tsv" else _srj(self)


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
            case "csv" | "tsv":
                return f"{str(self.value).lower()}\n"
            case "json":
                return _json({"boolean": self.value})
            case "srj":
                return _json({"head": {}, "boolean": self.value})
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


def _term(value: Value) -> Term | None:
    return ox.Literal(value) if isinstance(value, str | int | float) else value


def _first(items: Iterator[_T], limit: int | None) -> tuple[list[_T], bool]:
    if limit is None:
        return list(items), False
    found = list(islice(items, limit + 1))
    return found[:limit], len(found) > limit


def _plain(term: Term | None) -> str | None:
    """The value alone: an IRI bare, a literal without its type or language."""
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _readable(term: Term | None) -> str:
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return _plain(term) or ""


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _tsv(variables: Sequence[str], rows: Sequence[Row]) -> str:
    """As SPARQL 1.1 Query Results TSV: terms in N-Triples syntax, an unbound cell is empty."""
    lines = ["\t".join(f"?{name}" for name in variables)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def _srj(table: Table) -> str:
    """As SPARQL 1.1 Query Results JSON."""
    bindings = [
        {
            name: _binding(term)
            for name, term in zip(table.variables, row, strict=True)
            if term is not None
        }
        for row in table.rows
    ]
    return _json({"head": {"vars": list(table.variables)}, "results": {"bindings": bindings}})


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    binding = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype.value != f"{PREFIXES['xsd']}string":
        binding["datatype"] = term.datatype.value
    return binding
