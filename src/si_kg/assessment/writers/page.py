"""A report as a web page that stands on its own, for a screen, a screen reader or paper."""

from collections.abc import Iterator, Sequence
from html import escape

from si_kg.assessment.blocks import Block, Document, Grid, Listing, Paragraph, Section
from si_kg.language import Text
from si_kg.tables import printable

_CONTENTS = Text("Inhoud", "Contents")
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{contents}
{sections}
</main>
</body>
</html>
"""
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto;
  max-width: 60rem; padding: 1rem 1.5rem 3rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 2px solid #1f4e79; margin-top: 2.5rem; padding-bottom: .25rem; }
h3 { margin-bottom: .5rem; }
a { color: #0b4a8f; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border: 1px solid #8a8a8a; padding: .35rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
caption { text-align: left; }
td { overflow-wrap: anywhere; }
thead th { background: #dce9f5; }
tbody th { font-weight: 600; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""


def write(document: Document) -> str:
    """A complete page without anything from elsewhere."""
    sections = enumerate(document.sections)
    return _PAGE.format(
        language=_text(document.language),
        title=_text(document.title),
        style=_STYLE,
        contents="\n".join(_contents(document)),
        sections="\n".join(line for place, each in sections for line in _section(place, each)),
    )


def _contents(document: Document) -> Iterator[str]:
    label = _CONTENTS.in_(document.language)
    yield f'<nav aria-label="{label}">'
    yield "<ul>"
    for place, section in enumerate(document.sections):
        yield f'<li><a href="#{_name(place, section)}">{_text(section.title)}</a></li>'
    yield "</ul>"
    yield "</nav>"


def _section(place: int, section: Section) -> Iterator[str]:
    name = _name(place, section)
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{_text(section.title)}</h2>'
    for block in section.blocks:
        yield from _block(block, name)
    yield "</section>"


def _block(block: Block, name: str) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield f"<p>{_text(text)}</p>"
        case Listing(caption, items):
            yield from _heading(caption)
            yield "<ul>"
            yield from (f"<li>{_text(item)}</li>" for item in items)
            yield "</ul>"
        case Grid(caption, titles, rows):
            named = f"<caption>{''.join(_heading(caption))}</caption>"
            yield f"<table>{named}" if caption else f'<table aria-labelledby="{name}">'
            yield f"<thead><tr>{_cells(titles, 'col')}</tr></thead>"
            yield "<tbody>"
            yield from map(_row, rows)
            yield "</tbody></table>"


def _heading(caption: str) -> Iterator[str]:
    if caption:
        yield f"<h3>{_text(caption)}</h3>"


def _row(row: Sequence[str]) -> str:
    cells = "".join(f"<td>{_text(cell)}</td>" for cell in row[1:])
    return f"<tr>{_cells(row[:1], 'row')}{cells}</tr>"


def _cells(texts: Sequence[str], scope: str) -> str:
    return "".join(f'<th scope="{scope}">{_text(text)}</th>' for text in texts)


def _name(place: int, section: Section) -> str:
    """A name for the heading that no other on the page has."""
    return f"{section.key}-{place}"


def _text(text: str) -> str:
    return escape(printable(text))
