"""The pictures of an initiative that there is something to draw in, each with its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg import plots
from si_kg.namespaces import ID
from si_kg.results import Table
from si_kg.store import Store


@dataclass(frozen=True)
class Drawn:
    """A picture: its name in the address, title, description, and the same as a table."""

    name: str
    title: str
    description: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def drawn(store: Store, initiative: str, language: str) -> Iterator[Drawn]:
    """Each picture of an initiative in which this one (IRI) has something to show."""
    for recipe in plots.PICTURES.values():
        if recipe.kind is plots.INITIATIVE and initiative in recipe.choices(store):
            picture = recipe.draw(store, initiative.removeprefix(ID))
            heads, rows = _twin(picture.table(language), language)
            title, told = picture.title.in_(language), picture.description.in_(language)
            yield Drawn(recipe.name, title, told, heads, rows)


def _twin(table: Table, language: str) -> tuple[list[str], list[list[str]]]:
    """The table without the columns of IRIs, which name what stands there in words already."""
    kept = [
        place
        for place in range(len(table.variables))
        if not any(isinstance(row[place], ox.NamedNode) for row in table.rows)
    ]
    titles = table.titles or {}
    heads = [titles[table.variables[place]].in_(language) for place in kept]
    return heads, [[_text(row[place]) for place in kept] for row in table.rows]


def _text(cell: object) -> str:
    return cell.value if isinstance(cell, ox.Literal) else ""
