"""A mapping: what each column of each table says, in the words of CSV on the Web.

https://www.w3.org/TR/tabular-metadata/; what is ours begins with `si:`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pyoxigraph as ox

from si_kg.citing.item import Item
from si_kg.intake.corpora.datatypes import Datatype
from si_kg.intake.corpora.templates import Template

Unlisted = Literal["refuse", "keep", "leave-out"]


@dataclass(frozen=True)
class Column:
    """What the cells of a column say: of what, by which property, and as which value.

    A virtual column has no cells: it says the same of each row. `values` translates cells into
    things of the graph; `unlisted` says what becomes of a cell that is not in it. With `where` it
    speaks only in rows of which the cells it names hold one of the texts given there.
    """

    name: str
    titles: tuple[str, ...]
    datatype: Datatype
    about: Template | None = None
    property: ox.NamedNode | None = None
    value: Template | None = None
    languages: tuple[str, ...] = ()
    separator: str = ""
    null: tuple[str, ...] = ("",)
    default: str = ""
    required: bool = False
    virtual: bool = False
    silent: bool = False
    values: Mapping[str, tuple[ox.NamedNode, ...]] | None = None
    unlisted: Unlisted = "refuse"
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reference:
    """Cells of `column` are cells of the column `there` in the table with this address."""

    column: str
    table: str
    there: str


@dataclass(frozen=True)
class Dialect:
    """How a text file holds a table: what divides and encloses cells, and where it begins."""

    delimiter: str = ","
    quote: str | None = '"'
    encoding: str = "utf-8-sig"
    skip: int = 0


@dataclass(frozen=True)
class Table:
    """One table: a text file, or a sheet of a workbook (`file.xlsx#Sheet`)."""

    address: str
    columns: tuple[Column, ...]
    dialect: Dialect
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    silent: bool = False

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.address.partition("#")[0]

    @property
    def name(self) -> str:
        """The name of the sheet, or else of the file."""
        return self.sheet or self.file

    @property
    def sheet(self) -> str:
        """The name of the sheet, "" where the file has none."""
        return self.address.partition("#")[2]


@dataclass(frozen=True)
class Corpus:
    """The tables that a mapping speaks of, and the data set as a work that can be cited."""

    tables: tuple[Table, ...]
    work: Item
