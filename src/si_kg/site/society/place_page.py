"""The page of a place: where it lies, and what happens there."""

from si_kg.descriptions import Named, described, described_one
from si_kg.namespaces import prologue
from si_kg.parameters import iri
from si_kg.search_index import fold
from si_kg.site.passages import by_section, distinct, gathered
from si_kg.site.place import Place
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import society as words
from si_kg.store import rows

_SPOTS = f"""
{prologue("si")}
SELECT ?spot WHERE {{ ?spot si:isLocatedIn* @place }} ORDER BY ?spot
"""
_TEXTS = ("dcterms:description", "skos:editorialNote", "si:discrepancy", "si:citation")


def place_page(place: Place, thing: str) -> View:
    """What the graph knows of the place with this IRI, and of the places within it."""
    store, language = place.graph.store, place.language
    said = described_one(store, thing, (*_TEXTS, *words.PLACE_FACTS), language)
    within = described(
        store, distinct(f"?thing si:isLocatedIn {iri(thing)}"), ("rdfs:label",), language
    )
    named = [Named(each, told.text("rdfs:label") or "") for each, told in within.items()]
    spots = " ".join(
        iri(spot.value) for (spot,) in rows(store, _SPOTS.replace("@place", iri(thing)))
    )
    here = f"VALUES ?spot {{ {spots} }} ?thing si:takesPlaceIn|si:appliesIn ?spot ."
    values = {
        "said": said,
        "facts": list(facts(said, words.PLACE_FACTS)),
        "within": sorted(named, key=lambda each: fold(each.label)),
        "sections": gathered(place, here),
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
    }
    return about(place, thing, "place.html", values, texts=words.WORDS)
