"""`si-kg ask`: what was understood goes before the answer, and no guess is answered."""

from pathlib import Path

from conftest import Cli

from si_kg.errors import NEGATIVE

ASKED = "Welke definities van empowerment zijn er?"


def test_data_stays_clean(cli: Cli) -> None:
    """In a data format the answer alone is on stdout; what was understood is on stderr."""
    ran = cli("ask", ASKED, "-f", "csv")
    assert ran.code == 0
    assert "Begrepen als" in ran.err
    assert "https://w3id.org/si-kg/id/empowerment" in ran.err
    assert "Begrepen als" not in ran.out
    assert len(ran.out.splitlines()) > 2


def test_a_table_begins_with_what_was_understood(cli: Cli) -> None:
    """A reader of the table sees first which question it answers."""
    ran = cli("ask", ASKED, "-f", "table")
    assert ran.out.startswith("Begrepen als: ")
    assert "definitions-of" in ran.out.splitlines()[0]


def test_the_language_is_that_of_the_question_or_as_told(cli: Cli) -> None:
    """--lang decides, before or after the command; without it the question does."""
    assert "Begrepen als" in cli("ask", ASKED, "--interpret").out
    assert "Understood as" in cli("ask", ASKED, "--interpret", "--lang", "en").out
    assert "Understood as" in cli("--lang", "en", "ask", ASKED, "--interpret").out


def test_interpreting_answers_nothing(cli: Cli) -> None:
    """--interpret tells the query, what its parameter takes, and how sure that is."""
    ran = cli("ask", "How is empowerment defined?", "--interpret")
    assert ran.code == 0
    assert "empowerment <https://w3id.org/si-kg/id/empowerment>" in ran.out
    assert "%" in ran.out
    assert ran.err == ""


def test_no_guess_is_answered(cli: Cli) -> None:
    """What is not understood ends with code 1, says which word is unknown, and where to look."""
    ran = cli("ask", "Hoe maak ik erwtensoep?")
    assert ran.code == NEGATIVE
    assert ran.out == ""
    assert "Ik ken ‘erwtensoep’ niet." in ran.err
    assert "si-kg queries" in ran.err


def test_an_answer_goes_to_a_file(cli: Cli, tmp_path: Path) -> None:
    """--output takes the answer, in the format that its name promises."""
    file = tmp_path / "answer.json"
    ran = cli("ask", ASKED, "-o", str(file))
    assert ran.code == 0
    assert file.read_text("utf-8").startswith("{")


def test_a_limit_is_told(cli: Cli) -> None:
    """Rows that were left out are mentioned."""
    ran = cli("ask", ASKED, "-f", "csv", "--limit", "1")
    assert len(ran.out.splitlines()) == 2
    assert "--limit" in ran.err
