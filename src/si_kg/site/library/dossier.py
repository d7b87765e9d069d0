"""The dossier page by page: what was taken from each, and where it does not add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from si_kg.descriptions import Named, described, described_one
from si_kg.namespaces import ID, prologue
from si_kg.parameters import iri
from si_kg.site.library.faults import DossierPageNotFound
from si_kg.site.passages import counted, distinct, gathered, oddities
from si_kg.site.place import Place
from si_kg.site.portrait_page import twins
from si_kg.site.view import View
from si_kg.site.words import library as words
from si_kg.site.words import told as told_words
from si_kg.store import Store, rows

DOSSIER = f"{ID}dossier"
_DEPTHS = 4
_PAGES = f"""
{prologue("si")}
SELECT ?page ?place (COUNT(DISTINCT ?thing) AS ?things) WHERE {{
  ?place si:inSource {iri(DOSSIER)} ; si:page ?page .
  OPTIONAL {{ ?thing si:citation ?place }}
}}
GROUP BY ?page ?place
ORDER BY ?page
"""
_ODD = ("rdfs:label", "si:discrepancy", "si:citation")


@dataclass(frozen=True)
class Page:
    """A page of the dossier: its number, the citation (IRI), and how many things cite it.

    `depth` says in four steps how that compares with the page of which most was taken.
    """

    number: int
    place: str
    things: int
    depth: int


@dataclass(frozen=True)
class Oddity:
    """Where the dossier does not add up: about what, how, and at which places."""

    thing: Named
    text: str
    places: tuple[Named, ...]


def dossier(place: Place) -> View:
    """The map of the pages, or the page whose number the address has.

    Raises DossierPageNotFound.
    """
    pages = read_pages(place.graph.store)
    if place.visit.name:
        return _page(place, pages)
    store, language = place.graph.store, place.language
    said = described_one(store, DOSSIER, ("rdfs:label", "dcterms:description"), language)
    return View(
        "dossier.html",
        words.WORDS["dossier"].in_(language),
        {
            "said": said,
            "dossier": DOSSIER,
            "pages": pages,
            "oddities": _oddities(place, pages),
        },
        {**told_words.WORDS, **words.WORDS},
        section="sources",
        canonical=DOSSIER,
    )


def read_pages(store: Store) -> list[Page]:
    """The pages of the dossier of which the graph knows, in order."""
    found = [(int(page.value), place.value, int(n.value)) for page, place, n in rows(store, _PAGES)]
    most = max((things for _, _, things in found), default=1)
    return [
        Page(number, place, things, -(-things * _DEPTHS // most)) for number, place, things in found
    ]


def _page(place: Place, pages: Sequence[Page]) -> View:
    wanted, language = place.visit.name, place.language
    here = next((at for at, each in enumerate(pages) if str(each.number) == wanted), None)
    if here is None:
        first, last = (pages[0].number, pages[-1].number) if pages else (0, 0)
        raise DossierPageNotFound(wanted, (), first=first, last=last)
    page = pages[here]
    sections = gathered(place, f"?thing si:citation {iri(page.place)} .")
    return View(
        "dossier_page.html",
        words.WORDS["dossier_page"].in_(language).format(page.number),
        {
            "here": page,
            "sections": sections,
            "total": counted(sections),
            "oddities": list(oddities(sections)),
            "before": pages[here - 1] if here else None,
            "after": pages[here + 1] if here + 1 < len(pages) else None,
            "dossier": DOSSIER,
        },
        {**told_words.WORDS, **words.WORDS},
        section="sources",
        canonical=page.place,
        twins=twins(page.place),
    )


def _oddities(place: Place, pages: Sequence[Page]) -> list[Oddity]:
    """Where the dossier stumbles, by page."""
    pattern = distinct(f"?thing si:discrepancy ?odd ; si:citation/si:inSource {iri(DOSSIER)}")
    numbers = {each.place: each.number for each in pages}
    found = [
        Oddity(Named(thing, said.text("rdfs:label") or ""), text, said.things("si:citation"))
        for thing, said in described(place.graph.store, pattern, _ODD, place.language).items()
        for text in said.texts("si:discrepancy")
    ]
    return sorted(found, key=lambda each: min(numbers.get(at.iri, 0) for at in each.places))
