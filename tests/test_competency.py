"""The competency questions: read with care, listed by a command, written out in the manual."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Cli

from si_kg.catalogue import Catalogue
from si_kg.cli.commands.questioning import AUDIENCES as OFFERED
from si_kg.cli.commands.questioning import FORMATS
from si_kg.competency import AUDIENCES, QUESTIONS_FILE, CompetencyQuestion, read_questions
from si_kg.competency_page import STYLES, written
from si_kg.errors import CatalogueError, FileUnreadable, FormatNotFound
from si_kg.language import LANGUAGES, Text

CATALOGUE = Catalogue.from_folder(ROOT / "queries")
QUESTIONS = read_questions(ROOT / "queries" / QUESTIONS_FILE, CATALOGUE)
PAGES = {"nl": ROOT / "docs" / "welke-vragen.md", "en": ROOT / "docs" / "questions.md"}


def test_questions_say_it_in_their_own_words() -> None:
    """No question repeats the summary or a phrasing of its query, nor another question."""
    for asked in QUESTIONS:
        query = CATALOGUE[asked.query]
        for language in LANGUAGES:
            known = {query.summary.in_(language), *query.questions[language]}
            assert asked.text.in_(language).rstrip("?") not in {text.rstrip("?") for text in known}


def test_a_command_is_what_a_shell_takes_apart() -> None:
    """Name and values come through the shell as they are."""
    for asked in QUESTIONS:
        program, verb, name, *given = shlex.split(asked.command)
        assert (program, verb, name) == ("si-kg", "query", asked.query)
        assert dict(value.split("=", 1) for value in given) == asked.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_has_all_questions(language: str) -> None:
    """The page is what the command writes: it cannot go stale."""
    assert PAGES[language].read_text("utf-8") == written(QUESTIONS, "md", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_page(language: str, cli: Cli, tmp_path: Path) -> None:
    """`si-kg questions` with the options that the page itself names."""
    file = tmp_path / "page.md"
    cli("questions", "--lang", language, "--format", "md", "--output", file)
    assert file.read_bytes() == PAGES[language].read_bytes()


def test_the_command_lists_those_of_one_user(cli: Cli) -> None:
    """A question, and below it the command that answers it."""
    for audience in AUDIENCES:
        ran = cli("questions", "--audience", audience)
        chosen = [asked for asked in QUESTIONS if audience in asked.audiences]
        assert ran.code == 0
        assert ran.out.count("      si-kg query ") == len(chosen) < len(QUESTIONS)
        assert all(f"  {asked.text.en}\n      {asked.command}\n" in ran.out for asked in chosen)


def test_the_command_offers_what_the_library_has() -> None:
    """Help is shown without reading the questions; the lists agree."""
    assert tuple(AUDIENCES) == OFFERED
    assert STYLES == FORMATS


def test_a_program_can_read_them() -> None:
    """As JSON, in both languages at once; whatever language is asked."""
    told = json.loads(written(QUESTIONS, "json", "nl"))
    assert written(QUESTIONS, "json", "en") == written(QUESTIONS, "json", "nl")
    assert [CompetencyQuestion(**each) for each in map(as_read, told)] == QUESTIONS


def as_read(entry: dict[str, Any]) -> dict[str, Any]:
    """What JSON holds, with our own types."""
    texts = {name: Text(**entry[name]) for name in ("theme", "text")}
    return entry | texts | {"audiences": tuple(entry["audiences"])}


def test_another_format_is_refused() -> None:
    """The message names the formats that there are."""
    with pytest.raises(FormatNotFound, match="text, md, json"):
        written(QUESTIONS, "pdf", "en")


GOOD = """\
- theme: {nl: Delen, en: Sharing}
  questions:
    - id: CQ001
      for: [researcher]
      nl: Wat is delen?
      en: What is sharing?
      query: concepts
      values: {lang: nl}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "nl", "en"),
    [
        pytest.param(GOOD, "", 1, "hoort een lijst", "a list is needed", id="empty"),
        pytest.param(GOOD, "theme: x", 1, "hoort een lijst", "a list is needed", id="no-list"),
        pytest.param("[researcher]", "[}", 4, "geen YAML", "not YAML", id="no-yaml"),
        pytest.param(", en: Sharing", "", 1, "‘en’ ontbreekt", "‘en’ is missing", id="theme"),
        pytest.param("questions:", "asked:", 1, "‘questions’ ontb", "‘questions’ is", id="group"),
        pytest.param(
            "      nl: Wat is delen?\n", "", 3, "‘nl’ ontbreekt", "‘nl’ is", id="no-dutch"
        ),
        pytest.param("What is sharing?", "''", 6, "hoort tekst", "text is", id="no-english"),
        pytest.param(
            "What is sharing?", "Sharing.", 6, "vraagteken", "question mark", id="no-mark"
        ),
        pytest.param("What is sharing?", "Wat is delen?", 6, "staat er al", "already", id="same"),
        pytest.param("CQ001", "Q1", 3, "CQ met drie", "CQ with three", id="id"),
        pytest.param("[researcher]", "[king]", 4, "bevat alleen", "holds only", id="audience"),
        pytest.param("[researcher]", "[]", 4, "hoort een lijst", "a list is", id="no-audience"),
        pytest.param(
            "[researcher]", "linker", 4, "hoort een lijst", "a list is", id="one-audience"
        ),
        pytest.param("concepts", "conceptz", 7, "Bedoel", "Did you mean", id="query"),
        pytest.param("{lang", "{land", 7, "geen parameter ‘land’", "no parameter", id="parameter"),
        pytest.param("{lang: nl}", "[nl]", 8, "namen met een", "names with", id="values"),
        pytest.param("{lang: nl}", "{lang: [nl]}", 8, "hoort tekst", "text is", id="value"),
        pytest.param("values:", "value:", 8, "onbekend: value", "unknown: value", id="unknown"),
        pytest.param("values:", "query:", 8, "staat er dubbel", "there twice", id="twice"),
    ],
)
def test_a_fault_is_refused(  # noqa: PLR0913, PLR0917 (a row of the table)
    old: str, new: str, line: int, nl: str, en: str, tmp_path: Path
) -> None:
    """Each fault is named in both languages, with the file and the line to mend."""
    file = tmp_path / QUESTIONS_FILE
    file.write_text(GOOD, "utf-8")
    assert len(read_questions(file, CATALOGUE)) == 1
    assert GOOD.count(old) == 1
    file.write_text(GOOD.replace(old, new), "utf-8")
    with pytest.raises(CatalogueError) as refused:
        read_questions(file, CATALOGUE)
    for language, reason in (("nl", nl), ("en", en)):
        message = refused.value.message(language)
        assert file.name in message
        assert reason in message
    assert refused.value.facts["line"] == line


def test_an_id_is_given_once(tmp_path: Path) -> None:
    """An id stands for one question for good."""
    file = tmp_path / QUESTIONS_FILE
    again = GOOD.replace("?", " dan?")
    file.write_text(GOOD + again, "utf-8")
    with pytest.raises(CatalogueError, match="‘CQ001’ is there already"):
        read_questions(file, CATALOGUE)


@pytest.mark.parametrize("content", [None, b"caf\xe9"], ids=["missing", "no-utf8"])
def test_a_file_that_cannot_be_read_is_named(content: bytes | None, tmp_path: Path) -> None:
    """A file that is not there, or in another encoding."""
    file = tmp_path / QUESTIONS_FILE
    if content:
        file.write_bytes(content)
    with pytest.raises(FileUnreadable, match=QUESTIONS_FILE):
        read_questions(file, CATALOGUE)
