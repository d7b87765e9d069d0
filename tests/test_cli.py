"""The command line, in two languages: answers on stdout, one line on stderr, an exit code."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES, Cli, Endpoint, Ran

from si_kg import shipped
from si_kg.cli.commands import make_cli
from si_kg.cli.run import main, run
from si_kg.cli.words import WORDS

COMMANDS = list(make_cli("en").commands)
PREFIXES = """\
@prefix id: <https://w3id.org/si-kg/id/> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
"""
# English words that a Dutch page would show if a text of Click or of ours were not translated.
ENGLISH = re.compile(
    r"\b(the|and|with|show|this|message|exit|usage|options?|commands?|file|text|integer|float|"
    r"range|required|default|arguments?|missing|got|unexpected|requires|name|value|word|thing|"
    r"folder|answer|path)\b",
    re.IGNORECASE,
)


def complaint(ran: Ran) -> str:
    """The one line on stderr; nothing is on stdout, and nothing looks like a traceback."""
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert "Er ging iets stuk" not in ran.err
    assert "Something broke" not in ran.err
    return ran.err


def test_the_commands_are_those_of_the_library() -> None:
    """What can be done in Python can be done here, and the other way round."""
    assert {"query", "queries", "show", "validate", "check", "build"} <= set(COMMANDS)
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
    names = re.compile(rf"--[\w-]+|\b({'|'.join(COMMANDS)})\b|table, csv[\w, \n]*|text, md, json")
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


def test_good_files_are_valid(mini_cli: Cli, mini: Path) -> None:
    """No findings, exit code 0, in each language and with each engine."""
    file = str(mini / "data" / "concepts.ttl")
    assert mini_cli("validate", file, "--lang", "nl").out == "Geen bevindingen.\n"
    ran = mini_cli("validate", file, "--engine", "pyshacl")
    assert (ran.code, ran.out) == (0, "No findings.\n")
    assert mini_cli("validate").code == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param(
            "nl", ("overtreding: id:mine", "Geef het begrip een naam", "1 overtreding"), id="nl"
        ),
        pytest.param("en", ("violation: id:mine", "Name the concept", "1 violation"), id="en"),
    ],
)
def test_a_violation_is_an_exit_code(
    language: str, words: tuple[str, ...], mini_cli: Cli, tmp_path: Path
) -> None:
    """File, line, what is wrong, what to do; the exit code is 1."""
    file = tmp_path / "own.ttl"
    file.write_text(f"{PREFIXES}id:mine a si:Concept .")
    ran = mini_cli("validate", str(file), "--lang", language)
    assert (ran.code, ran.err) == (1, "")
    assert f"{file}:3" in ran.out
    assert all(word in ran.out for word in words)


def test_a_warning_alone_is_no_failure(mini_cli: Cli, tmp_path: Path) -> None:
    """Only a violation makes the answer no."""
    file = tmp_path / "own.ttl"
    file.write_text(
        f"{PREFIXES}id:mine a si:Concept ;\n"
        '  <http://www.w3.org/2004/02/skos/core#prefLabel> "mine"@en .'
    )
    ran = mini_cli("validate", str(file))
    assert ran.code == 0
    assert "0 violation(s), 1 warning(s)" in ran.out


def test_five_faults_are_named(cli: Cli) -> None:
    """The file with five planted faults gives five violations, in the language asked."""
    file = FIXTURES / "five-faults.ttl"
    if not file.is_file():
        pytest.skip("tests/fixtures/five-faults.ttl is not there yet; it is written elsewhere")
    dutch, english = (cli("validate", str(file), "--lang", each) for each in ("nl", "en"))
    assert dutch.code == english.code == 1
    assert dutch.out.count("overtreding: ") == english.out.count("violation: ") == 5
    assert "5 overtreding(en)" in dutch.out


def test_checks_are_run(mini_cli: Cli) -> None:
    """One line for each check; all is well."""
    ran = mini_cli("check", "parse", "ledger", "--lang", "nl")
    assert ran.code == 0
    assert [line.split()[:2] for line in ran.out.splitlines()] == [
        ["goed", "parse"],
        ["goed", "ledger"],
    ]


def test_a_failing_check_is_an_exit_code(mini_cli: Cli) -> None:
    """What is wrong stands under the check; the exit code is 1."""
    (shipped.root() / "data" / "more.ttl").write_text("\nid:x")
    ran = mini_cli("check", "parse")
    assert ran.code == 1
    assert ran.out.startswith("failed")
    assert "more.ttl, line 2" in ran.out


def test_a_graph_is_built(mini_cli: Cli, tmp_path: Path) -> None:
    """What was built is said, and the build answers."""
    folder = tmp_path / "built"
    ran = mini_cli("build", "--folder", str(folder), "--lang", "nl")
    assert ran.code == 0
    assert re.match(r"Gebouwd: \d+ triples in 7 grafen, 7 vragen, in \d", ran.out)
    assert "sharing" in mini_cli("query", "concepts", "--endpoint", str(folder)).out


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


@pytest.mark.parametrize(("language", "place"), [("nl", "regel 3"), ("en", "line 3")])
def test_a_malformed_file_is_named_by_line(
    language: str, place: str, mini_cli: Cli, tmp_path: Path
) -> None:
    """File and line, exit code 1: the file is not valid."""
    file = tmp_path / "own.ttl"
    file.write_text(f"{PREFIXES}id:x a")
    ran = mini_cli("validate", str(file), "--lang", language)
    assert ran.code == 1
    assert f"{file}, {place}: " in complaint(ran)


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


def test_the_program_ends_with_the_exit_code() -> None:
    """`main` is what the shell calls."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`si-kg` as a process of its own."""
    program = [sys.executable, "-c", "from si_kg.cli import main; main()", *arguments]
    return subprocess.run(program, capture_output=True, text=True, timeout=30, check=False)


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


def test_the_process_has_the_exit_code(built: Path) -> None:
    """What `run` gives is what the shell sees."""
    assert shell("query", "concepts", "--endpoint", str(built)).returncode == 0
    assert shell("query", "concpts").returncode == 2
