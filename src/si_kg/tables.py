"""Rows of text drawn as a table, for a terminal or for Markdown."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

_GAP = "  "
_NARROWEST = 8
_HIGHEST, _FEW = 3, 3


def text_table(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int = 0) -> str:
    """Rows in plain text, no line longer than `width` where that is given.

    Rows of many columns that would stand too high and narrow become cards: a line for each cell.
    """
    shown = [[printable(cell) for cell in row] for row in (titles, *rows)]
    wanted = [max(map(len, column)) for column in zip(*shown, strict=True)]
    if width and len(wanted) > _FEW and sum(wanted) > width * _HIGHEST:
        return _cards(shown[0], shown[1:], width)
    widths = fitted(wanted, width)
    rule = _line(["─" * size for size in widths], widths)
    blocks = [_block(row, widths) for row in shown]
    apart = any("\n" in block for block in blocks[1:])
    return "\n".join([blocks[0], rule, ("\n\n" if apart else "\n").join(blocks[1:])]) + "\n"


def markdown_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in GitHub-flavoured Markdown, in which no cell can break out of its place."""
    shown = [[_markdown(cell) for cell in row] for row in (titles, *rows)]
    lines = [f"| {' | '.join(row)} |" for row in shown]
    lines.insert(1, f"|{' --- |' * len(titles)}")
    return "\n".join(lines) + "\n"


def heading(text: str, style: str, level: int) -> str:
    """A heading of level 1 or 2, for a terminal ("text") or for Markdown ("md")."""
    shown = printable(text)
    if style == "md":
        return f"{'#' * level} {shown}\n"
    return f"{shown}\n{('═' if level == 1 else '─') * len(shown)}"


def filled(text: str, width: int) -> str:
    r"""`text` in lines of at most `width` characters; 0 leaves it on one line.

    >>> filled("a line of text", 8)
    'a line\nof text'
    """
    return "\n".join(wrap(text, width)) if width else text


def printable(text: str) -> str:
    """`text` on one line, each run of white space or control characters made one space."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def fitted(wanted: Sequence[int], width: int) -> list[int]:
    """Column widths that add up to `width` at most: the widest columns give way first.

    >>> fitted([5, 100, 40], 64)
    [5, 27, 28]
    """
    widths = list(wanted)
    room = width - len(_GAP) * (len(widths) - 1)
    while width and sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _cards(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    margin = max(map(len, titles)) + len(_GAP)
    cards = ["\n".join(_card(titles, row, margin, width)) for row in rows]
    return "\n\n".join(cards) + "\n"


def _card(titles: Sequence[str], row: Sequence[str], margin: int, width: int) -> Iterator[str]:
    """One row, each filled cell beside its title."""
    for title, cell in zip(titles, row, strict=True):
        first, *rest = wrap(cell, max(width - margin, _NARROWEST)) or [""]
        if first:
            yield title.ljust(margin) + first
            yield from (" " * margin + line for line in rest)


def _block(cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = [wrap(cell, size or 1) or [""] for cell, size in zip(cells, widths, strict=True)]
    height = max(map(len, columns), default=1)  # a row may have no columns
    padded = [column + [""] * (height - len(column)) for column in columns]
    return "\n".join(_line(part, widths) for part in zip(*padded, strict=True))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = (cell.ljust(size) for cell, size in zip(cells, widths, strict=True))
    return _GAP.join(aligned).rstrip()


def _markdown(cell: str) -> str:
    escaped = printable(cell).replace("\\", "\\\\").replace("|", "\\|")
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace("`", "\\`")
