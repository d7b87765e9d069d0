"""Take an addition out again."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import attrgetter

import pyoxigraph as ox

from si_kg.workspace.changing import carry_out
from si_kg.workspace.deed import LARGE, Deed
from si_kg.workspace.faults import AdditionInUse
from si_kg.workspace.graphs import addition_of
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Addition
from si_kg.workspace.writer import Writer

_AT_ONCE = 500  # things looked up together


def remove(writer: Writer, name: str, *, dangling: bool, accept_warnings: bool) -> Outcome:
    """The workspace without the addition; raises what `Workspace.remove` raises."""
    addition = writer.state.addition(name)
    if not dangling:
        _refuse_used(writer, addition)
    whole = addition.triples > LARGE
    deed = Deed(
        kind="remove",
        name=name,
        old=addition,
        removed=() if whole else list(writer.held(addition.graph)),
        whole=whole,
        accept=accept_warnings,
    )
    return carry_out(writer, deed)


def _refuse_used(writer: Writer, addition: Addition) -> None:
    """Raise AdditionInUse where another addition refers to what only this one describes."""
    found: set[str] = set()
    things = _things(writer.held(addition.graph))
    while some := list(islice(things, _AT_ONCE)):
        referring = _by(writer.around.to(some, ()), addition, attrgetter("object"))
        if referring:
            described = _by(writer.around.of(list(referring)), addition, attrgetter("subject"))
            alone = (each for each in referring if each not in described and not writer.ships(each))
            found = found.union(*(referring[thing] for thing in alone))
    if found:
        raise AdditionInUse(name=addition.name, others=", ".join(sorted(found)))


def _things(quads: Iterable[ox.Quad]) -> Iterator[ox.NamedNode]:
    """What they describe; quads of one thing come one after the other."""
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
