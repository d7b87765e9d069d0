"""The code that `--as` gives asks the same question, and no value breaks out of its place."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from conftest import Endpoint
from hypothesis import given
from hypothesis import strategies as st

import si_kg
from si_kg import shipped
from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.errors import FormatNotFound, ParameterNotFound, QueryNotFound, ValueRefused
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.parameters import Parameter
from si_kg.results import Table
from si_kg.snippets import PLACEHOLDER, SNIPPETS, Question, r_string

HOSTILE = [
    pytest.param('it\'s "quoted" \'\'\'and\'\'\' """more"""', id="quotes"),
    pytest.param("back\\slash \\n \\u0041 \\", id="backslashes"),
    pytest.param("one\ntwo\r\nthree\ttab", id="newlines"),
    pytest.param("$(touch broken) `touch broken` ${HOME} $HOME", id="shell"),
    pytest.param("a\nEOF\ntouch broken\n", id="end-of-here-document"),
    pytest.param('") ; quit() # {x} %s', id="out-of-the-string"),
    pytest.param('" } DROP ALL #', id="out-of-the-row"),
    pytest.param("één \U0001f600 \u2028 \u202e \x00\x1b[31m \x85", id="odd-characters"),
    pytest.param("", id="empty"),
]
ECHO = CannedQuery(
    name="echo",
    theme="test",
    text='SELECT ?said ?limit\nWHERE {\n  VALUES ?said { "x" }\n  VALUES ?limit { "y" }\n}\n'
    "ORDER BY ?said ?limit\n",
    summary=Text("Wat er\nwordt gezegd", "What is\nsaid"),
    description=Text("Wat er wordt gezegd.", "What is said."),
    questions={"nl": ("Wat?",), "en": ("What?",)},
    tags=(),
    parameters=(
        Parameter("said", "text", Text("Tekst", "Text"), optional=True),
        Parameter("limit", "text", Text("Grens", "Limit"), optional=True),
    ),
    columns={},
)


@pytest.fixture
def echo(mini_graph: KnowledgeGraph) -> KnowledgeGraph:
    """A graph whose one query answers what it is given."""
    return KnowledgeGraph(mini_graph.store, Catalogue({"echo": ECHO}), "en")


def question(
    graph: KnowledgeGraph, name: str, endpoint: str | None = None, **values: str
) -> Question:
    """The canned query with these values."""
    text = graph.bound(name, values)
    return Question(graph.catalogue[name], text, graph.language, values, endpoint)


def rows(graph: KnowledgeGraph, name: str, **values: str) -> Table:
    """The answer that each snippet should give."""
    answer = graph.query(name, values)
    assert isinstance(answer, Table)
    return answer


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `si_kg.open` gives instead of the graph that comes along; the last one counts."""
    graphs: list[Any] = []
    monkeypatch.setattr(si_kg, "open", lambda *_, **__: graphs[-1])
    return graphs


def run_python(code: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the program prints."""
    capsys.readouterr()
    exec(compile(code, "snippet.py", "exec"), {})  # noqa: S102 (that it runs is what is tested)
    return capsys.readouterr().out


def r_strings(code: str) -> Iterator[str]:
    """The values of the string literals in a script of R, comments left out."""
    lines = "\n".join(line for line in code.split("\n") if not line.startswith("#"))
    for literal in re.findall(r'"((?:[^"\\\n]|\\.)*)"', lines):
        yield re.sub(
            r"\\(?:[uU]\{([0-9a-f]+)\}|(.))",
            lambda match: chr(int(match[1], 16)) if match[1] else match[2].replace("n", "\n"),
            literal,
        )


@pytest.mark.parametrize(
    "values", [{}, {"concept": "delen"}, {"concept": "sharing", "since": "2000"}]
)
def test_the_bound_text_is_what_the_query_runs(
    values: dict[str, str], mini_graph: KnowledgeGraph
) -> None:
    """The text alone gives the rows of the query."""
    answer = mini_graph.sparql(mini_graph.bound("definitions-of", **values))
    assert isinstance(answer, Table)
    assert answer.rows == rows(mini_graph, "definitions-of", **values).rows


def test_the_language_of_the_graph_is_bound(mini_graph: KnowledgeGraph) -> None:
    """As `query` does, unless `lang` says otherwise."""
    assert 'VALUES ?lang { "en" }' in mini_graph.bound("concepts")
    assert 'VALUES ?lang { "nl" }' in mini_graph.bound("concepts", {"lang": "nl"})


def test_a_row_keeps_its_margin(graph: KnowledgeGraph) -> None:
    """A bound row stands where its default stood."""
    text = graph.bound("definitions-of", concept="empowerment")
    assert "\n        VALUES ?concept { <https://w3id.org/si-kg/id/empowerment> }\n" in text


def test_what_cannot_be_asked_cannot_be_bound(mini_graph: KnowledgeGraph) -> None:
    """The errors are those of `query`."""
    with pytest.raises(QueryNotFound):
        mini_graph.bound("concept")
    with pytest.raises(ParameterNotFound):
        mini_graph.bound("concepts", langs="nl")
    with pytest.raises(ValueRefused):
        mini_graph.bound("definitions-of", since="x")


def test_a_thing_has_a_title(mini_graph: KnowledgeGraph) -> None:
    """In the language of the graph; nothing for what is not there."""
    assert mini_graph.title("https://w3id.org/si-kg/id/sharing") == "sharing"
    assert mini_graph.title("https://example.org/nothing") == ""


@pytest.mark.parametrize("said", HOSTILE)
def test_sparql_gives_the_same_rows(said: str, echo: KnowledgeGraph) -> None:
    """Whatever the value, the text is one query that answers it."""
    answer = echo.sparql(question(echo, "echo", said=said).as_code("sparql"))
    assert isinstance(answer, Table)
    assert [row["said"] for row in answer.records()] == [said]


@pytest.mark.parametrize("said", HOSTILE)
@pytest.mark.parametrize("names", [["said"], ["limit"], ["said", "limit"]], ids="-".join)
def test_python_gives_the_same_rows(
    said: str,
    names: list[str],
    echo: KnowledgeGraph,
    opened: list[Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The program runs and prints the answer, also where a parameter cannot be a keyword."""
    opened.append(echo)
    values = dict.fromkeys(names, said)
    code = question(echo, "echo", **values).as_code("python")
    assert run_python(code, capsys) == rows(echo, "echo", **values).write("csv", "en")
    assert len(ast.parse(code).body) == 4
    assert "\x1b" not in code


def test_python_opens_the_graph_that_was_asked(
    mini_graph: KnowledgeGraph, opened: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """The place and the language are those of the command; a graph comes as Turtle."""
    opened.append(mini_graph)
    asked = question(mini_graph, "description-of", "it's/here", thing="sharing")
    code = asked.as_code("python")
    assert """si_kg.open("it's/here", language='en')""" in code
    assert "graph.query('description-of', thing='sharing')" in code
    answer = mini_graph.query("description-of", thing="sharing")
    assert run_python(code, capsys) == answer.write("ttl", "en")


def test_python_asks_an_endpoint(
    endpoint: Endpoint,
    mini_graph: KnowledgeGraph,
    mini_built: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With an address the program asks there, and gets the same answer."""
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: mini_built)
    asked = question(mini_graph, "concepts", endpoint.url)
    printed = run_python(asked.as_code("python"), capsys)
    assert printed == rows(mini_graph, "concepts").write("csv", "en")
    assert endpoint.asked == [("GET", asked.text)]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not here")
@pytest.mark.parametrize("said", HOSTILE)
def test_curl_posts_the_same_text(
    said: str, echo: KnowledgeGraph, endpoint: Endpoint, tmp_path: Path
) -> None:
    """The endpoint gets the text as it is, and nothing else happens in the shell."""
    asked = question(echo, "echo", endpoint.url, said=said)
    ran = subprocess.run(
        ["/bin/sh", "-c", asked.as_code("curl")],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        timeout=30,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert endpoint.asked == [("POST", asked.text)]
    answer = ox.parse_query_results(ran.stdout, format=ox.QueryResultsFormat.JSON)
    assert isinstance(answer, ox.QuerySolutions)
    assert [tuple(row) for row in answer] == list(rows(echo, "echo", said=said).rows)
    assert list(tmp_path.iterdir()) == []


def test_the_here_document_ends_where_it_should(mini_graph: KnowledgeGraph) -> None:
    """A line of the text that looks like the end mark makes the mark longer."""
    canned = mini_graph.catalogue["concepts"]
    code = Question(canned, "ASK {\n#\nEOF\nEOF_\n}", "en").as_code("curl")
    assert "<<'EOF__'\nASK {\n#\nEOF\nEOF_\n}\nEOF__\n" in code


def test_an_address_is_quoted_for_the_shell_and_for_r(mini_graph: KnowledgeGraph) -> None:
    """An address is data, never code."""
    asked = question(mini_graph, "concepts", "http://x/$(id)'\"\\`")
    assert """ENDPOINT='http://x/$(id)'"'"'"\\`'\n""" in asked.as_code("curl")
    assert 'endpoint <- "http://x/$(id)\'\\"\\\\`"\n' in asked.as_code("r")


@pytest.mark.parametrize("kind", ["r", "curl"])
@pytest.mark.parametrize("endpoint", [None, "a/folder"])
def test_without_an_address_a_placeholder_says_so(
    kind: str, endpoint: str | None, mini_graph: KnowledgeGraph
) -> None:
    """The comment asks for an address, in the language."""
    canned = mini_graph.catalogue["concepts"]
    for language, words in {"nl": "Zet hier het adres", "en": "Put here the address"}.items():
        code = Question(canned, "ASK {}", language, {}, endpoint).as_code(kind)
        assert PLACEHOLDER in code
        assert f"# {words}" in code
    code = Question(canned, "ASK {}", "en", {}, "https://x/").as_code(kind)
    assert PLACEHOLDER not in code
    assert "Put here" not in code


@pytest.mark.parametrize("said", HOSTILE)
def test_r_holds_the_same_text(said: str, echo: KnowledgeGraph) -> None:
    """The lines between `paste(` and its separator are the text, each in one string."""
    asked = question(echo, "echo", said=said)
    code = asked.as_code("r")
    strings = list(r_strings(code))
    lines = strings[1 : strings.index("\n")]
    assert "\n".join(lines) + "\n" == asked.text
    assert code.startswith("# What is said\nlibrary(httr2)\n")
    assert 'req_headers(Accept = "text/csv")' in code
    assert "read.csv(text = answer" in code


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_is_one_string_of_r(text: str) -> None:
    """What is read back is what was written, on one line."""
    written = r_string(text)
    assert list(r_strings(written)) == [text]
    assert written.isprintable()


@pytest.mark.parametrize(
    ("text", "accepted", "shown"),
    [
        pytest.param("SELECT * {}", "text/csv", "read.csv", id="select"),
        pytest.param("ASK {}", "application/sparql-results+json", "cat(answer)", id="ask"),
        pytest.param("CONSTRUCT WHERE {}", "text/turtle", "cat(answer)", id="construct"),
    ],
)
def test_each_form_of_question_accepts_what_fits(
    text: str, accepted: str, shown: str, mini_graph: KnowledgeGraph
) -> None:
    """Rows as CSV, a graph as Turtle, yes or no as JSON."""
    asked = Question(mini_graph.catalogue["concepts"], text, "en")
    assert f"--header 'Accept: {accepted}'" in asked.as_code("curl")
    assert accepted in asked.as_code("r")
    assert shown in asked.as_code("r")


@pytest.mark.parametrize("kind", SNIPPETS)
def test_every_canned_query_has_every_snippet(kind: str, graph: KnowledgeGraph) -> None:
    """None fails, and each ends in one newline."""
    for name in graph.catalogue:
        code = question(graph, name).as_code(kind)
        assert code.endswith("\n")
        assert not code.endswith("\n\n")


def test_another_kind_is_refused(mini_graph: KnowledgeGraph) -> None:
    """The error names the kinds that there are."""
    with pytest.raises(FormatNotFound, match="sparql, python, r, curl"):
        question(mini_graph, "concepts").as_code("cobol")


def test_python_runs_as_a_program(graph: KnowledgeGraph, built: Path) -> None:
    """In a process of its own, the question of the README gives the same bytes."""
    asked = question(graph, "definitions-of", str(built), concept="empowerment")
    program = [sys.executable, "-c", asked.as_code("python")]
    ran = subprocess.run(program, capture_output=True, check=False, timeout=30)
    assert (ran.returncode, ran.stderr) == (0, b"")
    expected = rows(graph, "definitions-of", concept="empowerment")
    assert ran.stdout.decode() == expected.write("csv", "en")
