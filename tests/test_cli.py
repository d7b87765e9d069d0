"""The command line, in two languages: answers on stdout, one line on stderr, an exit code."""

import re
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES, Cli, complaint, shell

from si_kg import shipped
from si_kg.cli import main
from si_kg.cli.commands import make_cli
from si_kg.cli.run import run
from si_kg.cli.words import WORDS

COMMANDS = list(make_cli("en").commands)

# English words that a Dutch page would show if a text of Click or of ours were not translated.
ENGLISH = re.compile(
    r"\b(the|and|with|show|this|message|exit|usage|options?|commands?|file|text|integer|float|"
    r"range|required|default|arguments?|missing|got|unexpected|requires|name|value|word|thing|"
    r"folder|answer|path)\b",
    re.IGNORECASE,
)


def test_the_commands_are_those_of_the_library() -> None:
    """What can be done in Python can be done here, and the other way round."""
    assert set(COMMANDS) >= {
        "query",
        "queries",
        "show",
        "sample",
        "validate",
        "check-quotes",
        "check",
        "build",
    }
    assert list(make_cli("nl").commands) == COMMANDS


@pytest.mark.parametrize("command", ["", *COMMANDS], ids=lambda name: name or "si-kg")
def test_help_is_in_the_language_asked(command: str, cli: Cli) -> None:
    """Every help page differs between the languages, and the Dutch one has no English left."""
    arguments = [command] if command else []
    dutch = cli(*arguments, "--help", "--lang", "nl")
    english = cli(*arguments, "--help", "--lang", "en")
    assert dutch.code == english.code == 0
    assert dutch.out.startswith("Gebruik: si-kg")
    assert english.out.startswith("Usage: si-kg")
    assert dutch.err == english.err == ""
    names = re.compile(
        rf"--[\w-]+|\b({'|'.join(COMMANDS)})\b|(?m:^  [a-z]+ )|table, csv[\w, \n]*"
        r"|text, (?:md|bibtex|json|table)"
    )
    known = names.sub("", dutch.out)
    assert ENGLISH.findall(known) == []


def test_every_word_is_in_both_languages() -> None:
    """No text of the command line is empty; the same places are filled in both languages."""
    for texts in WORDS.values():
        assert all(texts)
        nl, en = (sorted(re.findall(r"\{(\w*)", text)) for text in texts)
        assert nl == en


@pytest.mark.parametrize(
    ("arguments", "dutch"),
    [
        pytest.param(["queries", "--lang", "nl"], True, id="after"),
        pytest.param(["--lang", "nl", "queries"], True, id="before"),
        pytest.param(["queries", "--lang=nl"], True, id="equals"),
        pytest.param(["queries", "--lang", "en"], False, id="english"),
        pytest.param(["queries"], False, id="locale"),
    ],
)
def test_the_language_may_stand_anywhere(arguments: list[str], dutch: bool, cli: Cli) -> None:  # noqa: FBT001
    """`--lang` before or after the command, or the locale."""
    ran = cli(*arguments)
    assert ran.code == 0
    assert ("Alle begrippen" in ran.out or "begrip" in ran.out) == dutch


def test_the_variable_decides_the_language(mini_cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """SI_KG_LANG goes before the locale."""
    monkeypatch.setenv("SI_KG_LANG", "nl")
    assert "delen" in mini_cli("query", "concepts").out


def test_the_version_is_shown(cli: Cli) -> None:
    """Name and number."""
    assert re.fullmatch(r"si-kg \d+\.\d+\.\d+\n", cli("--version").out)


WRONG = [
    pytest.param(["query", "concpts"], 2, "concepts", id="unknown-query"),
    pytest.param(["queries", "xyzzy"], 2, "si-kg queries", id="unknown-word"),
    pytest.param(["query"], 2, "--file", id="nothing-asked"),
    pytest.param(["query", "definitions-of", "concep=x"], 2, "concept", id="unknown-parameter"),
    pytest.param(["query", "concepts", "lang"], 2, "lang", id="no-equals-sign"),
    pytest.param(["query", "definitions-of", "concept="], 2, "concept", id="empty-value"),
    pytest.param(["query", "definitions-of", "concept=dele"], 2, "delen", id="wrong-thing"),
    pytest.param(["query", "definitions-of", "concept=100%"], 2, "100%", id="percent"),
    pytest.param(["query", "definitions-of", "since=13"], 2, "since", id="wrong-year"),
    pytest.param(
        ["query", "concepts", "limit=3"],
        2,
        "limit",
        id="parameter-limit",
    ),
    pytest.param(["show", "delenn"], 2, "delen", id="unknown-thing"),
    pytest.param(["show", "bank"], 2, "id:bank-of-money", id="ambiguous-thing"),
    pytest.param(["show", "[x"], 2, "[x", id="bracket"),
    pytest.param(["show", "\udcff"], 2, "", id="undecodable-byte"),
    pytest.param(["show"], 2, "si-kg show --help", id="missing-argument"),
    pytest.param(["show", "a", "b"], 2, "si-kg show --help", id="argument-too-many"),
    pytest.param(["shwo"], 2, "show", id="unknown-command"),
    pytest.param([], 2, "si-kg --help", id="no-command"),
    pytest.param(["query", "--frmat", "csv"], 2, "--frmat", id="unknown-option"),
    pytest.param(["query", "concepts", "--format", "pdf"], 2, "csv", id="unknown-format"),
    pytest.param(["query", "concepts", "--format", "ttl"], 2, "csv", id="format-of-triples"),
    pytest.param(["show", "delen", "--format", "csv"], 2, "md", id="format-of-rows"),
    pytest.param(["query", "concepts", "--limit", "0"], 2, "--limit", id="limit-nought"),
    pytest.param(["query", "concepts", "--limit", "x"], 2, "--limit", id="limit-no-number"),
    pytest.param(["query", "concepts", "--timeout", "-1"], 2, "--timeout", id="timeout"),
    pytest.param(["query", "concepts", "--limit"], 2, "--limit", id="option-without-value"),
    pytest.param(["query", "--file", "nowhere.rq"], 2, "nowhere.rq", id="no-query-file"),
    pytest.param(["query", "--file", "."], 2, "‘.’", id="folder-as-query-file"),
    pytest.param(["query", "concepts", "-o", "no/where"], 2, "no/where", id="unwritable"),
    pytest.param(["query", "concepts", "--endpoint", "nowhere"], 2, "nowhere", id="no-folder"),
    pytest.param(["query", "concepts", "--endpoint", "http://127.0.0.1:1/"], 3, ":1/", id="nobody"),
    pytest.param(["query", "concepts", "--endpoint", "http://[x"], 3, "http://[x", id="bad-url"),
    pytest.param(["validate", "nowhere.ttl"], 2, "nowhere.ttl", id="no-data-file"),
    pytest.param(["validate", "own.csv"], 2, "own.csv", id="no-rdf-file"),
    pytest.param(["validate", "--engine", "x"], 2, "turbo", id="unknown-engine"),
    pytest.param(["check", "shape"], 2, "", id="unknown-check"),
    pytest.param(["sample"], 2, "--seed N.", id="no-seed"),
    pytest.param(["sample", "--seed", "x"], 2, "--seed", id="seed-no-number"),
    pytest.param(["sample", "--seed", "-1"], 2, "--seed", id="seed-below-nought"),
    pytest.param(["sample", "--seed", "1", "--size", "0"], 2, "--size", id="size-nought"),
    pytest.param(["check-quotes"], 2, "--source ", id="no-source-text"),
    pytest.param(
        ["check-quotes", "--source", "nowhere.txt", "--of", "book"],
        2,
        "nowhere.txt",
        id="no-such-source-text",
    ),
    pytest.param(
        ["check-quotes", "--source", ".", "--of", "book"], 2, "‘.’", id="folder-as-source-text"
    ),
    pytest.param(
        ["check-quotes", "--source", str(FIXTURES / "five-faults.ttl"), "--of", "book"],
        2,
        "`<!-- page N -->`",
        id="source-text-without-pages",
    ),
    pytest.param(
        ["check-quotes", "--source", "nowhere.txt", "--of", "delenn"],
        2,
        "delen",
        id="unknown-source",
    ),
    pytest.param(["build", "--folder", "/dev/null/x"], 2, "/dev/null/x", id="no-build-folder"),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_wrong_use_gives_one_line(
    arguments: list[str], code: int, said: str, language: str, mini_cli: Cli
) -> None:
    """What is wrong, in the language asked, and how to do it right; never a traceback."""
    ran = mini_cli("--lang", language, *arguments)
    assert ran.code == code
    assert said in complaint(ran)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(
            row.values[0],
            id=str(row.id),
        )
        for row in WRONG
        if row.id not in {"nobody", "bad-url", "parameter-limit"}
    ],
)
def test_a_dutch_complaint_has_no_english(arguments: list[str], mini_cli: Cli) -> None:
    """Apart from names and what the user wrote, every word is Dutch.

    What an address answered comes from elsewhere and stays as it was.
    """
    dutch, english = (mini_cli("--lang", each, *arguments).err for each in ("nl", "en"))
    assert dutch != english
    names = rf"‘[^’]*’|`[^`]*`|--[\w-]+|\b({'|'.join(COMMANDS)})\b|text, md, json"
    assert ENGLISH.findall(re.sub(names, "", dutch)) == []


@pytest.mark.parametrize("arguments", [["queries", "--lang", "de"], ["--lang=de", "queries"]])
def test_a_third_language_is_refused(arguments: list[str], mini_cli: Cli) -> None:
    """Not silently answered in English."""
    ran = mini_cli(*arguments)
    assert ran.code == 2
    assert "nl or en" in complaint(ran)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_package_without_a_build_says_so(
    language: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to run is in the message; the exit code is that of something broken."""
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: tmp_path)
    ran = cli("query", "concepts", "--lang", language)
    assert ran.code == 3
    assert "si-kg build" in complaint(ran)


def test_an_unforeseen_failure_is_one_line(mini_cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even then no traceback, unless SI_KG_DEBUG asks for it."""

    def fail() -> Path:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(shipped, "snapshot_folder", fail)
    ran = mini_cli("query", "concepts", "--lang", "nl")
    assert (ran.code, ran.out) == (3, "")
    assert "Er ging iets stuk (RuntimeError: unforeseen)" in ran.err
    monkeypatch.setenv("SI_KG_DEBUG", "1")
    with pytest.raises(RuntimeError, match="unforeseen"):
        run(["query", "concepts"])


def test_the_program_ends_with_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` is what the shell calls."""
    monkeypatch.setattr(sys, "argv", ["si-kg", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0


def test_the_process_has_the_exit_code(built: Path) -> None:
    """What `run` gives is what the shell sees."""
    assert shell("query", "concepts", "--endpoint", str(built)).returncode == 0
    assert shell("query", "concpts").returncode == 2
