"""One concept on one page: what it means, who defines it how, and how to cite it."""

from collections.abc import Sequence
from dataclasses import dataclass

from si_kg.citing.work import Work
from si_kg.concepts import Concept, concept_named
from si_kg.definitions.corpus import Strength
from si_kg.definitions.stated import StatedDefinition
from si_kg.descriptions import Named
from si_kg.language import LANGUAGES
from si_kg.pages.citation import Cited, citation_tags, cited, entry_in, license_of, sources_of
from si_kg.pages.rendering import rendered
from si_kg.pages.structured import structured
from si_kg.pages.words import WORDS, in_language
from si_kg.query_layer import QueryLayer
from si_kg.store import Store

_TEMPLATE = "concept.html"


@dataclass(frozen=True)
class Version:
    """What the page shows in one language."""

    language: str
    words: dict[str, str]
    concept: Concept
    other_label: str
    definitions: Sequence[StatedDefinition]
    references: Sequence[Cited]
    citation: str

    @property
    def count(self) -> str:
        """How many definitions there are, in words."""
        number = len(self.definitions)
        return self.words["one"] if number == 1 else self.words["many"].format(number)

    def criteria(self, definition: StatedDefinition) -> list[tuple[str, list[Named]]]:
        """The criteria of a definition under the word for their strength, the strongest first."""
        found = [
            (strength, [use.criterion for use in definition.criteria if use.strength is strength])
            for strength in Strength
        ]
        return [(self.words[strength.value], criteria) for strength, criteria in found if criteria]

    def around(self) -> list[tuple[str, Sequence[Named]]]:
        """The concepts around this one, by how they stand to it."""
        relations = {name: getattr(self.concept, name) for name in ("broader", "narrower")}
        relations["related"] = self.concept.related
        return [(self.words[name], concepts) for name, concepts in relations.items() if concepts]


def concept_page(graph: QueryLayer, name: str) -> str:
    """The page of the concept that `name` names: HTML in both languages, that of the graph first.

    Raises ThingNotFound, NameAmbiguous or PartMissing.
    """
    first = graph.language
    second = next(each for each in LANGUAGES if each != first)
    concepts = {each: concept_named(graph.store, name, each) for each in (first, second)}
    works = {each: Work.from_store(graph.store, each) for each in concepts}
    versions = [
        _version(graph.store, concept, concepts[other].label, works[each])
        for (each, concept), other in zip(concepts.items(), (second, first), strict=True)
    ]
    license_ = license_of(graph.store, works[first])
    titles = {each: concept.label for each, concept in concepts.items()}
    return rendered(
        _TEMPLATE,
        versions=versions,
        first=versions[0],
        tags=list(citation_tags(versions[0].concept.iri, titles, works[first], license_)),
        license=license_,
        switch=[(each, WORDS["language"].in_(each)) for each in concepts],
        structured=structured(concepts, works[first], license_),
    )


def _version(store: Store, concept: Concept, other_label: str, work: Work) -> Version:
    definitions = concept.definitions(unverified=True)
    return Version(
        language=concept.language,
        words=in_language(concept.language),
        concept=concept,
        other_label=other_label,
        definitions=definitions,
        references=sources_of(store, definitions, concept.language),
        citation=cited(entry_in(work, concept.iri, concept.label, concept.language)).text,
    )
