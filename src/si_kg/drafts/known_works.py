"""The sources of the graph as a library in which a citation is looked up."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, Self

from si_kg.drafts.citations import Citation
from si_kg.drafts.thresholds import NAME_LIKENESS, YEARS_APART
from si_kg.namespaces import prologue
from si_kg.search_index import fold
from si_kg.store import Store, rows

_HEAD = f"""
{prologue("bibo", "dcterms", "foaf", "rdf", "rdfs", "si", "skos")}
"""
_SOURCES = f"""{_HEAD}
SELECT ?source ?label ?issued ?reference ?cited ?omitted
WHERE {{
  ?source a si:Source ; rdfs:label ?label .
  OPTIONAL {{ ?source dcterms:issued ?issued }}
  OPTIONAL {{ ?source dcterms:bibliographicCitation ?reference }}
  OPTIONAL {{ ?source si:citedAs ?cited }}
  OPTIONAL {{ ?source si:authorsOmitted ?omitted }}
}}
ORDER BY ?source ?label ?cited
"""
# an author stands as far on in the list as there are nodes from which it can be reached
_AUTHORS = f"""{_HEAD}
SELECT ?source (COUNT(DISTINCT ?before) AS ?place) ?name
WHERE {{
  ?source a si:Source .
  {{ ?source bibo:authorList ?list }} UNION {{
    ?source bibo:editorList ?list FILTER NOT EXISTS {{ ?source bibo:authorList ?authors }}
  }}
  ?list rdf:rest* ?before .
  ?before rdf:rest* ?node . ?node rdf:first ?who .
  ?who foaf:familyName|si:abbreviation|rdfs:label|skos:altLabel ?name .
}}
GROUP BY ?source ?node ?name
ORDER BY ?source ?place ?name
"""
# names of what is no source: "Buurtzorg (2006)" cites nothing
_OTHERS = f"""{_HEAD}
SELECT DISTINCT ?label
WHERE {{
  VALUES ?kind {{ si:Initiative si:Place si:Programme si:PolicyMeasure si:LegalInstrument }}
  ?thing a ?kind ; rdfs:label|skos:altLabel|si:abbreviation ?label .
}}
"""
_YEAR = re.compile(r"[, ]*\(?\b(?:1[89]|20)\d\d(?:[-–]\d+)?\)?")
_PARTICLES = re.compile(r"^(?:(?:van|der|den|de|het|ten|ter|von|la|le|du|di|da|'t|’t) )+")
_SHORTEST_TYPO = 4


class Source(NamedTuple):
    """A source: IRI, label, full reference where there is one, year, and what it is cited by.

    Of each author in order `authors` has the names, without those that the graph has `omitted`;
    `whole` are the names of all of them together, as the graph cites the source.
    """

    iri: str
    label: str
    reference: str | None
    year: int | None
    authors: tuple[frozenset[str], ...]
    whole: frozenset[str]
    omitted: bool

    def __str__(self) -> str:
        return self.reference or self.label


class Verdict(StrEnum):
    """What the library makes of a citation."""

    KNOWN = "known"
    OTHER_YEAR = "other-year"
    MISSPELT = "misspelt"
    UNKNOWN = "unknown"
    NO_CITATION = "no-citation"


class Found(NamedTuple):
    """A citation that was looked up, and the sources that it names, or resembles."""

    citation: Citation
    verdict: Verdict
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Library:
    """All sources, and the names of things that are none."""

    sources: Sequence[Source]
    others: frozenset[str]

    @classmethod
    def from_store(cls, store: Store, language: str) -> Self:
        """The sources of the graph, labelled in `language`."""
        others = frozenset(_plain(label.value) for (label,) in rows(store, _OTHERS))
        return cls(tuple(_sources(store, language)), others)

    def look_up(self, citation: Citation) -> Found:
        """The sources that the citation names; else those that it nearly names."""
        same = [each for each in self.sources if _by(each, citation)]
        known = [each for each in same if citation.year is None or each.year == citation.year]
        if known:
            known.sort(key=lambda each: len(each.authors) != len(citation.names))
            return Found(citation, Verdict.KNOWN, tuple(known))
        if _plain(citation.whole) in self.others:
            return Found(citation, Verdict.NO_CITATION, ())
        if alike := [each for each in self.sources if _resembles(each, citation)]:
            return Found(citation, Verdict.MISSPELT, tuple(alike))
        if same:
            return Found(citation, Verdict.OTHER_YEAR, tuple(same))
        return Found(citation, Verdict.UNKNOWN, ())


def is_slip(found: Found) -> bool:
    """Whether a citation is rather a slip for a source than another work."""
    if found.verdict is Verdict.OTHER_YEAR:
        years = [each.year for each in found.sources if each.year is not None]
        cited = found.citation.year or 0
        return any(abs(cited - year) <= YEARS_APART for year in years)
    return found.verdict is Verdict.MISSPELT


def _by(source: Source, citation: Citation) -> bool:
    """Whether the source is by whom the citation names."""
    first, *rest = citation.names
    behind = citation.whole.removeprefix(first)
    lead = source.authors[0] if source.authors else frozenset()
    if any(_plain(each + behind) in source.whole | lead for each in _endings(first)):
        return True
    if not any(_plain(each) in lead for each in _endings(first)):
        return False
    unknown = [name for name in rest if not any(_plain(name) in each for each in source.authors)]
    return source.omitted or not unknown


def _resembles(source: Source, citation: Citation) -> bool:
    """Whether the source is of the same year, by somebody whose name is hardly different."""
    from rapidfuzz import fuzz

    cited = _plain(citation.names[0])
    if source.year != citation.year or not source.authors or len(cited) < _SHORTEST_TYPO:
        return False
    return any(
        fuzz.ratio(cited, known, score_cutoff=NAME_LIKENESS) > 0 for known in source.authors[0]
    )


def _endings(name: str) -> Iterator[str]:
    """The name, and what is left of it without its first words: a title, or what comes before."""
    parts = name.split(" ")
    for first in range(len(parts)):
        if parts[first][:1].isupper():
            yield " ".join(parts[first:])


def _sources(store: Store, language: str) -> Iterator[Source]:
    authors: dict[str, dict[int, set[str]]] = {}
    for source, place, name in rows(store, _AUTHORS):
        listed = authors.setdefault(source.value, {})
        listed.setdefault(int(place.value), set()).add(_plain(name.value))
    for iri, facts in groupby(rows(store, _SOURCES), key=lambda row: row[0].value):
        known = list(facts)
        _, label, issued, reference, _, omitted = known[0]
        labels = {row[1].language: row[1].value for row in known}
        cited = {row[4].value for row in known if row[4]}
        listed = authors.get(iri, {})
        yield Source(
            iri,
            labels.get(language, label.value),
            reference.value if reference else None,
            int(issued.value[:4]) if issued else None,
            tuple(frozenset(listed[place]) for place in sorted(listed)),
            frozenset(_names({*labels.values(), *cited})),
            omitted is not None and omitted.value == "true",
        )


def _names(written: Iterable[str]) -> Iterator[str]:
    """Citations without their year, as far as they had one."""
    for text in written:
        without = _YEAR.sub("", text)
        if without != text:
            yield _plain(without)


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    """A name to compare by: folded, without particles and without punctuation."""
    folded = fold(name).replace("’", "'").replace("&", "en").replace(" and ", " en ")
    return _PARTICLES.sub("", " ".join(re.sub(r"[.,()]", " ", folded).split()))
