"""A sample is random, and the same for everyone who takes the same seed."""

import pyoxigraph as ox
import pytest

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.results import Table
from si_kg.sampling import SIZE, sample

TITLES = {"n": Text("Nummer", "Number")}


def numbers(length: int) -> Table:
    """A table of the numbers from nought."""
    return Table(("n",), tuple((ox.Literal(number),) for number in range(length)), TITLES)


def drawn(length: int, seed: int, size: int = SIZE) -> list[int]:
    """The numbers that a sample holds."""
    rows = sample(numbers(length), seed, size).records()
    return [int(row["n"] or -1) for row in rows]


def test_one_seed_draws_the_same() -> None:
    """Who takes the seed of another gets the rows of the other."""
    assert drawn(500, 7) == drawn(500, 7)


def test_another_seed_draws_other_rows() -> None:
    """Of ten seeds no two draw the same."""
    assert len({tuple(drawn(500, seed)) for seed in range(10)}) == 10


@pytest.mark.parametrize(
    ("length", "size", "wanted"),
    [
        pytest.param(500, SIZE, SIZE, id="default"),
        pytest.param(500, 3, 3, id="smaller"),
        pytest.param(5, 5, 5, id="all"),
        pytest.param(5, 20, 5, id="larger-than-the-table"),
        pytest.param(5, 0, 0, id="nothing"),
        pytest.param(0, 20, 0, id="empty-table"),
    ],
)
@pytest.mark.parametrize("seed", [0, 1, 20260131])
def test_a_sample_has_the_size_asked(length: int, size: int, wanted: int, seed: int) -> None:
    """At most the whole table, no row twice, in the order of the table."""
    found = drawn(length, seed, size)
    assert len(found) == wanted
    assert found == sorted(set(found))
    assert set(found) <= set(range(length))


def test_every_row_can_be_drawn() -> None:
    """No place in the table is out of reach: the first and the last come up as well."""
    assert {number for seed in range(100) for number in drawn(10, seed, 2)} == set(range(10))


def test_a_sample_is_a_table() -> None:
    """With the columns and the titles of the table that it was drawn from."""
    found = sample(numbers(5), 1)
    assert (found.variables, found.titles, found.truncated) == (("n",), TITLES, False)


def test_a_graph_draws_from_its_statements(graph: KnowledgeGraph) -> None:
    """Each row is a statement of the graph, with the page that it cites; no row comes twice."""
    statements = graph.query("statements")
    assert isinstance(statements, Table)
    found = graph.sample(1, 50)
    assert set(found.rows) <= set(statements.rows)
    assert len(set(found.rows)) == 50
    assert all(row["place"] and row["text"] for row in found.records())
    assert graph.sample(1, 50) == found
    assert graph.sample(2, 50) != found
    assert len(graph.sample(1)) == SIZE
