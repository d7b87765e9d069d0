"""The page of a concept: what it means, who defines it how, and what stands around it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from si_kg.citing.work import Work
from si_kg.concepts import Concept, concept_at
from si_kg.definitions.stated import StatedDefinition
from si_kg.descriptions import Named, described
from si_kg.language import LANGUAGES
from si_kg.namespaces import shorten
from si_kg.pages.citation import license_of, sources_of
from si_kg.pages.structured import structured
from si_kg.parameters import iri
from si_kg.site.concepts import surroundings
from si_kg.site.concepts.entry import cited_here
from si_kg.site.concepts.selection import Selection
from si_kg.site.elsewhere import WORDS, elsewhere
from si_kg.site.place import Place
from si_kg.site.portrait_page import kind_of, twins
from si_kg.site.rendering import markup
from si_kg.site.view import View
from si_kg.site.words import concepts as words
from si_kg.store import Store

_FEWEST_COMPARED = 2


def concept_page(place: Place, thing: str) -> View:
    """Everything about the concept with this IRI; the address says which definitions are shown."""
    store, language = place.graph.store, place.language
    concepts = {language: concept_at(store, thing, language)}
    concepts |= {each: concept_at(store, thing, each) for each in LANGUAGES if each != language}
    concept = concepts[language]
    every = concept.definitions(unverified=True)
    selection = Selection.of(every, place.visit)
    work = Work.from_store(store, language)
    return View(
        "concept.html",
        concept.label,
        {
            "concept": concept,
            "kind": kind_of(store, thing, language),
            "others": {each: other.label for each, other in concepts.items() if each != language},
            "total": len(every),
            "selection": selection,
            "comparable": _comparable(every),
            **_around(place, concept, every),
            **elsewhere(place, thing),
            **cited_here(place, thing, {each: c.label for each, c in concepts.items()}),
            "references": [
                (each.text, markup(each.coins)) for each in sources_of(store, every, language)
            ],
        },
        {**words.WORDS, **WORDS},
        summary=concept.definition,
        section="concepts",
        canonical=thing,
        twins=twins(thing),
        structured=structured(concepts, work, license_of(store, work)),
        status=400 if selection.refused else 200,
    )


def _around(place: Place, concept: Concept, every: Sequence[StatedDefinition]) -> dict[str, Any]:
    store, language = place.graph.store, place.language
    claims = surroundings.claims(place, concept.iri)
    return {
        "differences": list(surroundings.differences(place, concept.iri)),
        "examples": place.records("examples-of", {"concept": concept.iri}),
        "criteria": _criteria(store, concept, every),
        "uses": surroundings.uses(store, concept.iri, language),
        "claims": claims,
        "standings": surroundings.standings(claims),
        "places": surroundings.places(store, concept.iri, language),
    }


def _criteria(
    store: Store, concept: Concept, every: Sequence[StatedDefinition]
) -> list[tuple[Named, int]]:
    """The criteria of the concept, each with how many definitions require it, most first."""
    required = Counter(each.iri for definition in every for each in definition.required)
    which = f"?thing si:isCriterionFor {iri(concept.iri)} ."
    said = described(store, which, ["rdfs:label"], concept.language)
    found = [Named(each, one.text("rdfs:label") or shorten(each)) for each, one in said.items()]
    ordered = sorted(found, key=lambda each: (-required[each.iri], each.label.casefold()))
    return [(each, required[each.iri]) for each in ordered]


def _comparable(every: Sequence[StatedDefinition]) -> bool:
    """Whether enough definitions are taken apart into criteria to hold them side by side."""
    return sum(bool(each.criteria) and each.verified for each in every) >= _FEWEST_COMPARED
