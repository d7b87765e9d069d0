"""Hold every quotation against the text that it is taken from, word for word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from si_kg.errors import FileUnreadable, PagesNotFound
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY, PREFIXES, shorten
from si_kg.parameters import iri
from si_kg.store import Store, rows

# The text of a source: each page opens with its number in a comment.
_PAGE = re.compile(r"^<!-- page (\d+) -->$", re.MULTILINE)
_OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?")
_NOT_COMPARED = re.compile(r"[\s\u00ad\-‐‑–—‘’‚‛“”„‟\"'`´«»]+")

_QUOTED = """
PREFIX rdfs: <{rdfs}>
PREFIX si: <{si}>
SELECT ?thing ?quotation ?page
WHERE {{
  ?thing si:quotation ?quotation ; si:citation ?place .
  ?place si:inSource {source} ; si:page ?page .
}}
ORDER BY ?page ?thing ?quotation
"""

FOUND = Text("staat er letterlijk", "stands there verbatim")
ELSEWHERE = Text("staat op een andere pagina", "stands on another page")
MISSING = Text("niet gevonden", "not found")


@dataclass(frozen=True)
class Comparison:
    """One quotation held against its source: `pages` are cited, `found` tells how it went."""

    thing: str
    quotation: str
    pages: tuple[int, ...]
    found: Text

    def __bool__(self) -> bool:
        return self.found is FOUND


def read_pages(file: Path) -> dict[int, str]:
    """The text of each page; raises FileUnreadable, or PagesNotFound where no page is marked."""
    try:
        parts = _PAGE.split(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    if len(parts) == 1:
        raise PagesNotFound(file=file)
    return {int(number): text for number, text in zip(parts[1::2], parts[2::2], strict=True)}


def compare(store: Store, source: str, pages: dict[int, str]) -> list[Comparison]:
    """Every quotation that cites the source with IRI `source`, held against `pages`.

    White space, quotation marks and hyphenation do not count; `[…]` in a quotation stands for words
    left out. A quotation may run on to the next page.
    """
    cited: dict[tuple[str, str], list[int]] = {}
    text = _QUOTED.format(rdfs=PREFIXES["rdfs"], si=ONTOLOGY, source=iri(source))
    for thing, quotation, page in rows(store, text):
        cited.setdefault((thing.value, quotation.value), []).append(int(page.value))
    return [
        Comparison(shorten(thing), quotation, tuple(numbers), _outcome(quotation, numbers, pages))
        for (thing, quotation), numbers in cited.items()
    ]


def _outcome(quotation: str, numbers: Iterable[int], pages: dict[int, str]) -> Text:
    parts = [part for part in map(_bare, _OMISSION.split(quotation)) if part]
    if any(_stand_on(parts, number, pages) for number in numbers):
        return FOUND
    return ELSEWHERE if any(_stand_on(parts, number, pages) for number in pages) else MISSING


def _stand_on(parts: Sequence[str], number: int, pages: dict[int, str]) -> bool:
    """The parts begin on that page, one after the other, and end there or on the next."""
    page = _bare(pages.get(number, ""))
    text = page + _bare(pages.get(number + 1, ""))
    start, last = 0, len(page)
    for part in parts:
        place = text.find(part, start)
        if not 0 <= place < last:
            return False
        start, last = place + len(part), len(text)
    return start > 0


def _bare(text: str) -> str:
    return _NOT_COMPARED.sub("", text)
