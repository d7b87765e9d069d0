"""A graph of shapes, to be looked things up in."""

from collections.abc import Iterable

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.validation.vocabulary import FIRST, NIL, REST, Node, Term, sh


class ShapesGraph:
    """The triples of the shapes, graphs taken together."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._said: dict[Term, dict[tuple[ox.NamedNode, Term], None]] = {}
        self._having: dict[ox.NamedNode, dict[Node, None]] = {}
        for subject, predicate, value in triples:
            if not isinstance(subject, ox.Triple):
                self._said.setdefault(subject, {})[predicate, value] = None
                self._having.setdefault(predicate, {})[subject] = None

    def values(self, node: Term, predicate: ox.NamedNode) -> list[Term]:
        """The values of one property of `node`."""
        return [value for own, value in self.said(node) if own == predicate]

    def value(self, node: Term, predicate: ox.NamedNode) -> Term | None:
        """The value of a property that has one at most."""
        return next(iter(self.values(node, predicate)), None)

    def number(self, node: Term, predicate: ox.NamedNode) -> int | None:
        """A whole number."""
        found = self.value(node, predicate)
        return int(found.value) if isinstance(found, ox.Literal) else None

    def flag(self, node: Term, predicate: ox.NamedNode) -> bool:
        """Whether a property is true."""
        found = self.value(node, predicate)
        return isinstance(found, ox.Literal) and found.value in {"true", "1"}

    def text(self, node: Term, predicate: ox.NamedNode) -> str:
        """The characters of a value, "" where there is none."""
        found = self.value(node, predicate)
        return found.value if isinstance(found, ox.Literal | ox.NamedNode) else ""

    def said(self, node: Term) -> Iterable[tuple[ox.NamedNode, Term]]:
        """Each property and value of `node`, in the order in which they were given."""
        return self._said.get(node, {})

    def having(self, predicate: ox.NamedNode, value: Term | None = None) -> list[Node]:
        """The nodes that have a property, or this value for it, each once."""
        nodes = self._having.get(predicate, {})
        return [node for node in nodes if value is None or (predicate, value) in self.said(node)]

    def items(self, head: Term | None) -> list[Term]:
        """The members of an RDF list."""
        found = []
        while head is not None and head != NIL:
            found += self.values(head, FIRST)
            head = self.value(head, REST)
        return found

    def messages(self, rule: Term) -> dict[str | None, str]:
        """The messages of a rule by language."""
        texts = self.values(rule, sh("message"))
        return {text.language: text.value for text in texts if isinstance(text, ox.Literal)}

    def message(self, rule: Term, given: str = "") -> Text:
        """What a rule says in both languages, or what was `given`, or else its name."""
        texts = self.messages(rule)
        fallback = texts.get("nl") or texts.get("en") or texts.get(None) or given or name(rule)
        return Text(texts.get("nl", fallback), texts.get("en", fallback))


def name(term: Term | None) -> str:
    """A CURIE or the text of a literal; a blank node has no name."""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else ""
