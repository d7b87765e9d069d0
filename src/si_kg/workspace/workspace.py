"""A workspace: the shipped graph on disk with what somebody added, and all that happened to it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from si_kg import shipped
from si_kg.language import choose
from si_kg.progress import Tell, untold
from si_kg.shipped import GRAPH_FILE
from si_kg.store import Store
from si_kg.workspace import provenance
from si_kg.workspace.faults import BaseRefused, WorkspaceDamaged, WorkspaceNewer
from si_kg.workspace.founding import founded
from si_kg.workspace.generations import Generations, GenerationStore
from si_kg.workspace.graphs import quads_in
from si_kg.workspace.layout import SETTINGS, find
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import FORMAT, Addition, Event, Settings, State, is_base
from si_kg.workspace.rules import current_rules, fingerprint, fingerprint_of
from si_kg.workspace.writer import Writer, now

if TYPE_CHECKING:
    from si_kg.intake import Context, Incoming
    from si_kg.workspace.differences import Difference


class Workspace:
    """The workspace in `folder`: open to one writer, and to many readers at the same time.

    What is read is a state that nothing changes any more; each change makes the next state, whole,
    or leaves everything as it was.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self.settings = settings
        self._generations = Generations.at(folder)

    @classmethod
    def init(
        cls,
        folder: Path,
        *,
        who: str,
        base: str | None = None,
        licence: str | None = None,
        build: Path | None = None,
    ) -> Self:
        """A new workspace in a new or empty folder, on the shipped graph or that in `build`.

        The IRIs of its things begin with `base`. Raises BaseRefused, WorkspaceTaken,
        WorkspaceUnwritable, SnapshotMissing or SnapshotBroken.
        """
        if base is not None and not is_base(base):
            raise BaseRefused(base=base)
        from si_kg.deriving import derive_own
        from si_kg.validation import shapes_files
        from si_kg.workspace.upgrading import shipped_in

        place = build or shipped.snapshot_folder()
        settings = Settings(str(uuid4()), who, now(), base, licence)
        graph = shipped_in(place)
        event = Event(1, "init", who, now(), content=1, before=0, name=graph.version)
        with founded(folder, settings) as generations, generations.draft() as draft:
            draft.ship_file(place / GRAPH_FILE)
            rules = current_rules()
            derive_own(draft.engine, rules)  # nothing yet, and the graph says so
            checked = fingerprint_of(shapes_files(shipped.root()))
            state = State(1, graph, fingerprint(rules), 0, events=(event,), shapes=checked)
            draft.write((), provenance.told(settings, state))
            state = replace(state, quads=len(draft.engine))
            generations.put(draft, state, b"")
        return cls(folder, settings)

    @staticmethod
    def at(folder: Path) -> "Workspace":
        """The workspace in this folder, or the one elsewhere that the folder is about.

        Raises WorkspaceMissing, WorkspaceDamaged or WorkspaceNewer.
        """
        layout = Generations.at(folder).layout
        try:
            settings = Settings.read(layout.settings.read_bytes())
        except (OSError, ValueError, TypeError):
            raise WorkspaceDamaged(folder=folder, file=SETTINGS) from None
        if settings.format > FORMAT:
            raise WorkspaceNewer(folder=folder, format=settings.format)
        if settings.elsewhere:
            from si_kg.workspace.remote import RemoteWorkspace

            return RemoteWorkspace(folder, settings)
        return Workspace(folder, settings)

    find = staticmethod(find)

    @property
    def state(self) -> State:
        """What it holds now; raises WorkspaceDamaged."""
        return self._generations.state()

    @property
    def additions(self) -> tuple[Addition, ...]:
        """What was added, the oldest first."""
        return self.state.additions

    @property
    def history(self) -> tuple[Event, ...]:
        """All that happened, the oldest first."""
        return self.state.events

    @property
    def kept(self) -> list[int]:
        """The numbers of the states that are still there."""
        return self._generations.layout.kept()

    def store(self, number: int | None = None, *, tell: Tell = untold) -> GenerationStore:  # noqa: ARG002 (nothing to wait for here)
        """The current state, or the one with this number, to be asked.

        It stays as it is, and is there as long as this is; `tell` hears how far a workspace
        elsewhere is copied. Raises GenerationGone or WorkspaceDamaged.
        """
        return self._generations.opened(number)

    def context(
        self,
        name: str,
        *,
        who: str | None = None,
        language: str | None = None,
        store: Store | None = None,
    ) -> "Context":
        """Into what a file is read that becomes the addition `name`.

        Names in it are looked up in the current state, or in `store`.
        """
        from si_kg.intake import Context

        return Context(
            base=self.settings.base,
            name=name,
            who=who or self.settings.who,
            day=date.today(),
            language=choose(language),
            store=store or self.store(),
        )

    def add(  # noqa: PLR0913 (each is a choice of its own, and named)
        self,
        incoming: "Incoming | Callable[[Context], Incoming]",
        *,
        name: str,
        who: str | None = None,
        licence: str | None = None,
        accept_warnings: bool = False,
        replace: bool = False,
        dry_run: bool = False,
        language: str | None = None,
        tell: Tell = untold,
    ) -> Outcome:
        """Add what a file holds, or `replace` what is there under this name: all of it, or nothing.

        What reads the file may be given instead of what is in it. A `dry_run` tells what would
        come of it. Raises AdditionRefused with the findings, AdditionTaken, AdditionNameRefused,
        AdditionEmpty, AdditionNeeded where others refer to what would go, WorkspaceBusy,
        WorkspaceUnwritable, and what reading raises.
        """
        from si_kg.workspace.adding import Terms, add

        terms = Terms(name, licence, accept_warnings, replace, dry_run)
        with self._writing(who, tell) as writer:

            def read() -> "Incoming":
                if not callable(incoming):
                    return incoming
                context = self.context(name, who=writer.who, language=language, store=writer.asked)
                return incoming(context.followed_by(tell))

            return add(writer, read, terms)

    def remove(
        self,
        name: str,
        *,
        who: str | None = None,
        dangling: bool = False,
        accept_warnings: bool = False,
        tell: Tell = untold,
    ) -> Outcome:
        """Take an addition out again.

        Raises AdditionNotFound; AdditionInUse where others refer to what is in it, unless they may
        be left `dangling`; AdditionRefused where others are no longer right without it;
        WorkspaceBusy or WorkspaceUnwritable.
        """
        from si_kg.workspace.removing import remove

        with self._writing(who, tell) as writer:
            return remove(writer, name, dangling=dangling, accept_warnings=accept_warnings)

    def undo(self, *, who: str | None = None) -> Outcome:
        """Go back to what was there before the last change; that is a change too.

        Raises NothingToUndo, WorkspaceBusy or WorkspaceUnwritable.
        """
        from si_kg.workspace.undoing import undo

        with self._writing(who, untold) as writer:
            return undo(writer)

    def upgrade(
        self,
        build: Path | None = None,
        *,
        who: str | None = None,
        accept_warnings: bool = False,
        tell: Tell = untold,
    ) -> Outcome:
        """Put the shipped graph, or that of another build, below what was added.

        What follows is derived again, and all that was added is validated again. Raises
        AdditionRefused with the findings, SnapshotMissing, SnapshotBroken, WorkspaceBusy or
        WorkspaceUnwritable.
        """
        from si_kg.workspace.upgrading import upgrade

        with self._writing(who, tell) as writer:
            place = build or shipped.snapshot_folder()
            return upgrade(writer, place, accept_warnings=accept_warnings)

    def diff(
        self, since: int | None = None, until: int | None = None, *, everything: bool = False
    ) -> "Iterator[Difference]":
        """What came and went between two states, one by one; by default, with the last change.

        Of the additions, or of `everything` that is in the store. Raises GenerationGone, at once.
        """
        from si_kg.workspace.differences import differences

        last = self.state.number if until is None else until
        first = max(last - 1, 1) if since is None else since
        return differences(self._generations, first, last, everything=everything)

    def backup(self, file: Path, *, tell: Tell = untold) -> None:
        """Write the current state to a zip file; raises FileUnwritable or WorkspaceDamaged."""
        from si_kg.workspace.backing_up import backup

        backup(self._generations, self.settings, file, tell)

    @classmethod
    def restore(cls, file: Path, folder: Path, *, tell: Tell = untold) -> "Workspace":
        """The workspace that was backed up in `file`, in a new or empty folder.

        Raises FileUnreadable, BackupRefused, WorkspaceNewer, WorkspaceTaken or
        WorkspaceUnwritable.
        """
        from si_kg.workspace.restoring import restore

        restore(file, folder, tell)
        return cls.at(folder)

    def check(self) -> None:
        """Count what is there; raises WorkspaceDamaged where that is not what should be."""
        store = self.store()
        state = self._generations.state(store.number)
        graphs = [each.graph for each in state.additions]
        counts = [each.triples for each in state.additions]
        held = [sum(1 for _ in quads_in(store.engine, graph)) for graph in graphs]
        if held != counts or len(store.engine) != state.quads:
            raise WorkspaceDamaged(folder=self.folder, file=f"{state.number:04}")

    def _writing(self, who: str | None, tell: Tell) -> AbstractContextManager[Writer]:
        return Writer.at_work(self._generations, self.settings, who, tell)
