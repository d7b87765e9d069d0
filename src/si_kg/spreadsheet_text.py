"""Text in a spreadsheet that stays text: never a formula, never a broken file."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

# the last four are the signs at full width, which some programs read as formulas too
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 32_767


def like_a_formula(text: str) -> bool:
    """Whether a spreadsheet may read the text as a formula.

    >>> like_a_formula("=1+1"), like_a_formula("1+1")
    (True, False)
    """
    return text.startswith(_FORMULA_SIGNS)


def legible(text: str) -> str:
    r"""`text` with the characters that XML cannot hold marked as lost.

    >>> legible("a\x00b")
    'a\ufffdb'
    """
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def put_text(cell: "Cell | MergedCell", text: str) -> None:
    """Text in a cell: not a formula now, and not when it is edited; the longest are cut off."""
    shown = legible(text).replace("\r\n", "\n").replace("\r", "\n")
    cell.value = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    cell.data_type = "s"
    if like_a_formula(text):
        cell.quotePrefix = True
