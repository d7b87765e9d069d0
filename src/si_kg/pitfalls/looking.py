"""Look for the pitfalls in a graph."""

from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.pitfalls.fair import FAIR
from si_kg.pitfalls.oops import OOPS
from si_kg.pitfalls.pitfall import Pitfall
from si_kg.store import Store, rows
from si_kg.wording.remarks import Remark

PITFALLS: tuple[Pitfall, ...] = (*FAIR, *OOPS)
RULES = frozenset(pitfall.rule for pitfall in PITFALLS)


def pitfall_remarks(store: Store) -> list[Remark]:
    """What falls into one of the pitfalls, sorted."""
    found = {
        Remark(shorten(thing.value), pitfall.rule, _told(pitfall, detail))
        for pitfall in PITFALLS
        for thing, detail in rows(store, pitfall.query)
    }
    return sorted(found, key=lambda remark: (remark.thing, remark.rule, remark.message))


def _told(pitfall: Pitfall, detail: object) -> Text:
    shown = shorten(getattr(detail, "value", ""))
    return Text(*(message.replace("{}", shown) for message in pitfall.message))
