"""The page that tells what is wrong, and what to do about it."""

from collections.abc import Sequence

from si_kg.site.view import View
from si_kg.site.words import problem as words


def problem(status: int, detail: str, close: Sequence[str], language: str) -> View:
    """What is wrong in words; `close` are names that may have been meant."""
    title = words.TITLES.get(status, words.OTHER).in_(language)
    return View(
        "problem.html",
        title,
        {"detail": detail, "close": close},
        words.WORDS,
        status=status,
        alone=True,
    )
