"""Programmes and strategies, to be narrowed down by level, definition and year; and each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR

from si_kg.descriptions import Description, Named, described, described_one
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.parameters import iri
from si_kg.search_index import fold
from si_kg.site.figures import figure
from si_kg.site.narrowing import Choice, Facet, narrowed
from si_kg.site.passages import by_section, distinct
from si_kg.site.place import Place
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import narrowing as form_words
from si_kg.site.words import policy as words

_BUDGET = f"{ID}indicator-programme-budget"
_FIGURE = (
    "si:isAbout",
    "si:hasIndicator",
    "si:value",
    "si:lowerBound",
    "si:upperBound",
    "si:hasUnit",
)
_LIST = (
    "rdfs:label",
    "skos:altLabel",
    "si:abbreviation",
    "dcterms:description",
    "si:hasLevel",
    "si:hasDefinitionRelation",
    "si:startYear",
    "si:startDate",
    "si:endYear",
    "si:endDate",
)
_TEXTS = (
    *_LIST,
    "si:meaningForApplicant",
    "skos:editorialNote",
    "skos:scopeNote",
    "si:discrepancy",
    "si:citation",
)
_SIDES = ("start", "end")
_DEFINITIONS = ("si:prescribesDefinition", "si:usesDefinition")


@dataclass(frozen=True)
class Entry:
    """A programme in the list, with the years in which it ran; without end it still runs."""

    said: Description
    budgets: tuple[str, ...]
    years: range

    @property
    def thing(self) -> Named:
        """The programme with its name."""
        return Named(self.said.thing, self.said.text("rdfs:label") or "")

    @property
    def text(self) -> str:
        """All that is searched."""
        said = self.said
        names = (*said.texts("skos:altLabel"), *said.texts("si:abbreviation"))
        return " ".join((self.thing.label, *names, said.text("dcterms:description") or ""))

    @property
    def period(self) -> str:
        """From when until when, as far as that is known."""
        return period(self.said)


def _newest(choice: Choice) -> int:
    return -int(choice.value)


_FACETS = (
    Facet[Entry]("level", words.WORDS["level"], lambda e: _named(e.said.things("si:hasLevel"))),
    Facet[Entry](
        "treatment",
        words.WORDS["treatment"],
        lambda e: _named(e.said.things("si:hasDefinitionRelation")),
    ),
    Facet[Entry](
        "year", words.WORDS["ran_in"], lambda e: ((str(y), str(y)) for y in e.years), _newest
    ),
)


def programmes(place: Place) -> View:
    """The programmes that fit what the address asks."""
    found = narrowed(place.visit, entries(place), _FACETS, lambda entry: entry.text)
    return View(
        "programmes.html",
        words.WORDS["programmes"].in_(place.language),
        {"list": found},
        {**form_words.WORDS, **words.WORDS},
        section="policy",
    )


def programme_page(place: Place, thing: str) -> View:
    """The page of the programme with this IRI."""
    store, language = place.graph.store, place.language
    properties = (*_TEXTS, *_DEFINITIONS, *words.PROGRAMME_FACTS)
    said = described_one(store, thing, properties, language)
    treatments = said.things("si:hasDefinitionRelation")
    meaning = {
        each.iri: described_one(store, each.iri, ("skos:definition",), language)
        for each in treatments
    }
    values = {
        "said": said,
        "period": period(said),
        "facts": list(facts(said, words.PROGRAMME_FACTS)),
        "budgets": _budgets(place).get(thing, ()),
        "treatments": [(each, meaning[each.iri].text("skos:definition")) for each in treatments],
        "definitions": [(of, said.things(of)) for of in _DEFINITIONS if said.things(of)],
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
        "within": list(_parts(place, thing)),
    }
    return about(place, thing, "programme.html", values, texts=words.WORDS, section="policy")


def entries(place: Place) -> list[Entry]:
    """Every programme, by name."""
    pattern = distinct("?thing a si:Programme")
    found = described(place.graph.store, pattern, _LIST, place.language)
    budgets = _budgets(place)
    last = max((_year(said, side) for said in found.values() for side in _SIDES), default=0)
    listed = [
        Entry(said, budgets.get(thing, ()), _years(said, last)) for thing, said in found.items()
    ]
    return sorted(listed, key=lambda each: (fold(each.thing.label), each.thing.iri))


def period(said: Description) -> str:
    """The years from which and until which it runs: `2021–2027`, `2015–`, `–2024`."""
    start, end = _year(said, "start"), _year(said, "end")
    if not start and not end:
        return ""
    return str(start) if start == end else f"{start or ''}–{end or ''}"


def _years(said: Description, last: int) -> range:
    start = _year(said, "start")
    return range(start, (_year(said, "end") or last) + 1) if start else range(0)


def _year(said: Description, side: str) -> int:
    text = said.text(f"si:{side}Year") or said.text(f"si:{side}Date") or ""
    year = text[:4]
    return int(year) if year.isdecimal() and MINYEAR <= int(year) <= MAXYEAR else 0


def _budgets(place: Place) -> dict[str, tuple[str, ...]]:
    """What each programme (IRI) has to hand out."""
    pattern = distinct(f"?thing si:hasIndicator {iri(_BUDGET)}")
    found: dict[str, tuple[str, ...]] = {}
    for said in described(place.graph.store, pattern, _FIGURE, place.language).values():
        for programme in said.things("si:isAbout"):
            found[programme.iri] = (*found.get(programme.iri, ()), figure(said))
    return found


def _parts(place: Place, thing: str) -> Iterator[Named]:
    pattern = distinct(f"?thing si:isPartOf {iri(thing)}")
    found = described(place.graph.store, pattern, ("rdfs:label",), place.language)
    return (Named(each, said.text("rdfs:label") or "") for each, said in found.items())


def _named(things: Iterable[Named]) -> Iterator[tuple[str, str]]:
    return ((each.iri.removeprefix(ONTOLOGY), each.label) for each in things)
