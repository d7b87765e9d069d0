"""`si-kg template` from the command line, and the way of a municipality through a workspace."""

from pathlib import Path

import openpyxl
import pytest
from conftest import Cli, complaint

BASE = "https://data.example.org/id/"
NAMES = (
    ("Buurttuin", "Neighbourhood garden"),
    ("Maatjes", "Buddies"),
    ("Repaircafé Noord", "Repair café North"),
    ("Leeskring", "Reading circle"),
    ("Kookclub", "Cooking club"),
    ("Fietsles", "Cycling lessons"),
    ("Taalhuis", "Language house"),
    ("Weggeefwinkel", "Giveaway shop"),
)


@pytest.fixture
def workspace(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace to stand in."""
    folder = tmp_path / "werkruimte"
    assert cli("init", str(folder), "--who", "Jan", "--base", BASE).code == 0
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("workspace")
def test_a_municipality_makes_fills_in_and_adds_a_form(cli: Cli, tmp_path: Path) -> None:
    """Template, eight initiatives with two mistakes, told, mended, added, changed, told again."""
    file = tmp_path / "initiatieven.xlsx"
    made = cli("template", str(file), "--for", "initiatieven", "--lang", "nl")
    assert made.code == 0
    assert "si-kg add" in made.out
    _fill(file, mistakes=True)
    refused = cli("add", str(file), "--name", "acht", "--lang", "nl", "--format", "csv")
    assert refused.code == 1
    said = refused.out + refused.err
    assert "Initiatieven!G4" in said
    assert "Initiatieven!K7" in said
    assert "Bedoel je ‘eenzaamheid’?" in said
    _fill(file, mistakes=False)
    assert cli("add", str(file), "--name", "acht", "--lang", "nl").code == 0
    back = tmp_path / "terug.ods"
    again = cli("template", str(back), "--from", "acht", "--lang", "en")
    assert again.code == 0
    assert "8 rows" in again.out
    assert again.err == ""
    same = cli("add", str(back), "--name", "acht", "--replace", "--lang", "en")
    assert same.code == 0
    assert "othing" in same.out + same.err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_line_that_is_told_can_be_copied(language: str, cli: Cli, tmp_path: Path) -> None:
    """Whatever the file is called."""
    made = cli("template", str(tmp_path / "f ö.csv"), "--for", "criteria", "--lang", language)
    assert f"`si-kg add '{tmp_path}/f ö.csv'`" in made.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["a.docx"], ".xlsx", id="kind-of-file"),
        pytest.param(["a.csv"], "--for", id="several-in-csv"),
        pytest.param(["a.yaml", "--for", "initiatifs"], "initiatives", id="form"),
        pytest.param(["a.yaml", "--from", "acht"], "init", id="no-workspace"),
    ],
)
def test_what_cannot_be_made_is_told_in_one_line(
    arguments: list[str],
    words: str,
    cli: Cli,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With what to do about it, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ran = cli("template", *arguments, "--lang", "en")
    assert ran.code != 0
    assert words in complaint(ran)
    assert list(tmp_path.glob("a.*")) == []


def _fill(file: Path, *, mistakes: bool) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book["Initiatieven"]
    heads = {str(cell.value).rstrip(" *"): place for place, cell in enumerate(sheet[1], start=1)}
    for row, (dutch, english) in enumerate(NAMES, start=2):
        values: dict[str, str | int] = {
            "Naam (Nederlands)": dutch,
            "Naam (Engels)": english,
            "Beschrijving (Nederlands)": f"{dutch} voor iedereen; elke week.",
            "Beschrijving (Engels)": f"{english} for all; every week.",
            "Soort": "Dienst",
            "Vraagstuk": "eenzaamheid; armoede",
            "Vindt plaats in": "Arnhem",
            "Beginjaar": 2018 + row,
        }
        for head, value in values.items():
            sheet.cell(row, heads[head]).value = value
    if mistakes:
        sheet.cell(4, heads["Vraagstuk"]).value = "eenzamheid"
        sheet.cell(7, heads["Beginjaar"]).value = "twintig"
    book.save(file)
