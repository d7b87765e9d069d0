"""Entries of the graph as references: a concept or definition as it is stated here."""

from collections.abc import Iterator
from datetime import date

from si_kg.citing.item import Item, on
from si_kg.citing.work import Work
from si_kg.descriptions import Description, described, described_one
from si_kg.language import Text
from si_kg.namespaces import ID
from si_kg.parameters import iri
from si_kg.store import Store

_NAMES = ("skos:prefLabel", "rdfs:label")
_STATEMENTS = ("skos:definition", "si:paraphrase")
_PROPERTIES = (
    *_NAMES,
    *_STATEMENTS,
    "si:originalSource",
    "si:originalLocator",
)
_PLACE = ("rdfs:label", "si:inSource", "si:page")
_AFTER = Text("naar {}", "after {}")
_FOUND = Text("te vinden op {}", "found at {}")
_DATA = Text("gegevens: {}", "data: {}")


def entry(store: Store, thing: str, language: str, day: date) -> Item:
    """The entry of the concept or definition with this IRI, read on this day, as CSL-JSON has it.

    `abstract` is its statement in our words, `note` tells what that rests on: the original source,
    the places where it was found, and the version of the graph.
    """
    said = described_one(store, thing, _PROPERTIES, language)
    work = Work.from_store(store, language)
    item: Item = {
        "id": thing.removeprefix(ID),
        "type": "entry-dictionary",
        "URL": thing,
        "accessed": on(day),
        "language": language,
        "note": "; ".join(_grounds(said, _places(store, thing, language), work)),
    }
    if title := _first(said, _NAMES):
        item["title"] = title
    if statement := _first(said, _STATEMENTS):
        item["abstract"] = statement
    return work.within(item)


def _grounds(said: Description, places: str, work: Work) -> Iterator[str]:
    if origins := "; ".join(str(origin) for origin in said.works("si:originalSource")):
        where = [origins.removesuffix("."), *said.texts("si:originalLocator")]
        yield _AFTER.in_(said.language).format(", ".join(where))
    if places and places != origins:
        yield _FOUND.in_(said.language).format(places)
    yield _DATA.in_(said.language).format(work.address)


def _places(store: Store, thing: str, language: str) -> str:
    """Where the thing is stated: per source its pages, and what has no page by its name."""
    pages: dict[str, list[int]] = {}
    others: list[str] = []
    found = described(store, f"{iri(thing)} si:citation ?thing .", _PLACE, language)
    for place in found.values():
        if page := place.text("si:page"):
            for source in place.things("si:inSource"):
                pages.setdefault(source.label, []).append(int(page))
        else:
            others += place.texts("rdfs:label")
    return "; ".join([*(_paged(*each) for each in sorted(pages.items())), *sorted(others)])


def _paged(source: str, pages: list[int]) -> str:
    """`Source, pp. 2, 5`."""
    return f"{source}, {'p.' if len(pages) == 1 else 'pp.'} {', '.join(map(str, sorted(pages)))}"


def _first(said: Description, properties: tuple[str, ...]) -> str | None:
    return next(filter(None, map(said.text, properties)), None)
