"""A part of the graph on its way out: written in a syntax, or saved as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.exports.syntaxes import FORMATS, written
from si_kg.whole_file import write_whole

DEFAULT = "ttl"


@dataclass(frozen=True)
class Export:
    """The quads that are exported."""

    quads: Sequence[ox.Quad]

    @classmethod
    def of_triples(cls, triples: Iterable[ox.Triple]) -> Self:
        """Triples that are in no named graph, such as a CONSTRUCT gives."""
        return cls([ox.Quad(*triple) for triple in triples])

    def write(self, form: str = DEFAULT) -> bytes:
        """The quads in one of `si_kg.exports.FORMATS`: the same bytes for the same content.

        Turtle, N-Triples, JSON-LD and RDF/XML hold the union of the graphs; TriG and N-Quads keep
        them apart. Raises FormatNotFound, or NotWritable where the format cannot hold a value.
        """
        return written(self.quads, FORMATS[checked_form(form)])

    def save(self, file: Path, form: str | None = None) -> None:
        """Write the file in the format that its name ends in, or in `form`.

        The file appears when it is complete. Raises what `write` raises, and FileUnwritable.
        """
        write_whole(file, [self.write(form or named_form(file))])


def named_form(file: Path) -> str:
    """The format that the name of a file promises; Turtle where it promises none."""
    return file.suffix.removeprefix(".").lower() or DEFAULT


def checked_form(form: str) -> str:
    """`form` itself; raises FormatNotFound where nothing is written so."""
    if form not in FORMATS:
        raise FormatNotFound(form, FORMATS, formats=", ".join(FORMATS))
    return form
