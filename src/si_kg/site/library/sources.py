"""All sources, to be narrowed down by kind, state of their record and year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from si_kg.citing.publications import PUBLICATIONS
from si_kg.descriptions import Description, Named, described
from si_kg.namespaces import ONTOLOGY
from si_kg.search_index import fold
from si_kg.site.narrowing import Choice, Facet, narrowed
from si_kg.site.passages import distinct
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import library as words
from si_kg.site.words import narrowing as form_words

_PROPERTIES = (
    "rdf:type",
    "rdfs:label",
    "dcterms:title",
    "dcterms:issued",
    "dcterms:bibliographicCitation",
    "si:hasSourceKind",
    "si:recordStatus",
)


@dataclass(frozen=True)
class Entry:
    """A source in the list."""

    said: Description

    @property
    def thing(self) -> Named:
        """The source with its short name."""
        return Named(self.said.thing, self.said.text("rdfs:label") or "")

    @property
    def title(self) -> tuple[str, str | None]:
        """Its title and the language of that; empty where it is not known."""
        titles = self.said.tagged("dcterms:title")
        return (titles[0].value, titles[0].language) if titles else ("", None)

    @property
    def year(self) -> str:
        """The year in which it came out."""
        return (self.said.text("dcterms:issued") or "")[:4]

    @property
    def kinds(self) -> list[Named]:
        """What kind of publication it is, and what it is used as."""
        return [*publication(self.said), *self.said.things("si:hasSourceKind")]

    @property
    def text(self) -> str:
        """All that is searched."""
        reference = self.said.text("dcterms:bibliographicCitation") or ""
        return " ".join((self.thing.label, self.title[0], reference))


def publication(said: Description) -> Iterator[Named]:
    """The kind of publication: the most telling of its classes."""
    classes = {str(each): each.iri for each in said.things("rdf:type")}
    for curie, name in PUBLICATIONS.items():
        if curie in classes:
            yield Named(classes[curie], name.in_(said.language))
            return


def _newest(choice: Choice) -> str:
    return "".join(chr(ord("9") - ord(digit)) for digit in choice.value)


_FACETS = (
    Facet[Entry]("kind", words.WORDS["kind"], lambda entry: _values(entry.kinds)),
    Facet[Entry](
        "status",
        words.WORDS["status"],
        lambda entry: _values(entry.said.things("si:recordStatus")),
    ),
    Facet[Entry](
        "year",
        words.WORDS["year"],
        lambda entry: [(entry.year, entry.year)] if entry.year.isdecimal() else [],
        _newest,
    ),
)


def sources(place: Place) -> View:
    """The sources that fit what the address asks."""
    pattern = distinct("?thing a si:Source")
    found = described(place.graph.store, pattern, _PROPERTIES, place.language)
    entries = sorted(map(Entry, found.values()), key=lambda each: fold(each.thing.label))
    return View(
        "sources.html",
        words.WORDS["title"].in_(place.language),
        {"list": narrowed(place.visit, entries, _FACETS, lambda entry: entry.text)},
        {**form_words.WORDS, **words.WORDS},
        section="sources",
        summary=words.WORDS["intro"].in_(place.language),
    )


def _values(things: Iterable[Named]) -> Iterator[tuple[str, str]]:
    names = (each.iri.removeprefix(ONTOLOGY).rpartition("/")[2] for each in things)
    return ((name, each.label) for name, each in zip(names, things, strict=True))
