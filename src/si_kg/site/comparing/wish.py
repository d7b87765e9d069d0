"""What the address asks to compare: a concept, some of its definitions, some strengths."""

from dataclasses import dataclass
from typing import Self

from si_kg.definitions.comparison import Choice
from si_kg.definitions.corpus import Corpus, Strength
from si_kg.site import addresses
from si_kg.site.place import Visit

BY_FAMILY, BY_YEAR = "family", "year"


@dataclass(frozen=True)
class Wish:
    """The parameters of the page; `definitions` are names, none of them means all.

    `strengths` are those of which the uses of criteria are shown; all where none is named.
    """

    concept: str
    definitions: tuple[str, ...]
    strengths: frozenset[Strength]
    by_year: bool
    unverified: bool

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """The wish in an address; strengths that there are not are ignored."""
        asked = frozenset(each for each in Strength if each.value in visit.many("strength"))
        return cls(
            concept=visit.one("concept"),
            definitions=visit.many("definition"),
            strengths=asked or frozenset(Strength),
            by_year=visit.one("order") == BY_YEAR,
            unverified=visit.one("unverified") == "on",
        )

    def known(self, corpus: Corpus) -> list[str]:
        """The names of the definitions that are asked for and that are in `corpus`."""
        names = {addresses.local(each.iri) for each in corpus}
        return [name for name in self.definitions if name in names]

    def choice(self, corpus: Corpus) -> Choice:
        """Which definitions of `corpus` take part; whoever is asked for by name does."""
        known = self.known(corpus)
        if not known:
            return Choice(unverified=self.unverified)
        others = (d.notation for d in corpus if addresses.local(d.iri) not in known)
        return Choice(unverified=True, restating=True, without=tuple(others))
