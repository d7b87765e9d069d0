"""What the graph says of things, property by property, in one language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.namespaces import expand, prologue, shorten
from si_kg.parameters import iri
from si_kg.store import Store, Term, rows
from si_kg.untranslated import NAME, TEXT, readable

# values by page where they are places in a source, else by name; a filter, as engines that are
# given the properties as values look up each for the whole graph
_VALUES = f"""
{prologue("dcterms", "rdfs", "si")}
SELECT ?thing ?property ?value ?name ?reference
WHERE {{
  @which
  ?thing ?property ?value .
  FILTER (?property IN (@properties))
  OPTIONAL {{ ?value rdfs:label ?name . FILTER {readable("?value", "?name")} }}
  OPTIONAL {{ ?value si:page ?page }}
  OPTIONAL {{ ?value dcterms:bibliographicCitation ?reference }}
}}
ORDER BY ?thing ?page LCASE(STR(?name)) STR(?value)
"""
_NAMES = {"rdfs:label", "skos:prefLabel"}


class Named(NamedTuple):
    """A thing by its IRI, and what it is called.

    >>> str(Named("https://w3id.org/si-kg/id/empowerment", "empowerment"))
    'empowerment'
    """

    iri: str
    label: str

    def __str__(self) -> str:
        return self.label


class Work(NamedTuple):
    """A written source: its IRI, its short name, and its full reference where there is one."""

    iri: str
    label: str
    reference: str | None

    def __str__(self) -> str:
        return self.reference or self.label


class Said(NamedTuple):
    """One value of a property, with its name and its reference where it is a thing."""

    value: Term
    name: str
    reference: str | None


@dataclass(frozen=True)
class Description:
    """The values of one thing (IRI), by property (CURIE)."""

    thing: str
    language: str
    values: Mapping[str, Collection[Said]]

    def texts(self, of: str) -> tuple[str, ...]:
        """The texts in the language of the description, in none, or in the only one there is."""
        known = {None, self.language}
        only = {said.value for said in self.values.get(NAME if of in _NAMES else TEXT, ())}
        return tuple(
            said.value.value
            for said in self.values.get(of, ())
            if isinstance(said.value, ox.Literal)
            and (said.value.language in known or said.value in only)
        )

    def text(self, of: str) -> str | None:
        """The first of the texts."""
        return next(iter(self.texts(of)), None)

    def tagged(self, of: str) -> tuple[ox.Literal, ...]:
        """The texts in every language, those in the language of the description first."""
        found = [said.value for said in self.values.get(of, ())]
        texts = [value for value in found if isinstance(value, ox.Literal)]
        return tuple(sorted(texts, key=lambda text: text.language != self.language))

    def things(self, of: str) -> tuple[Named, ...]:
        """The things, by their names."""
        return tuple(Named(work.iri, work.label) for work in self.works(of))

    def works(self, of: str) -> tuple[Work, ...]:
        """The things, with their references."""
        return tuple(
            Work(said.value.value, said.name or shorten(said.value.value), said.reference)
            for said in self.values.get(of, ())
            if isinstance(said.value, ox.NamedNode)
        )


def described(
    store: Store, which: str, properties: Collection[str], language: str
) -> dict[str, Description]:
    """What the graph says of the things (IRIs) that `which` binds, with these properties (CURIEs).

    `which` is a pattern in SPARQL that binds ?thing; `described_one` is for a thing that is known.
    """
    names = ", ".join(iri(expand(curie) or curie) for curie in (*properties, NAME, TEXT))
    text = _VALUES.replace("@lang", language).replace("@properties", names)
    found: dict[str, dict[str, list[Said]]] = {}
    for thing, of, value, name, reference in rows(store, text.replace("@which", which)):
        said = Said(value, name.value if name else "", reference.value if reference else None)
        found.setdefault(thing.value, {}).setdefault(shorten(of.value), []).append(said)
    return {thing: Description(thing, language, values) for thing, values in found.items()}


def described_one(
    store: Store, thing: str, properties: Collection[str], language: str
) -> Description:
    """What the graph says of the thing with this IRI; nothing where it is not there."""
    found = described(store, f"VALUES ?thing {{ {iri(thing)} }}", properties, language)
    return found.get(thing, Description(thing, language, {}))
