"""Read a draft from a file: Markdown, plain text, Word or OpenDocument."""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from si_kg.drafts.draft import Draft, Paragraph
from si_kg.drafts.faults import DraftKindUnknown, DraftTooLarge
from si_kg.drafts.thresholds import MOST_BYTES, MOST_TEXT_BYTES, MOST_WORDS
from si_kg.errors import FileUnreadable, PartMissing

STANDARD_INPUT = Path("-")

_WORD = re.compile(r"\w+")
_ARCHIVES = (".docx", ".odt")
_ENDINGS = (".md", ".markdown", ".txt", *_ARCHIVES)

Reader = Callable[[bytes, str], Iterable[Paragraph]]


def read_draft(file: Path) -> Draft:
    """The draft in this file, or on standard input (`-`), which is read as Markdown.

    Raises FileUnreadable, DraftKindUnknown, DraftTooLarge, DraftNotText, DraftBroken,
    DraftEncrypted, DraftUnsafe, or PartMissing without the extra `documents`.
    """
    ending = ".md" if file == STANDARD_INPUT else file.suffix.lower()
    if ending not in _ENDINGS:
        raise DraftKindUnknown(file=file.name)
    draft = Draft.of(str(file), _reader(ending)(_content(file, ending), file.name))
    words = sum(sum(1 for _ in _WORD.finditer(each.text)) for each in draft.paragraphs)
    if words > MOST_WORDS:
        raise _too_large(file, f"{MOST_WORDS} woorden", f"{MOST_WORDS} words")
    return draft


def _reader(ending: str) -> Reader:
    """What reads files that end so; a parser is loaded when it is needed."""
    try:
        match ending:
            case ".docx":
                from si_kg.drafts.reading import word

                return word.paragraphs
            case ".odt":
                from si_kg.drafts.reading import opendocument

                return opendocument.paragraphs
            case ".txt":
                from si_kg.drafts.reading import plain

                return plain.paragraphs
        from si_kg.drafts.reading import markdown
    except ImportError:
        raise PartMissing(extra="documents") from None
    return markdown.paragraphs


def _content(file: Path, ending: str) -> bytes:
    most = MOST_BYTES if ending in _ARCHIVES else MOST_TEXT_BYTES
    try:
        if file == STANDARD_INPUT:
            content = sys.stdin.buffer.read(most + 1)
        else:
            with file.open("rb") as stream:
                content = stream.read(most + 1)
    except OSError:
        raise FileUnreadable(file=file) from None
    if len(content) > most:
        raise _too_large(file, f"{most // 1_000_000} MB", f"{most // 1_000_000} MB")
    return content


def _too_large(file: Path, nl: str, en: str) -> DraftTooLarge:
    return DraftTooLarge(file=file.name, most_nl=nl, most_en=en)
