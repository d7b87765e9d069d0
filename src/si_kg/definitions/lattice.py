"""The lattice of formal concept analysis: which definitions share which required criteria."""

from dataclasses import dataclass
from itertools import count

from si_kg.definitions.corpus import Corpus
from si_kg.errors import PartMissing

_READABLE = 40


@dataclass(frozen=True)
class Node:
    """A formal concept: `extent` are all definitions (IRIs) that require all of `intent` (IRIs).

    `above` are the places in the lattice of its upper neighbours: fewer criteria, more definitions.
    `own_definitions` and `own_criteria` are those that appear here first, for the drawing.
    """

    extent: frozenset[str]
    intent: frozenset[str]
    above: tuple[int, ...]
    own_definitions: tuple[str, ...]
    own_criteria: tuple[str, ...]


@dataclass(frozen=True)
class Lattice:
    """The nodes, widest extent first; `support` is the smallest extent that was kept."""

    nodes: tuple[Node, ...]
    support: int

    def __len__(self) -> int:
        return len(self.nodes)

    def supported(self, least: int | None = None) -> "Lattice":
        """The iceberg: the nodes that at least `least` definitions share.

        Without `least`, the smallest number that leaves no more nodes than can be read.
        """
        if least is None:
            least = next(
                n for n in count(1) if sum(len(x.extent) >= n for x in self.nodes) <= _READABLE
            )
        kept = [place for place, node in enumerate(self.nodes) if len(node.extent) >= least]
        places = {old: new for new, old in enumerate(kept)}
        nodes = (self._moved(self.nodes[old], places) for old in kept)
        return Lattice(tuple(nodes), max(least, self.support))

    @staticmethod
    def _moved(node: Node, places: dict[int, int]) -> Node:
        above = tuple(places[place] for place in node.above if place in places)
        return Node(node.extent, node.intent, above, node.own_definitions, node.own_criteria)


def lattice(corpus: Corpus) -> Lattice:
    """The lattice of the definitions of `corpus` that require something.

    Raises PartMissing without the extra `compare`.
    """
    try:
        from concepts import Context
    except ImportError:
        raise PartMissing(extra="compare") from None
    testable = corpus.testable()
    criteria = sorted({criterion for definition in testable for criterion in definition.required})
    table = [[criterion in d.required for criterion in criteria] for d in testable]
    made = Context([d.iri for d in testable], criteria, table).lattice
    ordered = sorted(made, key=lambda concept: (-len(concept.extent), concept.intent))
    places = {concept.index: place for place, concept in enumerate(ordered)}
    return Lattice(tuple(_node(concept, places) for concept in ordered), support=0)


def _node(concept: object, places: dict[int, int]) -> Node:
    neighbours = concept.upper_neighbors  # type: ignore[attr-defined]
    return Node(
        frozenset(concept.extent),  # type: ignore[attr-defined]
        frozenset(concept.intent),  # type: ignore[attr-defined]
        tuple(sorted(places[upper.index] for upper in neighbours)),
        tuple(concept.objects),  # type: ignore[attr-defined]
        tuple(concept.properties),  # type: ignore[attr-defined]
    )
