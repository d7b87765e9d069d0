"""All initiatives, to be narrowed down by what they tackle, where, and of what kind they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from si_kg.descriptions import Named, described
from si_kg.namespaces import prologue
from si_kg.search_index import fold
from si_kg.site.addresses import local
from si_kg.site.narrowing import Facet, narrowed
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import initiatives as words
from si_kg.site.words import narrowing as form_words
from si_kg.store import Store, rows
from si_kg.untranslated import readable

_PROPERTIES = ("skos:altLabel", "dcterms:description", "si:addresses", "si:takesPlaceIn")
# a place lies in another: what is in Utrecht is in the Netherlands too
_WITHIN = f"""
{prologue("rdfs", "si")}
SELECT DISTINCT ?initiative ?place ?label WHERE {{
  ?initiative a si:Initiative ; si:takesPlaceIn|si:appliesIn ?spot .
  ?spot si:isLocatedIn* ?place . ?place rdfs:label ?label .
  FILTER {readable("?place", "?label")}
}}
ORDER BY ?initiative ?label ?place
"""


@dataclass(frozen=True)
class Entry:
    """An initiative on its card; `fits` and `fails` count definitions of social innovation."""

    thing: Named
    kind: str
    description: str
    others: tuple[str, ...]
    issues: tuple[Named, ...]
    spots: tuple[Named, ...]
    within: tuple[Named, ...]
    start: str
    fits: str
    fails: str

    @property
    def text(self) -> str:
        """All that is searched."""
        issues = (issue.label for issue in self.issues)
        places = (each.label for each in self.within)
        return " ".join((self.thing.label, self.description, *self.others, *issues, *places))


_FACETS = (
    Facet[Entry]("issue", words.WORDS["issue"], lambda entry: _values(entry.issues)),
    Facet[Entry]("place", words.WORDS["place"], lambda entry: _values(entry.within)),
    Facet[Entry]("kind", words.WORDS["kind"], lambda entry: [(fold(entry.kind), entry.kind)]),
)


def initiatives(place: Place) -> View:
    """The initiatives that fit what the address asks."""
    found = narrowed(place.visit, list(_entries(place)), _FACETS, lambda entry: entry.text)
    return View(
        "initiatives.html",
        words.WORDS["title"].in_(place.language),
        {"list": found},
        {**form_words.WORDS, **words.WORDS},
        summary=words.WORDS["intro"].in_(place.language),
        section="initiatives",
    )


def _entries(place: Place) -> Iterator[Entry]:
    store, language = place.graph.store, place.language
    said = described(store, "?thing a si:Initiative .", _PROPERTIES, language)
    within = _within(store, language)
    verdicts = {row["initiative"]: row for row in place.records("contested-initiatives")}
    for row in place.records("initiatives"):
        thing = row["initiative"]
        verdict = verdicts.get(thing, {})
        yield Entry(
            Named(thing, row["label"]),
            row["kind"],
            said[thing].text("dcterms:description") or "",
            said[thing].texts("skos:altLabel"),
            said[thing].things("si:addresses"),
            said[thing].things("si:takesPlaceIn"),
            tuple(within.get(thing, ())),
            row["start"],
            verdict.get("fits", ""),
            verdict.get("fails", ""),
        )


def _within(store: Store, language: str) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for initiative, spot, label in rows(store, _WITHIN.replace("@lang", language)):
        found.setdefault(initiative.value, []).append(Named(spot.value, label.value))
    return found


def _values(things: tuple[Named, ...]) -> Iterator[tuple[str, str]]:
    return ((local(thing.iri), thing.label) for thing in things)
