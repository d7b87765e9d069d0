"""The things of a graph by their names, asked one at a time: a graph may hold millions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from si_kg.language import LANGUAGES
from si_kg.namespaces import GRAPH, OWN_DERIVED, prologue
from si_kg.parameters import iri, literal
from si_kg.search_index import fold
from si_kg.store import Store, rows

# of a class with more things than this, only what is written exactly is found
MOST_LISTED = 5_000
_LABELS = "rdfs:label, skos:prefLabel, foaf:name"
_NAMES = (
    f"{_LABELS}, skos:altLabel, skos:hiddenLabel, skos:notation, si:abbreviation, si:formerName"
)
_HEAD = prologue("foaf", "rdf", "rdfs", "si", "skos")
# FILTER and not VALUES for the property: engines look for the few names first then
_NAMED = f"""{_HEAD}
SELECT DISTINCT ?thing WHERE {{
  VALUES ?label {{ %s }} ?thing ?of ?label . FILTER (?of IN ({_NAMES}) && isIRI(?thing)) %s
}} ORDER BY ?thing"""
_OF_KIND = f"""{_HEAD}
SELECT DISTINCT ?thing WHERE {{
  ?thing rdf:type/rdfs:subClassOf* %s . FILTER (isIRI(?thing)) %s
}} LIMIT {MOST_LISTED + 1}"""
_CALLED = f"""{_HEAD}
SELECT ?thing ?label (?of IN ({_LABELS}) AS ?first) WHERE {{
  VALUES ?thing {{ %s }} ?thing ?of ?label . FILTER (?of IN ({_NAMES}))
}}"""
_AT_ONCE = 500


class KnownThings:
    """The things in a store, but for what only the graph `but` (IRI) describes."""

    def __init__(self, store: Store, but: str = "") -> None:
        self._store, self._but = store, but
        self.of_kind = cache(self._of_kind)
        self.folded = cache(self._folded)
        self.fits = cache(self._fits)

    def exists(self, thing: str) -> bool:
        """Whether anything is said of the thing."""
        stays = self._stays(iri(thing))
        return bool(self._store.query(f"{_HEAD} ASK {{ {iri(thing)} ?of ?value {stays} }}"))

    def named(self, name: str) -> list[str]:
        """Whatever has exactly this name, in any language of ours or in none."""
        try:
            written = literal(name.strip())
        except ValueError:
            return []
        spellings = " ".join([written, *(f"{written}@{each}" for each in LANGUAGES)])
        text = _NAMED % (spellings, self._stays("?thing"))
        return [thing.value for (thing,) in rows(self._store, text)]

    def labels(self, thing: str) -> Mapping[str, str]:
        """What the thing is called, by language."""
        text = f"{_HEAD} SELECT ?label WHERE {{ {iri(thing)} rdfs:label|skos:prefLabel ?label }}"
        return {label.language or "": label.value for (label,) in rows(self._store, text)}

    def described_in(self, thing: str) -> str | None:
        """A graph (IRI) that says what the thing is, other than `but` and those of rules."""
        text = f"""{_HEAD}
        SELECT ?graph WHERE {{ {self._described(iri(thing))} }} ORDER BY ?graph LIMIT 1"""
        return next((graph.value for (graph,) in rows(self._store, text)), None)

    def kinds(self, thing: str) -> list[str]:
        """The classes of the thing."""
        text = f"{_HEAD} SELECT ?kind WHERE {{ {iri(thing)} rdf:type ?kind }} ORDER BY ?kind"
        return [kind.value for (kind,) in rows(self._store, text)]

    def _fits(self, thing: str, kinds: tuple[str, ...]) -> bool:
        """Whether the thing is of one of these classes, or anything will do."""
        if not kinds:
            return True
        text = f"""{_HEAD}
        ASK {{ VALUES ?kind {{ {" ".join(map(iri, kinds))} }}
               {iri(thing)} rdf:type/rdfs:subClassOf* ?kind {self._stays(iri(thing))} }}"""
        return bool(self._store.query(text))

    def _of_kind(self, kind: str) -> Sequence[tuple[str, Mapping[str, str]]]:
        """The things of a class with their labels by language, sorted; none where too many."""
        found: dict[str, dict[str, str]] = {}
        for thing, label, first in self._members(kind):
            if first.value == "true":
                found.setdefault(thing.value, {}).setdefault(label.language or "", label.value)
        return sorted(found.items(), key=lambda each: (fold(min(each[1].values())), each[0]))

    def _folded(self, kind: str) -> Mapping[str, Collection[tuple[str, str]]]:
        """The things of a class by their folded names, each with the name as it is written."""
        found: dict[str, set[tuple[str, str]]] = {}
        for thing, label, _ in self._members(kind):
            found.setdefault(fold(label.value), set()).add((thing.value, label.value))
        return found

    def _members(self, kind: str) -> Iterator[Any]:
        """The things of a class, each with one of its names, and whether that is its label."""
        text = _OF_KIND % (iri(kind), self._stays("?thing"))
        things = [iri(thing.value) for (thing,) in rows(self._store, text)]
        if len(things) > MOST_LISTED:
            return
        for at in range(0, len(things), _AT_ONCE):
            some = " ".join(things[at : at + _AT_ONCE])
            yield from rows(self._store, _CALLED % some)

    def _stays(self, thing: str) -> str:
        """That the thing is there without `but` too, as a part of a query."""
        if not self._but:
            return ""
        return f"""FILTER (!EXISTS {{ GRAPH {iri(self._but)} {{ {thing} rdf:type ?any }} }}
                || EXISTS {{ {self._described(thing)} }})"""

    def _described(self, thing: str) -> str:
        """That ?graph says what the thing is, as a part of a query."""
        other = f"?graph != {iri(self._but)} && " if self._but else ""
        return f"""GRAPH ?graph {{ {thing} rdf:type ?type }}
          FILTER ({other}!STRSTARTS(STR(?graph), "{GRAPH}derived"))
          FILTER (!STRSTARTS(STR(?graph), "{OWN_DERIVED}"))"""
