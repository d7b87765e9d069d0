"""What a file brings in, before anything of it is in the graph."""

import os
import tempfile
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import IO, BinaryIO, cast
from weakref import finalize

import pyoxigraph as ox

from si_kg.errors import FileUnreadable
from si_kg.findings import Finding
from si_kg.intake.faults import malformed
from si_kg.progress import Progress, Tell, untold
from si_kg.store import Store

_TOLD_EVERY = 1_000_000  # bytes


@dataclass(frozen=True)
class Context:
    """Into what a file is read.

    `base` is what the IRIs of new things begin with, `name` that of the addition, `who` brings it
    in on `day`; `language` is the one they speak. In `store` the names in the file are looked up.
    `tell` is told how far the reading is.
    """

    base: str
    name: str
    who: str
    day: date
    language: str
    store: Store
    tell: Tell = untold

    def followed_by(self, tell: Tell) -> "Context":
        """The same, for a reading that somebody follows."""
        return replace(self, tell=tell)


@dataclass(frozen=True)
class Bulk:
    """Triples that are too many to hold: what `file` says, in `source`, to be loaded as it stands.

    Relative IRIs in it are read against `base`; without one they are a fault.
    """

    file: Path
    source: Path
    syntax: ox.RdfFormat
    base: str | None = None

    @classmethod
    def written(cls, file: Path, triples: Iterable[ox.Triple]) -> "Bulk":
        """The triples of `file` in a scratch file, which goes when the Bulk does."""
        handle, name = tempfile.mkstemp(suffix=".nt")
        bulk = cls(file, Path(name), ox.RdfFormat.N_TRIPLES)
        finalize(bulk, bulk.source.unlink, missing_ok=True)
        with os.fdopen(handle, "wb") as scratch:
            ox.serialize(triples, scratch, format=ox.RdfFormat.N_TRIPLES)
        return bulk

    def load(self, engine: ox.Store, graph: ox.NamedNode, tell: Tell = untold) -> None:
        """Put the triples in this graph; not in one step, so into an engine that can be dropped.

        Raises RdfMalformed with the line and column of the first fault, or FileUnreadable.
        """
        with self._opened() as stream:
            source = cast("IO[bytes]", _Followed(stream, self.source.stat().st_size, tell))
            engine.bulk_load(source, self.syntax, base_iri=self.base, to_graph=graph)

    def subjects(self) -> Iterator[object]:
        """What each of the triples is about, one by one; raises what `load` raises."""
        with self._opened() as stream:
            for quad in ox.parse(stream, self.syntax, base_iri=self.base):
                yield quad.subject

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        try:
            stream = self.source.open("rb")
        except OSError:
            raise FileUnreadable(file=self.file) from None
        try:
            with stream:
                past_mark(stream)
                yield stream
        except SyntaxError as error:
            raise malformed(self.file, self.syntax.name, error) from None


class _Followed:
    """A file of which it is told how much of it was read."""

    def __init__(self, stream: BinaryIO, size: int, tell: Tell) -> None:
        self._stream = stream
        self._size = size
        self._tell = tell
        self._done = self._told = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size)
        self._done += len(piece)
        if self._done - self._told >= _TOLD_EVERY or not piece:
            self._told = self._done
            self._tell(Progress("load", self._done, self._size))
        return piece


def _unplaced(finding: Finding) -> Finding:
    return finding


@dataclass(frozen=True)
class Incoming:
    """The triples of a file, or `bulk`, and what is wrong with the file itself.

    `faults` are findings with a place in the file: a Violation stops the addition, a Warning wants
    to be accepted, an Info is a remark. `place` finds where in the file a thing is described.
    """

    file: Path
    sha256: str
    triples: Sequence[ox.Triple]
    faults: tuple[Finding, ...] = ()
    bulk: Bulk | None = None
    place: Callable[[Finding], Finding] = _unplaced

    def located(self, finding: Finding) -> Finding:
        """The same finding, with the file and the line, or the sheet and cell, that it is about."""
        return self.place(finding)

    def described(self, things: Collection[ox.NamedNode]) -> set[ox.NamedNode]:
        """Those of the things of which the file says something; raises what loading raises."""
        if not things:
            return set()
        about = self.bulk.subjects() if self.bulk else (each.subject for each in self.triples)
        return set(things).intersection(about)


def past_mark(stream: BinaryIO) -> None:
    """Go past the byte order mark that some editors put before a text in UTF-8."""
    stream.seek(len(BOM_UTF8) if stream.read(len(BOM_UTF8)) == BOM_UTF8 else 0)


def fingerprint(file: Path) -> str:
    """The SHA-256 of what is in the file; raises FileUnreadable."""
    try:
        with file.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        raise FileUnreadable(file=file) from None
