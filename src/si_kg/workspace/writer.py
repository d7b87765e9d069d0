"""Somebody who is changing a workspace, and what there is to hold a change against."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from si_kg import shipped
from si_kg.findings import Finding
from si_kg.namespaces import expand
from si_kg.progress import Tell
from si_kg.store import EmbeddedStore, Store
from si_kg.store.loading import LoadingStore
from si_kg.workspace import locks
from si_kg.workspace.faults import WorkspaceDamaged
from si_kg.workspace.generations import Generations, GenerationStore, unwritable
from si_kg.workspace.graphs import is_shipped, quads_in
from si_kg.workspace.layout import ACCEPTED, SHIPPED
from si_kg.workspace.ledger import Ledger
from si_kg.workspace.records import Event, Settings, State
from si_kg.workspace.rules import Rules, current_rules
from si_kg.workspace.weighing import Key, key_of

if TYPE_CHECKING:
    from si_kg.deriving import Around


@dataclass(frozen=True)
class Writer:
    """`who` changes the workspace, from the state `state`; `tell` hears how far it is."""

    generations: Generations
    settings: Settings
    who: str
    tell: Tell

    @classmethod
    @contextmanager
    def at_work(
        cls, generations: Generations, settings: Settings, who: str | None, tell: Tell
    ) -> Iterator["Writer"]:
        """With the lock in hand, and what a killed writer left cleared away.

        Raises WorkspaceBusy or WorkspaceUnwritable.
        """
        writer = cls(generations, settings, who or settings.who, tell)
        with ExitStack() as stack:
            with unwritable(generations.layout.folder):
                stack.enter_context(locks.writing(generations.layout.lock, writer.who))
                generations.tidy()
            yield writer

    @cached_property
    def state(self) -> State:
        """What the workspace holds before the change."""
        return self.generations.state()

    @cached_property
    def store(self) -> GenerationStore:
        """The same, to be asked."""
        return self.generations.opened()

    @cached_property
    def ledger(self) -> Ledger:
        """The warnings that were accepted before; raises WorkspaceDamaged."""
        try:
            return Ledger.read((self._folder / ACCEPTED).read_bytes())
        except (OSError, ValueError, TypeError):
            folder = self.generations.layout.folder
            raise WorkspaceDamaged(folder=folder, file=ACCEPTED) from None

    @property
    def snapshot(self) -> Path:
        """The file of the shipped graph in this workspace; raises WorkspaceDamaged."""
        return self.generations.file(self.state.number, SHIPPED)

    @cached_property
    def shipped(self) -> LoadingStore:
        """The shipped graph, on its way into memory from the moment that it is first named."""
        return LoadingStore(self.snapshot)

    @property
    def asked(self) -> Store:
        """Where a name is looked up."""
        return self.store

    @property
    def around(self) -> "Around":
        """What users added, a few things at a time."""
        from si_kg.deriving import AroundHere

        return AroundHere(self.store.engine)

    def held(self, graph: ox.NamedNode) -> Iterable[ox.Quad]:
        """What a graph holds before the change."""
        return quads_in(self.store.engine, graph)

    def ships(self, thing: ox.NamedNode) -> bool:
        """Whether the shipped graph describes the thing."""
        quads = self.store.engine.quads_for_pattern(thing, None, None)
        return any(is_shipped(quad.graph_name) for quad in quads)

    def prepare(self) -> None:
        """Begin to load what a small change needs, while something else is being done."""
        self.shipped  # noqa: B018 (naming it begins it)
        import si_kg.deriving
        import si_kg.validation  # noqa: F401

    @cached_property
    def rules(self) -> Rules:
        """The rules that derive."""
        return current_rules()

    @cached_property
    def shapes(self) -> Sequence[Path]:
        """The files with the shapes that own things are held against."""
        from si_kg.validation import shapes_files

        return shapes_files(shipped.root())

    def event(self, kind: str, name: str, added: int = 0, removed: int = 0) -> Event:
        """What happens now: the next state, with a content of its own."""
        number = self.state.number + 1
        before = self.state.content
        return Event(number, kind, self.who, now(), number, before, name, added, removed)

    @property
    def _folder(self) -> Path:
        return self.generations.layout.generation(self.state.number)


class AlreadyShipped:
    """Which findings the shipped graph has by itself, so that no addition is to blame for them."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._found: dict[str, frozenset[Key]] = {}

    def has(self, finding: Finding) -> bool:
        """Whether the shipped graph has the same finding."""
        focus = node_of(finding)
        if focus is None or not self._writer.ships(focus):
            return False
        if finding.focus not in self._found:
            self._found[finding.focus] = frozenset(self._about(focus))
        return key_of(finding) in self._found[finding.focus]

    @cached_property
    def _graph(self) -> ox.Store:
        return EmbeddedStore.from_snapshot(self._writer.snapshot).engine

    def _about(self, focus: ox.NamedNode) -> Iterator[Key]:
        from si_kg.validation import findings_about

        return map(key_of, findings_about(self._graph, {focus}, self._writer.shapes))


def node_of(finding: Finding | Key) -> ox.NamedNode | None:
    """What the finding is about, where that is a thing with a name."""
    try:
        return ox.NamedNode(expand(finding.focus) or finding.focus)
    except ValueError:  # no name at all, or the text that a literal is
        return None


def now() -> str:
    """This moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
