"""What the graph says of a thing, under headings for people; and the view of a page about it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from si_kg.descriptions import Description, Named
from si_kg.language import Text
from si_kg.namespaces import GRAPH, ID, ONTOLOGY, OWN, PREFIXES, prologue, shorten
from si_kg.parameters import iri
from si_kg.site.elsewhere import WORDS, elsewhere
from si_kg.site.place import Place
from si_kg.site.portrait_page import twins
from si_kg.site.view import View
from si_kg.site.words import told as words
from si_kg.store import rows

_LONGEST = 70
_KIND = f"""
{prologue("rdfs")}
SELECT DISTINCT ?label WHERE {{
  {{
    GRAPH ?stated {{ @thing a ?class }}
    FILTER (?stated = <{GRAPH}data> || STRSTARTS(STR(?stated), "{OWN}"))
  }}
  ?class rdfs:label ?label . FILTER (LANG(?label) = "@lang")
}}
ORDER BY ?label
"""
_OURS = (ID, ONTOLOGY, *PREFIXES.values())


class Fact(NamedTuple):
    """A heading with the things and the texts that belong under it."""

    name: str
    things: tuple[Named, ...]
    texts: tuple[str, ...]


def facts(said: Description, headings: Mapping[str, Text]) -> Iterator[Fact]:
    """The properties (CURIEs) of `headings` of which the thing has a value, in that order."""
    for of, heading in headings.items():
        things, texts = tuple(map(named, said.things(of))), said.texts(of)
        if things or texts:
            yield Fact(heading.in_(said.language), things, texts)


def named(thing: Named) -> Named:
    """The thing; an address on the web that has no name is told without what nobody reads.

    >>> named(Named("https://www.example.org/a/", "https://www.example.org/a/")).label
    'example.org/a'
    """
    if thing.label != thing.iri or thing.iri.startswith(_OURS):
        return thing
    parts = urlsplit(thing.iri)
    shown = (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
    return Named(thing.iri, shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…")


def kind(place: Place, thing: str) -> str:
    """What kind of thing it is, as the data says: not what follows from definitions."""
    text = _KIND.replace("@lang", place.language).replace("@thing", iri(thing))
    return ", ".join(label.value for (label,) in rows(place.graph.store, text))


def about(  # noqa: PLR0913 (all that a view says of itself)
    place: Place,
    thing: str,
    template: str,
    values: Mapping[str, Any],
    *,
    texts: Mapping[str, Text],
    section: str = "",
) -> View:
    """The view of the page of a thing (IRI): its name above it, its forms for programs below it."""
    return View(
        template,
        place.graph.title(thing) or shorten(thing),
        {"thing": thing, "kind": kind(place, thing), **elsewhere(place, thing), **values},
        {**words.WORDS, **WORDS, **texts},
        section=section,
        canonical=thing,
        twins=twins(thing),
    )
