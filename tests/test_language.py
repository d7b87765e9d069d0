"""Which language is spoken, and what is shown where a text is missing in it."""

import pytest

from si_kg.errors import LanguageNotFound
from si_kg.language import LANGUAGES, Text, choose, preferred


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        pytest.param("nl", {"SI_KG_LANG": "en"}, "nl", id="asked"),
        pytest.param(None, {"SI_KG_LANG": "nl", "LANG": "en_GB"}, "nl", id="variable"),
        pytest.param("", {"SI_KG_LANG": "nl"}, "nl", id="asked-for-nothing"),
        pytest.param(None, {"LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB"}, "nl", id="all-before-lang"),
        pytest.param(None, {"LC_MESSAGES": "nl_BE", "LANG": "en_GB"}, "nl", id="messages"),
        pytest.param(None, {"LANG": "nl"}, "nl", id="lang"),
        pytest.param(None, {"LC_ALL": "C", "LANG": "nl_NL"}, "en", id="c-locale"),
        pytest.param(None, {"LANG": "de_DE"}, "en", id="third-language"),
        pytest.param(None, {}, "en", id="nothing"),
    ],
)
def test_the_language_is_chosen(
    wanted: str | None, environment: dict[str, str], language: str
) -> None:
    """What is asked goes before SI_KG_LANG, that before the locale, and English is last."""
    assert choose(wanted, environment) == language


@pytest.mark.parametrize(
    ("wanted", "environment"),
    [
        pytest.param("de", {}, id="asked"),
        pytest.param("NL", {}, id="capitals"),
        pytest.param(None, {"SI_KG_LANG": "fr"}, id="variable"),
        pytest.param(None, {"SI_KG_LANG": "nl_NL"}, id="locale-in-variable"),
    ],
)
def test_another_language_is_refused(wanted: str | None, environment: dict[str, str]) -> None:
    """A language that is neither nl nor en is not silently replaced."""
    with pytest.raises(LanguageNotFound, match="choose nl or en"):
        choose(wanted, environment)


@pytest.mark.parametrize(
    ("texts", "language", "shown"),
    [
        pytest.param({"nl": "delen", "en": "sharing"}, "nl", "delen", id="there"),
        pytest.param({"en": "sharing"}, "nl", "sharing [en]", id="only-the-other"),
        pytest.param({"": "42"}, "nl", "42", id="no-language"),
        pytest.param({"de": "teilen", "en": "sharing"}, "nl", "teilen [de]", id="first-of-two"),
        pytest.param({}, "nl", "", id="nothing"),
    ],
)
def test_a_fallback_is_visible(texts: dict[str, str], language: str, shown: str) -> None:
    """A text in another language than asked carries its language behind it."""
    assert preferred(texts, language) == shown


def test_a_text_is_read_in_either_language() -> None:
    """A text knows its Dutch and its English."""
    text = Text("ja", "yes")
    assert [text.in_(language) for language in LANGUAGES] == ["ja", "yes"]
