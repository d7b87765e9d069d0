"""The states of a workspace: read as they stand, and changed only by making the next one."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Self
from weakref import finalize

import pyoxigraph as ox

from si_kg.store import EmbeddedStore
from si_kg.workspace import durable, locks
from si_kg.workspace.draft import Draft
from si_kg.workspace.faults import (
    ChangeUnsure,
    GenerationGone,
    WorkspaceDamaged,
    WorkspaceMissing,
    WorkspaceUnwritable,
)
from si_kg.workspace.layout import HEAD, READER, SHIPPED, STATE, STORE, Layout, is_workspace
from si_kg.workspace.records import State

KEPT = 10
_ATTEMPTS = 20
_PIECE = 1 << 20


class GenerationStore(EmbeddedStore):
    """A state of a workspace, read-only; it stays as long as this, or its engine, is used."""

    def __init__(self, engine: ox.Store, number: int, handle: int) -> None:
        super().__init__(engine)
        self.number = number
        _let_go()
        finalize(self, _held.append, (engine, handle))


class Generations:
    """The states of the workspace at `layout`; who changes anything holds its lock."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @classmethod
    def at(cls, folder: Path) -> Self:
        """Those of the workspace in this folder; raises WorkspaceMissing."""
        if not is_workspace(folder):
            raise WorkspaceMissing(folder=folder)
        return cls(Layout(folder))

    def current(self) -> int:
        """The number of the current state; raises WorkspaceDamaged."""
        try:
            return int(self.layout.head.read_bytes())
        except (OSError, ValueError):
            raise self._damaged(HEAD) from None

    def state(self, number: int | None = None) -> State:
        """What the current state holds, or that with this number.

        Raises GenerationGone, or WorkspaceDamaged.
        """
        wanted = self.current() if number is None else number
        file = self.layout.generation(wanted) / STATE
        try:
            state = State.read(file.read_bytes())
        except FileNotFoundError:
            raise self._gone(number, wanted) from None
        except (OSError, ValueError, TypeError, LookupError):
            raise self._damaged(file.relative_to(self.layout.folder)) from None
        return state

    def opened(self, number: int | None = None) -> GenerationStore:
        """The store of the current state, or of that with this number; raises the same."""
        for _ in range(_ATTEMPTS):
            wanted = self.current() if number is None else number
            store = self._held(wanted)
            if store:
                return store
            if not self.layout.generation(wanted).exists() and wanted in {number, self.current()}:
                break
        raise self._gone(number, wanted)

    def file(self, number: int, name: str) -> Path:
        """A file of a state; raises WorkspaceDamaged where it is not there."""
        file = self.layout.generation(number) / name
        if not file.is_file():
            raise self._damaged(file.relative_to(self.layout.folder))
        return file

    def read(self, number: int, name: str) -> Iterator[bytes]:
        """What such a file holds, in pieces; raises WorkspaceDamaged where it cannot be read."""
        file = self.file(number, name)
        try:
            with file.open("rb") as stream:
                yield from iter(lambda: stream.read(_PIECE), b"")
        except OSError:
            raise self._damaged(file.relative_to(self.layout.folder)) from None

    @contextmanager
    def draft(self, source: int | None = None) -> Iterator[Draft]:
        """The next state, that begins as a copy of `source`, or empty; dropped unless `put`."""
        if source:
            self.file(source, SHIPPED)
        folder = self.layout.scratch("new")
        with unwritable(self.layout.folder):
            try:
                yield Draft(folder, self.layout.generation(source) if source else None)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def put(self, draft: Draft, state: State, accepted: bytes) -> None:
        """Make the draft the current state: on disk, whole, and then in one step.

        Raises WorkspaceUnwritable; then the state is as it was. Raises ChangeUnsure where all is
        written but the last step is not confirmed.
        """
        place = self.layout.generation(state.number)
        with unwritable(self.layout.folder):
            draft.finish(state, accepted)
            draft.folder.rename(place)
            try:
                durable.sync_folder(self.layout.generations)
                durable.replace(self.layout.head, f"{state.number}\n".encode())
            except OSError as error:
                if self._points_to(state.number):
                    raise ChangeUnsure(reason=error.strerror or error) from None
                shutil.rmtree(place, ignore_errors=True)
                raise
        self.prune()

    def prune(self, most: int = KEPT) -> None:
        """Remove what is older than the `most` newest states, but for what is being read."""
        _let_go()
        for number in self.layout.kept()[:-most]:
            with suppress(OSError), locks.unless_held(self._reader(number)) as free:
                if free:
                    self._remove(number)

    def tidy(self) -> None:
        """Remove what a killed process left, with the lock in hand; raises OSError."""
        for path in self.layout.unfinished():
            shutil.rmtree(path)
        for number in self.layout.kept():
            if number > self.current():
                self._remove(number)

    def _points_to(self, number: int) -> bool:
        return self.layout.head.read_bytes() == f"{number}\n".encode()

    def _remove(self, number: int) -> None:
        old = self.layout.scratch("old")
        self.layout.generation(number).rename(old)
        shutil.rmtree(old)

    def _held(self, number: int) -> GenerationStore | None:
        handle = locks.hold(self._reader(number))
        folder = self.layout.generation(number)
        if handle is None:
            return None
        if not folder.is_dir():
            os.close(handle)
            return None
        try:
            return GenerationStore(ox.Store.read_only(str(folder / STORE)), number, handle)
        except (OSError, RuntimeError):  # as the engine tells damage
            os.close(handle)
            raise self._damaged(folder.relative_to(self.layout.folder)) from None

    def _reader(self, number: int) -> Path:
        return self.layout.generation(number) / READER

    def _gone(self, asked: int | None, number: int) -> WorkspaceDamaged | GenerationGone:
        """The error for a state that was asked for, or the current one, and cannot be read."""
        if asked in {None, self.current()} or self.layout.generation(number).exists():
            return self._damaged(self.layout.generation(number).relative_to(self.layout.folder))
        kept = ", ".join(map(str, self.layout.kept()))
        return GenerationGone(number=number, kept=kept)

    def _damaged(self, file: Path | str) -> WorkspaceDamaged:
        return WorkspaceDamaged(folder=self.layout.folder, file=file)


# engines whose GenerationStore is gone, but that somebody may still ask, as rdflib does
_held: list[tuple[ox.Store, int]] = []
_turn = Lock()
_OURS = 3  # references to an engine: in the list, one here, and one of who counts them


def _let_go() -> None:
    """Release the states whose engine nobody uses any more."""
    with _turn:
        for each in list(_held):
            engine, handle = each
            if sys.getrefcount(engine) <= _OURS:
                _held.remove(each)
                os.close(handle)


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """A disk that is full or refuses, as an error of ours."""
    try:
        yield
    except OSError as error:
        raise WorkspaceUnwritable(folder=folder, reason=error.strerror or error) from error
