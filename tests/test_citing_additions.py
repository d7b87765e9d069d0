"""A form that somebody added is cited by what the workspace recorded of it."""

import json
from pathlib import Path

import pytest
from conftest import Cli
from forms_kit import csv_of, initiative

from si_kg.citing.sources import reference
from si_kg.workspace import Workspace

BASE = "https://data.example.org/id/"
FORM = f"{BASE}form-tuinen"
WHO = "Gemeente Voorbeeld"


@pytest.fixture
def town(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with a form in it, in which one stands."""
    monkeypatch.chdir(tmp_path)
    Path("Onze tuinen.csv").write_text(csv_of([initiative(1)]), "utf-8")
    workspace = Workspace.init(tmp_path / "town", who=WHO, base=BASE)
    monkeypatch.chdir(workspace.folder)
    ran = cli("add", "../Onze tuinen.csv", "--name", "tuinen", "--lang", "nl")
    assert ran.code == 0, ran.err
    return workspace


def test_the_record_of_the_addition_is_that_of_the_form(town: Workspace) -> None:
    """Its maker, the day on which it was added, and both names that it has."""
    [addition] = [each for each in town.state.additions if each.name == "tuinen"]
    day = addition.when[:10]
    for language, title in (
        ("nl", "[Formulier bij de toevoeging ‘tuinen’ (Onze tuinen.csv)]"),
        ("en", "[Form of the addition ‘tuinen’ (Onze tuinen.csv)]"),
    ):
        item = reference(town.store(), FORM, language)
        assert (item["title"], item["language"]) == (title, language)
        assert item["author"] == [{"literal": WHO}]
        assert item["issued"]["date-parts"] == [[int(part) for part in day.split("-")]]
        assert set(item) == {"id", "type", "title", "language", "author", "issued"}


def test_a_sheet_about_an_initiative_cites_it(town: Workspace, cli: Cli) -> None:
    """In the text and in the list; that something is not known of it, is not told."""
    year = town.state.additions[0].when[:4]
    for language, name, title in (
        ("nl", "Buurttuin 1", "Formulier bij de toevoeging ‘tuinen’ (Onze tuinen.csv)"),
        ("en", "Neighbourhood garden 1", "Form of the addition ‘tuinen’ (Onze tuinen.csv)"),
    ):
        ran = cli("export", "initiative", name, "-o", f"{language}.md", "--lang", language)
        assert ran.code == 0, ran.err
        text = Path(f"{language}.md").read_text("utf-8")
        assert f"({WHO}, {year}, " in text
        listed = next(line for line in text.splitlines() if line.startswith(f"{WHO}. ({year}"))
        assert title in listed
        assert text.count(title.removesuffix(" (Onze tuinen.csv)")) == 1
        assert "n.d." not in text
        assert "z.d." not in text


def test_other_sources_are_cited_as_they_were(town: Workspace, cli: Cli) -> None:
    """A source in the graph that is no form, has no record of an addition."""
    ours = "https://w3id.org/si-kg/id/wrr-2012"
    assert "author" in reference(town.store(), ours)
    ran = cli("cite", "--all-sources", "--to", "csl-json")
    cited = {item["id"]: item for item in json.loads(ran.out)}
    assert cited[FORM]["author"] == [{"literal": WHO}]
    assert "wrr-2012" in cited
    assert [item["id"] for item in cited.values() if item.get("author") == [{"literal": WHO}]] == [
        FORM
    ]


def test_who_replaces_it_is_who_is_cited(town: Workspace, cli: Cli) -> None:
    """With the new name of the file: what was recorded last, is."""
    Path("nieuw.csv").write_text(csv_of([initiative(1, year=2001)]), "utf-8")
    ran = cli("add", "nieuw.csv", "--name", "tuinen", "--replace", "--who", "Ada")
    assert ran.code == 0, ran.err
    item = reference(town.store(), FORM, "en")
    assert item["author"] == [{"literal": "Ada"}]
    assert item["title"] == "[Form of the addition ‘tuinen’ (nieuw.csv)]"
