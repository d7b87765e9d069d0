"""The page of a framework, which looks like what the framework is."""

from si_kg.assessment.instruments import FRAMEWORKS as ASKED
from si_kg.site.addresses import local
from si_kg.site.frameworks import shapes
from si_kg.site.frameworks.forms import drawn
from si_kg.site.frameworks.reading import read
from si_kg.site.frameworks.standing import ways
from si_kg.site.place import Place
from si_kg.site.portrait_page import kind_of, twins
from si_kg.site.view import View
from si_kg.site.words import frameworks as words


def framework_page(place: Place, thing: str) -> View:
    """The framework with this IRI: its drawing, its members, and where it comes from."""
    store, language = place.graph.store, place.language
    shown = read(store, thing, language)
    form, parts = drawn(shown)
    purpose, hub = shown.said("rdfs:comment"), words.HUBS.get(local(thing))
    return View(
        "framework.html",
        shown.label,
        {
            "shown": shown,
            "form": form,
            "kind": kind_of(store, thing, language),
            "hub": hub.in_(language) if hub else "",
            "asked": local(thing) in ASKED,
            "ways": ways(language),
            "shapes": shapes,
            **parts,
        },
        words.WORDS,
        summary=purpose.value if purpose else "",
        section="frameworks",
        canonical=thing,
        twins=twins(thing),
    )
