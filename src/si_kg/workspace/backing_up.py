"""Write a backup: the current state, in files that say for themselves whether they are sound."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile

import pyoxigraph as ox

from si_kg.errors import FileUnwritable
from si_kg.progress import Progress, Tell
from si_kg.workspace import durable
from si_kg.workspace.archive import FORMAT, MANIFEST, Part, part_of
from si_kg.workspace.faults import WorkspaceDamaged
from si_kg.workspace.generations import Generations, GenerationStore
from si_kg.workspace.graphs import named, quads_in
from si_kg.workspace.layout import ACCEPTED, SETTINGS, SHIPPED, STATE
from si_kg.workspace.records import Settings

_TOLD_EVERY = 50_000


def backup(generations: Generations, settings: Settings, file: Path, tell: Tell) -> None:
    """Write the current state to `file`, which appears when it is complete.

    Raises FileUnwritable, or WorkspaceDamaged.
    """
    store = generations.opened()
    state = generations.state(store.number)
    try:
        with durable.whole(file) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            writing = _Writing(archive, tell, state.quads)
            writing.put(SETTINGS, [settings.write()])
            for record in (STATE, ACCEPTED, SHIPPED):
                writing.put(record, generations.read(store.number, record))
            for name, graphs in _parts(store).items():
                writing.put_quads(name, quads_in(store.engine, *graphs))
            writing.finish()
    except OSError:
        raise FileUnwritable(file=file) from None
    except RuntimeError:  # as the engine tells damage
        raise WorkspaceDamaged(
            folder=generations.layout.folder, file=f"{store.number:04}"
        ) from None


def _parts(store: GenerationStore) -> dict[str, list[ox.NamedNode]]:
    """The graphs of users, by the file that they go in."""
    parts: dict[str, list[ox.NamedNode]] = {}
    for graph in named(store.engine):
        parts.setdefault(part_of(graph), []).append(graph)
    parts.pop(SHIPPED, None)
    return dict(sorted(parts.items()))


class _Writing:
    """A backup in the making; `total` quads go into it."""

    def __init__(self, archive: ZipFile, tell: Tell, total: int) -> None:
        self._archive = archive
        self._tell = tell
        self._total = total
        self._done = 0
        self._parts: list[Part] = []

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """A file of these bytes."""
        with self._archive.open(name, "w", force_zip64=True) as stream:
            entry = _Entry(stream)
            for piece in pieces:
                entry.write(piece)
        quads = entry.lines if name == SHIPPED else 0
        self._done += quads
        self._parts.append(entry.part(name, quads))

    def put_quads(self, name: str, quads: Iterable[ox.Quad]) -> None:
        """A file of N-Quads."""
        before = self._done
        with self._archive.open(name, "w", force_zip64=True) as stream:
            entry = _Entry(stream)
            sink = cast("IO[bytes]", entry)  # of which the engine uses these two
            ox.serialize(self._counted(quads), sink, format=ox.RdfFormat.N_QUADS)
        self._parts.append(entry.part(name, self._done - before))

    def finish(self) -> None:
        """Write what the other files are."""
        manifest = {"format": FORMAT, "parts": [asdict(part) for part in self._parts]}
        self._archive.writestr(MANIFEST, json.dumps(manifest, indent=1))

    def _counted(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        for quad in quads:
            if self._done % _TOLD_EVERY == 0:
                self._tell(Progress("write", self._done, self._total))
            self._done += 1
            yield quad


class _Entry:
    """A file in the archive that knows what went into it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = sha256()
        self._bytes = 0
        self.lines = 0

    def write(self, data: bytes) -> int:
        """Put these bytes after the others."""
        self._hash.update(data)
        self._bytes += len(data)
        self.lines += data.count(b"\n")
        return self._stream.write(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def part(self, name: str, quads: int) -> Part:
        """What the manifest says of it."""
        return Part(name, self._hash.hexdigest(), self._bytes, quads)
