"""Errors speak Dutch and English, say what to do next, and carry nothing harmful."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import si_kg.cli.help
from si_kg import errors
from si_kg.errors import (
    FileMalformed,
    NotFound,
    ParameterNotFound,
    QueryNotFound,
    SiKgError,
    resembling,
)
from si_kg.findings import Kind
from si_kg.questions.faults import QuestionNotUnderstood
from si_kg.workspace.faults import AdditionRefused

# whatever was imported before: every module of the package with errors of its own
for _module in walk_packages(si_kg.__path__, "si_kg."):
    if _module.name.endswith(".faults"):
        import_module(_module.name)


def _tree(base: type[SiKgError]) -> Iterator[type[SiKgError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _tree(kind)


CONCRETE = sorted(
    {kind for kind in _tree(SiKgError) if hasattr(kind, "nl")}, key=lambda kind: kind.__name__
)
ABSTRACT = {kind.__name__ for kind in _tree(SiKgError)} - {kind.__name__ for kind in CONCRETE}


def _fields(*templates: str) -> set[str]:
    return {name for text in templates for _, name, _, _ in Formatter().parse(text) if name}


def _made(kind: type[SiKgError], value: object, *known: str) -> SiKgError:
    """An error of this kind, with `value` for every fact that its messages mention."""
    if issubclass(kind, QuestionNotUnderstood):
        return kind([str(value)], [], [])
    if issubclass(kind, AdditionRefused):
        return kind([], {Kind("Violation", ""): 1, Kind("Warning", "ex:rule"): 2})
    facts = dict.fromkeys(_fields(kind.nl, kind.en) - {"name"}, value)
    if issubclass(kind, NotFound):
        return kind(str(value), known, **facts)
    return kind(**facts | ({"name": value} if "name" in _fields(kind.nl) else {}))


def test_there_are_errors_to_look_at() -> None:
    """A check of nothing would pass; only bases are without a sentence."""
    assert len(CONCRETE) > 20
    assert {"NotFound", "QueryRefused"} == ABSTRACT
    assert si_kg.cli.help.CommandNotFound in CONCRETE


@pytest.mark.parametrize("kind", CONCRETE, ids=lambda kind: kind.__name__)
def test_each_error_speaks_both_languages(kind: type[SiKgError]) -> None:
    """Both sentences are whole, differ, tell the same facts, and end in a full stop."""
    error = _made(kind, "X")
    nl, en = error.message("nl"), error.message("en")
    assert nl != en
    assert str(error) == en
    for message in (nl, en):
        assert "{" not in message
        assert message.rstrip("`").endswith((".", "?"))
    neutral = {name.removesuffix("_nl") for name in _fields(kind.nl)}
    assert neutral == {name.removesuffix("_en") for name in _fields(kind.en)}


@pytest.mark.parametrize("kind", CONCRETE, ids=lambda kind: kind.__name__)
def test_each_error_ends_a_command_with_a_known_code(kind: type[SiKgError]) -> None:
    """1 is an answer that is no, 2 wrong use, 3 something broken."""
    assert _made(kind, "X").exit_code in {errors.NEGATIVE, errors.WRONG_USE, errors.BROKEN}


@pytest.mark.parametrize("kind", CONCRETE, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    "value",
    [
        pytest.param("a\nb\r\x00\x1b[31mc", id="control-characters"),
        pytest.param("a\u202eb\u200bc\u2066d", id="invisible-characters"),
        pytest.param("x" * 100_000, id="long"),
        pytest.param("\udcff\ud800", id="surrogates"),
        pytest.param("{0} {name} {}", id="braces"),
    ],
)
def test_no_value_harms_a_message(kind: type[SiKgError], value: str) -> None:
    """Whatever a user gives, the message is one printable line of a bearable length.

    Only a question that was not understood lists, on lines of their own, what was perhaps meant.
    """
    for language in ("nl", "en"):
        message = _made(kind, value, value).message(language)
        lines = message.split("\n") if kind is QuestionNotUnderstood else [message]
        assert all(line.isprintable() for line in lines)
        assert len(message) < 1500


def test_facts_stay_with_the_error() -> None:
    """A program can read what went wrong without taking the message apart."""
    error = FileMalformed(file="a.ttl", line=3, syntax="Turtle", reason="no")
    assert error.facts == {"file": "a.ttl", "line": 3, "syntax": "Turtle", "reason": "no"}


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        pytest.param(
            "definitons", "Bedoel je definitions?", "Did you mean definitions?", id="near"
        ),
        pytest.param(
            "DEFINITIONS", "Bedoel je definitions?", "Did you mean definitions?", id="other-case"
        ),
        pytest.param("zzz", "`si-kg queries` toont de lijst.", "for the list.", id="far"),
        pytest.param("", "`si-kg queries` toont de lijst.", "for the list.", id="empty"),
    ],
)
def test_an_unknown_name_gives_a_hint(name: str, nl: str, en: str) -> None:
    """The nearest right name is offered, or else the place to look."""
    error = QueryNotFound(name, ["definitions", "places"])
    assert error.message("nl").endswith(nl)
    assert error.message("en").endswith(en)


def test_several_near_names_are_joined_in_the_language() -> None:
    """Two candidates are joined by ‘of’ in Dutch and ‘or’ in English."""
    error = QueryNotFound("concept", ["concepts", "concept-s"])
    assert " of " in error.message("nl")
    assert " or " in error.message("en")


def test_the_hint_about_a_parameter_names_its_query() -> None:
    """Where to look for parameters depends on the query."""
    error = ParameterNotFound("zzz", ["lang"], query="concepts")
    assert "`si-kg queries concepts`" in error.message("nl")
    assert "`si-kg queries concepts`" in error.message("en")


def test_the_likest_names_come_first_and_few() -> None:
    """No more than three names are offered, the likest first."""
    assert resembling("concept", ["concepts", "conceptss", "concep", "concepta", "far"]) == [
        "concepts",
        "concepta",
        "concep",
    ]


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_name_gives_a_message(name: str, known: list[str]) -> None:
    """No name, and no list of names, makes the error itself fail or break its line."""
    for language in ("nl", "en"):
        assert QueryNotFound(name, known).message(language).isprintable()
