"""What the graph says of a plan, as a document."""

from collections.abc import Iterator

from si_kg.assessment.blocks import Block as Piece
from si_kg.assessment.blocks import Grid, Listing, Paragraph
from si_kg.assessment.result import Assessment
from si_kg.assessment.sections import document
from si_kg.descriptions import Named
from si_kg.documents.colophon import colophon, dated, origin
from si_kg.documents.document import Document
from si_kg.documents.elements import Block, heading, listing, paragraph, table
from si_kg.query_layer import QueryLayer

_TOP = 2


def assessment(graph: QueryLayer, found: Assessment) -> Document:
    """The assessment of a plan (what `KnowledgeGraph.assess` gives) as a document."""
    store, language = graph.store, graph.language
    report = document(found.findings, language)
    blocks: list[Block] = []
    for section in report.sections:
        blocks.append(heading(section.title, _TOP))
        for piece in section.blocks:
            blocks += _written(piece)
    looked_at = [each.classification.definition for each in found.findings.focus]
    things = [Named(each.iri, each.label.in_(language)) for each in looked_at]
    return Document(
        title=report.title,
        language=language,
        origin=origin(store, language),
        day=dated(language),
        blocks=blocks,
        end=list(colophon(store, things, language, _TOP)),
    )


def _written(piece: Piece) -> Iterator[Block]:
    match piece:
        case Paragraph(text):
            yield paragraph(text)
        case Listing(caption, items):
            yield from _captioned(caption)
            yield listing([item] for item in items)
        case Grid(caption, titles, rows):
            yield from _captioned(caption)
            yield table(titles, rows)


def _captioned(caption: str) -> Iterator[Block]:
    if caption:
        yield heading(caption, _TOP + 1)
