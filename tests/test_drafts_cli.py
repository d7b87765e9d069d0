"""`si-kg check-text`: what it says, and how it ends."""

import io
import json
from pathlib import Path

import docx
import pytest
from conftest import FIXTURES, Cli, complaint

from si_kg.drafts import FORMATS

PAGES = FIXTURES / "drafts"
FAULTY, CLEAN = str(PAGES / "faulty-en.md"), str(PAGES / "clean-en.md")


def test_it_ends_as_the_draft_deserves(cli: Cli) -> None:
    """1 for findings, 0 for a clean page or one with notes only."""
    faulty = cli("check-text", FAULTY)
    assert (faulty.code, faulty.err) == (1, "")
    assert ":10:22  warning  assumed-claim" in faulty.out
    clean = cli("check-text", CLEAN)
    assert clean.code == 0
    assert clean.out.endswith("Nothing found.\n")
    notes = cli("check-text", FAULTY, "--rule", "defined-term")
    assert (notes.code, "note(s)" in notes.out) == (0, True)


def test_it_speaks_the_language_asked(cli: Cli) -> None:
    """Of the report; the draft may be in the other."""
    ran = cli("check-text", FAULTY, "--lang", "nl", "--programme", "ESF+")
    assert ran.code == 1
    assert "waarschuwing" in ran.out
    assert "Programma ‘Europees Sociaal Fonds Plus" in " ".join(ran.out.split())


def test_rules_are_chosen_and_ignored(cli: Cli) -> None:
    """By id, more than once."""
    ran = cli(
        "check-text",
        FAULTY,
        "--to",
        "json",
        "--ignore",
        "assumed-claim",
        "--ignore",
        "unknown-source",
    )
    rules = {finding["rule"] for finding in json.loads(ran.out)["findings"]}
    assert rules == {"defined-term", "undefined-term", "two-meanings"}
    wrong = cli("check-text", FAULTY, "--rule", "claims")
    assert wrong.code == 2
    assert "assumed-claim" in complaint(wrong)


def test_standard_input_is_read(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Markdown."""
    text = io.TextIOWrapper(io.BytesIO(b"# Plan\n\nSocial innovation is cheaper."))
    monkeypatch.setattr("sys.stdin", text)
    ran = cli("check-text", "-", "--rule", "assumed-claim")
    assert ran.code == 1
    assert ran.out.startswith("-:3:22  warning")


@pytest.mark.parametrize("style", [each for each in FORMATS if each != "docx"])
def test_the_name_of_the_file_chooses_the_format(cli: Cli, tmp_path: Path, style: str) -> None:
    """The same as asked for by name."""
    file = tmp_path / f"report.{style}"
    assert cli("check-text", FAULTY, "-o", str(file)).out == ""
    assert cli("check-text", FAULTY, "--to", style).out == file.read_text("utf-8")


def test_a_word_file_gets_comments(cli: Cli, tmp_path: Path) -> None:
    """In a copy; never in its own place."""
    document = docx.Document()
    document.add_paragraph("Social innovation is cheaper.")
    plan, copy = tmp_path / "plan.docx", tmp_path / "copy.docx"
    document.save(str(plan))
    assert cli("check-text", str(plan), "-o", str(copy)).code == 1
    assert len(docx.Document(str(copy)).comments) == 2
    over = cli("check-text", str(plan), "--to", "docx", "-o", str(plan))
    assert over.code == 2
    assert complaint(over)
    assert not list(docx.Document(str(plan)).comments)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([str(PAGES / "gone.md")], id="no-file"),
        pytest.param([FAULTY, "--programme", "nothing of the kind"], id="no-programme"),
        pytest.param([FAULTY, "--to", "xml"], id="no-format"),
        pytest.param([FAULTY, "--to", "docx", "-o", "never.docx"], id="no-word-file"),
        pytest.param([str(PAGES)], id="folder"),
        pytest.param([], id="no-text"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_use_is_one_line(cli: Cli, arguments: list[str], language: str) -> None:
    """In the language asked; nothing is written."""
    ran = cli("check-text", *arguments, "--lang", language)
    assert ran.code == 2
    assert complaint(ran)
    assert not Path("never.docx").exists()
