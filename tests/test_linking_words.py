"""What words tell for linking: folded names, kinds of things, prefixes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.linking.folding import words
from si_kg.linking.kinds import conflict, kinds_of_description, kinds_of_type
from si_kg.linking.prefixes import prefixes_for


@given(st.text(max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    """The words of folded words are those words."""
    assert words(" ".join(words(text))) == words(text)


@pytest.mark.parametrize(
    ("description", "kinds"),
    [
        pytest.param("municipality in the Netherlands", {"municipality"}, id="municipality"),
        pytest.param("city (not the municipality)", {"city"}, id="not-that"),
        pytest.param("city, municipality and capital of Gelderland", None, id="both"),
        pytest.param("economic systems that enable shared access", set(), id="unknown"),
    ],
)
def test_kinds_of_descriptions(description: str, kinds: set[str] | None) -> None:
    """The first words tell; what stands in brackets is denied or beside the point."""
    assert kinds_of_description(description) == (kinds if kinds is not None else BOTH)


BOTH = {"city", "municipality"}


def test_kinds_that_exclude_each_other() -> None:
    """A municipality is a place and a body; a mill is neither; what is unknown excludes nothing."""
    municipality = kinds_of_type("Municipality")
    assert not conflict(municipality, kinds_of_type("Organisation"))
    assert not conflict(municipality, frozenset())
    assert conflict(municipality, kinds_of_type("molen"))


def test_prefixes_are_unique() -> None:
    """Two namespaces that end alike get two names."""
    found = prefixes_for(["https://a.org/terms/1", "https://b.org/terms/1", "urn:isbn:12"])
    assert sorted(found.values()) == ["https://a.org/terms/", "https://b.org/terms/", "urn:isbn:"]
