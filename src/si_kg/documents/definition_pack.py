"""Definitions to quote: each with its citation, what it means, and how it stands among others."""

from collections.abc import Iterator, Sequence

from si_kg.concepts import Concept, concept_named
from si_kg.descriptions import Named
from si_kg.documents import words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.choosing import Chooser, Chosen, Wanted, concepts_of
from si_kg.documents.colophon import closing, dated, origin
from si_kg.documents.definition_blocks import DefinitionWriter
from si_kg.documents.definition_rows import definition_rows
from si_kg.documents.document import Document
from si_kg.documents.elements import Block, heading, in_language, paragraph
from si_kg.documents.faults import NothingWanted
from si_kg.language import LANGUAGES
from si_kg.query_layer import QueryLayer

_TOP = 2
_BEST = Wanted()


def definitions(
    graph: QueryLayer,
    concepts: Sequence[str] = (),
    wanted: Wanted = _BEST,
    *,
    both: bool = False,
) -> Document:
    """The definitions that are `wanted` of the concepts (by any of their names).

    The concepts of definitions that `wanted` names need not be named. In `both` languages the
    document has two parts, that of the graph's language first, and one reference list. Raises
    ThingNotFound, NameAmbiguous, NothingWanted and what `Chooser` raises.

    >>> import si_kg
    >>> definitions(si_kg.open(language="en"), ["empowerment"]).title
    'Definitions of empowerment'
    """
    store, main = graph.store, graph.language
    languages = sorted(LANGUAGES, key=lambda each: each != main) if both else [main]
    chooser = Chooser(store, wanted)
    named = [concept_named(store, name, main).iri for name in concepts]
    named += concepts_of(store, wanted.definitions)
    if not named:
        raise NothingWanted
    chosen = {
        language: [
            chooser.choose(concept_named(store, iri, language)) for iri in dict.fromkeys(named)
        ]
        for language in languages
    }
    bibliography = Bibliography(store, main)
    blocks = list(_parts(graph, chooser, chosen, bibliography))
    return Document(
        title=_title([each.concept for each in chosen[main]], main),
        language=main,
        origin=origin(store, main),
        day=dated(main),
        blocks=blocks,
        references=bibliography.items(),
        end=list(closing(store, _things(chosen[main]), bibliography, _TOP)),
        records=definition_rows(store, [each for part in chosen.values() for each in part]),
    )


def _parts(
    graph: QueryLayer,
    chooser: Chooser,
    chosen: dict[str, list[Chosen]],
    bibliography: Bibliography,
) -> Iterator[Block]:
    """The document in its language, or a part for each of two."""
    for language, concepts in chosen.items():
        level = _TOP + (len(chosen) > 1)
        writer = DefinitionWriter(graph.store, bibliography, language, level)
        blocks = [paragraph(words.INTRODUCTION.in_(language))]
        if chooser.programme:
            blocks += writer.programme(chooser.programme)
        for each in concepts:
            blocks += writer.concept(each, chooser.programme)
        if len(chosen) == 1:
            yield from blocks
        else:
            yield heading(words.PART.in_(language), _TOP)
            yield in_language(blocks, language)


def _title(concepts: Sequence[Concept], language: str) -> str:
    *first, last = [concept.label for concept in concepts]
    listed = words.AND.in_(language).format(", ".join(first), last) if first else last
    return words.TITLE.in_(language).format(listed)


def _things(chosen: Sequence[Chosen]) -> Iterator[Named]:
    for each in chosen:
        yield Named(each.concept.iri, each.concept.label)
        for definition in each.definitions:
            yield Named(definition.iri, definition.label)
