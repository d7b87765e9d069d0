"""Which things a query may mean, with a score of a hundred, and whether one of them is certain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from si_kg.reconciliation.asked import Query
from si_kg.reconciliation.entities import SERVING, Entities, Entity
from si_kg.reconciliation.evidence import Evidences
from si_kg.reconciliation.names import Likeness, NameIndex

_NAMED = Likeness(100.0, is_exact=True, is_label=True)
# of a name that fits, what is left where no property agrees, or where no type does
_WITHOUT_EVIDENCE, _WITHOUT_TYPE = 0.7, 0.8
# where there is only evidence
_WITHOUT_NAME = 80.0
# more candidates than are given, for evidence to choose from
_CONSIDERED = 60


@dataclass(frozen=True)
class Candidate:
    """A thing that may be meant, and what speaks for it.

    `agreement` is the share of properties that agree, None where the thing has none of them;
    `is_of_type` is None where no type is asked for. `is_named` says that the query is its
    identifier.
    """

    entity: Entity
    likeness: Likeness
    is_named: bool = False
    is_of_type: bool | None = None
    agreement: float | None = None

    @property
    def score(self) -> float:
        """How well it fits, of a hundred."""
        score = self.likeness.share
        if self.agreement is not None:
            score *= _WITHOUT_EVIDENCE + (1 - _WITHOUT_EVIDENCE) * self.agreement
        if self.is_of_type is False:
            score *= _WITHOUT_TYPE
        return round(score, 1)

    @property
    def is_undisputed(self) -> bool:
        """Whether it is called so, and nothing speaks against it."""
        fits = self.is_of_type is not False and self.agreement in {None, 1.0}
        return self.likeness.is_exact and fits


@dataclass(frozen=True)
class Matcher:
    """Finds candidates among these entities."""

    entities: Entities

    def matches(
        self, queries: Mapping[str, Query], evidences: Evidences
    ) -> dict[str, list[tuple[Candidate, bool]]]:
        """For each query its best candidates, each with whether it is certain.

        Raises TypeNotFound and PropertyNotFound.
        """
        found = {name: self._considered(query) for name, query in queries.items()}
        evidences.load(
            (evidence, [each.entity.iri for each in found[name]])
            for name, query in queries.items()
            for evidence in query.evidence
        )
        return {
            name: _chosen(query, [_weighed(each, query, evidences) for each in found[name]])
            for name, query in queries.items()
        }

    @cached_property
    def index(self) -> NameIndex:
        """The names of what people have lists of."""
        return NameIndex.of(
            name for name in self.entities.names if not self.entities.known[name.thing].is_serving
        )

    @cached_property
    def whole_index(self) -> NameIndex:
        """The names of all things."""
        return NameIndex.of(self.entities.names)

    def _considered(self, query: Query) -> list[Candidate]:
        types = frozenset(map(self.entities.kinds.find, query.types))
        if not (query.text or query.evidence):
            return []
        found = self._alike(query, types) if query.text else self._every(types)
        typed = (replace(each, is_of_type=_is_of(each.entity, types, query)) for each in found)
        kept = [each for each in typed if each.is_of_type is not False or query.strict == "should"]
        if not query.text:
            return kept
        return sorted(kept, key=_order)[: max(_CONSIDERED, query.limit)]

    def _alike(self, query: Query, types: frozenset[str]) -> Iterable[Candidate]:
        """By identifier, and by name."""
        known = self.entities.known
        index = self.whole_index if types & SERVING else self.index
        found = {
            thing: Candidate(known[thing], likeness)
            for thing, likeness in index.like(query.text).items()
        }
        entity = self.entities.with_id(query.text)
        if entity is not None:
            found[entity.iri] = Candidate(entity, _NAMED, is_named=True)
        return found.values()

    def _every(self, types: frozenset[str]) -> Iterable[Candidate]:
        """What only evidence can choose from."""
        likeness = Likeness(_WITHOUT_NAME, is_exact=False, is_label=False)
        return (
            Candidate(entity, likeness)
            for entity in self.entities.known.values()
            if types & SERVING or not entity.is_serving
        )


def _is_of(entity: Entity, types: frozenset[str], query: Query) -> bool | None:
    """Whether the entity is of the types that are asked for: all of them, or one."""
    if not types:
        return None
    return types <= set(entity.kinds) if query.strict == "all" else bool(types & set(entity.kinds))


def _weighed(candidate: Candidate, query: Query, evidences: Evidences) -> Candidate:
    if not query.evidence:
        return candidate
    agreement = evidences.agreement(query.evidence, candidate.entity.iri)
    return replace(candidate, agreement=agreement)


def _chosen(query: Query, found: Iterable[Candidate]) -> list[tuple[Candidate, bool]]:
    """The best, and of each whether it is the only one that is called so."""
    if not query.text:
        found = [each for each in found if each.agreement]
    ordered = sorted(found, key=_order)
    certain = _certain(query, ordered)
    return [(each, each is certain) for each in ordered[: query.limit]]


def _certain(query: Query, found: Iterable[Candidate]) -> Candidate | None:
    """The one that an IRI or CURIE names, or the only one whose label, else other name, it is."""
    exact = [each for each in found if each.likeness.is_exact]
    if ":" in query.text and (named := [each for each in exact if each.is_named]):
        return named[0] if named[0].is_undisputed else None
    called = [each for each in exact if each.likeness.is_label] or exact
    best = [each for each in called if each.is_undisputed]
    return best[0] if len(best) == 1 else None


def _order(candidate: Candidate) -> tuple[float, bool, str]:
    return -candidate.score, not candidate.is_named, candidate.entity.id
