"""The states of a workspace elsewhere: one stands there, and each change makes the next."""

import shutil
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from si_kg.progress import Tell
from si_kg.workspace.draft import Draft
from si_kg.workspace.faults import GenerationGone
from si_kg.workspace.generations import Generations, GenerationStore, unwritable
from si_kg.workspace.layout import SHIPPED, Layout
from si_kg.workspace.records import Settings, Shipped, State
from si_kg.workspace.remote import copying
from si_kg.workspace.remote.committing import Committing
from si_kg.workspace.remote.drafting import RemoteDraft
from si_kg.workspace.remote.faults import OtherWorkspaceThere
from si_kg.workspace.remote.held import Held, quads_of
from si_kg.workspace.remote.reading import read_held
from si_kg.workspace.remote.rows import Row, rows
from si_kg.workspace.remote.there import There

_DIGITS = 16  # of the hash, in the name of a file


class RemoteGenerations(Generations):
    """The one state that stands `there`, as it was when it was first asked about.

    `folder` has what is needed here: the shipped graph, and for a while a copy of all. It goes
    with `stack`.
    """

    def __init__(
        self, folder: Path, there: There, settings: Settings, tell: Tell, stack: ExitStack
    ) -> None:
        super().__init__(Layout(folder))
        self.there = there
        self._settings = settings
        self._tell = tell
        self._stack = stack

    @cached_property
    def held(self) -> Held:
        """What the workspace knows of itself; raises OtherWorkspaceThere, or what reading does."""
        held = read_held(self.there)
        if held.settings.identifier != self._settings.identifier:
            url = self.there.address.endpoint
            raise OtherWorkspaceThere(url=url, folder=self.layout.folder)
        return held

    @cached_property
    def copy(self) -> Generations:
        """All of it on this computer; raises EndpointFailed."""
        folder = self.layout.folder
        made = copying.copied(folder, self.there, self.held, self.snapshot(), self._tell)
        return self._stack.enter_context(made)

    def current(self) -> int:
        """The number of the state."""
        return self.held.state.number

    def state(self, number: int | None = None) -> State:
        """What it holds; raises GenerationGone for another."""
        self._refuse_other(number)
        return self.held.state

    def opened(self, number: int | None = None) -> GenerationStore:
        """The store of a copy on this computer; raises GenerationGone for another state."""
        self._refuse_other(number)
        return self.copy.opened()

    def snapshot(self) -> Path:
        """The file of the shipped graph, fetched where it is not here; raises EndpointFailed."""
        shipped = self.held.state.shipped
        file = snapshot_in(self.layout.folder, shipped)
        if not file.is_file():
            with unwritable(self.layout.folder):
                copying.fetch_shipped(self.there, shipped, file, self._tell)
        return file

    @contextmanager
    def draft(self, source: int | None = None) -> Iterator[Draft]:
        """The next state, that begins as the one that stands there, or empty."""
        folder = self.layout.folder / f"{copying.COPY}draft"
        with unwritable(self.layout.folder):
            try:
                yield RemoteDraft(folder, self._whole if source else None)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def put(self, draft: Draft, state: State, accepted: bytes) -> None:
        """Make the draft the state that stands there; raises what `Committing.write` raises."""
        assert isinstance(draft, RemoteDraft)  # noqa: S101 (`draft` gave it)
        committing = Committing(self.there, state.events[-1].who, self.current(), self._tell)
        committing.write(state.events[-1], self._changes(draft, state, accepted))
        new = draft.folder / SHIPPED
        with suppress(OSError):  # it is fetched when it is needed
            copying.keep_shipped(new, snapshot_in(self.layout.folder, state.shipped))

    def tidy(self) -> None:
        """Remove what a killed process left; raises OSError."""
        copying.tidy(self.layout.folder)

    def _changes(self, draft: RemoteDraft, state: State, accepted: bytes) -> Generator[Row]:
        old = frozenset(quads_of(self.held.state, self.held.ledger.write()))
        new = frozenset(quads_of(state, accepted))
        yield from rows(old - new, new - old)
        yield from draft.changes(self._engine)

    def _engine(self) -> ox.Store:
        return self.copy.opened().engine

    def _whole(self) -> Path:
        return self.copy.layout.generation(self.current())

    def _refuse_other(self, number: int | None) -> None:
        if number not in {None, self.current()}:
            raise GenerationGone(number=number, kept=self.current())


def snapshot_in(folder: Path, shipped: Shipped) -> Path:
    """Where a shipped graph belongs."""
    return folder / f"shipped-{shipped.hash[:_DIGITS]}.nq"
