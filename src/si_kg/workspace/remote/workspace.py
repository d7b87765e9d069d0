"""A workspace in a store elsewhere, that several computers share."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self
from weakref import finalize

from si_kg.progress import Tell, untold
from si_kg.workspace.generations import Generations, GenerationStore
from si_kg.workspace.layout import Layout
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Settings, State
from si_kg.workspace.remote import founding, texts
from si_kg.workspace.remote.address import Address
from si_kg.workspace.remote.faults import StoreNotAsCounted, WorkspaceStandsThere
from si_kg.workspace.remote.generations import RemoteGenerations, snapshot_in
from si_kg.workspace.remote.reading import read_held
from si_kg.workspace.remote.there import There
from si_kg.workspace.remote.writer import RemoteWriter
from si_kg.workspace.workspace import Workspace

if TYPE_CHECKING:
    from si_kg.intake import Context
    from si_kg.workspace.differences import Difference


class RemoteWorkspace(Workspace):
    """As Workspace; but the state and its history stand in a store elsewhere.

    `folder` holds its address, and a copy of the shipped graph. Everything raises EndpointFailed
    where the store does not answer; then nothing was changed, unless it is a PerhapsWritten.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__(folder, settings)
        address: dict[str, Any] = dict(settings.elsewhere or {})
        self._there = There(Address(**address))

    @classmethod
    def found(  # noqa: PLR0913 (each is a choice of its own, and named)
        cls,
        folder: Path,
        address: Address,
        *,
        who: str,
        base: str | None = None,
        licence: str | None = None,
        build: Path | None = None,
        tell: Tell = untold,
    ) -> Self:
        """A new workspace in the store, or the one that stands there; `folder` is about it.

        Raises WorkspaceTaken, what `Workspace.init` raises, StoreOccupied, NoUnion, and
        WorkspaceStandsThere where a `base` or `licence` is given for one that stands.
        """
        there = There(address)
        founding.empty(folder)
        if founding.stands(there):
            return cls._about(folder, there, founding.settings_there(there, (base, licence)))
        with TemporaryDirectory() as near:
            made = Path(near) / "made"
            Workspace.init(made, who=who, base=base, licence=licence, build=build)
            return cls._begun(folder, there, made, tell)

    @classmethod
    def restored(cls, file: Path, folder: Path, address: Address, *, tell: Tell = untold) -> Self:
        """The workspace that was backed up in `file`, in a store where none stands.

        Raises what `Workspace.restore` and `found` raise.
        """
        there = There(address)
        founding.empty(folder)
        if founding.stands(there):
            raise WorkspaceStandsThere(url=address.endpoint, who=read_held(there).settings.who)
        with TemporaryDirectory() as near:
            made = Path(near) / "made"
            Workspace.restore(file, made, tell=tell)
            return cls._begun(folder, there, made, tell)

    @property
    def state(self) -> State:
        """What it holds now."""
        with self._reading() as generations:
            return generations.state()

    @property
    def kept(self) -> list[int]:
        """The number of the state that stands there; of others only what differs is known."""
        return [self.state.number]

    def store(self, number: int | None = None, *, tell: Tell = untold) -> GenerationStore:
        """A copy on this computer of all of it; raises GenerationGone for another state.

        `tell` hears how far the copy is. To ask without a copy, open the endpoint.
        """
        stack = ExitStack()
        store = self._generations_in(stack, tell).opened(number)
        finalize(store, stack.close)
        return store

    def context(
        self,
        name: str,
        *,
        who: str | None = None,
        language: str | None = None,
        store: Any = None,
    ) -> "Context":
        """Into what a file is read; names in it are looked up over there."""
        return super().context(name, who=who, language=language, store=store or self._there.store)

    def undo(self, *, who: str | None = None) -> Outcome:
        """Go back to what was there before the last change; that is a change too.

        Raises NothingToUndo, OthersWereFirst or WorkspaceBusy.
        """
        from si_kg.workspace.remote.undoing import undo

        with self._writing(who, untold) as writer:
            return undo(writer)

    def diff(
        self, since: int | None = None, until: int | None = None, *, everything: bool = False
    ) -> "Iterator[Difference]":
        """What came and went between two states, from the changes that are kept there.

        Raises GenerationGone or ChangeGone, at once.
        """
        from si_kg.workspace.remote.differences import differences

        held = read_held(self._there)
        last = held.state.number if until is None else until
        first = max(last - 1, 1) if since is None else since
        return differences(self._there, held, first, last, everything=everything)

    def backup(self, file: Path, *, tell: Tell = untold) -> None:
        """Write the state to a zip file, from a copy; raises FileUnwritable."""
        from si_kg.workspace.backing_up import backup

        with self._reading(tell) as generations:
            backup(generations.copy, replace(self.settings, elsewhere=None), file, tell)

    def check(self) -> None:
        """Count what is there; raises StoreNotAsCounted where that is not what should be."""
        state = self.state
        while miscounted := self._miscounted(state):
            since = self.state
            if since.number == state.number:
                raise miscounted
            state = since  # somebody changed it between the counts

    def _miscounted(self, state: State) -> StoreNotAsCounted | None:
        counts = [(each.graph.value, each.triples) for each in state.additions]
        for graph, counted in (*counts, ("", state.quads)):
            found = int(self._there.solutions(texts.count(graph))[0]["n"].value)
            if found != counted:
                url = self._there.address.endpoint
                return StoreNotAsCounted(url=url, graph=graph, found=found, counted=counted)
        return None

    @classmethod
    def _begun(cls, folder: Path, there: There, made: Path, tell: Tell) -> Self:
        generations = Generations(Layout(made))
        settings = Settings.read(generations.layout.settings.read_bytes())
        founding.begin(there, generations, settings, tell)
        founding.bring_shipped(generations, snapshot_in(folder, generations.state().shipped))
        return cls._about(folder, there, settings)

    @classmethod
    def _about(cls, folder: Path, there: There, settings: Settings) -> Self:
        return cls(folder, founding.settle(folder, there, settings))

    @contextmanager
    def _reading(self, tell: Tell = untold) -> Iterator[RemoteGenerations]:
        with ExitStack() as stack:
            yield self._generations_in(stack, tell)

    @contextmanager
    def _writing(self, who: str | None, tell: Tell) -> Iterator[RemoteWriter]:
        with self._reading(tell) as generations:
            at_work = RemoteWriter.at_work(generations, self.settings, who, tell)
            with at_work as writer:
                assert isinstance(writer, RemoteWriter)  # noqa: S101 (for the type)
                yield writer

    def _generations_in(self, stack: ExitStack, tell: Tell) -> RemoteGenerations:
        return RemoteGenerations(self.folder, self._there, self.settings, tell, stack)
