"""How far the values that a client has agree with those that things have here."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process

from si_kg.namespaces import ID, shorten
from si_kg.reconciliation.asked import Evidence, Given
from si_kg.reconciliation.entities import Entities
from si_kg.reconciliation.keys import key
from si_kg.reconciliation.properties import Property
from si_kg.reconciliation.values import Reader
from si_kg.store import Term

# two texts this much alike, of a hundred, say the same
_SAME = 90


@dataclass(frozen=True)
class Known:
    """The values of one thing for one property: identifiers as they are, and names by their key."""

    ids: frozenset[str]
    names: frozenset[str]

    def agrees(self, given: Given) -> bool:
        """Whether a value is one of these; an id is held against ids alone."""
        if given.id:
            return given.id in self.ids
        if given.text in self.ids or given.key in self.names:
            return True
        alike = process.extractOne(given.key, self.names, scorer=fuzz.ratio, score_cutoff=_SAME)
        return bool(given.key) and alike is not None


@dataclass
class Evidences:
    """The values of things, read once for a whole batch of queries."""

    reader: Reader
    find: Callable[[str], Property]
    read: dict[str, dict[str, Known]] = field(default_factory=dict)

    def load(self, asked: Iterable[tuple[Evidence, Collection[str]]]) -> None:
        """Read what is asked of each property for these things (IRIs); raises PropertyNotFound."""
        wanted: dict[str, set[str]] = {}
        for evidence, things in asked:
            wanted.setdefault(self.find(evidence.property).id, set()).update(things)
        for name, things in wanted.items():
            values = self.reader.values(self.find(name), sorted(things))
            self.read[name] = {
                thing: _known(found, self.reader.entities) for thing, found in values.items()
            }

    def agreement(self, evidence: Collection[Evidence], thing: str) -> float | None:
        """The share of the properties, among those that the thing has, of which a value agrees.

        None where the thing has none of them: silence is no denial.
        """
        found: list[bool] = []
        for each in evidence:
            known = self.read[self.find(each.property).id].get(thing)
            if known is not None:
                found.append(any(known.agrees(given) for given in each.values))
        return sum(found) / len(found) if found else None


def _known(values: Iterable[Term], entities: Entities) -> Known:
    ids: set[str] = set()
    names: set[str] = set()
    for value in values:
        if isinstance(value, Literal):
            ids.add(value.value)
            names.add(key(value.value))
        elif isinstance(value, NamedNode):
            thing = value.value
            ids |= {thing, shorten(thing), thing.removeprefix(ID)}
            names |= set(map(key, entities.texts_of.get(thing, ())))
    return Known(frozenset(ids), frozenset(names - {""}))
