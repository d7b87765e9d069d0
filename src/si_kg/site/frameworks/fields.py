"""A framework as fields between two axes."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from si_kg.descriptions import Named
from si_kg.plots.frameworks import FLAT, UPRIGHT
from si_kg.site.frameworks.reading import Member, Shown

_ENDS = 2


class Field(NamedTuple):
    """A member that lies at an end of both axes; `column` and `row` count from the top left."""

    member: Member
    flat: Named
    upright: Named
    column: int
    row: int


class Axis(NamedTuple):
    """An axis and its ends, in the order of the fields."""

    member: Member
    ends: Sequence[Named]


def fields(shown: Shown) -> Mapping[str, Any] | None:
    """The fields by row, and the axes around them; None where these are not two of two ends."""
    by_iri = {member.iri: member for member in shown.members}
    lying = [(each, _ends(each, by_iri)) for each in shown.members if each.things("si:hasAxisEnd")]
    if not lying or any(set(ends) != {FLAT, UPRIGHT} for _, ends in lying):
        return None
    flat, upright = ([ends[axis] for _, ends in lying] for axis in (FLAT, UPRIGHT))
    columns, rows = list(dict.fromkeys(flat)), list(dict.fromkeys(upright))
    if len(columns) != _ENDS or len(rows) != _ENDS or not {FLAT, UPRIGHT} <= set(by_iri):
        return None
    found = [
        Field(member, left, up, columns.index(left), rows.index(up))
        for (member, _), left, up in zip(lying, flat, upright, strict=True)
    ]
    return {
        "fields": sorted(found, key=lambda each: (each.row, each.column)),
        "flat": Axis(by_iri[FLAT], columns),
        "upright": Axis(by_iri[UPRIGHT], rows),
        "ends": [by_iri[end.iri] for end in (*columns, *rows)],
    }


def _ends(member: Member, members: Mapping[str, Member]) -> dict[str, Named]:
    """By axis (IRI) the end at which a member lies."""
    return {
        axis.iri: end
        for end in member.things("si:hasAxisEnd")
        if end.iri in members
        for axis in members[end.iri].things("si:liesOnAxis")
    }
