"""Look names up at a SPARQL endpoint."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.linking.entry import Entry, Name
from si_kg.linking.polite import PAUSE, PoliteEndpoint
from si_kg.linking.reading.entries import Entries
from si_kg.linking.reading.vocabularies import from_triples
from si_kg.namespaces import prologue
from si_kg.parameters import literal

_NAMES_AT_ONCE = 20

# by profile: with what a thing is named, and what else is read about it
_NAMED = {"skos": "skos:prefLabel skos:altLabel rdfs:label", "wikidata": "rdfs:label skos:altLabel"}
_ABOUT = {
    "skos": "skos:prefLabel skos:altLabel rdfs:label skos:definition skos:scopeNote rdf:type",
    "wikidata": "rdfs:label skos:altLabel <http://schema.org/description>",
}
PROFILES = tuple(_NAMED)
Batch = Sequence[str]
Watch = Callable[[Sequence[Batch]], Iterable[Batch]]


@dataclass(frozen=True)
class Lookup:
    """An endpoint at which names are looked up as its `profile` says.

    It is asked politely: see PoliteEndpoint.
    """

    url: str
    profile: str = "skos"
    folder: Path | None = None
    pause: float = PAUSE

    def targets(self, subjects: Sequence[Entry], watch: Watch = iter) -> Entries:
        """The things at the endpoint that carry a name of one of the subjects.

        `watch` is given the batches of names, and gives each back when it is to be asked. Raises
        ServiceAddressMalformed, EndpointFailed, QueryRefused or FileUnwritable.
        """
        endpoint = PoliteEndpoint(self.url, self.folder, self.pause)
        found: dict[ox.Triple, None] = {}
        for batch in watch(_batches(subjects)):
            found |= dict.fromkeys(endpoint.answer(self._question(batch)).triples)
        return from_triples(found, typed=False)

    def _question(self, terms: Iterable[str]) -> str:
        languages = ", ".join(f'"{language}"' for language in ("", *LANGUAGES))
        return f"""{prologue("rdf", "rdfs", "skos")}
SELECT DISTINCT ?thing ?property ?value WHERE {{
  VALUES ?name {{ {" ".join(terms)} }}
  VALUES ?naming {{ {_NAMED[self.profile]} }}
  ?thing ?naming ?name .
  VALUES ?property {{ {_ABOUT[self.profile]} }}
  ?thing ?property ?value .
  FILTER (isIRI(?thing) && (isIRI(?value) || LCASE(LANG(?value)) IN ({languages})))
}}"""


def _batches(subjects: Iterable[Entry]) -> list[Batch]:
    """The names of the subjects as terms, in questions of a bounded length."""
    terms = dict.fromkeys(
        term for entry in subjects for name in entry.names for term in _terms(name)
    )
    listed, size = list(terms), _NAMES_AT_ONCE * 3
    return [listed[start : start + size] for start in range(0, len(listed), size)]


def _terms(name: Name) -> Iterator[str]:
    """A name as it may be written elsewhere: with and without a capital, in its language."""
    text = " ".join(name.text.split())
    languages = [name.language] if name.language else [*LANGUAGES, ""]
    for written in dict.fromkeys((text, text[:1].lower() + text[1:], text[:1].upper() + text[1:])):
        if _can_be_asked(written):
            yield from (literal(written) + (f"@{tag}" if tag else "") for tag in languages)


def _can_be_asked(text: str) -> bool:
    """Whether a text is short enough, and of letters that there are."""
    try:
        return bool(literal(text))
    except ValueError:
        return False
