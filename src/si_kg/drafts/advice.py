"""Which definition a term needs: that of the programme, else the one that is best to quote."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from si_kg.assessment.programmes import Programme
from si_kg.concepts import concept_named
from si_kg.definitions.stated import StatedDefinition, stated_definitions
from si_kg.documents.choosing import Chooser, Wanted
from si_kg.drafts.findings import Behind
from si_kg.language import Text
from si_kg.namespaces import ID
from si_kg.store import Store

_PRESCRIBED = Text("Programma ‘{}’ schrijft voor: {}.", "Programme ‘{}’ prescribes: {}.")
_USED = Text("Programma ‘{}’ werkt met: {}.", "Programme ‘{}’ works with: {}.")
_QUOTABLE = Text("Goed te citeren: {}.", "Fit to quote: {}.")
_EXPORT = Text("Met bron en citaat: `{}`.", "With source and quotation: `{}`.")


@dataclass(frozen=True)
class Adviser:
    """Offers definitions of terms, for a programme where one was chosen."""

    store: Store
    language: str
    chooser: Chooser

    @classmethod
    def for_programme(cls, store: Store, language: str, name: str | None) -> Self:
        """For the programme of this name, if any; raises ProgrammeNotFound or NameAmbiguous."""
        return cls(store, language, Chooser(store, Wanted(programme=name)))

    @property
    def programme(self) -> Programme | None:
        """The programme whose definitions count."""
        return self.chooser.programme

    def sources(self, concept: str) -> frozenset[str]:
        """The sources (IRIs) in which the concept (IRI) is defined."""
        found = stated_definitions(self.store, concept, self.language)
        return frozenset(work.iri for each in found for work in each.sources)

    def of_programme(self, concept: str) -> tuple[StatedDefinition, ...]:
        """The definitions of the concept (IRI) that the programme prescribes, else uses."""
        return tuple(each for each in self._offered(concept) if each.iri in self._named)

    def advise(self, concept: str) -> tuple[str, tuple[Behind, ...]]:
        """What to do for the concept (IRI), and the definitions that are offered."""
        offered = self._offered(concept)
        names = "; ".join(f"{each.label} [{each.notation or each.iri}]" for each in offered)
        export = _EXPORT.in_(self.language).format(self._command(concept))
        return f"{self._sentence(offered).format(names)} {export}", tuple(map(behind, offered))

    def _command(self, concept: str) -> str:
        """What writes these definitions to a Word file."""
        words = ["si-kg export definitions", concept.removeprefix(ID)]
        if self.programme:
            words += ["--programme", self.programme.iri.removeprefix(ID)]
        return " ".join([*words, "-o definitions.docx"])

    def _sentence(self, offered: tuple[StatedDefinition, ...]) -> str:
        """How the definitions are offered, with a place for their names."""
        iris = {each.iri for each in offered}
        if self.programme is None or iris.isdisjoint(self._named):
            return _QUOTABLE.in_(self.language)
        words = _USED if iris.isdisjoint(self.programme.prescribed) else _PRESCRIBED
        return words.in_(self.language).format(self.programme.label.in_(self.language), "{}")

    def _offered(self, concept: str) -> tuple[StatedDefinition, ...]:
        named = concept_named(self.store, concept, self.language)
        return self.chooser.choose(named).definitions

    @cached_property
    def _named(self) -> frozenset[str]:
        programme = self.programme
        return frozenset((*programme.prescribed, *programme.used)) if programme else frozenset()


def behind(definition: StatedDefinition) -> Behind:
    """A definition as what a finding rests on."""
    return Behind(definition.iri, definition.label, tuple(map(str, definition.places)))
