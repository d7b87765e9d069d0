"""The values that things have for a property, as cells of a table, and as what they are called."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from si_kg.citing import bibtex, plain
from si_kg.citing.sources import references_to
from si_kg.labelling import labels_of
from si_kg.namespaces import ID, PREFIXES
from si_kg.reconciliation.entities import Entities
from si_kg.reconciliation.properties import Property, values_pattern
from si_kg.store import Store, Term, rows

Cell = Mapping[str, object]
Values = dict[str, list[Term]]
_XSD = PREFIXES["xsd"]
_WHOLE = frozenset(
    f"{_XSD}{name}" for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "gYear")
)
_BROKEN = frozenset(f"{_XSD}{name}" for name in ("decimal", "double", "float"))
_AT_ONCE = 500


@dataclass(frozen=True)
class Reader:
    """Reads values from a store in which these entities are."""

    store: Store
    entities: Entities

    def values(self, what: Property, things: Collection[str]) -> Values:
        """The values of each of these things (IRIs), in the languages that the property names."""
        found: Values = {}
        listed = list(things)
        for first in range(0, len(listed), _AT_ONCE):
            text = values_pattern(what, listed[first : first + _AT_ONCE])
            for thing, value in rows(self.store, text):
                found.setdefault(thing.value, []).append(value)
        return found

    def cells(
        self, what: Property, things: Collection[str], language: str
    ) -> dict[str, list[Cell]]:
        """The values of these things as the API has them, in this language."""
        found = {
            thing: [value for value in values if _is_told(value, what.tongue, language)]
            for thing, values in self.values(what, things).items()
        }
        told = {
            value.value
            for values in found.values()
            for value in values
            if isinstance(value, NamedNode)
        }
        match what.shown:
            case "reference":
                return _each(found, self._references(told, language))
            case "key":
                return _each(found, {each: {"str": bibtex.key(_id(each))} for each in told})
            case "iri":
                return _each(found, {each: {"str": each} for each in told})
            case "wikidata":
                return _each(found, self._items(told, found, language))
        return _each(found, self._things(told, language))

    def _things(self, iris: Iterable[str], language: str) -> dict[str, Cell]:
        """Our things as entities; terms by their name, and addresses as they are."""
        known = self.entities.known
        terms = labels_of(self.store, sorted(set(iris) - known.keys()), language)
        texts: dict[str, Cell] = {each: {"str": label.value} for each, label in terms.items()}
        return texts | {
            each: {"id": known[each].id, "name": known[each].name(language)}
            for each in iris
            if each in known
        }

    def _references(self, iris: Iterable[str], language: str) -> dict[str, Cell]:
        found = references_to(self.store, sorted(iris), language)
        return {each: {"str": plain.write([item]).strip()} for each, item in found.items()}

    def _items(
        self, iris: Iterable[str], found: Mapping[str, list[Term]], language: str
    ) -> dict[str, Cell]:
        """Items of Wikidata, each by the name of the thing of ours that it is."""
        named = {
            value.value: thing
            for thing, values in found.items()
            for value in values
            if isinstance(value, NamedNode)
        }
        return {
            each: {
                "id": each.rpartition("/")[2],
                "name": self.entities.known[named[each]].name(language),
            }
            for each in iris
        }


def _each(found: Mapping[str, list[Term]], of_iri: Mapping[str, Cell]) -> dict[str, list[Cell]]:
    return {
        thing: [cell for value in values if (cell := _cell(value, of_iri))]
        for thing, values in found.items()
    }


def _cell(value: Term, of_iri: Mapping[str, Cell]) -> Cell | None:
    """A thing or a literal; nothing for a blank node."""
    if isinstance(value, NamedNode):
        return of_iri.get(value.value)
    return _literal(value) if isinstance(value, Literal) else None


def _literal(value: Literal) -> Cell:
    """A number, a moment or a text."""
    kind, text = value.datatype.value, value.value
    with suppress(ValueError):  # an endpoint elsewhere may hold what is no number
        if kind in _WHOLE:
            return {"int": int(text)}
        if kind in _BROKEN:
            return {"float": float(text)}
        if kind == f"{_XSD}date":
            return {"date": f"{date.fromisoformat(text).isoformat()}T00:00:00Z"}
    return {"str": text}


def _is_told(value: Term, tongue: str, language: str) -> bool:
    """Whether a value is no text, or a text in a language that is wanted."""
    if not tongue or not isinstance(value, Literal) or not value.language:
        return True
    return value.language == (language if tongue == "own" else tongue)


def _id(thing: str) -> str:
    return thing.removeprefix(ID)
