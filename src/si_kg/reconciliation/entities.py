"""The things to reconcile with: what each is called, of which kinds it is, what it is about."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import Literal

from si_kg.namespaces import ID, expand, prologue
from si_kg.reconciliation.kinds import Kinds
from si_kg.store import Store, rows

# what states something of another thing, or serves it: nobody has a list of these
SERVING = frozenset(
    [
        "Affiliation",
        "Citation",
        "Claim",
        "Contribution",
        "Criterion",
        "Difference",
        "Judgement",
        "Measurement",
        "Partnership",
        "Placement",
    ]
)
_LABELS = "rdfs:label skos:prefLabel"
_OTHERS = (
    "skos:altLabel skos:hiddenLabel skos:notation si:abbreviation si:formerName foaf:name "
    "dcterms:title bibo:shortTitle bibo:doi bibo:isbn"
)
_ABOUT = "skos:definition dcterms:description si:paraphrase"
_SAME = "skos:exactMatch schema:sameAs"
_LONGEST_ABOUT = 220


class Name(NamedTuple):
    """A name of a thing (IRI), and whether it is its label."""

    thing: str
    text: str
    is_label: bool


@dataclass(frozen=True)
class Entity:
    """A thing by its IRI: its labels and what it is about by language, and its kinds (ids)."""

    iri: str
    labels: Mapping[str, str]
    about: Mapping[str, str]
    kinds: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its identifier in the space of this service."""
        return self.iri.removeprefix(ID)

    @property
    def is_serving(self) -> bool:
        """Whether it is of a kind that nobody has a list of."""
        return not SERVING.isdisjoint(self.kinds)

    def name(self, language: str) -> str:
        """What it is called: in the language, else in another one."""
        return self.labels.get(language) or min(self.labels.values(), default=self.id)

    def description(self, language: str) -> str:
        """What it is about, in the language and in few words; empty where that is not known."""
        text = self.about.get(language, "")
        if len(text) <= _LONGEST_ABOUT:
            return text
        return text[:_LONGEST_ABOUT].rpartition(" ")[0].rstrip(",;:") + " …"


@dataclass(frozen=True)
class Entities:
    """Every thing of ours that has a label, by its IRI; all names; the same things elsewhere."""

    known: Mapping[str, Entity]
    names: Collection[Name]
    same: Mapping[str, Collection[str]]
    kinds: Kinds

    @classmethod
    def from_store(cls, store: Store) -> "Entities":
        """All things of a store, in both languages."""
        kinds = Kinds.from_store(store)
        labels, names = dict[str, dict[str, str]](), list[Name]()
        for thing, text in _texts(store, _LABELS):
            labels.setdefault(thing, {}).setdefault(text.language or "", text.value)
            names.append(Name(thing, text.value, is_label=True))
        about: dict[str, dict[str, str]] = {}
        for thing, text in _texts(store, _ABOUT):
            about.setdefault(thing, {}).setdefault(text.language or "", text.value)
        others = _texts(store, _OTHERS)
        names += [Name(thing, text.value, is_label=False) for thing, text in others]
        names += [Name(thing, thing.removeprefix(ID), is_label=False) for thing in labels]
        known = {
            thing: Entity(thing, texts, about.get(thing, {}), kinds.of.get(thing, ()))
            for thing, texts in labels.items()
        }
        here = [name for name in names if name.thing in known]
        return cls(known, here, _same(store), kinds)

    def named(self, text: str) -> Entity | None:
        """The entity that an IRI or a CURIE names, or the IRI of the same thing elsewhere."""
        bare = text.strip().removeprefix("<").removesuffix(">")
        iri = expand(bare) or bare
        if iri in self.known:
            return self.known[iri]
        found = [thing for thing in self.same.get(iri, ()) if thing in self.known]
        return self.known[found[0]] if len(found) == 1 else None

    def with_id(self, text: str) -> Entity | None:
        """The entity with this identifier, or that an IRI or CURIE names."""
        return self.known.get(ID + text.strip()) or self.named(text)

    @cached_property
    def texts_of(self) -> Mapping[str, Collection[str]]:
        """All names of each thing (IRI)."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(name.thing, []).append(name.text)
        return found


def _texts(store: Store, properties: str) -> Iterator[tuple[str, Literal]]:
    """The things of ours that have one of these properties, each with its text."""
    text = f"""{prologue("bibo", "dcterms", "foaf", "rdfs", "si", "skos")}
    SELECT ?thing ?text WHERE {{
      ?thing {properties.replace(" ", "|")} ?text .
      FILTER (STRSTARTS(STR(?thing), "{ID}"))
    }}"""
    for thing, written in rows(store, text):
        if isinstance(written, Literal):
            yield thing.value, written


def _same(store: Store) -> dict[str, list[str]]:
    """The things of ours that each IRI elsewhere stands for."""
    text = f"""{prologue("schema", "skos")}
    SELECT DISTINCT ?other ?thing WHERE {{
      ?thing {_SAME.replace(" ", "|")} ?other .
      FILTER (STRSTARTS(STR(?thing), "{ID}") && !STRSTARTS(STR(?other), "{ID}"))
    }} ORDER BY ?other ?thing"""
    found: dict[str, list[str]] = {}
    for other, thing in rows(store, text):
        found.setdefault(other.value, []).append(thing.value)
    return found
