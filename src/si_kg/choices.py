"""What a parameter may be: the first column of its options query, asked only as far as needed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from si_kg.store import Store, rows

_OPENING = re.compile(r"\bSELECT\s+(?:DISTINCT\s+)?\?(?P<first>\w+)\b.*?\bWHERE\s*\{", re.DOTALL)


@dataclass(frozen=True)
class Choices(Collection[str]):
    """The IRIs in the first column of the SELECT `text`, which its outermost group binds.

    Whether one thing is among them is asked of the graph about that thing alone: on a large graph
    the whole list takes long, and a list that was kept could be out of date.
    """

    store: Store
    text: str

    def __contains__(self, thing: object) -> bool:
        return next(rows(self.store, self._about(NamedNode(str(thing)))), None) is not None

    def __iter__(self) -> Iterator[str]:
        return (row[0].value for row in rows(self.store, self.text) if row[0] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _about(self, thing: NamedNode) -> str:
        """The query with nothing but `thing` in its first column."""
        return _OPENING.sub(
            lambda opening: f"{opening[0]} VALUES ?{opening['first']} {{ {thing} }}", self.text, 1
        )
