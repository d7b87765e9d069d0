"""Which definitions of a concept stand in a document, and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from si_kg.assessment.faults import ProgrammeNotFound
from si_kg.assessment.programmes import Programme, read_programmes
from si_kg.concepts import Concept
from si_kg.definitions.stated import StatedDefinition
from si_kg.documents import words
from si_kg.documents.faults import AuthorNotFound, NoDefinitionFits
from si_kg.errors import DefinitionNotFound, ThingNotFound
from si_kg.namespaces import ONTOLOGY, prologue, shorten
from si_kg.store import Store, rows
from si_kg.things import find

SCOPES = {"law": "law", "policy": "policy", "science": "academic", "practice": "practice"}
_ORDER = tuple(SCOPES.values())
_PRIMARY = f"{ONTOLOGY}primary"
_RESTATING = f"""
{prologue("si")}
SELECT DISTINCT ?definition WHERE {{ ?definition si:restates ?other }}
"""
_DEFINED = f"""
{prologue("si")}
SELECT DISTINCT ?definition ?concept WHERE {{ ?definition si:defines ?concept }}
ORDER BY ?definition ?concept
"""


@dataclass(frozen=True)
class Wanted:
    """Which definitions to take: all that meet every wish, or where there is none, the best one.

    `authors` are names or whole words of names, `scope` is one of SCOPES, `programme` a programme
    by any of its names: for the concepts that it defines, its definitions go before all else.
    `definitions` are codes or names; they go before the other wishes for the concept that they
    define. With `every`, no choice is made.
    """

    authors: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    scope: str | None = None
    programme: str | None = None
    definitions: tuple[str, ...] = ()
    every: bool = False

    @property
    def choosy(self) -> bool:
        """Whether a wish narrows down the definitions of every concept."""
        limits = (self.since, self.until, self.scope)
        return bool(self.authors) or any(each is not None for each in limits)


@dataclass(frozen=True)
class Chosen:
    """The definitions of one concept that were chosen, and the reason in words."""

    concept: Concept
    definitions: tuple[StatedDefinition, ...]
    reason: str


class Chooser:
    """Chooses definitions as they are wanted; raises ProgrammeNotFound or DefinitionNotFound."""

    def __init__(self, store: Store, wanted: Wanted) -> None:
        self._store = store
        self._wanted = wanted
        self._programmes = read_programmes(store)
        self._restating = {row[0].value for row in rows(store, _RESTATING)}
        self.programme = self._paying(wanted.programme) if wanted.programme else None
        self._codes = frozenset(self._named(name) for name in wanted.definitions)

    def choose(self, concept: Concept) -> Chosen:
        """The definitions of this concept; raises AuthorNotFound or NoDefinitionFits."""
        known = tuple(concept.definitions(unverified=True))
        read = tuple(each for each in known if each.verified)
        if self.programme:
            ours = self._of_programme(self.programme, known)
            if ours:
                return Chosen(concept, ours, self._reason(concept, "programme", len(ours)))
        named = tuple(each for each in known if each.iri in self._codes)
        if named:
            return Chosen(concept, named, self._reason(concept, "named", len(named)))
        if self._wanted.choosy:
            fit = tuple(each for each in read if self._fits(each))
            if not fit:
                raise self._misfit(concept, known)
            return Chosen(concept, fit, self._reason(concept, "wishes", len(fit)))
        if self._wanted.every or not read:
            return Chosen(
                concept, read, self._reason(concept, "every" if read else "none", len(read))
            )
        best = min(read, key=self._rank)
        return Chosen(concept, (best,), self._why(concept, best, len(read)))

    def uses(self, definition: str) -> tuple[Programme, ...]:
        """The programmes that prescribe or use the definition with this IRI."""
        return tuple(
            programme
            for programme in self._programmes.values()
            if definition in (*programme.prescribed, *programme.used)
        )

    def _rank(self, each: StatedDefinition) -> tuple[object, ...]:
        """The lower, the better to quote; `words.RULE` tells it to the reader."""
        return (
            each.iri in self._restating,
            not each.quotations,
            not each.required,
            not _primary(each),
            _ORDER.index(_scope(each)) if _scope(each) in _ORDER else len(_ORDER),
            -len(self.uses(each.iri)),
            -(each.year or 0),
            each.iri,
        )

    def _why(self, concept: Concept, best: StatedDefinition, among: int) -> str:
        """The rule, and how this definition stands in it."""
        language = concept.language
        facts = [words.QUOTABLE if best.quotations else words.UNQUOTABLE]
        facts.append(words.FIRST_HAND if _primary(best) else words.SECOND_HAND)
        told = [fact.in_(language) for fact in facts]
        if best.scope:
            told.append(best.scope.label)
        if count := len(self.uses(best.iri)):
            one = words.USED_ONCE if count == 1 else words.USED
            told.append(one.in_(language).format(count))
        if among == 1:
            return words.ONLY_ONE.in_(language).format("; ".join(told))
        return words.BEST.in_(language).format(among, words.RULE.in_(language), "; ".join(told))

    def _reason(self, concept: Concept, kind: str, count: int) -> str:
        text = words.REASONS[kind, count == 1].in_(concept.language)
        label = self.programme.label.in_(concept.language) if self.programme else ""
        return text.format(count, programme=label, concept=concept.label)

    def _of_programme(
        self, programme: Programme, known: Sequence[StatedDefinition]
    ) -> tuple[StatedDefinition, ...]:
        """Those that it prescribes, else those that it uses."""
        for named in (programme.prescribed, programme.used):
            if found := tuple(each for each in known if each.iri in named):
                return found
        return ()

    def _fits(self, each: StatedDefinition) -> bool:
        wanted = self._wanted
        return (
            (not wanted.authors or any(_by(each, name) for name in wanted.authors))
            and (wanted.since is None or (each.year is not None and each.year >= wanted.since))
            and (wanted.until is None or (each.year is not None and each.year <= wanted.until))
            and (wanted.scope is None or _scope(each) == SCOPES[wanted.scope])
        )

    def _misfit(
        self, concept: Concept, known: Sequence[StatedDefinition]
    ) -> AuthorNotFound | NoDefinitionFits:
        names = {author.label for each in known for author in each.authors}
        for name in self._wanted.authors:
            if not any(_by(each, name) for each in known):
                parts = names | {part for full in names for part in full.split()}
                label = concept.label
                return AuthorNotFound(name, parts, concepts_nl=label, concepts_en=label)
        codes = ", ".join(each.notation or shorten(each.iri) for each in known)
        label = concept.label
        return NoDefinitionFits(concept_nl=label, concept_en=label, known=codes)

    def _paying(self, name: str) -> Programme:
        try:
            return self._programmes[find(self._store, name, self._programmes)]
        except ThingNotFound as error:
            raise ProgrammeNotFound(name, error.close) from None

    def _named(self, name: str) -> str:
        known = {row[0].value for row in rows(self._store, _DEFINED)}
        try:
            return find(self._store, name, known)
        except ThingNotFound as error:
            raise DefinitionNotFound(name, error.close) from None


def concepts_of(store: Store, definitions: Collection[str]) -> tuple[str, ...]:
    """The concepts (IRIs) that these definitions (by code or name) define, each once.

    Raises DefinitionNotFound.
    """
    defined = {definition.value: concept.value for definition, concept in rows(store, _DEFINED)}
    try:
        found = [defined[find(store, name, defined)] for name in definitions]
    except ThingNotFound as error:
        raise DefinitionNotFound(error.name, error.close) from None
    return tuple(dict.fromkeys(found))


def _primary(each: StatedDefinition) -> bool:
    return each.verification is not None and each.verification.iri == _PRIMARY


def _scope(each: StatedDefinition) -> str:
    return each.scope.iri.removeprefix(ONTOLOGY) if each.scope else ""


def _by(each: StatedDefinition, name: str) -> bool:
    """Whether one of the authors carries the name or ends in it, capitals aside."""
    wanted = name.casefold().strip()
    return any(f" {author.label.casefold()} ".find(f" {wanted} ") >= 0 for author in each.authors)
