"""What a store says about a node, its graphs taken together."""

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from si_kg.validation.vocabulary import SUBCLASS, TYPE, Term

Said = Mapping[ox.NamedNode, Mapping[Term, None]]
# How many nodes are remembered at once: enough for a batch and what it points to.
_KEPT = 20_000


class Data:
    """A view of a store that does not change while it is looked at.

    `known` holds the solutions that queries gave for nodes of a kind.
    """

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine
        self._said: dict[Term, Said] = {}
        self._types: dict[Term, frozenset[Term]] = {}
        self._below: dict[Term, frozenset[Term]] = {}
        self.known: dict[object, list[Any]] = {}

    def said(self, node: Term) -> Said:
        """The values of each property of `node`, each once."""
        found = self._said.get(node)
        if found is None:
            found = self._read(node)
            if len(self._said) >= _KEPT:
                self._said.clear()
            self._said[node] = found
        return found

    def values(self, node: Term, predicate: ox.NamedNode) -> Mapping[Term, None]:
        """The values of one property of `node`, each once."""
        return self.said(node).get(predicate, {})

    def holders(self, predicate: ox.NamedNode, value: Term) -> Mapping[Term, None]:
        """The nodes that have `value` for a property, each once."""
        quads = self.engine.quads_for_pattern(None, predicate, value)
        return {quad.subject: None for quad in quads}

    def types(self, node: Term) -> frozenset[Term]:
        """The classes that `node` is said to be in."""
        found = self._types.get(node)
        if found is None:
            found = self._read_types(node)
            if len(self._types) >= _KEPT:
                self._types.clear()
            self._types[node] = found
        return found

    def below(self, kind: Term) -> frozenset[Term]:
        """`kind` and the classes below it."""
        found = self._below.get(kind)
        if found is None:
            reached: dict[Term, None] = {kind: None}
            waiting: list[Term] = [kind]
            while waiting:
                new = self.holders(SUBCLASS, waiting.pop()).keys() - reached.keys()
                reached |= dict.fromkeys(new)
                waiting += new
            found = self._below[kind] = frozenset(reached)
        return found

    def is_a(self, node: Term, kind: Term) -> bool:
        """Whether `node` is in `kind` or in a class below it."""
        return not self.below(kind).isdisjoint(self.types(node))

    def _read(self, node: Term) -> Said:
        said: dict[ox.NamedNode, dict[Term, None]] = {}
        if isinstance(node, ox.NamedNode | ox.BlankNode):
            for quad in self.engine.quads_for_pattern(node, None, None):
                said.setdefault(quad.predicate, {})[quad.object] = None
        return said

    def _read_types(self, node: Term) -> frozenset[Term]:
        if not isinstance(node, ox.NamedNode | ox.BlankNode):
            return frozenset()
        quads = self.engine.quads_for_pattern(node, TYPE, None)
        return frozenset(quad.object for quad in quads)
