"""The commands about workspaces: what they say and change, and how a workspace is found."""

import json
import re
import sys
from pathlib import Path

import pytest
from conftest import Cli, Endpoint, complaint
from workspaces import content, files

import si_kg
from si_kg.cli import wanted
from si_kg.cli.progress import bars
from si_kg.cli.words.steps import STEPS
from si_kg.progress import Progress
from si_kg.workspace import Workspace, layout

BASE = "https://data.example.org/id/"
HEAD = """@prefix id: <https://w3id.org/si-kg/id/> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix own: <https://data.example.org/id/> .
"""
SWAP = """own:swap a si:Concept ;
  skos:prefLabel "ruilen"@nl , "swapping"@en ;
  skos:definition "Ruilen is geven en krijgen."@nl , "Swapping is giving and getting."@en .
"""
VAGUE = 'own:vague a si:Concept ; skos:prefLabel "vaag"@nl , "vague"@en .\n'
NAMELESS = "own:nameless a si:Concept .\n"


@pytest.fixture
def here(mini_cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a workspace `town` in it."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ran = mini_cli("init", "town", "--who", "Ada", "--base", BASE)
    assert (ran.code, ran.err) == (0, "")
    return tmp_path / "here"


def write(name: str, *parts: str) -> str:
    """A Turtle file of this name, in the folder where one stands."""
    Path(name).write_text(HEAD + "".join(parts), "utf-8")
    return name


def labels(ran_out: str) -> set[str]:
    """The last cell of each row of CSV."""
    return {line.rpartition(",")[2] for line in ran_out.splitlines()[1:]}


SAID = {
    "nl": ["‘mine’ toegevoegd: 5 triples, ", "‘mine’ verwijderd: 5 triples", "Ongedaan gemaakt: 5"],
    "en": ["‘mine’ added: 5 triples, ", "‘mine’ removed: 5 triples", "Undone: 5"],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_added_is_told_listed_and_taken_out(
    here: Path, mini_cli: Cli, language: str
) -> None:
    """Each change makes the next state, in the language asked; all of it stays in the history."""
    speak = ("--lang", language, "--workspace", str(here / "town"))
    added = mini_cli("add", write("mine.ttl", SWAP), "--licence", "https://example.org/l", *speak)
    removed = mini_cli("remove", "mine", *speak)
    undone = mini_cli("undo", *speak)
    for ran, said in zip((added, removed, undone), SAID[language], strict=True):
        assert (ran.code, ran.err) == (0, "")
        assert said in ran.out
    assert undone.out.rstrip().endswith(" 4.")
    row = mini_cli("list", "-f", "csv", *speak).out.splitlines()[1]
    assert row.startswith("mine,Ada,")
    assert row.endswith(",mine.ttl,https://example.org/l,5,0")
    events = mini_cli("history", "-f", "json", *speak).out
    assert [row["state"] for row in json.loads(events)["rows"]] == ["4", "3", "2", "1"]
    again = mini_cli("add", "mine.ttl", "--licence", "https://example.org/l", *speak)
    assert again.out == {"nl": "Er verandert niets.\n", "en": "Nothing changes.\n"}[language]


def test_what_differs_is_told_triple_by_triple(here: Path, mini_cli: Cli) -> None:
    """Since the last change, or between two states; with a limit that is told."""
    place = ("--workspace", str(here / "town"))
    mini_cli("add", write("mine.ttl", SWAP), *place)
    write("mine.ttl", SWAP.replace("giving and getting", "getting and giving"))
    replaced = mini_cli("add", "mine.ttl", "--replace", *place)
    assert "1 triples more, 1 fewer" in replaced.out
    rows = mini_cli("diff", "-f", "csv", *place).out.splitlines()
    assert [row[0] for row in rows[1:]] == ["-", "+"]
    assert "getting and giving" in rows[2]
    assert len(mini_cli("diff", "1", "2", "-f", "csv", *place).out.splitlines()) == 6
    short = mini_cli("diff", "1", "--limit", "2", "-f", "csv", *place)
    assert len(short.out.splitlines()) == 3
    assert "2" in short.err
    table = mini_cli("diff", "-f", "table", *place).out
    assert "own" not in table.splitlines()[0]
    assert len(mini_cli("diff", "--shipped", "-f", "csv", *place).out.splitlines()) > 3


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_refused_is_told_and_changes_nothing(
    here: Path, mini_cli: Cli, language: str
) -> None:
    """File and line, what to do, how many; the exit code is 1."""
    before = files(here / "town")
    place = ("--workspace", "town", "--lang", language)
    ran = mini_cli("add", write("bad.ttl", SWAP, NAMELESS), *place)
    assert ran.code == 1
    assert "bad.ttl:8: " in ran.out
    last = {"nl": "Uit bad.ttl is niets toegevoegd", "en": "Nothing was added from bad.ttl"}
    assert ran.out.splitlines()[-1].startswith(last[language])
    now = files(here / "town")
    assert {**now, "lock": b""} == {**before, "lock": b""}


@pytest.mark.usefixtures("here")
def test_the_report_comes_in_each_format(mini_cli: Cli) -> None:
    """As rows for a program, with what was done beside it; or in a file, by its name."""
    write("bad.ttl", NAMELESS)
    place = ("--workspace", "town")
    ran = mini_cli("add", "bad.ttl", "-f", "json", *place)
    violation = json.loads(ran.out)["rows"][0]
    assert violation["place"] == "bad.ttl:5"
    assert (violation["thing"], violation["rule"]) == (f"{BASE}nameless", "sis:Concept-label")
    assert "Nothing was added from bad.ttl" in ran.err
    filed = mini_cli("add", "bad.ttl", "-o", "report.csv", *place)
    assert "Nothing was added" in filed.out
    assert Path("report.csv").read_text("utf-8").startswith("place,severity,")
    assert mini_cli("add", "bad.ttl", "-f", "pdf", *place).code == 2


@pytest.mark.parametrize(
    ("language", "rest"),
    [("nl", "En nog 2 zulke [sis:Concept-definition]"), ("en", "And 2 more like these [sis:")],
)
@pytest.mark.usefixtures("here")
def test_of_many_of_a_kind_the_first_are_told(language: str, rest: str, mini_cli: Cli) -> None:
    """A screen shows some and says how many there are, a file holds all; they count in full."""
    many = [VAGUE.replace("vague", f"vague-{n}").replace("vaag", f"vaag-{n}") for n in range(12)]
    line = "add", write("vague.ttl", *many), "--accept-warnings", "--workspace", "town"
    told = mini_cli(*line, "--dry-run", "--lang", language).out
    assert told.count("\n    ") == 10
    assert rest in told
    assert "12 wa" in told
    mini_cli(*line, "-o", "all.csv")
    assert len(Path("all.csv").read_text("utf-8").splitlines()) == 13
    assert "sis:Concept-definition" not in mini_cli("remove", "vague", "--workspace", "town").out


@pytest.mark.usefixtures("here")
def test_the_tables_of_one_mapping_are_one_addition(mini_cli: Cli) -> None:
    """It bears the name of the mapping, whichever of them is named; one table bears its own."""
    columns = [{"name": "nr"}, {"name": "name", "propertyUrl": "rdfs:label", "lang": "en"}]
    schema = {"primaryKey": "nr", "aboutUrl": "thing-{nr}", "columns": columns}
    tables = [{"url": f"{name}.csv", "tableSchema": schema} for name in ("one", "two")]
    head = {"@context": "http://www.w3.org/ns/csvw", "dc:title": "Ours"}
    Path("ours.json").write_text(json.dumps({**head, "tables": tables}), "utf-8")
    Path("alone.json").write_text(json.dumps({**head, **tables[0]}), "utf-8")
    Path("one.csv").write_text("nr,name\n1,First\n", "utf-8")
    Path("two.csv").write_text("nr,name\n2,Second\n", "utf-8")
    place = "--accept-warnings", "--workspace", "town"
    both = mini_cli("add", "one.csv", "two.csv", "--mapping", "ours.json", *place)
    assert (both.code, both.out.count("‘ours’ added")) == (0, 1)
    again = mini_cli("add", "two.csv", "--mapping", "ours.json", *place)
    assert "Nothing changes" in again.out
    assert "‘one’ added" in mini_cli("add", "one.csv", "--mapping", "alone.json", *place).out


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "zodra dit is hersteld"), ("en", "once these are mended")]
)
@pytest.mark.usefixtures("here")
def test_what_was_not_read_is_not_judged_yet(language: str, told: str, mini_cli: Cli) -> None:
    """The report says so, below what is to be mended."""
    columns = [{"name": "nr"}, {"name": "name", "propertyUrl": "rdfs:label", "required": True}]
    schema = {"aboutUrl": "thing-{nr}", "columns": columns}
    table = {"url": "one.csv", "tableSchema": schema, "dc:title": "Ours"}
    Path("one.json").write_text(json.dumps(table), "utf-8")
    Path("one.csv").write_text("nr,name\n1,\n", "utf-8")
    place = "--workspace", "town", "--lang", language
    ran = mini_cli("add", "one.csv", "--mapping", "one.json", *place)
    assert ran.code == 1
    assert told in ran.out.splitlines()[-1]
    judged = mini_cli("add", write("bad.ttl", NAMELESS), *place)
    assert told not in judged.out


@pytest.mark.usefixtures("here")
def test_warnings_are_accepted_on_the_line(mini_cli: Cli) -> None:
    """Without it the message says how; with it the list tells how many were."""
    place = ("--workspace", "town", "--lang", "en")
    refused = mini_cli("add", write("vague.ttl", VAGUE), *place)
    assert refused.code == 1
    assert "--accept-warnings" in refused.out
    assert mini_cli("add", "vague.ttl", "--accept-warnings", *place).code == 0
    assert mini_cli("list", "-f", "csv", *place).out.rstrip().endswith(",1")


def test_a_dry_run_changes_nothing(here: Path, mini_cli: Cli) -> None:
    """It tells what would come of it, of a good file and of a bad one."""
    town = Workspace.at(here / "town")
    before, state = content(town), town.state
    tried = mini_cli("add", write("mine.ttl", SWAP), "--dry-run", "--workspace", "town")
    assert (tried.code, tried.err) == (0, "")
    assert "can be added: 5 triples" in tried.out
    bad = mini_cli("add", write("bad.ttl", NAMELESS), "--dry-run", "--workspace", "town")
    assert bad.code == 1
    assert (content(town), town.state) == (before, state)


def test_several_files_are_several_additions(here: Path, mini_cli: Cli) -> None:
    """Each named after its file; what comes after one that is refused stays out."""
    given = [write("Ruil & Co.ttl", SWAP), write("bad.ttl", NAMELESS), write("late.ttl", VAGUE)]
    ran = mini_cli("add", *given, "--accept-warnings", "--workspace", "town")
    assert ran.code == 1
    assert "‘ruil-co’ added" in ran.out
    assert [each.name for each in Workspace.at(here / "town").additions] == ["ruil-co"]


@pytest.mark.usefixtures("here")
def test_a_backup_goes_back_elsewhere(mini_cli: Cli) -> None:
    """With what was added, and with the history; what was removed is not missed."""
    given = [write("vague.ttl", VAGUE), write("mine.ttl", SWAP)]
    mini_cli("add", *given, "--accept-warnings", "--workspace", "town")
    assert mini_cli("remove", "vague", "--workspace", "town").code == 0
    kept = mini_cli("backup", "town.zip", "--workspace", "town")
    assert (kept.code, kept.out) == (0, "Backup written: town.zip.\n")
    back = mini_cli("restore", "town.zip", "again")
    assert (back.code, back.err) == (0, "")
    listed = [mini_cli("list", "-f", "csv", "--workspace", each).out for each in ("town", "again")]
    assert listed[0] == listed[1]


@pytest.mark.usefixtures("here")
def test_an_upgrade_keeps_what_was_added(mini_cli: Cli, mini_copy: Path, tmp_path: Path) -> None:
    """It says which graphs have other sizes now; without a newer build nothing changes."""
    place = ("--workspace", "town")
    mini_cli("add", write("mine.ttl", SWAP), *place)
    assert mini_cli("upgrade", *place).out == "Nothing changes.\n"
    concepts = mini_copy / "data" / "concepts.ttl"
    more = concepts.read_text("utf-8") + '\nid:sharing skos:hiddenLabel "sharin"@en .\n'
    concepts.write_text(more, "utf-8")
    built = str(tmp_path / "built")
    assert mini_cli("build", "--folder", built).code == 0
    ran = mini_cli("upgrade", built, *place)
    assert (ran.code, ran.err) == (0, "")
    assert "  data: " in ran.out
    assert "swapping" in mini_cli("query", "concepts", *place).out


def test_the_workspace_may_be_named_or_found(
    here: Path, mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the command, after it, in SI_KG_WORKSPACE, or because one stands in it."""
    assert mini_cli("add", write("mine.ttl", SWAP), "--workspace", "town").code == 0
    plain = mini_cli("query", "concepts")
    assert "swapping" not in labels(plain.out)
    named = mini_cli("query", "concepts", "--workspace", "town")
    assert "swapping" in labels(named.out)
    assert mini_cli("--workspace", "town", "query", "concepts") == named
    assert mini_cli("query", "concepts", "--workspace=town") == named
    monkeypatch.setenv("SI_KG_WORKSPACE", str(here / "town"))
    assert mini_cli("query", "concepts") == named
    monkeypatch.delenv("SI_KG_WORKSPACE")
    monkeypatch.chdir(here / "town" / "generations")
    assert mini_cli("query", "concepts") == named
    assert mini_cli("list").code == 0


def test_an_endpoint_goes_before_a_found_workspace(
    here: Path, mini_cli: Cli, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named or in the environment; a workspace on the line goes before the environment."""
    mini_cli("add", write("mine.ttl", SWAP), "--workspace", "town")
    monkeypatch.chdir(here / "town")
    elsewhere = mini_cli("query", "concepts", "--endpoint", endpoint.url)
    assert endpoint.asked
    assert "swapping" not in labels(elsewhere.out)
    monkeypatch.setenv("SI_KG_ENDPOINT", endpoint.url)
    assert mini_cli("query", "concepts") == elsewhere
    assert "swapping" in labels(mini_cli("query", "concepts", "--workspace", ".").out)


def test_a_found_workspace_is_told_to_people(
    here: Path, mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, on standard error of a terminal; not in a pipe, and not where the line names it."""
    monkeypatch.chdir(here / "town")
    assert mini_cli("query", "concepts").err == ""
    monkeypatch.setattr("si_kg.cli.opening._is_seen", lambda: True)
    assert mini_cli("query", "concepts").err == f"Workspace: {here / 'town'}\n"
    assert mini_cli("query", "concepts", "--workspace", ".").err == ""


WRONG = [
    pytest.param(["list"], 2, "si-kg init", id="none-named"),
    pytest.param(["list", "--workspace", "nowhere"], 2, "nowhere", id="no-workspace"),
    pytest.param(["query", "concepts", "--workspace", "."], 2, "‘.’", id="no-workspace-to-ask"),
    pytest.param(
        ["query", "concepts", "--workspace", "town", "--endpoint", "x"], 2, "--endpoint", id="both"
    ),
    pytest.param(["build", "--workspace", "town"], 2, "--workspace", id="unused"),
    pytest.param(["--workspace", "town", "check"], 2, "--workspace", id="unused-before"),
    pytest.param(["add", "--workspace", "town"], 2, "si-kg add --help", id="no-file"),
    pytest.param(["add", "gone.ttl", "--workspace", "town"], 2, "gone.ttl", id="file-gone"),
    pytest.param(
        ["add", "a.ttl", "b.ttl", "--name", "x", "--workspace", "town"], 2, "--name", id="one-name"
    ),
    pytest.param(["remove", "x", "--workspace", "town"], 2, "si-kg list", id="no-addition"),
    pytest.param(["undo", "--workspace", "town"], 1, "si-kg history", id="nothing-to-undo"),
    pytest.param(["diff", "7", "--workspace", "town"], 2, "7", id="no-state"),
    pytest.param(["diff", "x", "--workspace", "town"], 2, "si-kg diff --help", id="no-number"),
    pytest.param(["init", "town"], 2, "town", id="taken"),
    pytest.param(["init", "new", "--base", "no iri"], 2, "no iri", id="no-base"),
    pytest.param(["restore", "gone.zip", "new"], 2, "gone.zip", id="no-backup"),
    pytest.param(["backup", "no/where.zip", "--workspace", "town"], 2, "no/where", id="no-folder"),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_wrong_use_is_one_line(
    mini_cli: Cli, arguments: list[str], code: int, said: str, language: str
) -> None:
    """What is wrong, in the language asked, and how to mend it."""
    ran = mini_cli(*arguments, "--lang", language)
    assert ran.code == code
    assert said in complaint(ran)


def test_what_is_looked_for_is_what_a_workspace_has() -> None:
    """The name of the file that marks one, which is not read from the package at each question."""
    assert layout.SETTINGS == wanted.SETTINGS


class Terminal:
    """Standard error of a terminal, which keeps what is written to it."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        """It is one."""
        return True

    def write(self, text: str) -> int:
        """Keep this."""
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing waits."""


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param([Progress("validate", 1, 4), Progress("validate", 4, 4)], "100%", id="length"),
        pytest.param([Progress("x-y", 2, 4)], "x-y", id="no-words"),
    ],
)
def test_a_long_step_has_a_bar(
    told: list[Progress], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, with the step in words; one that is over at once shows nothing."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with bars("nl") as tell:
        for each in told:
            tell(each)
    assert terminal.text == ""
    monkeypatch.setattr("si_kg.cli.progress.UNNOTICED", 0.0)
    with bars("nl") as tell:
        for each in told:
            tell(each)
    assert shown in terminal.text
    assert ("Toetsen" in terminal.text) == (told[0].step == "validate")


def test_every_step_has_words() -> None:
    """Whatever part of the package tells of it."""
    sources = [file.read_text("utf-8") for file in Path(si_kg.__file__).parent.rglob("*.py")]
    told = {name for text in sources for name in re.findall(r'Progress\("(\w+)"', text)}
    assert told >= {"load", "write", "validate"}
    assert {f"step-{name}" for name in told} <= set(STEPS)


def test_a_step_of_unknown_length_counts_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is over."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("si_kg.cli.progress.UNNOTICED", 0.01)
    with bars("en") as tell:
        tell(Progress("load", 0))
        while "2 s" not in terminal.text:
            pass
    assert terminal.text.startswith("\rLoading … 1 s")
    assert terminal.text.endswith("\n")
