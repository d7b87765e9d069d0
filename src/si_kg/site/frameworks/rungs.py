"""A framework as a ladder: its rungs from the highest down, with those that are not known."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from si_kg.site.frameworks.reading import Member, Shown

_MOST = 20


class Rung(NamedTuple):
    """A rung by its number; without a member where the graph does not know it."""

    number: int
    member: Member | None


def ladder(shown: Shown) -> Mapping[str, Any] | None:
    """The rungs, the highest first; None where the members have no number, or too high a one."""
    known = {int(each.number): each for each in shown.members if each.number.isdecimal()}
    if not known or len(known) < len(shown.members) or max(known) > _MOST:
        return None
    return {"rungs": [Rung(number, known.get(number)) for number in range(max(known), 0, -1)]}
