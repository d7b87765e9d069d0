"""A row of a table whose cells are values of Python, reached by name or by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from si_kg.result_formats.terms import Exact


@dataclass(frozen=True)
class TypedRow(Sequence[Exact]):
    """The cells of one row: `row["year"]` by the name of a column, `row[0]` by place.

    >>> row = TypedRow(("name", "year"), ("sharing", 2010))
    >>> row["year"], row[0], dict(row)
    (2010, 'sharing', {'name': 'sharing', 'year': 2010})
    """

    columns: tuple[str, ...]
    cells: tuple[Exact, ...]

    @overload
    def __getitem__(self, key: int | str) -> Exact: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Exact, ...]: ...
    def __getitem__(self, key: int | str | slice) -> Exact | tuple[Exact, ...]:
        if isinstance(key, str):
            if key not in self.columns:
                raise KeyError(key)
            return self.cells[self.columns.index(key)]
        return self.cells[key]

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[Exact]:
        return iter(self.cells)

    def keys(self) -> tuple[str, ...]:
        """The names of the columns, so that `dict(row)` gives cells by name."""
        return self.columns
