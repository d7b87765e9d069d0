"""A report as Markdown, in which no text can become markup."""

import re
from collections.abc import Iterator, Sequence

from si_kg.assessment.blocks import Block, Document, Grid, Listing, Paragraph
from si_kg.tables import printable

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$])")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def write(document: Document) -> str:
    """The report in GitHub-flavoured Markdown."""
    return "\n\n".join(_parts(document)) + "\n"


def escaped(text: str) -> str:
    """The text on one line, each sign that Markdown would act upon taken as it is."""
    shown = _MARKUP.sub(r"\\\1", printable(text))
    start = _AT_START.match(shown)
    if start and start[0].isdigit():
        return f"{start[0]}\\{shown[start.end() :]}"
    return f"\\{shown}" if start else shown


def _parts(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    for section in document.sections:
        yield f"## {escaped(section.title)}"
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return escaped(text)
        case Listing(caption, items):
            return _captioned(caption, "\n".join(f"- {escaped(item)}" for item in items))
        case Grid(caption, titles, rows):
            lines = [_row(titles), f"|{' --- |' * len(titles)}", *map(_row, rows)]
            return _captioned(caption, "\n".join(lines))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _captioned(caption: str, body: str) -> str:
    return f"### {escaped(caption)}\n\n{body}" if caption else body
