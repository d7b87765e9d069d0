"""What is offered while somebody types: entities, properties, types, and a card about each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from si_kg import cards
from si_kg.errors import ThingNotFound
from si_kg.reconciliation.entities import Entities, Entity
from si_kg.reconciliation.keys import key
from si_kg.reconciliation.kinds import Kind
from si_kg.reconciliation.names import NameIndex
from si_kg.reconciliation.properties import Properties

Told = dict[str, object]
T = TypeVar("T")


@dataclass(frozen=True)
class Suggester:
    """Suggestions from these entities, by these names, and from these properties."""

    entities: Entities
    index: NameIndex
    properties: Properties

    def entity(self, prefix: str, language: str) -> list[Told]:
        """The one that the text names, those called so, those that begin so, those alike."""
        alike = self.index.like(prefix)
        named = self.entities.with_id(prefix)
        things = dict.fromkeys([named.iri] if named else [])
        things |= dict.fromkeys(sorted(thing for thing in alike if alike[thing].is_exact))
        things |= dict.fromkeys(self.index.beginning(prefix))
        things |= dict.fromkeys(sorted(alike, key=lambda thing: (-alike[thing].share, thing)))
        return [self._entity(self.entities.known[thing], language) for thing in things]

    def property(self, prefix: str, language: str) -> list[Told]:
        """Those whose id or name, in either language, begins with the text, or has a word so."""
        known = ((each, (each.id, *each.name)) for each in self.properties.known.values())
        return [{**each.described(language)} for each in _beginning(prefix, known)]

    def type(self, prefix: str, language: str) -> list[Told]:
        """The same of types, that of the most things first."""
        kinds = self.entities.kinds.frequent
        known = ((each, (each.id, f"si:{each.id}", *each.labels.values())) for each in kinds)
        return [self.kind(each, language) for each in _beginning(prefix, known)]

    def kind(self, kind: Kind, language: str) -> Told:
        """A type as the API has it, with those just above it."""
        told: Told = {"id": kind.id, "name": kind.name(language)}
        if about := kind.definitions.get(language):
            told["description"] = about
        if kind.broader:
            told["broader"] = self.entities.kinds.described(kind.broader, language)
        return told

    def named(self, name: str) -> Entity:
        """The entity with this identifier; raises ThingNotFound."""
        entity = self.entities.with_id(name)
        if entity is None:
            raise ThingNotFound(name, [each.id for each in self.entities.known.values()])
        return entity

    def kind_of(self, entity: Entity, language: str) -> str:
        """What kind of thing it is, in words; empty where it is of none."""
        named = self.entities.kinds.described(entity.kinds[:1], language)
        return "".join(each["name"] for each in named)

    def entity_card(self, name: str, language: str) -> str:
        """A piece of HTML about an entity; raises ThingNotFound."""
        entity = self.named(name)
        kind, about = self.kind_of(entity, language), entity.description(language)
        return cards.card(entity.name(language), cards.paragraph(kind), cards.paragraph(about))

    def property_card(self, name: str, language: str) -> str:
        """The same about a property; raises PropertyNotFound."""
        found = self.properties.find(name)
        return cards.card(found.name.in_(language), cards.paragraph(found.about.in_(language)))

    def type_card(self, name: str, language: str) -> str:
        """The same about a type; raises TypeNotFound."""
        kind = self.entities.kinds.known[self.entities.kinds.find(name)]
        return cards.card(kind.name(language), cards.paragraph(kind.definitions.get(language)))

    def _entity(self, entity: Entity, language: str) -> Told:
        told: Told = {
            "id": entity.id,
            "name": entity.name(language),
            "notable": self.entities.kinds.described(entity.kinds[:1], language),
        }
        about = entity.description(language)
        return told | ({"description": about} if about else {})


SUGGESTIONS: Mapping[str, Callable[[Suggester, str, str], list[Told]]] = {
    "entity": Suggester.entity,
    "property": Suggester.property,
    "type": Suggester.type,
}
CARDS: Mapping[str, Callable[[Suggester, str, str], str]] = {
    "entity": Suggester.entity_card,
    "property": Suggester.property_card,
    "type": Suggester.type_card,
}


def _beginning(prefix: str, known: Iterable[tuple[T, Iterable[str]]]) -> list[T]:
    """Those with a name that begins with the text, then those with a word that does."""
    wanted = prefix.strip().casefold()
    folded = [(each, [name.casefold() for name in names]) for each, names in known]
    first = [each for each, names in folded if any(name.startswith(wanted) for name in names)]
    return first + [
        each for each, names in folded if each not in first and _has_word(names, key(prefix))
    ]


def _has_word(names: Iterable[str], wanted: str) -> bool:
    return bool(wanted) and any(f" {wanted}" in f" {key(name)}" for name in names)
