"""How far a long piece of work has come, told to whoever wants to know."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """So many of `total` parts of a `step` are done; `total` is 0 where it is not known."""

    step: str
    done: int
    total: int = 0


Tell = Callable[[Progress], None]


def untold(_: Progress) -> None:
    """For work that nobody follows."""
