"""The things that the rows of a form describe, so that other rows can point to them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from si_kg.intake.forms.terms import Terms
from si_kg.search_index import fold


@dataclass(frozen=True)
class Own:
    """A thing (IRI) that a row describes: its kinds (classes, IRIs), and names by language."""

    thing: str
    kinds: Sequence[str]
    names: dict[str, str]


class OwnThings:
    """What the rows of one form file describe, by name and by IRI."""

    def __init__(self, terms: Terms, base: str, described: Iterable[Own]) -> None:
        self._terms = terms
        self._by_name: dict[str, dict[str, Own]] = {}
        self.by_thing: dict[str, Own] = {}
        for own in described:
            self.by_thing.setdefault(own.thing, own)
            for name in {own.thing, own.thing.removeprefix(base), *own.names.values()}:
                self._by_name.setdefault(fold(name.strip()), {}).setdefault(own.thing, own)

    def named(self, name: str, kinds: Collection[str] = ()) -> list[Own]:
        """Those with this name or id, and of one of these classes where any are given."""
        found = self._by_name.get(fold(name.strip()), {})
        return [own for own in found.values() if self.suits(own, kinds)]

    def names(self, kinds: Collection[str]) -> set[str]:
        """The names of all that are of one of these classes."""
        suiting = (own for own in self.by_thing.values() if self.suits(own, kinds))
        return {name for own in suiting for name in own.names.values()}

    def suits(self, own: Own, kinds: Collection[str]) -> bool:
        """Whether it is of one of these classes, or anything will do."""
        return not kinds or any(
            up in kinds for kind in own.kinds for up in self._terms.superclasses(kind)
        )
