"""All that a rule may look at: the draft, and what the graph knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from si_kg.drafts.advice import Adviser
from si_kg.drafts.claims import Claim, read_claims
from si_kg.drafts.draft import Draft
from si_kg.drafts.glossary import Glossary, Term
from si_kg.drafts.known_works import Found, Library, Verdict
from si_kg.drafts.manuscript import Manuscript, Sentence
from si_kg.drafts.senses import Homonym, read_homonyms
from si_kg.drafts.signs import Signs
from si_kg.drafts.terms import Use
from si_kg.store import Store


@dataclass(frozen=True)
class Inquiry:
    """A draft and a graph, looked into in one language."""

    store: Store
    draft: Draft
    language: str
    adviser: Adviser

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that nobody has shown to hold."""
        return tuple(read_claims(self.store, self.language))

    @cached_property
    def homonyms(self) -> tuple[Homonym, ...]:
        """The terms with two meanings."""
        return tuple(read_homonyms(self.store, self.language))

    @cached_property
    def signs(self) -> Signs:
        """The words that are a sign of a criterion."""
        return Signs.from_store(self.store)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the graph, and the names of what claims are about."""
        subjects = {subject for claim in self.claims for subject in claim.subjects}
        return Glossary.from_store(self.store, sorted(subjects))

    @cached_property
    def manuscript(self) -> Manuscript:
        """The draft, read with these terms and the sources of the graph."""
        library = Library.from_store(self.store, self.language)
        return Manuscript.read(self.draft, self.glossary, library)

    def unsettled(self) -> Iterator[tuple[Term, list[tuple[Sentence, Use]]]]:
        """Each term that the draft uses and does not settle, with its uses in order."""
        for thing, uses in self.manuscript.uses.items():
            term = self.glossary.defined.get(thing)
            if term and not self.settled(thing):
                yield term, uses

    def settled(self, concept: str) -> bool:
        """Whether the draft says what the concept (IRI) means, or cites who does."""
        if self.manuscript.descriptions.get(concept):
            return True
        sources = self.adviser.sources(concept)
        return any(
            (sentence.quotes and sentence.cites)
            or any(source.iri in sources for found in _known(sentence) for source in found.sources)
            for sentence, _ in self.manuscript.uses.get(concept, ())
        )


def _known(sentence: Sentence) -> list[Found]:
    return [found for found in sentence.cited if found.verdict is Verdict.KNOWN]
