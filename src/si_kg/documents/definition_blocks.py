"""Definitions as blocks of a document, in one language."""

from collections.abc import Iterator

from si_kg.assessment.programmes import Programme
from si_kg.definitions.stated import StatedDefinition
from si_kg.descriptions import described_one
from si_kg.documents import words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.choosing import Chosen
from si_kg.documents.elements import (
    Block,
    Inline,
    block_quote,
    heading,
    labelled,
    paragraph,
    quoted,
)
from si_kg.documents.places import mentions
from si_kg.documents.relation import Relations
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY
from si_kg.store import Store

_REMARKS = ("skos:scopeNote", "si:verificationNote")


class DefinitionWriter:
    """Writes chosen definitions with headings from `level` down; cites in the bibliography."""

    def __init__(self, store: Store, bibliography: Bibliography, language: str, level: int) -> None:
        self._store = store
        self._bibliography = bibliography
        self._relations = Relations(store)
        self._language = language
        self._level = level

    def programme(self, programme: Programme) -> Iterator[Block]:
        """How the programme treats definitions, and what that means for applicants."""
        label = programme.label.in_(self._language)
        yield heading(self._say(words.PROGRAMME).format(label), self._level)
        means = f"{self._say(programme.treatment)}. {self._say(programme.treatment_means)}"
        yield labelled(self._say(words.TREATMENT), means)
        if advice := self._say(programme.advice):
            yield labelled(self._say(words.FOR_APPLICANTS), advice)

    def concept(self, chosen: Chosen, programme: Programme | None) -> Iterator[Block]:
        """The concept, the reason of the choice, and each definition that was chosen."""
        concept = chosen.concept
        yield heading(concept.label, self._level)
        if concept.plain:
            yield labelled(self._say(words.PLAIN), concept.plain)
        if concept.note:
            yield labelled(self._say(words.NOTE), concept.note)
        named = (*programme.prescribed, *programme.used) if programme else ()
        if programme and not any(each.iri in named for each in chosen.definitions):
            yield paragraph(self._say(words.NOT_BY_PROGRAMME))
        yield labelled(self._say(words.CHOICE), chosen.reason)
        if not chosen.definitions:
            stated = self._citation(concept.iri)
            yield labelled(self._say(words.OUR_DEFINITION), concept.definition, *stated)
        for definition in chosen.definitions:
            yield from self._definition(definition, programme)

    def _definition(
        self, definition: StatedDefinition, programme: Programme | None
    ) -> Iterator[Block]:
        yield heading(definition.label, self._level + 1)
        if programme and definition.iri in (*programme.prescribed, *programme.used):
            binds = definition.iri in programme.prescribed
            yield paragraph(self._say(words.BINDING if binds else words.USING))
        yield from self._quotation(definition)
        stated = self._citation(definition.iri)
        yield labelled(self._say(words.PARAPHRASE), definition.paraphrase, *stated)
        if not definition.quotations:
            yield paragraph(self._say(words.NOT_QUOTED))
        yield from self._remarks(definition)

    def _quotation(self, definition: StatedDefinition) -> Iterator[Block]:
        for text, language in definition.quotations[:1]:
            yield block_quote(quoted(text, language), *self._citation(definition.iri))
            if language != self._language and definition.translation:
                translated = quoted(definition.translation, self._language)
                yield labelled(self._say(words.TRANSLATION), translated)

    def _remarks(self, definition: StatedDefinition) -> Iterator[Block]:
        said = described_one(self._store, definition.iri, _REMARKS, self._language)
        if note := said.text("skos:scopeNote"):
            yield labelled(self._say(words.NOTE), note)
        if beside := self._relations.sentence(definition.iri, self._language):
            yield labelled(self._say(words.BESIDE), beside)
        if definition.verification:
            how = words.SEEN_HOW[definition.verification.iri.removeprefix(ONTOLOGY)]
            seen = filter(None, (self._say(how), said.text("si:verificationNote")))
            yield labelled(self._say(words.SEEN), " ".join(seen))

    def _citation(self, thing: str) -> list[Inline]:
        return self._bibliography.cite(mentions(self._store, thing, self._language))

    def _say(self, text: Text) -> str:
        return text.in_(self._language)
