"""What other additions refer to in an addition."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter

import pyoxigraph as ox

from si_kg.workspace.graphs import addition_of
from si_kg.workspace.records import Addition
from si_kg.workspace.writer import Writer

_AT_ONCE = 500  # things looked up together


def referred(
    writer: Writer, addition: Addition, quads: Iterable[ox.Quad]
) -> Mapping[ox.NamedNode, set[str]]:
    """The things with these quads that others refer to: the names of those others, by thing.

    Only what nothing but `addition` describes.
    """
    found: dict[ox.NamedNode, set[str]] = {}
    things = _things(quads)
    while some := set(islice(things, _AT_ONCE)):
        referring = _by(writer.around.to(some, ()), addition, attrgetter("object"))
        if referring:
            described = _by(writer.around.of(list(referring)), addition, attrgetter("subject"))
            alone = (each for each in referring if each not in described and not writer.ships(each))
            found |= {thing: referring[thing] for thing in alone}
    return found


def names(referring: Iterable[set[str]]) -> str:
    """The names of additions, each once."""
    return ", ".join(sorted(set().union(*referring)))


def _things(quads: Iterable[ox.Quad]) -> Iterator[ox.NamedNode]:
    """What they describe; once where quads of one thing come one after the other."""
    before = None
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and quad.subject != before:
            before = quad.subject
            yield before


def _by(
    quads: Iterable[ox.Quad], addition: Addition, thing: Callable[[ox.Quad], ox.NamedNode]
) -> dict[ox.NamedNode, set[str]]:
    """The other additions that these quads are in, by thing."""
    found: dict[ox.NamedNode, set[str]] = {}
    for quad in quads:
        name = addition_of(quad.graph_name)
        if name not in {"", addition.name}:
            found.setdefault(thing(quad), set()).add(name)
    return found
