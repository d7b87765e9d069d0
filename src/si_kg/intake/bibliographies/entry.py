"""One entry of a bibliography, as CSL-JSON has it, and where it stands."""

from dataclasses import dataclass, replace

from si_kg.citing.item import Item
from si_kg.findings import Finding


@dataclass(frozen=True)
class Entry:
    """The work that an entry describes; `key` and `line` say where in the file.

    `unknown` are the fields that have no place in the graph, `faults` what is wrong with the rest.
    """

    key: str
    line: int
    item: Item
    unknown: tuple[str, ...] = ()
    faults: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Reading:
    """The entries of a file, and the findings about what could not be read as one."""

    entries: tuple[Entry, ...]
    faults: tuple[Finding, ...] = ()


def at(found: Finding, line: int, key: str = "") -> Finding:
    """The finding with its place: a line, and the key of the entry."""
    return replace(found, line=line, cell=key)
