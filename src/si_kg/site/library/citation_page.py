"""The page of a place in a source: which page of which work, and what was taken from there."""

from si_kg.descriptions import described_one
from si_kg.parameters import iri
from si_kg.site import addresses
from si_kg.site.library.dossier import DOSSIER
from si_kg.site.passages import gathered
from si_kg.site.place import Place
from si_kg.site.told import about
from si_kg.site.view import View
from si_kg.site.words import library as words

_TEXTS = ("si:inSource", "si:page", "si:locator", "si:placeStatus")


def citation_page(place: Place, thing: str) -> View:
    """What was taken from the place with this IRI; a page of the dossier is shown there."""
    said = described_one(place.graph.store, thing, _TEXTS, place.language)
    number = said.text("si:page")
    sources = said.things("si:inSource")
    if number and DOSSIER in {each.iri for each in sources}:
        there = addresses.page(f"dossier/{number}", place.language)
        return View("plain.html", number, moved=there)
    values = {
        "said": said,
        "sources": sources,
        "sections": gathered(place, f"?thing si:citation {iri(thing)} ."),
    }
    return about(place, thing, "citation.html", values, texts=words.WORDS, section="sources")
