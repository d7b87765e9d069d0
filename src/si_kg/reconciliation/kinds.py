"""The kinds of thing that there are to reconcile with: the classes that things belong to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal

from si_kg.namespaces import ID, ONTOLOGY, expand, prologue
from si_kg.reconciliation.faults import TypeNotFound
from si_kg.store import Store, rows

# with no definition's own test class: that is a judgement, and no kind of thing
_MEMBERS = f"""
{prologue("si")}
SELECT DISTINCT ?thing ?class WHERE {{
  ?thing a ?class .
  FILTER (STRSTARTS(STR(?thing), "{ID}") && STRSTARTS(STR(?class), "{ONTOLOGY}"))
  FILTER NOT EXISTS {{ ?definition si:hasTestClass ?class }}
}}
"""
_TEXTS = f"""
{prologue("rdfs", "skos")}
SELECT ?class ?property ?text WHERE {{
  VALUES ?property {{ rdfs:label skos:definition }}
  ?class ?property ?text .
  FILTER (STRSTARTS(STR(?class), "{ONTOLOGY}"))
}}
"""
_BROADER = f"""
{prologue("rdfs")}
SELECT ?class ?broader WHERE {{
  ?class rdfs:subClassOf ?broader .
  FILTER (STRSTARTS(STR(?class), "{ONTOLOGY}") && STRSTARTS(STR(?broader), "{ONTOLOGY}"))
}}
"""


@dataclass(frozen=True)
class Kind:
    """A class by its name in the ontology, its texts by language, and the kinds just above it."""

    id: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    broader: tuple[str, ...]

    def name(self, language: str) -> str:
        """What it is called; its id where it has no name in the language."""
        return self.labels.get(language, self.id)


@dataclass(frozen=True)
class Kinds:
    """Every kind that a thing belongs to, by its id, and the kinds of each thing (IRI)."""

    known: Mapping[str, Kind]
    of: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_store(cls, store: Store) -> "Kinds":
        """The kinds in a store; those of a thing stand with the most specific first."""
        members: dict[str, list[str]] = {}
        for thing, found in rows(store, _MEMBERS):
            members.setdefault(thing.value, []).append(found.value.removeprefix(ONTOLOGY))
        used = {kind for kinds in members.values() for kind in kinds}
        above: dict[str, set[str]] = {kind: set() for kind in used}
        for found, broader in rows(store, _BROADER):
            kind, parent = (each.value.removeprefix(ONTOLOGY) for each in (found, broader))
            if kind in used and parent in used and kind != parent:
                above[kind].add(parent)
        texts = _texts(store)
        known = {
            kind: Kind(
                kind,
                texts.get((kind, "label"), {}),
                texts.get((kind, "definition"), {}),
                tuple(sorted(above[kind])),
            )
            for kind in sorted(used)
        }
        depth = {kind: len(_closure(kind, above)) for kind in used}
        ordered = {
            thing: tuple(sorted(kinds, key=lambda kind: (-depth[kind], kind)))
            for thing, kinds in members.items()
        }
        return cls(known, ordered)

    def find(self, name: str) -> str:
        """The id of the kind with this id, CURIE or IRI; raises TypeNotFound."""
        named = (expand(name) or name).removeprefix(ONTOLOGY)
        if named not in self.known:
            raise TypeNotFound(name, self.known)
        return named

    @cached_property
    def frequent(self) -> tuple[Kind, ...]:
        """All kinds, that of the most things first."""
        count = dict.fromkeys(self.known, 0)
        for kinds in self.of.values():
            for kind in kinds:
                count[kind] += 1
        return tuple(sorted(self.known.values(), key=lambda kind: (-count[kind.id], kind.id)))

    def described(self, ids: Iterable[str], language: str) -> list[dict[str, str]]:
        """The kinds with these ids as the API has them: id and name."""
        return [{"id": each, "name": self.known[each].name(language)} for each in ids]


def _closure(kind: str, above: Mapping[str, set[str]]) -> set[str]:
    """All kinds above this one."""
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        fresh = above[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found


def _texts(store: Store) -> dict[tuple[str, str], dict[str, str]]:
    """Labels and definitions of classes, by language."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for thing, of, text in rows(store, _TEXTS):
        if isinstance(text, Literal):
            role = "label" if of.value.endswith("#label") else "definition"
            name = thing.value.removeprefix(ONTOLOGY)
            found.setdefault((name, role), {})[text.language or ""] = text.value
    return found
