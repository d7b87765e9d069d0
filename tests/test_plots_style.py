"""How pictures look: words keep their letters, and letters can be read on every shade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.plots.style import folded, readable_on, shade


@given(st.text(), st.integers(1, 500))
def test_folding_keeps_every_word(text: str, width: int) -> None:
    """A text over lines is still the same text."""
    assert "".join(folded(text, width).split()) == "".join(text.split())


def test_a_long_word_is_not_broken() -> None:
    """It sticks out; only a monster is broken."""
    assert folded("een systeemverandering", 20) == "een\nsysteemverandering"
    assert "\n" in folded("x" * 100, 20)


@pytest.mark.parametrize("place", range(12))
def test_letters_are_readable_on_each_shade(place: int) -> None:
    """At least 4.5 to 1, as WCAG asks of small text."""
    background = shade(place, 12)
    assert _contrast(background, readable_on(background)) >= 4.5


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
