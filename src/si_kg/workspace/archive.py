"""What a backup is made of: one zip file with records in JSON and graphs in N-Quads."""

import re
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.workspace.graphs import addition_of, is_derived, is_shipped
from si_kg.workspace.layout import ACCEPTED, SETTINGS, SHIPPED, STATE

FORMAT = 1
MANIFEST = "manifest.json"
RECORDS = (SETTINGS, STATE, ACCEPTED)
DERIVED, TOLD = "own-derived.nq", "workspace.nq"
_ADDITION = re.compile(r"own/[a-z0-9-]+\.nq")


@dataclass(frozen=True)
class Part:
    """A file in the backup: its SHA-256, its bytes, and the quads in it."""

    name: str
    sha256: str
    bytes: int
    quads: int = 0

    @property
    def is_known(self) -> bool:
        """Whether a backup has files of this name."""
        return self.name in {*RECORDS, SHIPPED, DERIVED, TOLD} or self.is_addition

    @property
    def is_addition(self) -> bool:
        """Whether it is what somebody added."""
        return bool(_ADDITION.fullmatch(self.name))

    def holds(self, graph: object) -> bool:
        """Whether quads in this graph belong in it."""
        return isinstance(graph, ox.NamedNode) and self.name == part_of(graph)


def part_of(graph: ox.NamedNode) -> str:
    """The name of the file in which the quads of a graph are."""
    if is_shipped(graph):
        return SHIPPED
    if is_derived(graph):
        return DERIVED
    return f"own/{addition_of(graph)}.nq" if addition_of(graph) else TOLD
