"""The concepts in alphabetical order, each with what it means here."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from si_kg.descriptions import Description, Named, described
from si_kg.documents import pack_words as words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.collation import collated
from si_kg.documents.colophon import closing, dated, origin
from si_kg.documents.document import Document
from si_kg.documents.elements import Block, glossed, heading, labelled, paragraph
from si_kg.documents.places import mentions
from si_kg.labelling import labels_of
from si_kg.namespaces import ID, PREFIXES, prologue
from si_kg.parameters import iri
from si_kg.query_layer import QueryLayer
from si_kg.results import Table
from si_kg.store import Store, rows
from si_kg.things import find

_TOP = 2
_GLOSSARY = f"{ID}glossary"
_EVERY = "all"
_PROPERTIES = ("rdfs:label", "skos:altLabel", "skos:definition", "rdfs:comment", "si:citation")
_IN_SCHEME = f"{PREFIXES['skos']}inScheme"
_SCHEMES = f"""
{prologue("skos")}
SELECT DISTINCT ?scheme WHERE {{ ?concept skos:inScheme ?scheme ; skos:definition ?meaning }}
"""
_TITLES = {
    "concept": words.CONCEPT,
    "definition": words.MEANING,
    "plain": words.PLAIN,
    "iri": words.ADDRESS,
}


def glossary(graph: QueryLayer, scheme: str | None = None) -> Document:
    """The concepts of the scheme (by any of its names), or of the glossary, by alphabet.

    Raises ThingNotFound or NameAmbiguous.
    """
    store, language = graph.store, graph.language
    chosen = _GLOSSARY if scheme in {None, _EVERY} else _scheme_named(store, str(scheme))
    members = f"?thing {iri(_IN_SCHEME)} {iri(chosen)} ."
    found = described(store, members, _PROPERTIES, language)
    concepts = sorted(
        (said for said in found.values() if _label(said)), key=lambda said: collated(_label(said))
    )
    bibliography = Bibliography(store, language)
    label = labels_of(store, [chosen], language)[chosen].value
    title = words.GLOSSARY if chosen == _GLOSSARY else words.GLOSSARY_OF
    return Document(
        title=title.in_(language).format(label),
        language=language,
        origin=origin(store, language),
        day=dated(language),
        blocks=_blocks(store, concepts, bibliography),
        references=bibliography.items(),
        end=list(closing(store, [Named(chosen, label)], bibliography, _TOP)),
        records=Table.from_values(_TITLES, map(_row, concepts)),
    )


def _blocks(
    store: Store, concepts: Sequence[Description], bibliography: Bibliography
) -> list[Block]:
    """A heading for each letter, and the concepts that begin with it."""
    blocks: list[Block] = []
    for letter, group in groupby(concepts, lambda said: collated(_label(said))[0][:1].upper()):
        blocks += [heading(letter, _TOP), glossed(_entries(store, group, bibliography))]
    return blocks


def _entries(
    store: Store, concepts: Iterator[Description], bibliography: Bibliography
) -> Iterator[tuple[list[str], list[Block]]]:
    for said in concepts:
        names = ", ".join(sorted(said.texts("skos:altLabel"), key=collated))
        other = [f"({words.OTHER_NAMES.in_(said.language).format(names)})"] if names else []
        cited = bibliography.cite(mentions(store, said.thing, said.language))
        meaning = [paragraph(said.text("skos:definition") or "", *cited)]
        if plain := said.text("rdfs:comment"):
            meaning.append(labelled(words.PLAIN.in_(said.language), plain))
        yield [_label(said), *other], meaning


def _row(said: Description) -> tuple[str | None, ...]:
    return _label(said), said.text("skos:definition"), said.text("rdfs:comment"), said.thing


def _label(said: Description) -> str:
    return said.text("rdfs:label") or ""


def _scheme_named(store: Store, name: str) -> str:
    return find(store, name, {scheme.value for (scheme,) in rows(store, _SCHEMES)})
