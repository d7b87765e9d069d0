"""A thing on a small page, to be shown in the frame of another program."""

from si_kg.language import LANGUAGES
from si_kg.reconciliation.suggesting import Suggester
from si_kg.site import addresses
from si_kg.site.view import View
from si_kg.site.words import preview as words


def preview_page(known: Suggester, name: str, language: str) -> View:
    """What the entity with this identifier is; raises ThingNotFound."""
    entity = known.named(name)
    return View(
        "preview.html",
        entity.name(language),
        {
            "kind": known.kind_of(entity, language),
            "about": entity.description(language),
            "elsewhere": [
                (each, entity.labels[each])
                for each in LANGUAGES
                if each in entity.labels and entity.labels[each] != entity.name(language)
            ],
            "address": addresses.page_of(entity.iri, language),
        },
        words.WORDS,
        canonical=entity.iri,
    )
