"""RDF in any syntax: merged into one addition, and nothing fetched or expanded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

import pyoxigraph as ox

from si_kg.errors import FileUnreadable, SiKgError
from si_kg.findings import Finding
from si_kg.intake import about_shipped
from si_kg.intake.blank_nodes import renamed
from si_kg.intake.faults import ContextElsewhere, malformed
from si_kg.intake.incoming import Bulk, Context, Incoming, fingerprint, past_mark
from si_kg.intake.lines import Lines
from si_kg.intake.xml_files import require_plain
from si_kg.language import Text
from si_kg.progress import Progress

_T = TypeVar("_T")
LARGE = 50_000_000  # bytes; below that, a file is held in memory
_SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}
# of triples as values, in full and in short, and of base directions
_MARKS = (b"<<", b"{|", b"~", b"--ltr", b"--rtl")
_LONGEST = max(map(len, _MARKS))
_PIECE = 1 << 20  # bytes
_LOADED_AS_IT_STANDS = (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES)
_WANTS_CONTEXT = "LoadDocumentCallback"
# names cannot be resolved against a base without folders: this one stands in for it
_STAND_IN = "https://base.invalid/"
_GRAPHS = Text(
    "De {count} benoemde grafen in het bestand gaan samen in één toevoeging op; "
    "hun namen blijven niet bewaard.",
    "The {count} named graphs in the file are merged into one addition; their names are not kept.",
)
_GRAPH = Text(
    "De benoemde graaf in het bestand wordt de toevoeging; zijn naam blijft niet bewaard.",
    "The named graph in the file becomes the addition; its name is not kept.",
)
_NEWER = Text(
    "Het bestand gebruikt RDF 1.2 (een triple als waarde, of een schrijfrichting), en dat kan "
    "hier niet worden gecontroleerd. Schrijf het in RDF 1.1.",
    "The file uses RDF 1.2 (a triple as a value, or a base direction), which cannot be validated "
    "here. Write it in RDF 1.1.",
)
_EMPTY = Text("Er staat geen enkele triple in het bestand.", "There is no triple in the file.")


def read(file: Path, context: Context) -> Incoming:
    """The triples of an RDF file; large Turtle and N-Triples as a Bulk, as they stand.

    Raises FileUnreadable, RdfMalformed with line and column, RdfUnreadable, EntitiesRefused for
    RDF/XML with a DOCTYPE, or ContextElsewhere for JSON-LD with a context to be fetched.
    """
    reading = _Reading(file, _SYNTAXES.get(file.suffix.lower(), ox.RdfFormat.RDF_XML), context.base)
    context.tell(Progress("read", 0))
    digest = fingerprint(file)
    if file.stat().st_size <= LARGE:
        return _held(reading, digest, context)
    if reading.syntax in _LOADED_AS_IT_STANDS:
        reading.skim()
        bulk = Bulk(file, file, reading.syntax, reading.base if reading.resolves else None)
    else:
        bulk = Bulk.written(file, reading.triples())
    return Incoming(file, digest, (), tuple(reading.remarks()), bulk, reading.in_file)


def _held(reading: "_Reading", digest: str, context: Context) -> Incoming:
    triples = list(dict.fromkeys(renamed(list(reading.triples()), context.name)))
    lines = Lines(reading.file, reading.prefixes, context.base)
    faults = [*reading.remarks(), *about_shipped.findings(triples, context.store)]
    placed = tuple(lines.place(fault) for fault in faults)
    return Incoming(reading.file, digest, triples, placed, place=lines.place)


@dataclass
class _Reading:
    """One reading of a file, and what was met on the way."""

    file: Path
    syntax: ox.RdfFormat
    base: str
    prefixes: Mapping[str, str] = field(default_factory=dict)
    graphs: set[object] = field(default_factory=set)
    newer: bool = False
    empty: bool = True

    @property
    def resolves(self) -> bool:
        """Whether names can be resolved against the base as the standard says."""
        return self.base.startswith(("https://", "http://"))

    def triples(self) -> Iterator[ox.Triple]:
        """The triples, without the names of their graphs; what stops the parser is raised."""
        try:
            if self.syntax == ox.RdfFormat.RDF_XML:
                require_plain(self.file, self.syntax.name)
            with self.file.open("rb") as stream:
                past_mark(stream)
                base = self.base if self.resolves else _STAND_IN
                yield from map(self._noted, parser := self._parser(stream, base))
                self.prefixes = parser.prefixes
        except OSError:
            raise FileUnreadable(file=self.file) from None
        except SyntaxError as error:
            raise self._fault(error) from None

    def skim(self) -> None:
        """Meet what is to be told, reading no further than the file may have more of that."""
        is_plain = not _may_be_newer(self.file)
        for _ in self.triples():
            if is_plain or self.newer:
                break

    def remarks(self) -> Iterator[Finding]:
        """What is to be told of the reading."""
        if self.graphs:
            text = _GRAPHS if len(self.graphs) > 1 else _GRAPH
            told = Text(*(each.format(count=len(self.graphs)) for each in text))
            yield self.remark("Info", "intake:graphs-merged", told)
        if self.newer:
            yield self.remark("Violation", "intake:rdf-1.2", _NEWER)
        if self.empty:
            yield self.remark("Violation", "intake:empty", _EMPTY)

    def remark(self, severity: str, rule: str, text: Text) -> Finding:
        """A finding about the file as a whole."""
        return Finding(severity, "", "", "", rule, text, file=self.file.name)

    def in_file(self, finding: Finding) -> Finding:
        """The finding with the name of the file."""
        return replace(finding, file=self.file.name)

    def _parser(self, stream: BinaryIO, base: str) -> ox.QuadParser:
        return ox.parse(stream, format=self.syntax, base_iri=base, rename_blank_nodes=True)

    def _noted(self, quad: ox.Quad) -> ox.Triple:
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            self.graphs.add(quad.graph_name)
        self.empty = False
        value = quad.object
        directed = isinstance(value, ox.Literal) and value.direction is not None
        self.newer = self.newer or directed or isinstance(value, ox.Triple)
        if self.resolves:
            return quad.triple
        return ox.Triple(self._own(quad.subject), self._own(quad.predicate), self._own(value))

    def _own(self, term: _T) -> _T:
        if isinstance(term, ox.NamedNode) and term.value.startswith(_STAND_IN):
            local = term.value.removeprefix(_STAND_IN).removeprefix("#")
            return cast("_T", ox.NamedNode(self.base + local))
        return term

    def _fault(self, error: SyntaxError) -> SiKgError:
        if _WANTS_CONTEXT in str(error.msg):
            return ContextElsewhere(file=self.file.name)
        return malformed(self.file, self.syntax.name, error)


def _may_be_newer(file: Path) -> bool:
    """Whether the file has what nothing in RDF 1.2 is written without; a text may have that too."""
    end = b""
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            seen = end + piece
            # one sign is looked for many times faster than two, and the last of them may be rare
            if any(mark[-1:] in seen and mark in seen for mark in _MARKS):
                return True
            end = seen[-_LONGEST:]
    return False
