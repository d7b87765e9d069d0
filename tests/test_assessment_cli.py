"""`si-kg assess`: a form, then a report, in two languages."""

import json
from pathlib import Path

import pytest
from conftest import Cli, complaint

from si_kg.assessment.result import FORMATS
from si_kg.cli.commands import assessing


@pytest.fixture
def plan(cli: Cli, tmp_path: Path) -> Path:
    """A form on the real graph, with a name and one answer."""
    path = tmp_path / "plan.yaml"
    assert cli("assess", "--template", str(path), "--lang", "nl").code == 0
    text = path.read_text("utf-8")
    text = text.replace("\nname:\n", "\nname: Buurtkamer\n")
    path.write_text(text.replace("  new-ideas:\n", "  new-ideas: ja\n"), "utf-8")
    return path


def test_a_form_tells_what_to_do_with_it(cli: Cli, tmp_path: Path) -> None:
    """Where it is and what comes next; a second time it takes --force."""
    path = str(tmp_path / "plan.xlsx")
    ran = cli("assess", "--template", path, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert f"`si-kg assess {path}`" in ran.out
    again = cli("assess", "--template", path, "--lang", "nl")
    assert "--force" in complaint(again)
    assert again.code == 2
    assert cli("assess", "--template", path, "--force").code == 0


def test_a_form_may_be_filled_from_a_plan(cli: Cli, plan: Path, tmp_path: Path) -> None:
    """Both files give the same report."""
    other = tmp_path / "plan.xlsx"
    assert cli("assess", str(plan), "--template", str(other), "--lang", "en").code == 0
    reports = [cli("assess", str(path), "-f", "json").out for path in (plan, other)]
    assert reports[0] == reports[1]


@pytest.mark.parametrize("style", FORMATS)
def test_a_report_has_every_format(cli: Cli, plan: Path, tmp_path: Path, style: str) -> None:
    """Asked for by name, or by the name of the file."""
    ran = cli("assess", str(plan), "--format", style, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert "Buurtkamer" in ran.out
    file = tmp_path / f"report.{style}"
    assert cli("assess", str(plan), "-o", str(file), "--lang", "nl").out == ""
    assert file.read_text("utf-8") == ran.out


def test_the_formats_are_those_of_the_library() -> None:
    """The command knows them by heart, so that its help is quick."""
    assert assessing.FORMATS == FORMATS


def test_a_report_speaks_the_language_asked(cli: Cli, plan: Path) -> None:
    """The plan stays in the words of its maker."""
    dutch = cli("assess", str(plan), "--lang", "nl").out
    english = cli("assess", str(plan), "--lang", "en").out
    assert dutch.startswith("Beoordeling van ‘Buurtkamer’\n")
    assert english.startswith("Assessment of ‘Buurtkamer’\n")


def test_a_definition_and_a_programme_may_be_chosen(cli: Cli, plan: Path) -> None:
    """By code or name; the report looks closely at what they ask."""
    ran = cli(
        "assess",
        str(plan),
        "--definition",
        "OECD2021",
        "--programme",
        "esf-plus-shared",
        "-f",
        "json",
    )
    record = json.loads(ran.out)
    codes = [focus["code"] for focus in record["focus"]]
    assert codes == ["OECD2021", "ESFPlus2021"]
    assert record["programme"]["treatment"]["iri"].endswith("#prescribedByLaw")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        pytest.param([], "--template", id="nothing"),
        pytest.param(["no.yaml"], "‘no.yaml’", id="no-file"),
        pytest.param(["--template", "plan.pdf"], ".yaml", id="other-kind"),
        pytest.param(["PLAN", "--definition", "OECD2012"], "OECD2021", id="definition"),
        pytest.param(
            ["PLAN", "--programme", "zzz"], "si-kg query programmes-by-treatment", id="programme"
        ),
        pytest.param(["PLAN", "--format", "pdf"], "html", id="format"),
        pytest.param(["PLAN", "-o", "PLAN"], "plan.yaml", id="over-the-plan"),
        pytest.param(["PLAN", "--partly", "maybe"], "undecided", id="partly"),
        pytest.param(["PLAN", "--template", "PLAN"], "--force", id="template-over-the-plan"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_use_is_one_line(
    cli: Cli, plan: Path, arguments: list[str], part: str, language: str
) -> None:
    """It says what to do, and leaves the plan as it was."""
    before = plan.read_bytes()
    given = [str(plan) if argument == "PLAN" else argument for argument in arguments]
    ran = cli("assess", *given, "--lang", language)
    assert part in complaint(ran)
    assert ran.code == 2
    assert plan.read_bytes() == before


def test_a_wrong_answer_ends_in_one(cli: Cli, plan: Path) -> None:
    """Several of them stand below one another."""
    text = plan.read_text("utf-8").replace("new-ideas: ja", "new-ideas: misschien")
    plan.write_text(text, "utf-8")
    ran = cli("assess", str(plan), "--lang", "nl")
    assert ran.code == 1
    assert "plan.yaml, regel " in complaint(ran)
    plan.write_text(text.replace("\nphase:\n", "\nphase: x\n"), "utf-8")
    ran = cli("assess", str(plan), "--lang", "nl")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 3)
