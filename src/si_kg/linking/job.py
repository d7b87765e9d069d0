"""What is linked to what: a list to our graph, or our graph to a vocabulary."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from si_kg.linking.linker import Link, Linker
from si_kg.linking.lookup import Lookup, Watch
from si_kg.linking.reading import CONCEPTS, Entries, own_entries, read
from si_kg.linking.review import About
from si_kg.store import Store


@dataclass(frozen=True)
class ListSettings:
    """How a list is read: the column of the names, their language, the start of new IRIs."""

    column: str | None = None
    language: str = ""
    base: str = ""

    def entries(self, file: Path) -> Entries:
        """The named things in the file; raises what `reading.read` raises."""
        return read(file, column=self.column, language=self.language, base=self.base)


@dataclass(frozen=True)
class Job:
    """Things to link, things to link them to, and the names of both."""

    subjects: Entries
    targets: Entries
    of: str
    to: str
    concepts: bool

    @classmethod
    def of_list(cls, store: Store, file: Path, kind: str, settings: ListSettings) -> "Job":
        """The things in `file` to those of a kind in the graph.

        Raises TargetNotFound, and what `reading.read` raises.
        """
        ours = own_entries(store, kind)
        return cls(settings.entries(file), ours, file.name, f"si-kg {kind}", kind in CONCEPTS)

    @classmethod
    def of_vocabulary(cls, store: Store, file: Path, kind: str, settings: ListSettings) -> "Job":
        """The things of a kind in the graph to those in a vocabulary; raises the same."""
        ours = own_entries(store, kind)
        return cls(ours, settings.entries(file), f"si-kg {kind}", file.name, kind in CONCEPTS)

    @classmethod
    def at_endpoint(
        cls, subjects: Entries, of: str, kind: str, lookup: Lookup, watch: Watch = iter
    ) -> "Job":
        """The subjects to what an endpoint has under their names; raises what `Lookup` raises."""
        there = lookup.targets(subjects.entries, watch)
        return cls(subjects, there, of, lookup.url, kind in CONCEPTS)

    def links(self) -> Iterator[Link]:
        """A link for each subject, in their order."""
        return Linker(self.subjects.entries, self.targets.entries).links()

    def about(self, version: str, language: str, on: date | None = None) -> About:
        """What a review says of all its proposals."""
        day = on or date.today()
        return About(self.of, self.to, version, day, language, self.concepts)
