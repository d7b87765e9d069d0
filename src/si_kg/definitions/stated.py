"""Definitions as their authors state them, with all that it takes to quote them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple, Self, SupportsIndex, overload

from si_kg.cards import card, fact, paragraph, quotation
from si_kg.definitions.corpus import UNVERIFIED, Strength
from si_kg.definitions.labels import STRENGTHS
from si_kg.descriptions import Description, Named, Work, described
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY
from si_kg.parameters import iri
from si_kg.store import Store

_STRENGTHS = {f"si:{strength}": strength for strength in Strength}
_PROPERTIES = (
    "rdfs:label",
    "skos:notation",
    "dcterms:creator",
    "dcterms:issued",
    "si:yearApproximate",
    "si:hasScope",
    "si:verification",
    "si:quotation",
    "si:quotationTranslation",
    "si:paraphrase",
    "si:originalSource",
    "si:originalLocator",
    "si:citation",
)
_CIRCA = Text("ca. {}", "c. {}")
_WORDS = {
    "authors": Text("Door", "By"),
    "year": Text("Jaar", "Year"),
    "scope": Text("Soort", "Scope"),
    "verification": Text("Gezien", "Seen"),
    "translation": Text("Onze vertaling", "Our translation"),
    "paraphrase": Text("In onze woorden", "In our words"),
    "sources": Text("Bron", "Source"),
    "locator": Text("Plaats in de bron", "Place in the source"),
    "places": Text("Gevonden in", "Found in"),
}


class Quotation(NamedTuple):
    """The words of the source, and their language."""

    text: str
    language: str


class Use(NamedTuple):
    """A criterion that a definition uses, and how strongly."""

    criterion: Named
    strength: Strength


@dataclass(frozen=True)
class StatedDefinition:
    """What one author says a concept means, in one language (`language`).

    `notation` is its short code, None where it has none; `year` None where unknown, and about right
    where `about` says so; `authors` stand by name. `quotations` are the words of the source in
    their own language (a law may have been passed in more than one), those in the language of the
    definition first; `translation` is ours. `sources` are the works in which it was first stated,
    with `locator` the spot there as far as known; `places` say where it was found. `criteria` begin
    with those it requires.
    """

    iri: str
    notation: str | None
    label: str
    language: str
    authors: tuple[Named, ...]
    year: int | None
    about: bool
    scope: Named | None
    verification: Named | None
    quotations: tuple[Quotation, ...]
    translation: str | None
    paraphrase: str
    sources: tuple[Work, ...]
    locator: str | None
    places: tuple[Named, ...]
    criteria: tuple[Use, ...]

    @property
    def quotation(self) -> str | None:
        """The words of the source; the translation is apart."""
        return self.quotations[0].text if self.quotations else None

    @property
    def required(self) -> tuple[Named, ...]:
        """The criteria without which a case falls outside the definition."""
        return tuple(use.criterion for use in self.criteria if use.strength is Strength.REQUIRED)

    @property
    def verified(self) -> bool:
        """Whether somebody read the definition, at first or second hand."""
        return self.verification is not None and self.verification.iri != ONTOLOGY + UNVERIFIED

    def __repr__(self) -> str:
        return f"<StatedDefinition {self.notation or self.iri}: {self.label}>"

    def __str__(self) -> str:
        lines = [self.label]
        lines += [f"“{quoted.text}”" for quoted in self.quotations] or [self.paraphrase]
        return "\n".join([*lines, *map(str, self.sources), *map(str, self.places)])

    def _repr_html_(self) -> str:
        return card(
            self.label,
            *(quotation(*quoted) for quoted in self.quotations),
            self._fact("translation", [self.translation or ""]),
            self._fact("paraphrase", [self.paraphrase]),
            self._fact("authors", self.authors),
            self._fact("year", [self._dated()]),
            self._fact("scope", [self.scope or ""]),
            self._fact("verification", [self.verification or ""]),
            self._fact("sources", self.sources),
            self._fact("locator", [self.locator or ""]),
            self._fact("places", self.places),
            *(self._uses(strength) for strength in Strength),
        )

    def _fact(self, name: str, values: Collection[object]) -> str:
        return fact(_WORDS[name].in_(self.language), values)

    def _uses(self, strength: Strength) -> str:
        used = [use.criterion for use in self.criteria if use.strength is strength]
        return fact(STRENGTHS[strength].in_(self.language).capitalize(), used)

    def _dated(self) -> str:
        shown = "" if self.year is None else str(self.year)
        return _CIRCA.in_(self.language).format(shown) if self.about else shown


class StatedDefinitions(tuple[StatedDefinition, ...]):
    """Definitions, oldest first; a slice is one too. A notebook shows each below the other."""

    __slots__ = ()

    @overload
    def __getitem__(self, place: SupportsIndex) -> StatedDefinition: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: SupportsIndex | slice) -> StatedDefinition | Self:
        if isinstance(place, slice):
            return type(self)(tuple(self)[place])
        return super().__getitem__(place)

    def _repr_html_(self) -> str:
        return "\n".join(each._repr_html_() for each in self) or paragraph("–")


def stated_definitions(
    store: Store,
    concept: str,
    language: str,
    *,
    scope: str | None = None,
    unverified: bool = False,
) -> StatedDefinitions:
    """The definitions of the concept with this IRI, of one `scope` (IRI) where it is given.

    Definitions that nobody has read take part only if `unverified` asks for them.
    """
    which = f"?thing si:defines {iri(concept)} ."
    found = described(store, which, [*_PROPERTIES, *_STRENGTHS], language).values()
    every = sorted(map(_stated, found), key=_age)
    read = (each for each in every if unverified or each.verified)
    return StatedDefinitions(
        each for each in read if scope is None or (each.scope and each.scope.iri == scope)
    )


def stated(store: Store, definitions: Collection[str], language: str) -> StatedDefinitions:
    """The definitions with these IRIs, oldest first; what is no definition is left out."""
    values = " ".join(map(iri, definitions))
    which = f"VALUES ?thing {{ {values} }} ?thing si:defines ?concept ."
    found = described(store, which, [*_PROPERTIES, *_STRENGTHS], language).values()
    return StatedDefinitions(sorted(map(_stated, found), key=_age))


def _age(definition: StatedDefinition) -> tuple[bool, int, str]:
    return definition.year is None, definition.year or 0, definition.iri


def _stated(said: Description) -> StatedDefinition:
    year = said.text("dcterms:issued")
    return StatedDefinition(
        iri=said.thing,
        notation=said.text("skos:notation"),
        label=said.text("rdfs:label") or "",
        language=said.language,
        authors=said.things("dcterms:creator"),
        year=int(year) if year else None,
        about=said.text("si:yearApproximate") == "true",
        scope=next(iter(said.things("si:hasScope")), None),
        verification=next(iter(said.things("si:verification")), None),
        quotations=tuple(Quotation(t.value, t.language or "") for t in said.tagged("si:quotation")),
        translation=said.text("si:quotationTranslation"),
        paraphrase=said.text("si:paraphrase") or "",
        sources=said.works("si:originalSource"),
        locator=said.text("si:originalLocator"),
        places=said.things("si:citation"),
        criteria=tuple(
            Use(criterion, strength)
            for name, strength in _STRENGTHS.items()
            for criterion in said.things(name)
        ),
    )
