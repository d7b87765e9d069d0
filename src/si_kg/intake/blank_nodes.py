"""Names for blank nodes that stay the same as long as what leads to them does.

A parser names them at random, so that the same file, read again, would seem all new. Here a blank
node is called after the statement that leads to it, or, where none does, after what it says itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple, TypeVar, cast

import pyoxigraph as ox

_T = TypeVar("_T")


class _Way(NamedTuple):
    """The first statement that leads to a node, and how many such were there before."""

    above: object
    predicate: ox.NamedNode
    number: int


def renamed(triples: Sequence[ox.Triple], addition: str) -> list[ox.Triple]:
    """The triples with their blank nodes called after `addition` and their place in it.

    >>> turtle = "<http://e/a> <http://e/p> [ <http://e/q> 1 ] ."
    >>> def read(name):
    ...     quads = ox.parse(turtle, ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    ...     return renamed([quad.triple for quad in quads], name)
    >>> read("x") == read("x"), read("x") == read("y")
    (True, False)
    """
    names = _Names(triples, addition)
    return [
        ox.Triple(names.of(triple.subject), triple.predicate, names.of(triple.object))
        for triple in triples
    ]


class _Names:
    def __init__(self, triples: Sequence[ox.Triple], addition: str) -> None:
        self._addition = addition
        self._ways = _ways(triples)
        self._says = _sayings(triples, self._ways)
        self._names: dict[object, ox.BlankNode] = {}
        self._taken: Counter[str] = Counter()

    def of(self, term: _T) -> _T:
        """The term by which this one is replaced: itself, where it is no blank node."""
        if not isinstance(term, ox.BlankNode):
            return term
        if term not in self._names:
            for node in reversed(self._trail(term)):
                self._names[node] = self._called(node)
        return cast("_T", self._names[term])

    def _trail(self, node: object) -> Sequence[object]:
        """The nodes from here up to one that has a name, that nothing leads to, or that is here."""
        trail = {node: None}
        while node in self._ways:
            node = self._ways[node].above
            if not isinstance(node, ox.BlankNode) or node in self._names or node in trail:
                break
            trail[node] = None
        return list(trail)

    def _called(self, node: object) -> ox.BlankNode:
        way = self._ways.get(node)
        if way is None:
            story = self._says.get(node, "")
        else:
            # in a ring no node has a name before the first
            above = self._names.get(way.above, "" if way.above in self._ways else way.above)
            story = f"{above}\n{way.predicate}\n{way.number}"
        self._taken[story] += 1  # nodes of which the same is said, and rings, are told by number
        whole = f"{self._addition}\n{self._taken[story]}\n{story}"
        return ox.BlankNode(f"b{sha256(whole.encode()).hexdigest()[:32]}")


def _ways(triples: Sequence[ox.Triple]) -> dict[object, _Way]:
    ways: dict[object, _Way] = {}
    numbers: Counter[object] = Counter()
    for subject, predicate, node in triples:
        if isinstance(node, ox.BlankNode) and node not in ways:
            ways[node] = _Way(subject, predicate, numbers[subject, predicate])
            numbers[subject, predicate] += 1
    return ways


def _sayings(triples: Sequence[ox.Triple], ways: Mapping[object, _Way]) -> dict[object, str]:
    """What each node to which nothing leads says of itself, without other blank nodes."""
    said: dict[object, list[str]] = {}
    for subject, predicate, value in triples:
        if isinstance(subject, ox.BlankNode) and subject not in ways:
            said.setdefault(subject, [])
            if not isinstance(value, ox.BlankNode):
                said[subject].append(f"{predicate} {value}")
    return {node: "\n".join(sorted(each)) for node, each in said.items()}
