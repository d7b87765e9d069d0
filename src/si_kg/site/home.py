"""The home page: what this is, the ways in, and what stands out in the graph."""

from collections.abc import Iterator
from typing import NamedTuple

from si_kg.site import addresses
from si_kg.site.dataset import dataset
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import home as words

_SOCIAL_INNOVATION = "social-innovation"
_MOST_BARS = 6


class Fact(NamedTuple):
    """A number, what it counts, and the address of the answer that gives it."""

    number: int
    text: str
    address: str


class Bar(NamedTuple):
    """A criterion (IRI), its name, and how many definitions require it."""

    criterion: str
    name: str
    required: int


def home(place: Place) -> View:
    """Search, a question, a door for each visitor, and a few facts."""
    language, concept = place.language, {"concept": _SOCIAL_INNOVATION}
    definitions = place.records("definitions-of", concept)
    criteria = place.records("criteria-by-use", concept)
    bars = [Bar(row["criterion"], row["label"], int(row["required"])) for row in criteria]
    return View(
        "home.html",
        words.WORDS["title"].in_(language),
        {
            "facts": list(_facts(place, definitions)),
            "bars": [bar for bar in bars[:_MOST_BARS] if bar.required],
            "total": len(definitions),
            "questions": [question.in_(language) for question in words.QUESTIONS],
            "doors": [
                (title.in_(language), [(path, text.in_(language)) for path, text in ways])
                for title, ways in words.DOORS
            ],
            "concept": _SOCIAL_INNOVATION,
        },
        words.WORDS,
        summary=words.WORDS["lead"].in_(language),
        structured=dataset(place),
        twins={"text/turtle": "/dataset.ttl", "application/ld+json": "/dataset.jsonld"},
    )


def _facts(place: Place, definitions: list[dict[str, str]]) -> Iterator[Fact]:
    """What can be counted; nothing of what the graph does not hold."""

    def fact(number: int, key: str, query: str, *told: object, **asked: str) -> Fact:
        text = words.FACTS[key].in_(place.language).format(*told)
        return Fact(number, text, addresses.page(f"q/{query}", place.language, **asked))

    years = sorted(row["year"] for row in definitions if row["year"])
    if years:
        span = years[0], years[-1]
        asked = {"concept": _SOCIAL_INNOVATION}
        yield fact(len(definitions), "definitions", "definitions-of", *span, **asked)
    for row in place.records("contested-initiatives")[:1]:
        told = row["label"], row["fails"]
        yield fact(int(row["fits"]), "contested", "contested-initiatives", *told)
    for name in ("initiatives", "sources"):
        found = place.records(name)
        if found:
            yield fact(len(found), name, name)
