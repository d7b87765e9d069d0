"""The syntaxes in which data is exported; each is written by its library, in one order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

import pyoxigraph as ox

from si_kg.exports import json_ld
from si_kg.exports.arranging import arranged, merged
from si_kg.exports.xml_limits import refuse_unfit
from si_kg.namespaces import PREFIXES

_PREFIXES = {name: iri for name, iri in PREFIXES.items() if name != "ex"}


@dataclass(frozen=True)
class Syntax:
    """A syntax by its name; `graphs` says whether it keeps the named graphs apart."""

    name: str
    graphs: bool
    write: Callable[[Sequence[ox.Quad]], bytes]


def written(quads: Sequence[ox.Quad], syntax: Syntax) -> bytes:
    """The quads in this syntax, the same bytes for the same content.

    Where the syntax knows no named graphs it is their union. Raises NotWritable.
    """
    return syntax.write(arranged(quads) if syntax.graphs else merged(quads))


def _grouped(form: ox.RdfFormat) -> Callable[[Sequence[ox.Quad]], bytes]:
    def write(quads: Sequence[ox.Quad]) -> bytes:
        text = ox.serialize(quads, format=form, prefixes=_PREFIXES) or b""
        lines = text.splitlines(keepends=True)
        head = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
        body = b"".join(lines[len(head) :])
        used = [line for line in head if line.split()[1] in body]
        return b"".join(sorted(used)) + body

    return write


def _lines(form: ox.RdfFormat) -> Callable[[Sequence[ox.Quad]], bytes]:
    def write(quads: Sequence[ox.Quad]) -> bytes:
        return b"".join(sorted((ox.serialize(quads, format=form) or b"").splitlines(keepends=True)))

    return write


def _xml(quads: Sequence[ox.Quad]) -> bytes:
    triples = [quad.triple for quad in quads]
    refuse_unfit(triples)
    written = ox.serialize(quads, format=ox.RdfFormat.RDF_XML, prefixes=_PREFIXES)
    return (written or b"") + b"\n"


def _json_ld(quads: Sequence[ox.Quad]) -> bytes:
    return json_ld.write([quad.triple for quad in quads])


FORMATS: Mapping[str, Syntax] = {
    "ttl": Syntax("Turtle", graphs=False, write=_grouped(ox.RdfFormat.TURTLE)),
    "trig": Syntax("TriG", graphs=True, write=_grouped(ox.RdfFormat.TRIG)),
    "nt": Syntax("N-Triples", graphs=False, write=_lines(ox.RdfFormat.N_TRIPLES)),
    "nq": Syntax("N-Quads", graphs=True, write=_lines(ox.RdfFormat.N_QUADS)),
    "jsonld": Syntax("JSON-LD", graphs=False, write=_json_ld),
    "rdf": Syntax("RDF/XML", graphs=False, write=_xml),
}
