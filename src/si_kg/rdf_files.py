"""Read RDF files, and name file and line where one cannot be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from si_kg.errors import FileMalformed, FileUnreadable, SyntaxNotFound

_SYNTAXES = {
    ".ttl": ("Turtle", ox.RdfFormat.TURTLE),
    ".nt": ("N-Triples", ox.RdfFormat.N_TRIPLES),
    ".nq": ("N-Quads", ox.RdfFormat.N_QUADS),
    ".trig": ("TriG", ox.RdfFormat.TRIG),
    ".rdf": ("RDF/XML", ox.RdfFormat.RDF_XML),
    ".jsonld": ("JSON-LD", ox.RdfFormat.JSON_LD),
}


def turtle_files(folder: Path) -> list[Path]:
    """The Turtle files under `folder`, sorted; raises FileUnreadable where there is none."""
    files = sorted(folder.rglob("*.ttl"))
    if not files:
        raise FileUnreadable(file=folder)
    return files


def read(file: Path) -> list[ox.Triple]:
    """The triples of `file` (graph names are left out).

    Raises SyntaxNotFound, FileUnreadable, or FileMalformed with the line of the first fault.
    """
    return list(triples(file))


def triples(file: Path) -> Iterator[ox.Triple]:
    """The same as `read` gives, one by one; a fault is raised where it is met."""
    if file.suffix not in _SYNTAXES:
        raise SyntaxNotFound(file.name, ())
    syntax, form = _SYNTAXES[file.suffix]
    try:
        with file.open("rb") as stream:
            for quad in ox.parse(stream, format=form, base_iri=_BASE, rename_blank_nodes=True):
                yield quad.triple
    except OSError:
        raise FileUnreadable(file=file) from None
    except SyntaxError as error:
        reason = str(error.msg).split(": ", 1)[-1].rstrip(".")
        raise FileMalformed(
            file=file, line=error.lineno or 1, syntax=syntax, reason=reason
        ) from None


def read_all(files: Iterable[Path]) -> Iterator[ox.Triple]:
    """The triples of several files, one file after the other."""
    for file in files:
        yield from read(file)


_BASE = "https://w3id.org/si-kg/id/"
