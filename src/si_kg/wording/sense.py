"""Does a definition define? Genus first, no circles, no hedges, no term left unexplained."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import prologue, shorten
from si_kg.store import Store, rows
from si_kg.wording.remarks import Remark

_CONCEPTS = f"""
{prologue("si", "skos")}
SELECT ?thing ?label ?definition
WHERE {{
  ?thing a si:Concept ; skos:prefLabel ?label ; skos:definition ?definition .
  FILTER (LANG(?label) = LANG(?definition))
  # a criterion is defined by when it holds, not by what it is
  FILTER NOT EXISTS {{ ?thing a si:Criterion }}
}}
ORDER BY ?thing
"""
_KNOWN_NAMES = f"""
{prologue("rdfs", "si", "skos")}
SELECT DISTINCT ?name WHERE {{ ?thing rdfs:label|skos:altLabel|si:abbreviation ?name }}
"""

_COPULA = {"nl": r"(?:is|zijn)", "en": r"(?:is|are)"}
_ARTICLE = {"nl": r"(?:(?:een|de|het)\s+)?", "en": r"(?:(?:an?|the)\s+)?"}
# What opens the differentia: all before it is the genus.
_DIFFERENTIA = re.compile(
    r"\b(?:die|dat|waar\w*|wie|van|voor|met|om|in|bij|that|which|who|whose|in|of|for|with|by)\b|[,;:.]"
)
_HEDGES = {
    "nl": r"misschien|eigenlijk|enigszins|in zekere zin|een soort|enzovoorts?|etc|en dergelijke",
    "en": r"perhaps|possibly|actually|somewhat|in a sense|a kind of|sort of|and so on|etc",
}
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\w*\b")


@dataclass
class _Entry:
    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)


def definition_remarks(store: Store) -> list[Remark]:
    """All remarks on the definitions of concepts, sorted.

    Rules: `genus` (the definition does not say what kind of thing the term is), `self` (the genus
    is the term itself), `hedge`, `unexplained` (an acronym that nothing in the graph carries),
    `circle` (the genus of one term leads back to that term).
    """
    entries = _entries(store)
    names = " ".join(name.value for (name,) in rows(store, _KNOWN_NAMES))
    found = list(_circles(entries))
    for thing, entry in entries.items():
        for language in LANGUAGES:
            found += _remarks(thing, entry, language, names)
    return sorted(found, key=lambda remark: (remark.thing, remark.rule, remark.message))


def _entries(store: Store) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for thing, label, definition in rows(store, _CONCEPTS):
        entry = entries.setdefault(shorten(thing.value), _Entry())
        entry.labels[label.language] = label.value
        entry.definitions[label.language] = definition.value
    return entries


def _remarks(thing: str, entry: _Entry, language: str, names: str) -> Iterator[Remark]:
    definition, label = entry.definitions.get(language, ""), entry.labels.get(language, "")
    genus = _genus(definition, label, language)
    if genus is None:
        yield _remark(thing, "genus", language, label)
    elif _starts_with(genus, label):
        yield _remark(thing, "self", language, label)
    for hedge in re.findall(rf"\b(?:{_HEDGES[language]})\b", definition, re.IGNORECASE):
        yield _remark(thing, "hedge", language, hedge)
    for acronym in _ACRONYM.findall(definition):
        if not re.search(rf"\b{re.escape(acronym)}\b", names):
            yield _remark(thing, "unexplained", language, acronym)


def _genus(definition: str, label: str, language: str) -> str | None:
    """What kind of thing the definition says that the term is: 'Een X is een Y die ...' gives Y."""
    article, copula = _ARTICLE[language], _COPULA[language]
    opening = re.match(
        rf"{article}[‘“]?{re.escape(label)}[’”]?\s+{copula}\s+(?P<rest>.+)",
        definition,
        re.IGNORECASE,
    )
    if opening is None:
        return None
    rest = re.sub(rf"^{article}", "", opening["rest"], flags=re.IGNORECASE)
    return _DIFFERENTIA.split(rest, maxsplit=1)[0].strip().casefold()


def _starts_with(genus: str, label: str) -> bool:
    return re.match(rf"{re.escape(label.casefold())}\b", genus) is not None


def _circles(entries: Mapping[str, _Entry]) -> Iterator[Remark]:
    """Follow each term to the term that is its genus, until it ends or comes back."""
    for language in LANGUAGES:
        by_label = {
            entry.labels[language].casefold(): thing
            for thing, entry in entries.items()
            if language in entry.labels
        }
        above = {}
        for thing, entry in entries.items():
            genus = _genus(
                entry.definitions.get(language, ""), entry.labels.get(language, ""), language
            )
            if genus in by_label and by_label[genus] != thing:
                above[thing] = by_label[genus]
        for thing in entries:
            if _comes_back(thing, above):
                yield _remark(thing, "circle", language, above[thing])


def _comes_back(thing: str, above: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    current = above.get(thing)
    while current is not None and current not in seen:
        if current == thing:
            return True
        seen.add(current)
        current = above.get(current)
    return False


_MESSAGES = {
    "genus": Text(
        "Begin de omschrijving ({}) met wat ‘{}’ is: ‘Een X is een Y die ...’.",
        "Begin the definition ({}) with what ‘{}’ is: ‘An X is a Y that ...’.",
    ),
    "self": Text("Omschrijf ({}) ‘{}’ niet met zichzelf.", "Do not define ({}) ‘{}’ by itself."),
    "hedge": Text("Zeg ({}) zonder ‘{}’ wat het is.", "Say ({}) what it is without ‘{}’."),
    "unexplained": Text(
        "Leg ({}) ‘{}’ uit, of geef het een plaats in de graaf.",
        "Explain ({}) ‘{}’, or give it a place in the graph.",
    ),
    "circle": Text(
        "Doorbreek ({}) de cirkel: het ruimere {} leidt hierheen terug.",
        "Break ({}) the circle: the broader {} leads back here.",
    ),
}


def _remark(thing: str, rule: str, language: str, detail: str) -> Remark:
    nl, en = _MESSAGES[rule]
    return Remark(thing, rule, Text(nl.format(language, detail), en.format(language, detail)))
