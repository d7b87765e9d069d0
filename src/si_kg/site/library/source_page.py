"""The page of a source: its reference, what of its record is missing, and what rests on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from si_kg.citing import coins, plain, styled
from si_kg.citing.sources import reference
from si_kg.descriptions import Named, described_one
from si_kg.errors import PartMissing
from si_kg.namespaces import prologue
from si_kg.parameters import iri
from si_kg.site.library.dossier import DOSSIER
from si_kg.site.library.sources import publication
from si_kg.site.passages import gathered
from si_kg.site.place import Place
from si_kg.site.reference_links import reference_links
from si_kg.site.rendering import markup
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import library as words
from si_kg.store import Store, rows
from si_kg.untranslated import readable

if TYPE_CHECKING:
    from si_kg.citing.item import Item

# more places than this, and each has a page of its own with what was taken from it
_FEW_PLACES = 5
_TEXTS = (
    "rdf:type",
    "dcterms:title",
    "dcterms:description",
    "si:hasSourceKind",
    "si:recordStatus",
    "skos:editorialNote",
    "si:discrepancy",
    "si:citation",
    "bibo:doi",
    "bibo:isbn",
    "foaf:page",
)
_PLACES = f"""
{prologue("rdfs", "si")}
SELECT ?place ?label (COUNT(DISTINCT ?thing) AS ?things) WHERE {{
  ?place si:inSource @source ; rdfs:label ?label . FILTER {readable("?place", "?label")}
  OPTIONAL {{ ?place si:page ?page }}
  OPTIONAL {{ ?thing si:citation ?place }}
}}
GROUP BY ?place ?label ?page
ORDER BY ?page ?label
"""


@dataclass(frozen=True)
class Spot:
    """A place in a source, and how many things were found there."""

    place: Named
    things: int


def source_page(place: Place, thing: str) -> View:
    """What the graph knows of the source with this IRI, and what it takes from it."""
    store, language = place.graph.store, place.language
    said = described_one(store, thing, (*_TEXTS, *words.FACTS), language)
    spots = _spots(store, thing, language)
    direct = f"?thing si:originalSource|si:isDerivedFrom {iri(thing)} ."
    every = f"?thing si:originalSource|si:isDerivedFrom|(si:citation/si:inSource) {iri(thing)} ."
    item = reference(store, thing, language)
    missing = {row["source"]: row["missing"] for row in place.records("incomplete-sources")}
    values = {
        "said": said,
        "facts": list(facts(said, words.FACTS)),
        "reference": _reference(item, language),
        "coins": markup(coins.write([item])),
        "references": reference_links([thing], language),
        "missing": missing.get(thing, ""),
        "spots": spots,
        "is_dossier": thing == DOSSIER,
        "many": len(spots) > _FEW_PLACES,
        "sections": gathered(place, direct if len(spots) > _FEW_PLACES else every),
        "title": next(iter(said.tagged("dcterms:title")), None),
        "kinds": [*publication(said), *said.things("si:hasSourceKind")],
    }
    return about(place, thing, "source.html", values, texts=words.WORDS, section="sources")


def _reference(item: "Item", language: str) -> str:
    """The reference after APA; where its writer is not installed, in a plain line."""
    try:
        return styled.write([item], "apa", language).strip()
    except PartMissing:
        return plain.write([item]).strip()


def _spots(store: Store, source: str, language: str) -> list[Spot]:
    """The places in the source (IRI), by page."""
    text = _PLACES.replace("@lang", language).replace("@source", iri(source))
    return [
        Spot(Named(place.value, label.value), int(things.value))
        for place, label, things in rows(store, text)
    ]
