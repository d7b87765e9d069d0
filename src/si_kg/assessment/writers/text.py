"""A report as plain text, for a terminal or a mail."""

from collections.abc import Iterator
from textwrap import wrap

from si_kg.assessment.blocks import Block, Document, Grid, Listing, Paragraph
from si_kg.tables import filled, heading, printable, text_table

_WIDEST = 100


def write(document: Document, width: int = 0) -> str:
    """The report in lines of at most `width` characters, 100 where that is not given."""
    return "\n".join(_parts(document, min(width or _WIDEST, _WIDEST))) + "\n"


def _parts(document: Document, width: int) -> Iterator[str]:
    yield heading(document.title, "text", 1)
    for section in document.sections:
        yield f"\n{heading(section.title, 'text', 2)}\n"
        yield "\n\n".join(_block(block, width) for block in section.blocks)


def _block(block: Block, width: int) -> str:
    match block:
        case Paragraph(text):
            return filled(printable(text), width)
        case Listing(caption, items):
            return "\n".join([*_caption(caption, width), *(_item(item, width) for item in items)])
        case Grid(caption, titles, rows):
            table = text_table(titles, rows, width).rstrip("\n")
            return "\n".join([*_caption(caption, width), table])


def _caption(caption: str, width: int) -> list[str]:
    return [filled(f"{printable(caption)}:", width)] if caption else []


def _item(item: str, width: int) -> str:
    return "\n".join(wrap(printable(item), width, initial_indent="- ", subsequent_indent="  "))
