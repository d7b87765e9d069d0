"""The lists in a graph that are nothing but lists, so that a format may write them as one."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES

_FIRST, _REST, _NIL = (f"{PREFIXES['rdf']}{name}" for name in ("first", "rest", "nil"))


def well_formed_lists(triples: Sequence[ox.Triple]) -> dict[str, list[Any]]:
    """The members of each list, by the label of every cell of it (RDF Schema 1.1, section 5.2).

    A list is left out where something else is said of a cell, or points to it.

    >>> turtle = "<x:s> <x:p> (1 2)."
    >>> found = well_formed_lists([q.triple for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)])
    >>> sorted([int(member.value) for member in members] for members in found.values())
    [[1, 2], [2]]
    """
    cells = _cells(triples)
    rests = {cell: rest.value for cell, (_, rest) in cells.items()}
    heads = cells.keys() - set(rests.values())
    found: dict[str, list[Any]] = {}
    for head in heads:
        chain = [head]
        while rests[chain[-1]] in cells:
            chain.append(rests[chain[-1]])
        if cells[chain[-1]][1] == ox.NamedNode(_NIL):
            members = [cells[cell][0] for cell in chain]
            found |= {cell: members[place:] for place, cell in enumerate(chain)}
    return found


def _cells(triples: Sequence[ox.Triple]) -> dict[str, tuple[Any, Any]]:
    """First and rest of each blank node that has just these and is pointed to once."""
    uses = Counter(triple.object for triple in triples if isinstance(triple.object, ox.BlankNode))
    said: dict[ox.BlankNode, list[ox.Triple]] = {}
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode):
            said.setdefault(triple.subject, []).append(triple)
    cells = {}
    for cell, about in said.items():
        ends = {triple.predicate.value: triple.object for triple in about}
        if ends.keys() == {_FIRST, _REST} and len(about) == len(ends) and uses[cell] == 1:
            cells[cell.value] = ends[_FIRST], ends[_REST]
    return cells
