"""Rows as values of Python: numbers, dates and truths as they are, by name and by place."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import PREFIXES
from si_kg.result_formats.terms import exact, typed
from si_kg.results import Table


def literal(text: str, kind: str) -> ox.Literal:
    """A literal of a type of XML Schema."""
    return ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + kind))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        pytest.param(None, None, id="unbound"),
        pytest.param(ox.NamedNode("urn:x"), "urn:x", id="iri"),
        pytest.param(ox.BlankNode("b"), "_:b", id="blank"),
        pytest.param(ox.Literal("delen", language="nl"), "delen", id="text"),
        pytest.param(literal("007", "integer"), 7, id="integer"),
        pytest.param(literal("0.10", "decimal"), Decimal("0.10"), id="decimal"),
        pytest.param(literal("7", "decimal"), Decimal(7), id="whole-decimal"),
        pytest.param(literal("1e-1", "double"), 0.1, id="double"),
        pytest.param(literal("true", "boolean"), True, id="boolean"),
        pytest.param(literal("2010", "gYear"), 2010, id="year"),
        pytest.param(literal("2026-01-31", "date"), date(2026, 1, 31), id="date"),
        pytest.param(
            literal("2026-01-31T10:00:00Z", "dateTime"),
            datetime(2026, 1, 31, 10, tzinfo=UTC),
            id="moment",
        ),
        pytest.param(literal("2026-02-30", "date"), "2026-02-30", id="no-such-day"),
        pytest.param(literal("veel", "decimal"), "veel", id="no-number"),
        pytest.param(literal("NaN", "decimal"), "NaN", id="not-a-decimal"),
    ],
)
def test_a_cell_is_what_it_means(term: ox.Literal | None, value: object) -> None:
    """Of the type of the value, not only equal to it."""
    (row,) = Table(("x",), ((term,),)).typed()
    assert row["x"] == value
    assert type(row["x"]) is type(value)


@given(st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: f"{number:f}"))
def test_a_decimal_keeps_all_its_digits(text: str) -> None:
    """Where a float would round; elsewhere floats are what programs expect."""
    found = exact(literal(text, "decimal"))
    assert found == Decimal(text)
    assert isinstance(typed(literal(text, "decimal")), float)


def test_a_row_is_reached_by_name_and_by_place() -> None:
    """As a tuple, and as a dictionary; a name that is no column is refused."""
    titles = {"class": Text("Klasse", "Class"), "count": Text("Aantal", "Count")}
    table = Table.from_values(titles, [["a", 1], ["b", None]])
    first, second = table.typed()
    name, count = first
    assert (name, count) == (first[0], first[-1]) == (first["class"], first["count"]) == ("a", 1)
    assert dict(second) == {"class": "b", "count": None}
    assert (first[:1], list(first), len(first), 1 in first) == (("a",), ["a", 1], 2, True)
    with pytest.raises(KeyError, match="year"):
        first["year"]
    with pytest.raises(IndexError):
        first[2]


def test_the_terms_stay_reachable() -> None:
    """A value loses its language, the row of terms does not."""
    table = Table(("x",), ((ox.Literal("delen", language="nl"),),))
    assert table.typed()[0]["x"] == "delen"
    assert table[0] == table.rows[0] == (ox.Literal("delen", language="nl"),)


def test_a_table_is_a_sequence(mini_graph: KnowledgeGraph) -> None:
    """It has a length, places and slices, and a slice has the same columns."""
    table = mini_graph.query("concepts", lang="nl")
    assert isinstance(table, Table)
    assert len(table) == 4
    assert table[-1] == list(table)[-1] == next(reversed(table))
    part = table[1:3]
    assert isinstance(part, Table)
    assert (part.variables, part.titles, part.rows) == (
        table.variables,
        table.titles,
        table.rows[1:3],
    )
    assert table.index(table[2]) == 2
    assert table[0] in table
    assert not Table(("x",), ())


def test_a_table_is_written_by_name(mini_graph: KnowledgeGraph) -> None:
    """The short ways give what the formats give."""
    table = mini_graph.query("concepts", lang="nl")
    assert isinstance(table, Table)
    assert table.to_csv() == table.write("csv", "nl")
    assert table.to_json() == table.write("json", "nl")
