"""The answer to SPARQL as the body of a reply, in any format that it has."""

from collections.abc import Iterable, Sequence
from html import escape

import pyoxigraph as ox

from si_kg.exports import Export
from si_kg.language import Text
from si_kg.result_formats import page as answer_page
from si_kg.results import Graph, Table, Verdict, rendered
from si_kg.server import pages
from si_kg.server.call import Reply
from si_kg.server.faults import AnswerTooLarge
from si_kg.server.negotiation import MEDIA
from si_kg.spreadsheet_text import legible
from si_kg.streams import RowStream, Stream, TripleStream, collected, flows

TABLES = ("srj", "xml", "csv", "tsv", "html")
TRUTHS = ("srj", "xml", "html", "csv", "tsv")
GRAPHS = ("ttl", "jsonld", "rdf", "nt", "html")
SHEETS = ("csv-nl", "xlsx")
TRUNCATED = "X-Truncated"
_TITLE = Text("Antwoord", "Answer")
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}
_CUT = Text("Alleen de eerste {} staan hier.", "Only the first {} are here.")


def offered(found: Stream) -> Sequence[str]:
    """The formats that an answer has, the usual one first."""
    if isinstance(found, Verdict):
        return TRUTHS
    return GRAPHS if isinstance(found, TripleStream) else TABLES


def named(found: Stream) -> Sequence[str]:
    """The formats that an address can name: those for spreadsheets too."""
    return (*offered(found), *(SHEETS if isinstance(found, RowStream) else ()))


def written(  # noqa: PLR0913 (how, and within which bounds)
    found: Stream, style: str, language: str, *, most: int, rows: int, added: bool = False
) -> Reply:
    """The answer as a reply of at most `most` bytes; raises AnswerTooLarge.

    A header tells where the limit on `rows` left some out; `added` says that the graph holds more
    than what is shipped.
    """
    if style == "html":
        title, shown = _TITLE.in_(language), fragment(found, language)
        body = pages.page(title, shown, language, "sparql", added=added)
    elif isinstance(found, TripleStream) and style != "nt":
        body = triples(found, style)
    elif not isinstance(found, Verdict) and flows(found, style):
        body = _joined(found.pieces(style), most)
    else:
        body = encoded(rendered(collected(found), style, language))
    return Reply(body, MEDIA[style], headers=cut(truncated=found.truncated, rows=rows))


def fragment(found: Stream, language: str) -> str:
    """The answer as a part of a page."""
    result = collected(found)
    if isinstance(result, Verdict):
        return f"<p>{_YES_NO[result.value].in_(language)}</p>"
    note = _CUT.in_(language).format(len(result)) if result.truncated else ""
    if isinstance(result, Graph):
        shown = escape(legible(triples(result, "ttl").decode()))
        return f"<pre>{shown}</pre><p>{note}</p>"
    return table(result, language, note)


def table(found: Table, language: str, note: str = "") -> str:
    """A table as a part of a page."""
    titles = [
        found.titles[name].in_(language) if name in found.titles else name
        for name in found.variables
    ]
    return answer_page.write_fragment(titles, found.rows, language, note)


def triples(found: Iterable[ox.Triple], style: str) -> bytes:
    """Triples in one of the formats of RDF."""
    return Export.of_triples(found).write(style)


def encoded(text: str | bytes) -> bytes:
    """The bytes of a text, in UTF-8."""
    return text if isinstance(text, bytes) else text.encode()


def cut(*, truncated: bool, rows: int) -> dict[str, str]:
    """The header that tells of rows that were left out."""
    return {TRUNCATED: f"rows={rows}"} if truncated else {}


def _joined(pieces: Iterable[str], most: int) -> bytes:
    """All pieces, or nothing: an answer that stops half-way would look whole."""
    found = bytearray()
    for piece in pieces:
        found += piece.encode()
        if len(found) > most:
            raise AnswerTooLarge(most=most)
    return bytes(found)
