"""The page of an initiative: what it is, who takes part, what definitions say, on what ground."""

from collections.abc import Iterable
from dataclasses import dataclass

from si_kg.descriptions import Named, Work, described, described_one
from si_kg.parameters import iri
from si_kg.site.addresses import local
from si_kg.site.initiatives.drawn import drawn
from si_kg.site.initiatives.judged import judged, placed
from si_kg.site.initiatives.verdicts import verdicts
from si_kg.site.passages import by_section, distinct
from si_kg.site.place import Place
from si_kg.site.reference_links import reference_links
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import initiatives as words

_TEXTS = (
    "dcterms:description",
    "si:discussion",
    "si:discrepancy",
    "skos:scopeNote",
    "skos:editorialNote",
    "si:citation",
)
_STYLES = {"docx": "Word", "odt": "OpenDocument", "pdf": "PDF"}
_GROUNDS = """
{ @thing si:originalSource|(si:citation/si:inSource) ?thing }
UNION { ?from si:judges|si:isAbout|si:places @thing ; si:citation/si:inSource ?thing }
"""


@dataclass(frozen=True)
class Party:
    """A party with its role, where the source names one."""

    thing: Named
    role: str


def initiative_page(place: Place, thing: str) -> View:
    """All that the graph knows of the initiative with this IRI; raises JudgementsContradict."""
    store, language = place.graph.store, place.language
    said = described_one(store, thing, (*_TEXTS, *words.FACTS), language)
    sources = _sources(place, thing)
    values = {
        "said": said,
        "facts": list(facts(said, words.FACTS)),
        "parties": _parties(place.records("parties-of", {"initiative": thing})),
        "verdicts": verdicts(store, thing, language),
        "judged": judged(place, thing),
        "placed": placed(place, thing),
        "pictures": list(drawn(store, thing, language)),
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
        "sources": sources,
        "references": reference_links([each.iri for each in sources], language),
        "styles": _STYLES,
        "slug": local(thing),
    }
    return about(place, thing, "initiative.html", values, texts=words.WORDS, section="initiatives")


def _parties(found: Iterable[dict[str, str]]) -> dict[str, list[Party]]:
    grouped: dict[str, list[Party]] = {}
    for row in found:
        party = Party(Named(row["party"], row["label"]), row["role"])
        grouped.setdefault(row["relation"], []).append(party)
    return grouped


def _sources(place: Place, thing: str) -> list[Work]:
    """The sources of what is said of the thing (IRI), by name."""
    which = distinct(_GROUNDS.replace("@thing", iri(thing)))
    properties = ("rdfs:label", "dcterms:bibliographicCitation")
    found = described(place.graph.store, which, properties, place.language)
    works = (
        Work(source, said.text("rdfs:label") or "", said.text("dcterms:bibliographicCitation"))
        for source, said in found.items()
    )
    return sorted(works, key=lambda work: work.label)
