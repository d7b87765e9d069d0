"""Numbers with their unit and time, as people write them."""

from si_kg.descriptions import Description

_GROUPED_FROM = 10_000


def figure(said: Description) -> str:
    """The value of a measurement with its unit and when it held; empty for any other thing."""
    low, high = said.text("si:lowerBound"), said.text("si:upperBound")
    value = said.text("si:value") or ("–".join((low, high)) if low and high else "")
    if not value:
        return ""
    shown = "–".join(number(part, said.language) for part in value.split("–"))
    unit = " ".join(map(str, said.things("si:hasUnit")))
    when = said.text("si:observedOn") or _period(said)
    return ", ".join(filter(None, (f"{shown} {unit}".strip(), when)))


def number(text: str, language: str) -> str:
    """A number with a sign between each three of its digits, and the decimal sign of the language.

    >>> number("197000000", "nl"), number("5.5", "nl"), number("2012", "en")
    ('197.000.000', '5,5', '2012')
    """
    whole, point, rest = text.partition(".")
    if whole.isascii() and whole.isdigit() and int(whole) >= _GROUPED_FROM:
        whole = f"{int(whole):,}"
    signs = str.maketrans(",.", ".,") if language == "nl" else {}
    return (whole + (point and f".{rest}")).translate(signs)


def _period(said: Description) -> str:
    start, end = said.text("si:periodStart") or "", said.text("si:periodEnd") or ""
    return f"{start}–{end}" if start and end else start or end
