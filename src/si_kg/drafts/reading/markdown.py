"""Markdown: the blocks as CommonMark has them, and the place of each word in the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from si_kg.drafts.draft import Break, Kind, Paragraph
from si_kg.drafts.reading.plain import decoded

_FENCE = "---"


def paragraphs(content: bytes, name: str) -> Iterator[Paragraph]:
    """The paragraphs, headings, items and cells of a Markdown text; raises DraftNotText.

    Code, HTML and the metadata on top are left out; a block quote is a quotation.
    """
    lines = _without_metadata(decoded(content, name).splitlines())
    # joined, an escape could not be told from what it stands for, nor found in the source
    parser = MarkdownIt("commonmark").enable("table").disable("text_join")
    tokens = parser.parse("\n".join(lines))
    quoted, level, number = 0, 0, 0
    cells: dict[int, int] = {}
    for token in tokens:
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline" and token.content.strip() and token.map:
            number += 1
            kind = Kind.QUOTATION if quoted else Kind.HEADING if level else Kind.TEXT
            start = token.map[0]
            block = _Block(_source(lines, start, token.content, cells))
            block.add_all(token.children or ())
            yield block.paragraph(number, kind, level)


def _without_metadata(lines: list[str]) -> list[str]:
    """The lines with those of a YAML header emptied, so that the others keep their number."""
    if not lines or lines[0].rstrip() != _FENCE:
        return lines
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in {_FENCE, "..."}), 0)
    return [""] * (end + 1) + lines[end + 1 :] if end else lines


def _source(
    lines: Sequence[str], start: int, content: str, cells: dict[int, int]
) -> list[tuple[str, Break]]:
    """Each line of the content of a block, with its place in the file.

    `cells` holds how far each line has been used: the cells of a row stand on one line.
    """
    found = []
    offset = 0
    for row, part in enumerate(content.split("\n"), start):
        line = lines[row] if row < len(lines) else ""
        column = max(line.find(part, cells.get(row, 0)), 0)
        cells[row] = column + len(part)
        found.append((part, Break(offset, row + 1, column + 1)))
        offset += len(part) + 1
    return found


@dataclass
class _Block:
    """The running text of one block, gathered from its inline parts."""

    source: list[tuple[str, Break]]
    text: str = ""
    masked: list[tuple[int, int]] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    _at: int = 0

    def __post_init__(self) -> None:
        self._content = "\n".join(part for part, _ in self.source)
        self._lines = [each for _, each in self.source]

    def add_all(self, parts: Sequence[Token]) -> None:
        """Append the inline parts in order: what is emphasised or linked is text, code is not."""
        for part in parts:
            match part.type:
                case "text":
                    self._add(part.content, part.content)
                case "text_special":
                    self._add(part.content, part.markup or part.content)
                case "code_inline":
                    self._add(part.content, part.content, mask=True)
                case "softbreak" | "hardbreak":
                    self._add(" ", "\n")

    def paragraph(self, number: int, kind: Kind, level: int) -> Paragraph:
        """What was gathered."""
        return Paragraph(number, self.text, kind, level, tuple(self.breaks), tuple(self.masked))

    def _add(self, text: str, written: str, *, mask: bool = False) -> None:
        """Text, and what it looks like in the source, where it stands after what came before."""
        found = self._content.find(written, self._at)
        if found >= 0:
            near = max(each for each in self._lines if each.offset <= found)
            at = Break(len(self.text), near.line, near.column + found - near.offset)
            self.breaks.append(at)
            self._at = found + len(written)
        if mask:
            self.masked.append((len(self.text), len(self.text) + len(text)))
        self.text += text
