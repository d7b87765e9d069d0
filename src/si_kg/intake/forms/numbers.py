"""Numbers as Dutch and English people write them; where both readings are possible, neither."""

import re
from decimal import Decimal

from si_kg.intake.forms.reasons import NOT_A_NUMBER, TWO_NUMBERS, Refused, filled
from si_kg.intake.forms.sheets import Written
from si_kg.language import Text

_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_GROUPED = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>[1-9]\d{0,2}(?:(?P<mark>[., '’])\d{3})(?:(?P=mark)\d{3})*)"
    r"(?:(?!(?P=mark))(?P<comma>[.,])(?P<part>\d+))?",
    re.ASCII,
)
_SPACES = re.compile(r"[\u00a0\u2009\u202f]")
_GROUP, _MOST_DIGITS = 3, 30


def number(value: Written) -> Decimal:
    """The number that a cell holds; raises Refused where it is none, or could be two.

    >>> [str(number(text)) for text in ("1.234,5", "1,234.5", "12.5", "2026", "1.234.567")]
    ['1234.5', '1234.5', '12.5', '2026', '1234567']
    """
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _sane(Decimal(value), str(value))
    text = _SPACES.sub(" ", str(value)).strip().replace("−", "-")
    grouped = _GROUPED.fullmatch(text)
    if grouped and not _both(text):
        digits = re.sub(r"\D", "", grouped["whole"])
        return _sane(Decimal(f"{grouped['sign']}{digits}.{grouped['part'] or '0'}"), text)
    if not _PLAIN.fullmatch(text):
        raise Refused(filled(NOT_A_NUMBER, value))
    if _both(text):
        whole, part = re.split(r"[.,]", text)
        thousands, decimal = whole + part, Text(f"{whole},{part}", f"{whole}.{part}")
        sure = Text(*(f"{each}0" for each in decimal))
        raise Refused(filled(TWO_NUMBERS, text, thousands, decimal, thousands, sure))
    return _sane(Decimal(text.replace(",", ".")), text)


def _both(text: str) -> bool:
    """Whether the one mark in the number can stand for thousands and for the decimals alike."""
    parts = re.split(r"[.,]", text.lstrip("+-"))
    if len(parts) != 2 or not all(part.isdigit() for part in parts):  # noqa: PLR2004 (one mark)
        return False
    whole, part = parts
    return len(part) == _GROUP and len(whole) <= _GROUP and not whole.startswith("0")


def _sane(found: Decimal, text: str) -> Decimal:
    if not found.is_finite() or len(text) > _MOST_DIGITS:
        raise Refused(filled(NOT_A_NUMBER, text))
    shorter = found.normalize()
    return shorter.quantize(Decimal(1)) if shorter == shorter.to_integral_value() else shorter
