"""Make a workspace of a backup: all of it, or nothing where a part is not what it should be."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

import pyoxigraph as ox

from si_kg.errors import FileUnreadable
from si_kg.progress import Progress, Tell
from si_kg.workspace import provenance
from si_kg.workspace.archive import FORMAT, MANIFEST, RECORDS, Part
from si_kg.workspace.draft import Draft
from si_kg.workspace.faults import BackupRefused, WorkspaceNewer
from si_kg.workspace.founding import founded
from si_kg.workspace.layout import ACCEPTED, SETTINGS, SHIPPED, STATE
from si_kg.workspace.ledger import Ledger
from si_kg.workspace.records import FORMAT as NEWEST
from si_kg.workspace.records import Event, Settings, State, is_base
from si_kg.workspace.writer import now

_MOST_RECORD = 256 << 20  # bytes of a record, which is held in memory
_MOST_PRESSED = 200  # times smaller than what it holds: N-Quads get some thirty times smaller
_SMALL = 1 << 20
_PIECE = 1 << 20
_TOLD_EVERY = 50_000


def restore(file: Path, folder: Path, tell: Tell) -> None:
    """Make `folder`, which is new or empty, the workspace that was backed up in `file`.

    Raises FileUnreadable, BackupRefused, WorkspaceNewer, WorkspaceTaken or WorkspaceUnwritable;
    then there is no workspace.
    """
    try:
        archive = ZipFile(file)
    except OSError:
        raise FileUnreadable(file=file) from None
    except BadZipFile:
        raise BackupRefused(file=file.name, part="zip") from None
    with archive:
        backup = _Backup(file.name, archive)
        settings = backup.settings()
        state, ledger = backup.state(), backup.ledger()
        with founded(folder, settings) as generations, generations.draft() as draft:
            backup.load(draft, state, tell)
            restored = _restored(state, settings.who)
            old, new = (provenance.told(settings, each) for each in (state, restored))
            draft.write(old - new, new - old)
            generations.put(draft, restored, ledger.write())


def _restored(state: State, who: str) -> State:
    number = state.number + 1
    event = Event(number, "restore", who, now(), number, before=0)
    return replace(state, number=number, events=(*state.events, event))


class _Backup:
    """An archive that is not trusted: what it says of itself is held against what is in it."""

    def __init__(self, name: str, archive: ZipFile) -> None:
        self._name = name
        self._archive = archive
        with self._sound(MANIFEST):
            manifest = json.loads(self._bytes(archive.getinfo(MANIFEST)))
            if manifest["format"] != FORMAT:
                raise ValueError(manifest["format"])
            parts = [Part(**part) for part in manifest["parts"]]
            self._parts = {part.name: part for part in parts}
            self._check(parts)

    def settings(self) -> Settings:
        """The settings of the workspace; raises WorkspaceNewer where those are not known here."""
        with self._sound(SETTINGS):
            settings = Settings.read(self._record(SETTINGS))
            if not is_base(settings.base):
                raise ValueError(settings.base)
            # where a workspace stands is for who restores it to say: no backup was made with it
            if settings.elsewhere is not None:
                raise ValueError(SETTINGS)
        if settings.format > NEWEST:
            raise WorkspaceNewer(folder=self._name, format=settings.format)
        return settings

    def state(self) -> State:
        """The state, of which each addition is among the parts and none besides."""
        with self._sound(STATE):
            state = State.read(self._record(STATE))
            counts = {f"own/{each.name}.nq": each.triples for each in state.additions}
            parts = {each.name: each.quads for each in self._parts.values() if each.is_addition}
            if counts != parts or state.quads != sum(p.quads for p in self._parts.values()):
                raise ValueError(STATE)
        return state

    def ledger(self) -> Ledger:
        """The accepted warnings."""
        with self._sound(ACCEPTED):
            return Ledger.read(self._record(ACCEPTED))

    def load(self, draft: Draft, state: State, tell: Tell) -> None:
        """Put every graph into the draft."""
        with self._sound(SHIPPED):
            if self._parts[SHIPPED].sha256 != state.shipped.hash:
                raise ValueError(SHIPPED)
            draft.ship(self._pieces(self._parts[SHIPPED]))
        done = self._parts[SHIPPED].quads
        for part in self._parts.values():
            if part.name not in {*RECORDS, SHIPPED}:
                with self._sound(part.name):
                    draft.engine.bulk_extend(self._quads(part, tell, done, state.quads))
                done += part.quads
        with self._sound(STATE):
            if len(draft.engine) != state.quads:
                raise ValueError(STATE)

    def _quads(self, part: Part, tell: Tell, done: int, total: int) -> Iterator[ox.Quad]:
        """The quads of a part; raises ValueError for one that does not belong there."""
        graph, count = None, 0
        with self._archive.open(part.name) as stream:
            checked = _Checked(stream, part)
            # without new names: what follows from a blank node is in another file
            source = cast("IO[bytes]", checked)  # of which the engine reads
            for quad in ox.parse(source, format=ox.RdfFormat.N_QUADS):
                if quad.graph_name != graph and not part.holds(graph := quad.graph_name):
                    raise ValueError(part.name)
                if count % _TOLD_EVERY == 0:
                    tell(Progress("load", done + count, total))
                count += 1
                yield quad
            checked.finish()
        if count != part.quads:
            raise ValueError(part.name)

    def _pieces(self, part: Part) -> Iterator[bytes]:
        with self._archive.open(part.name) as stream:
            checked = _Checked(stream, part)
            yield from iter(lambda: checked.read(_PIECE), b"")
            checked.finish()

    def _record(self, name: str) -> bytes:
        if self._parts[name].bytes > _MOST_RECORD:
            raise ValueError(name)
        return b"".join(self._pieces(self._parts[name]))

    def _bytes(self, info: ZipInfo) -> bytes:
        if info.file_size > _MOST_RECORD or _is_bomb(info):
            raise ValueError(info.filename)
        return self._archive.read(info)

    def _check(self, parts: list[Part]) -> None:
        """Raise ValueError unless the archive holds these parts and no others, none suspect."""
        files = {info.filename: info for info in self._archive.infolist()}
        if len(parts) != len(self._parts) or {*self._parts, MANIFEST} != files.keys():
            raise ValueError(MANIFEST)
        if len(files) != len(self._archive.infolist()) or not {*RECORDS, SHIPPED} <= files.keys():
            raise ValueError(MANIFEST)
        for part in parts:
            info = files[part.name]
            if not part.is_known or info.file_size != part.bytes or _is_bomb(info):
                raise ValueError(part.name)

    @contextmanager
    def _sound(self, part: str) -> Iterator[None]:
        """Whatever a damaged part leads to, as BackupRefused."""
        try:
            yield
        except (
            ValueError, TypeError, LookupError, SyntaxError, RuntimeError, EOFError,
            BadZipFile, zlib.error, NotImplementedError,
        ):  # fmt: skip
            raise BackupRefused(file=self._name, part=part) from None


class _Checked:
    """Bytes that are held against what the manifest says of them."""

    def __init__(self, stream: IO[bytes], part: Part) -> None:
        self._stream = stream
        self._part = part
        self._hash = sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._stream.read(size)
        self._hash.update(piece)
        return piece

    def finish(self) -> None:
        """Raise ValueError where they were not what they should be."""
        if self._stream.read(1) or self._hash.hexdigest() != self._part.sha256:
            raise ValueError(self._part.name)


def _is_bomb(info: ZipInfo) -> bool:
    """Whether a file is so much smaller in the archive that it was made to fill a disk."""
    return info.file_size > _SMALL and info.file_size > _MOST_PRESSED * info.compress_size
