"""Dutch or English: which one is meant, and texts that exist in both."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from si_kg.errors import LanguageNotFound

LANGUAGES = ("nl", "en")


class Text(NamedTuple):
    """One text in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """The text in `language`."""
        return self.nl if language == "nl" else self.en


def choose(wanted: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """The language to speak: `wanted`, else SI_KG_LANG, else the locale, else English.

    Raises LanguageNotFound where `wanted` or SI_KG_LANG is neither nl nor en.
    """
    environment = os.environ if environment is None else environment
    explicit = wanted or environment.get("SI_KG_LANG")
    if explicit:
        return _checked(explicit)
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    return "nl" if locale.startswith("nl") else "en"


def preferred(texts: Mapping[str, str], language: str) -> str:
    """The text in `language`, else in another language with that language shown behind it."""
    if language in texts:
        return texts[language]
    if not texts:
        return ""
    tag, text = min(texts.items())
    return f"{text} [{tag}]" if tag else text


def _checked(language: str) -> str:
    if language not in LANGUAGES:
        raise LanguageNotFound(language, LANGUAGES)
    return language
