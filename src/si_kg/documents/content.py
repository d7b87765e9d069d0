"""What stands in a document: its blocks, the sources that it cites, its pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from si_kg.citing.item import Item
from si_kg.documents.elements import Block


@dataclass(frozen=True)
class Content:
    """What stands in a document, in `language`; `origin` is the work that it is taken from.

    `references` are the sources cited in the blocks (CSL-JSON); their list stands before the `end`.
    `pictures` are PNG by the name that blocks call them.
    """

    title: str
    language: str
    origin: str
    day: str
    blocks: Sequence[Block]
    references: Sequence[Item] = ()
    end: Sequence[Block] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
