"""A random sample of the statements of the graph, to hold against their pages by eye."""

from random import Random

from si_kg.results import Table

SIZE = 20


def sample(statements: Table, seed: int, size: int = SIZE) -> Table:
    """`size` of the rows, drawn without replacement; one seed always draws the same."""
    drawn = Random(seed).sample(range(len(statements)), min(size, len(statements)))  # noqa: S311
    rows = tuple(statements.rows[place] for place in sorted(drawn))
    return Table(statements.variables, rows, statements.titles)
