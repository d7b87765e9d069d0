"""Numbers, days and names as people type them: as they were meant, or refused."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.intake.forms.moments import moment
from si_kg.intake.forms.numbers import number
from si_kg.intake.forms.reading.separated import guarded, unguarded
from si_kg.intake.forms.reasons import Refused
from si_kg.intake.forms.slugs import slug
from si_kg.namespaces import PREFIXES

XSD = PREFIXES["xsd"]


@given(st.text())
def test_guarding_a_text_can_be_undone(text: str) -> None:
    """Whatever the text, apostrophes and signs included."""
    assert unguarded(guarded(text)) == text


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_a_number_is_never_read_as_another(value: Decimal) -> None:
    """With thousands apart or not, in either country: as it was meant, or not at all."""
    plain = f"{value:f}"
    for text in (plain, plain.replace(".", ","), f"{value:,}", _dutch(f"{value:,}")):
        try:
            found = number(text)
        except Refused:
            continue
        assert found == value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1 234,5", "1234.5"), ("0,125", "0.125"),
        ("12.50", "12.5"), ("1.234.567", "1234567"), ("-3", "-3"), ("2026", "2026"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, meant: str) -> None:
    """Dutch and English notation alike, where only one reading is possible."""
    assert number(text) == Decimal(meant)


@pytest.mark.parametrize("text", ["1.234", "1,234", "35%", "€ 5", "1e5", "twaalf", "1.2.3", ""])
def test_doubtful_numbers_are_refused(text: str) -> None:
    """What can be two numbers, or none, is told."""
    with pytest.raises(Refused):
        number(text)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("31-12-2025", "nl", "2025-12-31"), ("31/12/2025", "en", "2025-12-31"),
        ("12/31/2025", "nl", "2025-12-31"), ("1-2-2025", "nl", "2025-02-01"),
        ("31 december 2025", "nl", "2025-12-31"), ("December 31, 2025", "en", "2025-12-31"),
        ("2025-12-31", "en", "2025-12-31"), ("2025", "nl", "2025"), ("maart 2025", "nl", "2025-03"),
        ("1-2-2025", "en", None), ("1/2/2025", "nl", None), ("31-2-2025", "nl", None),
        ("25", "nl", None), ("31 decembre 2025", "nl", None),
    ],
)  # fmt: skip
def test_moments_as_people_write_them(text: str, language: str, meant: str | None) -> None:
    """A day, a month or a year; one that can be two days is told."""
    kinds = [f"{XSD}{kind}" for kind in ("date", "gYear", "gYearMonth")]
    if meant is None:
        with pytest.raises(Refused):
            moment(text, kinds, language)
    else:
        assert moment(text, kinds, language).value == meant


@given(st.text(min_size=1))
def test_a_slug_is_safe_in_an_iri(text: str) -> None:
    """Whatever someone calls a thing, its id has small letters, digits and hyphens."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        return
    found = slug(text)
    assert found
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    ox.NamedNode(f"https://example.org/{found}")


def _dutch(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))
