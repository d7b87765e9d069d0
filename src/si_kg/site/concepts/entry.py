"""What the pages of a concept, a definition and a criterion share: how each is cited and told."""

from collections.abc import Mapping
from typing import Any

from si_kg.citing.work import Work
from si_kg.definitions.stated import StatedDefinition
from si_kg.descriptions import Named
from si_kg.namespaces import ONTOLOGY
from si_kg.pages.citation import citation_tags, cited, entry_in, license_of
from si_kg.site.place import Place
from si_kg.site.reference_links import reference_links
from si_kg.site.rendering import markup
from si_kg.site.words import concepts as words


def cited_here(place: Place, thing: str, titles: Mapping[str, str]) -> dict[str, Any]:
    """How to cite an entry of the graph (IRI): in words, for reference managers, and as files."""
    store, language = place.graph.store, place.language
    work = Work.from_store(store, language)
    found = cited(entry_in(work, thing, titles[language], language))
    return {
        "seen": {ONTOLOGY + name: text.in_(language) for name, text in words.SEEN.items()},
        "first_works": first_works,
        "tongue": {code: name.in_(language) for code, name in words.TONGUES.items()},
        "tags": list(citation_tags(thing, titles, work, license_of(store, work))),
        "citation": found.text,
        "coins": markup(found.coins),
        "references_here": reference_links([thing], language),
    }


def first_works(definition: StatedDefinition) -> list[Named]:
    """The works that stated it first, where none of the places lies in which it was found."""
    return [
        Named(source.iri, source.label)
        for source in definition.sources
        if not any(place.label.startswith(source.label) for place in definition.places)
    ]
