"""Where a document comes from: the graph, its version, the day, the licence, the addresses."""

from collections.abc import Iterable, Iterator
from datetime import date

import pyoxigraph as ox

from si_kg.citing.answers import today
from si_kg.citing.work import Work
from si_kg.descriptions import Named
from si_kg.documents import words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.elements import Block, heading, labelled, link, listing, paragraph
from si_kg.namespaces import ONTOLOGY, prologue
from si_kg.store import Store, rows

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)
_LICENCE = f"""
{prologue("dcterms")}
SELECT ?licence WHERE {{ <{ONTOLOGY.removesuffix("#")}> dcterms:license ?licence }}
ORDER BY ?licence
"""


def origin(store: Store, language: str) -> str:
    """The work from which a document is taken, with its version."""
    work = Work.from_store(store, language)
    if not work.version:
        return work.title
    return words.VERSION.in_(language).format(work.title, work.version)


def in_words(day: date, language: str) -> str:
    """A day as people write it.

    >>> in_words(date(2026, 11, 22), "nl")
    '22 november 2026'
    """
    months = _MONTHS[0 if language == "nl" else 1].split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def dated(language: str) -> str:
    """Today in words, or the day of SOURCE_DATE_EPOCH; raises DateMalformed."""
    return in_words(today(), language)


def closing(
    store: Store, things: Iterable[Named], bibliography: Bibliography, level: int
) -> Iterator[Block]:
    """What stands behind the reference list: what is missing there, and the colophon."""
    language = bibliography.language
    if incomplete := bibliography.incomplete():
        yield labelled(words.INCOMPLETE.in_(language), "; ".join(incomplete))
    yield from colophon(store, things, language, level)


def colophon(store: Store, things: Iterable[Named], language: str, level: int) -> Iterator[Block]:
    """Graph, version and day, the licence, and the permanent address of each thing."""
    work = Work.from_store(store, language)
    yield heading(words.COLOPHON.in_(language), level)
    made = words.MADE.in_(language).format(dated(language))
    yield labelled(
        words.GRAPH.in_(language), f"{origin(store, language)},", link(work.address, work.address)
    )
    yield paragraph(f"{made}.")
    licences = [term.value for (term,) in rows(store, _LICENCE) if isinstance(term, ox.NamedNode)]
    for licence in licences[:1]:
        text = words.LICENCE_TEXT_ADDED if work.added else words.LICENCE_TEXT
        told = text.in_(language)
        yield labelled(words.LICENCE.in_(language), told, link(licence, licence))
    yield labelled(words.THINGS.in_(language))
    yield listing([f"{thing.label}:", link(thing.iri, thing.iri)] for thing in things)
