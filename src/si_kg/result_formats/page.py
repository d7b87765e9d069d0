"""A table as a small web page that stands on its own."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.result_formats.footnote import Footnote
from si_kg.result_formats.terms import Row, readable
from si_kg.spreadsheet_text import legible
from si_kg.store import Term

_TITLE = Text("Antwoord", "Answer")
_CAPTIONS = {1: Text("Antwoord: 1 rij", "Answer: 1 row")}
_CAPTION = Text("Antwoord: {} rijen", "Answer: {} rows")
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 1rem; }}
a {{ color: #0b4a8f; }}
table {{ border-collapse: collapse; }}
caption {{ text-align: left; font-weight: 600; padding: .35rem 0; }}
th, td {{ border: 1px solid #8a8a8a; padding: .35rem .6rem; text-align: left;
  vertical-align: top; }}
td {{ white-space: pre-line; overflow-wrap: anywhere; min-width: 4rem; }}
thead th {{ background: #dce9f5; }}
h2 {{ font-size: 1rem; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def write_table(
    titles: Sequence[str],
    rows: Sequence[Row],
    language: str,
    note: str = "",
    footnote: Footnote | None = None,
) -> str:
    """A page with the rows under their titles, a note and a footnote below."""
    return _page(language, write_fragment(titles, rows, language, note), footnote)


def write_fragment(
    titles: Sequence[str], rows: Sequence[Row], language: str, note: str = ""
) -> str:
    """Only the table and the note below it, to stand in another page."""
    return "\n".join(_table(titles, rows, language, note))


def write_text(text: str, language: str, footnote: Footnote | None = None) -> str:
    """A page with one line of text, and a footnote below."""
    return _page(language, f"<p>{_text(text)}</p>", footnote)


def _page(language: str, body: str, footnote: Footnote | None) -> str:
    if footnote:
        title, text = _text(footnote.title.in_(language)), _text(footnote.text)
        body += f"\n<section>\n<h2>{title}</h2>\n<pre>{text}</pre>\n</section>"
    return _PAGE.format(language=_text(language), title=_TITLE.in_(language), body=body)


def _table(titles: Sequence[str], rows: Sequence[Row], language: str, note: str) -> Iterator[str]:
    caption = _CAPTIONS.get(len(rows), _CAPTION).in_(language).format(len(rows))
    yield f"<table>\n<caption>{caption}</caption>"
    heads = "".join(f'<th scope="col">{_text(title)}</th>' for title in titles)
    yield f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>"
    for row in rows:
        yield f"<tr>{''.join(_cells(row, language))}</tr>"
    yield "</tbody>\n</table>"
    if note.strip():
        yield f"<p>{_text(note.strip())}</p>"


def _cells(row: Iterable[Term | None], language: str) -> Iterator[str]:
    for term in row:
        shown = _text(readable(term))
        tongue = term.language if isinstance(term, ox.Literal) else None
        if isinstance(term, ox.NamedNode) and _is_web_address(term.value):
            yield f'<td><a href="{_text(term.value)}">{shown}</a></td>'
        elif tongue and tongue != language:
            yield f'<td lang="{_text(tongue)}">{shown}</td>'
        else:
            yield f"<td>{shown}</td>"


def _is_web_address(iri: str) -> bool:
    return iri.lower().startswith(("http://", "https://"))


def _text(text: str) -> str:
    return escape(legible(text))
