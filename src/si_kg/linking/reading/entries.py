"""The named things that were read, and how many had no name."""

from collections.abc import Sequence
from typing import NamedTuple

from si_kg.linking.entry import Entry


class Entries(NamedTuple):
    """Things with names, and how many rows or things had none and were left out."""

    entries: Sequence[Entry]
    nameless: int = 0
