"""An answer as it comes, row by row, for answers too long to hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.limited import Limited
from si_kg.result_formats import sparql
from si_kg.result_formats.sorted_lines import sorted_lines
from si_kg.result_formats.terms import Row
from si_kg.results import Graph, Result, Table, Verdict
from si_kg.store import Answer

# what can be written while the rows come
ROW_FORMATS = ("csv", "tsv", "srj", "xml")
TRIPLE_FORMATS = ("nt",)


@dataclass
class RowStream:
    """The rows of a SELECT, to be walked through once, in the thread that asked.

    An engine of pyoxigraph lets no other thread touch its answer. `truncated` is known after the
    last row.
    """

    variables: tuple[str, ...]
    rows: Iterator[Row]
    source: Limited[Row]
    titles: Mapping[str, Text] = field(default_factory=dict)

    @property
    def truncated(self) -> bool:
        """Whether the query had more rows than the limit."""
        return self.source.cut

    def __iter__(self) -> Iterator[Row]:
        return self.rows

    def collected(self) -> Table:
        """The rows that are left, as a table."""
        rows = tuple(self.rows)
        return Table(self.variables, rows, self.titles, self.truncated)

    def pieces(self, style: str) -> Iterator[str]:
        """The same text as `Table.write` gives, a row at a time; raises FormatNotFound."""
        if style not in ROW_FORMATS:
            raise FormatNotFound(style, ROW_FORMATS, formats=", ".join(ROW_FORMATS))
        return sparql.pieces(style, self.variables, self.rows)


@dataclass
class TripleStream:
    """The triples of a CONSTRUCT or DESCRIBE, to be walked through once, in the thread that asked.

    `truncated` is known after the last triple.
    """

    triples: Iterator[ox.Triple]
    source: Limited[ox.Triple]

    @property
    def truncated(self) -> bool:
        """Whether the query had more triples than the limit."""
        return self.source.cut

    def __iter__(self) -> Iterator[ox.Triple]:
        return self.triples

    def collected(self) -> Graph:
        """The triples that are left, sorted, each once."""
        found = tuple(sorted(set(self.triples), key=str))
        return Graph(found, self.truncated)

    def pieces(self, style: str) -> Iterator[str]:
        """The same text as `Graph.write` gives, a triple at a time; raises FormatNotFound."""
        if style not in TRIPLE_FORMATS:
            raise FormatNotFound(style, TRIPLE_FORMATS, formats=", ".join(TRIPLE_FORMATS))
        return (f"{line} .\n" for line in sorted_lines(map(str, self.triples)))


Stream = RowStream | TripleStream | Verdict


def stream(
    answer: Answer, titles: Mapping[str, Text] | None = None, limit: int | None = None
) -> Stream:
    """An engine's answer as a stream of at most `limit` rows or triples; an ASK as its Verdict."""
    if isinstance(answer, ox.QueryBoolean):
        return Verdict(bool(answer))
    if isinstance(answer, ox.QuerySolutions):
        variables = tuple(variable.value for variable in answer.variables)
        rows: Limited[Row] = Limited(map(tuple, answer), limit)
        return RowStream(variables, rows, rows, titles or {})
    triples = Limited(answer, limit)
    return TripleStream(triples, triples)


def collect(
    answer: Answer, titles: Mapping[str, Text] | None = None, limit: int | None = None
) -> Result:
    """An engine's answer as a Result, with at most `limit` rows or triples (None: all)."""
    return collected(stream(answer, titles, limit))


def collected(found: Stream) -> Result:
    """All that a stream still holds."""
    return found if isinstance(found, Verdict) else found.collected()


def flows(found: Stream, style: str) -> bool:
    """Whether this answer can be written in that format while it comes."""
    return (isinstance(found, RowStream) and style in ROW_FORMATS) or (
        isinstance(found, TripleStream) and style in TRIPLE_FORMATS
    )
