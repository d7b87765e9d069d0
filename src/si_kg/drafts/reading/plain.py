"""Plain text: a paragraph is what stands between empty lines."""

import codecs
from collections.abc import Iterator

from si_kg.drafts.draft import Break, Paragraph
from si_kg.drafts.faults import DraftNotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def paragraphs(content: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs of a plain text; raises DraftNotText."""
    lines: list[tuple[int, str]] = []
    number = 0
    for at, line in enumerate([*decoded(content, name).splitlines(), ""], 1):
        if line.strip():
            lines.append((at, line))
        elif lines:
            number += 1
            yield joined(number, lines)
            lines = []


def decoded(content: bytes, name: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 where it says so; raises DraftNotText."""
    encoding = next((each for mark, each in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise DraftNotText(file=name) from None
    if "\0" in text:
        raise DraftNotText(file=name)
    return text


def joined(number: int, lines: list[tuple[int, str]]) -> Paragraph:
    """Lines, each with its number in the file, as one paragraph."""
    breaks, parts, offset = [], [], 0
    for at, line in lines:
        bare = line.strip()
        breaks.append(Break(offset, at, len(line) - len(line.lstrip()) + 1))
        parts.append(bare)
        offset += len(bare) + 1
    return Paragraph(number, " ".join(parts), breaks=tuple(breaks))
