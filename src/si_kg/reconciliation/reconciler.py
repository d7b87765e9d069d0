"""The reconciliation service over one graph: what it answers, apart from how that travels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from si_kg.reconciliation import asked
from si_kg.reconciliation.asked import Column
from si_kg.reconciliation.entities import Entities
from si_kg.reconciliation.evidence import Evidences
from si_kg.reconciliation.matching import Candidate, Matcher
from si_kg.reconciliation.properties import Properties, Property
from si_kg.reconciliation.suggesting import CARDS, SUGGESTIONS, Suggester, Told
from si_kg.reconciliation.values import Cell, Reader
from si_kg.store import Store

# entities of another service have to say which
WIKIDATA = "https://wikidata.reconci.link/{}/api"
_SUGGESTED = 20


@dataclass(frozen=True)
class Reconciler:
    """Answers in values of JSON, after version 0.2 of the API, in the language that is named."""

    store: Store
    entities: Entities
    properties: Properties

    @classmethod
    def from_store(cls, store: Store) -> "Reconciler":
        """Over all that is in a store, whose names are read once.

        >>> import si_kg
        >>> service = Reconciler.from_store(si_kg.open().store)
        >>> found = service.reconcile('{"q0": {"query": "sociale innovatie"}}', "en")
        >>> found["q0"]["result"][0]["id"], found["q0"]["result"][0]["match"]
        ('social-innovation', True)
        """
        return cls(store, Entities.from_store(store), Properties.from_store(store))

    def reconcile(self, text: str, language: str) -> dict[str, dict[str, list[Told]]]:
        """The candidates for each query of a batch in JSON.

        Raises JsonMalformed, PartRefused, BatchTooLarge, TypeNotFound or PropertyNotFound.
        """
        batch = asked.queries(text)
        found = self._matcher.matches(batch, Evidences(self._reader, self.properties.find))
        return {
            name: {
                "result": [
                    self._candidate(each, language) | {"match": is_certain}
                    for each, is_certain in candidates
                ]
            }
            for name, candidates in found.items()
        }

    def extend(self, text: str, language: str) -> Told:
        """Values of entities, as a request in JSON asks; what is not here has none.

        Raises JsonMalformed, PartRefused, BatchTooLarge or PropertyNotFound.
        """
        wanted = asked.extension(text)
        things = {
            name: entity.iri for name in wanted.ids if (entity := self.entities.with_id(name))
        }
        rows: dict[str, dict[str, Sequence[Cell]]] = {name: {} for name in wanted.ids}
        meta: list[Told] = []
        for column in wanted.columns:
            of = self.properties.find(column.property)
            cells = self._reader.cells(of, sorted(set(things.values())), language)
            for name in wanted.ids:
                found = cells.get(things.get(name, ""), [])
                rows[name][column.property] = _trimmed(found, column)
            meta.append(_meta(column, of, language))
        return {"meta": meta, "rows": rows}

    def proposed(self, kind: str, limit: int | None, language: str) -> Told:
        """Properties that things of a kind have; all, where none is named; raises TypeNotFound."""
        found = self.properties.of(self.entities.kinds.find(kind) if kind else None)
        told: Told = {"type": kind} if kind else {}
        if limit is not None:
            told["limit"] = limit
        return told | {"properties": [each.described(language) for each in found[:limit]]}

    def suggested(self, what: str, prefix: str, skip: int, language: str) -> Told:
        """What fits while somebody types: each "entity", "property" or "type", from a place on."""
        found = SUGGESTIONS[what](self.suggester, prefix, language)
        return {"result": found[skip : skip + _SUGGESTED]}

    def flyout(self, what: str, name: str, language: str) -> Told:
        """A small piece of HTML about an "entity", a "property" or a "type".

        Raises ThingNotFound, PropertyNotFound or TypeNotFound.
        """
        return {"id": name, "html": CARDS[what](self.suggester, name, language)}

    @cached_property
    def suggester(self) -> Suggester:
        """What knows entities, properties and types by what they are called."""
        return Suggester(self.entities, self._matcher.index, self.properties)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.entities)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.store, self.entities)

    def _candidate(self, found: Candidate, language: str) -> Told:
        entity = found.entity
        told: Told = {
            "id": entity.id,
            "name": entity.name(language),
            "score": found.score,
            "type": self.entities.kinds.described(entity.kinds, language),
            "features": _features(found),
        }
        about = entity.description(language)
        return told | ({"description": about} if about else {})


def _features(found: Candidate) -> list[Told]:
    """What the score was made of."""
    features: dict[str, bool | float | None] = {
        "name_similarity": found.likeness.share,
        "name_exact": found.likeness.is_exact,
        "type_agreement": found.is_of_type,
        "property_agreement": None if found.agreement is None else round(found.agreement, 3),
    }
    return [{"id": name, "value": value} for name, value in features.items() if value is not None]


def _meta(column: Column, of: Property, language: str) -> Told:
    told: Told = {"id": column.property, "name": of.name.in_(language)}
    if of.shown == "wikidata" and column.content != "literal":
        told["service"] = WIKIDATA.format(language)
    return told


def _trimmed(found: Sequence[Cell], column: Column) -> list[Cell]:
    """As many cells as are wanted; entities as texts where the settings ask for these."""
    shown = found[: column.limit] if column.limit else found
    match column.content:
        case "literal":
            return [{"str": cell["name"]} if "id" in cell else cell for cell in shown]
        case "id":
            return [{"str": cell["id"]} if "id" in cell else cell for cell in shown]
    return list(shown)
