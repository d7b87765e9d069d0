"""The page of a definition: the whole record, what it asks, and what falls under it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from si_kg.citing.sources import references_to
from si_kg.concepts import concept_at
from si_kg.definitions.stated import StatedDefinition, stated
from si_kg.descriptions import Named, described_one
from si_kg.documents.relation import Relations
from si_kg.language import LANGUAGES
from si_kg.pages.citation import cited
from si_kg.site.concepts import surroundings
from si_kg.site.concepts.entry import cited_here
from si_kg.site.place import Place
from si_kg.site.portrait_page import twins
from si_kg.site.reference_links import reference_links
from si_kg.site.rendering import markup
from si_kg.site.view import View
from si_kg.site.words import concepts as words
from si_kg.store import Store

_PROPERTIES = (
    "si:defines",
    "si:originalLanguage",
    "si:relationToSource",
    "si:verificationNote",
    "si:partlySeen",
    "si:wasReadAt",
    "si:discrepancy",
    "skos:scopeNote",
    "skos:editorialNote",
)


class Case(NamedTuple):
    """A case under the definition: the verdict, how it is coloured, and what decides."""

    case: Named
    verdict: str
    look: str
    lacking: str
    unsettled: str


def definition_page(place: Place, thing: str) -> View:
    """Everything about the definition with this IRI."""
    store, language = place.graph.store, place.language
    (definition,) = stated(store, [thing], language)
    said = described_one(store, thing, _PROPERTIES, language)
    concept = concept_at(store, said.things("si:defines")[0].iri, language)
    titles = {language: definition.label}
    titles |= {each: _title(store, thing, each) for each in LANGUAGES if each != language}
    return View(
        "definition.html",
        definition.label,
        {
            "definition": definition,
            "said": said,
            "concept": concept,
            "asked": place.records("criteria-of", {"definition": thing}),
            "beside": Relations(store).sentence(thing, language),
            "restated": dict(_restated(place, thing)),
            "cases": list(_cases(place, thing)),
            "programmes": place.records("programmes-for-definition", {"definition": thing}),
            "claims": surroundings.claims(place, thing),
            "sources": list(_sources(store, definition, language)),
            **cited_here(place, thing, titles),
        },
        words.WORDS,
        summary=definition.paraphrase,
        section="concepts",
        canonical=thing,
        twins=twins(thing),
    )


def _title(store: Store, thing: str, language: str) -> str:
    return described_one(store, thing, ["rdfs:label"], language).text("rdfs:label") or ""


def _restated(place: Place, thing: str) -> Iterator[tuple[str, list[Named]]]:
    """The definitions that this one repeats, and those that repeat it."""
    pairs = place.records("restated-definitions")
    repeated = [
        Named(each["other"], each["restated"]) for each in pairs if each["definition"] == thing
    ]
    repeating = [
        Named(each["definition"], each["label"]) for each in pairs if each["other"] == thing
    ]
    yield from (
        (name, found)
        for name, found in (("restates", repeated), ("restated_by", repeating))
        if found
    )


def _cases(place: Place, thing: str) -> Iterator[Case]:
    for row in place.records("under-definition", {"definition": thing}):
        case = Named(row["initiative"], row["label"])
        yield Case(case, row["verdict"], _look(row), row["lacking"], row["unknown"])


def _look(row: Mapping[str, str]) -> str:
    """One criterion that it lacks decides; else one that is open leaves it undecided."""
    if row["lacking"]:
        return "no"
    return "doubt" if row["unknown"] else "yes"


def _sources(store: Store, definition: StatedDefinition, language: str) -> Iterator[dict[str, Any]]:
    """The works in which it was first stated, each with its reference in every form."""
    items = references_to(store, [source.iri for source in definition.sources], language)
    for source in definition.sources:
        found = cited(items[source.iri])
        yield {
            "source": source,
            "text": source.reference or found.text,
            "coins": markup(found.coins),
            "links": reference_links([source.iri], language),
        }
