"""Asking on the command line: canned queries, SPARQL of one's own, things, endpoints."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Cli, Endpoint, complaint, shell

from si_kg import shipped


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        pytest.param("nl", ["bank", "delen", "lenen", "oever"], id="nl"),
        pytest.param("en", ["bank", "bank", "lending", "sharing"], id="en"),
    ],
)
def test_a_query_in_a_pipe_gives_csv(language: str, labels: list[str], mini_cli: Cli) -> None:
    """Where no terminal reads it, an answer is plain data."""
    ran = mini_cli("query", "concepts", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["label"] for row in rows] == labels


def test_a_query_on_a_terminal_gives_a_table(
    mini_cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People get columns with titles."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert mini_cli("query", "concepts", "--lang", "nl").out.startswith("Ding")


@pytest.mark.parametrize(
    ("arguments", "years"),
    [
        pytest.param(["concept=delen"], ["1999", "2010"], id="label"),
        pytest.param(["concept=sharing", "since=2000"], ["2010"], id="two"),
        pytest.param(["concept=lending"], [], id="none"),
    ],
)
def test_parameters_are_given_by_name(
    arguments: list[str], years: list[str], mini_cli: Cli
) -> None:
    """`name=value`, in any order, a thing by any of its names."""
    ran = mini_cli("query", "definitions-of", *arguments, "--format", "json")
    assert [row["year"] for row in json.loads(ran.out)["rows"]] == years


@pytest.mark.parametrize("style", ["table", "csv", "tsv", "json", "srj", "md"])
def test_each_format_can_be_asked(style: str, mini_cli: Cli) -> None:
    """The formats in the help page all work, and differ from each other."""
    ran = mini_cli("query", "concepts", "--format", style)
    assert (ran.code, ran.err) == (0, "")
    assert "sharing" in ran.out


@pytest.mark.parametrize("style", ["ttl", "nt", "jsonld"])
def test_triples_can_be_asked(style: str, mini_cli: Cli) -> None:
    """A CONSTRUCT answers in RDF."""
    ran = mini_cli("query", "description-of", "thing=sharing", "-f", style)
    assert (ran.code, ran.err) == (0, "")
    assert "sharing" in ran.out


def test_triples_in_a_pipe_need_no_format(mini_cli: Cli) -> None:
    """A CONSTRUCT without --format gives Turtle, as plain data."""
    assert mini_cli("query", "description-of", "thing=sharing").code == 0


def test_a_limit_is_kept(mini_cli: Cli) -> None:
    """The rows that are left out are not silently gone."""
    ran = mini_cli("query", "concepts", "--limit", "2", "--format", "table", "--lang", "nl")
    assert "Alleen de eerste 2 rijen" in ran.out


@pytest.mark.parametrize("style", ["csv", "tsv", "srj"])
def test_a_limit_that_cut_is_said(style: str, mini_cli: Cli) -> None:
    """In a format without room for it, the warning goes to stderr."""
    ran = mini_cli("query", "concepts", "--limit", "2", "--format", style)
    assert "2" in ran.err


def test_own_sparql_comes_from_a_file(mini_cli: Cli, tmp_path: Path) -> None:
    """Any question in SPARQL, with the same formats."""
    file = tmp_path / "own.rq"
    file.write_text(
        "SELECT ?o { <https://w3id.org/si-kg/id/book-p-3> ?p ?o } ORDER BY DESC(isIRI(?o))"
    )
    ran = mini_cli("query", "--file", str(file))
    assert ran.out == "o\r\nhttps://w3id.org/si-kg/id/book\r\n3\r\n"


def test_own_sparql_comes_from_a_pipe(mini_cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen means standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK {}"))
    assert mini_cli("query", "--file", "-").out == "true\n"


def test_an_answer_can_go_to_a_file(mini_cli: Cli, tmp_path: Path) -> None:
    """The same bytes as on stdout, and nothing on the screen."""
    file = tmp_path / "answer.csv"
    ran = mini_cli("query", "concepts", "--output", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.read_bytes().decode() == mini_cli("query", "concepts").out
    assert mini_cli("show", "sharing", "-o", str(file)).code == 0
    assert "sharing" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "there"),
    [
        pytest.param([], ["concepts", "definitions-of"], id="all"),
        pytest.param(["definition"], ["definitions-of"], id="word"),
        pytest.param(["DEFINITION"], ["definitions-of"], id="capitals"),
        pytest.param(["definitions-of"], ["concept", "since", "may be absent"], id="one"),
    ],
)
def test_queries_are_listed(arguments: list[str], there: list[str], mini_cli: Cli) -> None:
    """All, those about a word, or everything about one."""
    ran = mini_cli("queries", *arguments)
    assert ran.code == 0
    assert all(word in ran.out for word in there)


def test_one_query_is_described_in_dutch(mini_cli: Cli) -> None:
    """Summary, parameters with what they take, an example."""
    ran = mini_cli("queries", "definitions-of", "--lang", "nl")
    assert "Definities van een begrip" in ran.out
    assert re.search(r"since\s+Vanaf: een jaar van vier cijfers, mag ontbreken", ran.out)
    assert "Voorbeeld: Wat is {concept}?" in ran.out


@pytest.mark.parametrize("style", ["text", "md", "json"])
def test_a_thing_is_shown(style: str, mini_cli: Cli) -> None:
    """Everything about one thing, in each format."""
    ran = mini_cli("show", "delen", "-f", style, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert "Delen is samen gebruiken" in ran.out


def test_an_endpoint_is_asked(endpoint: Endpoint, mini_cli: Cli) -> None:
    """The same commands on an endpoint elsewhere, or on a folder."""
    here = mini_cli("query", "concepts")
    assert mini_cli("query", "concepts", "--endpoint", endpoint.url) == here
    assert mini_cli("query", "concepts", "--endpoint", str(shipped.snapshot_folder())) == here


@pytest.mark.parametrize(
    ("language", "told"),
    [
        pytest.param(
            "nl",
            [
                "Wat deze vraag vraagt\nDefinities van een begrip",
                "Wat meetelt en wat niet\nElke definitie met haar jaar.",
                "Begrip: lenen <https://w3id.org/si-kg/id/lending> (gegeven)",
                "Vanaf: afwezig",
                "Taal: ‘nl’ (standaard)",
                "year          Jaar",
                "VALUES ?concept { <https://w3id.org/si-kg/id/lending> }",
            ],
            id="nl",
        ),
        pytest.param(
            "en",
            [
                "What this query asks\nDefinitions of a concept",
                "What counts and what does not\nEach definition with its year.",
                "Concept: lending <https://w3id.org/si-kg/id/lending> (given)",
                "Since: absent",
                "Language: ‘en’ (default)",
                "year          Year",
                "VALUES ?concept { <https://w3id.org/si-kg/id/lending> }",
            ],
            id="en",
        ),
    ],
)
def test_a_query_is_explained(language: str, told: list[str], mini_cli: Cli) -> None:
    """What it asks, with which values in words, and its SPARQL, instead of the answer."""
    asked = ["query", "definitions-of", "concept=lenen", "--explain", "--lang", language]
    ran = mini_cli(*asked)
    assert (ran.code, ran.err) == (0, "")
    assert all(part in ran.out for part in told)


def test_a_default_is_explained(mini_cli: Cli) -> None:
    """A thing that nobody named has its name too; a given value is shown on one line."""
    ran = mini_cli("query", "definitions-of", "since=2001", "--explain")
    assert "Concept: sharing <https://w3id.org/si-kg/id/sharing> (default)" in ran.out
    assert "Since: ‘2001’ (given)" in ran.out


def test_the_explained_sparql_can_be_asked(mini_cli: Cli, tmp_path: Path) -> None:
    """`--as sparql` gives what `--file` takes, with the same answer."""
    asked = ["query", "definitions-of", "concept=delen", "since=2000"]
    file = tmp_path / "own.rq"
    assert mini_cli(*asked, "--as", "sparql", "--output", str(file)).out == ""
    assert mini_cli("query", "--file", str(file)) == mini_cli(*asked)
    assert file.read_text("utf-8") in mini_cli(*asked, "--explain").out


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param("python", "graph.query('definitions-of', concept='delen')", id="python"),
        pytest.param("r", "req_body_form(query = query)", id="r"),
        pytest.param("curl", "ENDPOINT=http://localhost:7878/query", id="curl"),
    ],
)
@pytest.mark.parametrize(
    ("language", "title"), [("nl", "# Definities van een begrip"), ("en", "# Definitions of a")]
)
def test_a_query_is_given_as_code(
    kind: str, code: str, language: str, title: str, mini_cli: Cli
) -> None:
    """Its comments are in the language."""
    ran = mini_cli("query", "definitions-of", "concept=delen", "--as", kind, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert code in ran.out
    assert ran.out.startswith(title)


def test_code_asks_the_endpoint_of_the_command(endpoint: Endpoint, mini_cli: Cli) -> None:
    """The address that was given stands in the code."""
    ran = mini_cli("query", "concepts", "--as", "curl", "--endpoint", endpoint.url)
    assert f"ENDPOINT={endpoint.url}\n" in ran.out


@pytest.mark.parametrize(
    ("arguments", "nl", "en"),
    [
        pytest.param(["--explain"], "noem er een", "name one", id="explain-nothing"),
        pytest.param(["--as", "r"], "noem er een", "name one", id="nothing-as-code"),
        pytest.param(["--explain", "--file", "-"], "zonder --file", "without --file", id="file"),
        pytest.param(
            ["concepts", "--as", "r", "--file", "-"], "zonder --file", "without --file", id="both"
        ),
        pytest.param(["concepts", "--as", "r", "--explain"], "niet allebei", "not both", id="two"),
        pytest.param(["concepts", "--as", "cobol"], "een van sparql", "one of sparql", id="kind"),
        pytest.param(["concpts", "--explain"], "Bedoel je", "Did you mean", id="name"),
        pytest.param(["concepts", "x=1", "--as", "r"], "parameter", "parameter", id="parameter"),
    ],
)
def test_what_cannot_be_told(arguments: list[str], nl: str, en: str, mini_cli: Cli) -> None:
    """One line in the language says what to do."""
    for language, words in {"nl": nl, "en": en}.items():
        ran = mini_cli("query", *arguments, "--lang", language)
        assert ran.code == 2
        assert words in complaint(ran)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("DELETE WHERE { ?s ?p ?o }", "DELETE", id="update"),
        pytest.param("ASK { SERVICE <http://x/> {} }", "SERVICE", id="service"),
        pytest.param("SELECT *\nWHERE { ?s ?p . }", "2:", id="malformed"),
        pytest.param("", "1:", id="empty"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_own_sparql_that_may_not_run(
    text: str, word: str, language: str, mini_cli: Cli, tmp_path: Path
) -> None:
    """The reason, or the place of the fault, on one line."""
    file = tmp_path / "own.rq"
    file.write_text(text)
    ran = mini_cli("query", "--file", str(file), "--lang", language)
    assert ran.code == 2
    assert word in complaint(ran)


def test_a_question_that_takes_too_long_is_ended(built: Path, tmp_path: Path) -> None:
    """The limit holds while the engine works; the message says how long it was."""
    file = tmp_path / "slow.rq"
    file.write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    ran = shell(
        "query", "--file", str(file), "--timeout", "0.2", "--endpoint", str(built), "--lang", "nl"
    )
    assert ran.returncode == 3
    assert ran.stdout == ""
    assert ran.stderr == (
        "De query duurde langer dan 0.2 s; maak haar kleiner of verhoog --timeout.\n"
    )


def test_a_reader_that_stops_early_is_no_failure(built: Path) -> None:
    """`si-kg query ... | head -1` ends quietly."""
    command = (
        f"{sys.executable} -c 'from si_kg.cli import main; main()' query cited-works "
        f"--endpoint {built} | head -1"
    )
    ran = subprocess.run(  # noqa: S602 (a pipe is what is tested)
        command, shell=True, capture_output=True, text=True, timeout=30, check=False
    )
    assert ran.stdout.startswith("label,")
    assert ran.stderr == ""
