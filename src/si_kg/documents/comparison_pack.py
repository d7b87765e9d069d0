"""All definitions of one concept side by side: figures, pictures and how to read them."""

from collections.abc import Iterator

from si_kg import plots
from si_kg.definitions.comparison import Comparison, compare, compared
from si_kg.definitions.corpus import Definition, Strength
from si_kg.definitions.labels import STRENGTHS
from si_kg.definitions.parts import PARTS
from si_kg.definitions.sentences import sentences
from si_kg.descriptions import Named
from si_kg.documents import pack_words as words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.colophon import closing, dated, origin
from si_kg.documents.document import Document
from si_kg.documents.elements import Block, heading, listing, paragraph, picture, table
from si_kg.documents.places import mentions
from si_kg.query_layer import QueryLayer
from si_kg.store import Store
from si_kg.things import find

_TOP = 2
_PICTURES = ("heat-map", "lattice", "timeline")


def comparison(graph: QueryLayer, concept: str) -> Document:
    """The comparison of all definitions of the concept (by any of its names) as a document.

    Raises ThingNotFound, NameAmbiguous, DefinitionsMissing, or PartMissing without the extras
    `compare` and `plots`.
    """
    store, language = graph.store, graph.language
    found = compare(store, find(store, concept, compared(store)))
    drawn = {f"{each.name}.png": each for each in plots.drawable(store, _PICTURES, found.concept)}
    bibliography = Bibliography(store, language)
    pictures = [
        block
        for name, each in drawn.items()
        for block in (
            picture(name, each.title.in_(language), each.description.in_(language)),
            paragraph(each.guide.in_(language)),
        )
    ]
    name = found.name.in_(language)
    things = [Named(found.concept, name)]
    things += [Named(each.iri, each.label.in_(language)) for each in found.corpus]
    return Document(
        title=words.COMPARED.in_(language).format(name),
        language=language,
        origin=origin(store, language),
        day=dated(language),
        blocks=[
            *_told(found, language),
            *pictures,
            *_sources(store, found, bibliography, language),
        ],
        references=bibliography.items(),
        end=list(closing(store, things, bibliography, _TOP)),
        pictures={file: _bytes(each, language) for file, each in drawn.items()},
        records=PARTS["matrix"].table(found, language),
    )


def _bytes(drawn: plots.Picture, language: str) -> bytes:
    made = drawn.write("png", language)
    return made if isinstance(made, bytes) else made.encode()


def _told(found: Comparison, language: str) -> Iterator[Block]:
    for sentence in sentences(found.figures, language):
        yield paragraph(sentence)
    yield heading(words.AGREEMENT.in_(language), _TOP)
    yield paragraph(PARTS["agreement"].reading.in_(language))
    agreement = PARTS["agreement"].table(found, language)
    titles = [agreement.titles[name].in_(language) for name in agreement.variables]
    yield table(titles, [[cell or "" for cell in row.values()] for row in agreement.records()])
    yield heading(words.MATRIX.in_(language), _TOP)
    yield paragraph(words.MATRIX_READING.in_(language))
    strengths = [STRENGTHS[each].in_(language).capitalize() for each in Strength]
    rows = [_row(found, each, language) for each in found.corpus]
    yield table([words.DEFINITION.in_(language), *strengths], rows)


def _row(found: Comparison, definition: Definition, language: str) -> list[str]:
    """A definition, and the criteria that it uses by strength."""
    return [definition.notation] + [
        "; ".join(
            found.corpus.criteria[criterion].label.in_(language)
            for criterion, used in definition.criteria.items()
            if used is strength
        )
        for strength in Strength
    ]


def _sources(
    store: Store, found: Comparison, bibliography: Bibliography, language: str
) -> Iterator[Block]:
    """Where each definition stands."""
    yield heading(words.WHERE.in_(language), _TOP)
    yield listing(
        [
            f"{each.notation}: {each.label.in_(language)}",
            *bibliography.cite(mentions(store, each.iri, language)),
        ]
        for each in found.corpus
    )
