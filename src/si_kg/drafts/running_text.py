"""The running text of a paragraph: what is code, an address or a quotation is masked."""

import re
from collections.abc import Iterator

from si_kg.drafts.draft import MASK, Kind, Paragraph
from si_kg.drafts.thresholds import QUOTATION_WORDS

_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”’)\]]+|\b[\w.+-]{1,64}@[\w-]+\.[\w.-]+\b")
# an apostrophe inside a word closes nothing
_QUOTED = re.compile(
    r"“[^“”]+”|„[^„”“]+[”“]|«[^«»]+»|\"[^\"]+\""
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)|(?<![\w'])'(?:[^']|(?<=\w)'(?=\w))+'(?!\w)"
)
_WORD = re.compile(r"\w+")


def running_text(paragraph: Paragraph) -> str:
    """The text of the paragraph, as long as it is; a masked character is MASK.

    Of a quotation or a reference nothing is left. Short stretches between quotation marks, such as
    a ‘term’, stay.
    """
    text = paragraph.text
    if paragraph.kind in {Kind.QUOTATION, Kind.REFERENCE}:
        return MASK * len(text)
    for start, end in (*paragraph.masked, *_stretches(text)):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def quotes(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a quotation begins in this stretch of the paragraph."""
    return any(start <= at < end for at, _ in _quotations(paragraph.text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _ADDRESS.finditer(text))
    yield from _quotations(text)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        if len(_WORD.findall(match[0])) >= QUOTATION_WORDS:
            yield match.span()
