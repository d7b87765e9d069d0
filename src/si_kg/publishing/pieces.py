"""A graph in pieces small enough to send one at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Triple

MOST = 1000  # triples in a request; some stores refuse an update of many thousand lines


def pieces(triples: Iterable[Triple], most: int = MOST) -> Iterator[list[Triple]]:
    """The triples in lists of at most `most`, but a list is longer where it must be.

    Triples that hang together by blank nodes stay together, for a blank node has the same name
    within one request only.
    """
    piece: list[Triple] = []
    for group in _groups(triples):
        if piece and len(piece) + len(group) > most:
            yield piece
            piece = []
        piece = piece + group
    if piece:
        yield piece


def blank_nodes(triple: Triple) -> list[BlankNode]:
    """The blank nodes of a triple.

    >>> from pyoxigraph import NamedNode
    >>> blank_nodes(Triple(BlankNode("a"), NamedNode("x:p"), NamedNode("x:o")))
    [<BlankNode value=a>]
    """
    return [term for term in (triple.subject, triple.object) if isinstance(term, BlankNode)]


def _groups(triples: Iterable[Triple]) -> Iterator[list[Triple]]:
    """Each triple on its own, but those that share blank nodes as one."""
    above: dict[BlankNode, BlankNode] = {}
    tied = []
    for triple in triples:
        nodes = blank_nodes(triple)
        if not nodes:
            yield [triple]
            continue
        tied.append((nodes[0], triple))
        above[_top(nodes[0], above)] = _top(nodes[-1], above)
    together = defaultdict(list)
    for node, triple in tied:
        together[_top(node, above)].append(triple)
    yield from together.values()


def _top(node: BlankNode, above: dict[BlankNode, BlankNode]) -> BlankNode:
    """The node that stands for all that hang together with this one; shortens the way to it."""
    while above.setdefault(node, node) != node:
        above[node] = above[above[node]]
        node = above[node]
    return node
