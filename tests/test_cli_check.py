"""Checking on the command line: data, sources, quotations, samples, and the build."""

import csv
import io
import re
from pathlib import Path

import pytest
from conftest import FIXTURES, Cli, Ran, complaint

from si_kg import shipped
from si_kg.knowledge_graph import KnowledgeGraph

PREFIXES = """\
@prefix id: <https://w3id.org/si-kg/id/> .
@prefix si: <https://w3id.org/si-kg/ontology#> .
"""


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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param(
            "nl",
            [
                (10, "overtreding: id:fault-concept", "definitie in het Nederlands"),
                (20, "overtreding: id:fault-claim", "si:hasStanding"),
                (29, "overtreding: id:fault-definition", "één gewicht"),
                (46, "overtreding: id:fault-initiative", "waarnaar u verwijst"),
                (54, "overtreding: id:fault-citation", "geheel getal vanaf 1"),
            ],
            id="nl",
        ),
        pytest.param(
            "en",
            [
                (10, "violation: id:fault-concept", "definition in Dutch"),
                (20, "violation: id:fault-claim", "si:hasStanding"),
                (29, "violation: id:fault-definition", "one weight"),
                (46, "violation: id:fault-initiative", "that you point to"),
                (54, "violation: id:fault-citation", "whole number from 1"),
            ],
            id="en",
        ),
    ],
)
def test_five_faults_are_named(language: str, said: list[tuple[int, str, str]], cli: Cli) -> None:
    """Five planted faults give five violations and no other, each by file and line."""
    file = FIXTURES / "five-faults.ttl"
    ran = cli("validate", str(file), "--lang", language)
    assert (ran.code, ran.err) == (1, "")
    # one line says where and what, the next says what to do
    found = ran.out.splitlines()
    heads = [line for line in found if re.search("overtreding: |violation: ", line)]
    assert len(heads) == len(said)
    for head, (line, what, message) in zip(heads, said, strict=True):
        assert f"{file.name}:{line}: {what} " in head
        assert message in found[found.index(head) + 1]
    assert found[-1].startswith("5 ")


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
    assert re.match(r"Gebouwd: \d+ triples in 8 grafen, 7 vragen, in \d", ran.out)
    assert "sharing" in mini_cli("query", "concepts", "--endpoint", str(folder)).out


@pytest.fixture
def quoting(mini_cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs `si-kg` on the mini graph, in which two definitions quote the book."""
    (shipped.root() / "data" / "quotations.ttl").write_text(
        f"{PREFIXES}"
        'id:definition-early si:quotation "Delen is ‘samen’ gebruiken"@nl .\n'
        'id:definition-late si:quotation "Lenen is tijdelijk […] delen"@nl .\n'
    )
    assert mini_cli("build", "--folder", str(tmp_path / "built")).code == 0
    monkeypatch.setattr(shipped, "snapshot_folder", lambda: tmp_path / "built")
    return mini_cli


@pytest.mark.parametrize(
    ("text", "language", "code", "out"),
    [
        pytest.param(
            "<!-- page 3 -->\nDelen is\nsamen ge-\nbruiken.\n<!-- page 4 -->\n"
            "Lenen is tijdelijk iets delen.\n",
            "nl",
            0,
            "2 van 2 citaten gevonden.\n",
            id="nl-found",
        ),
        pytest.param(
            "<!-- page 3 -->\nDelen is samen gebruiken.\n<!-- page 4 -->\n"
            "Lenen is tijdelijk delen.\n",
            "en",
            0,
            "2 of 2 quotations found.\n",
            id="en-found",
        ),
        pytest.param(
            "<!-- page 3 -->\nLenen is tijdelijk delen.\n<!-- page 4 -->\nEen tekening.\n",
            "nl",
            1,
            "id:definition-early (p. 3): niet gevonden: ‘Delen is ‘samen’ gebruiken’\n"
            "id:definition-late (p. 4): staat op een andere pagina: "
            "‘Lenen is tijdelijk […] delen’\n"
            "0 van 2 citaten gevonden.\n",
            id="nl-not-found",
        ),
        pytest.param(
            "<!-- page 3 -->\nDelen is samen gebruiken.\n<!-- page 4 -->\nEen tekening.\n"
            "<!-- page 5 -->\nLenen is tijdelijk delen.\n",
            "en",
            1,
            "id:definition-late (p. 4): stands on another page: ‘Lenen is tijdelijk […] delen’\n"
            "1 of 2 quotations found.\n",
            id="en-elsewhere",
        ),
    ],
)
def test_quotations_are_checked(  # noqa: PLR0913, PLR0917 (a row of the table)
    text: str, language: str, code: int, out: str, quoting: Cli, tmp_path: Path
) -> None:
    """Those that are not where they should be, then how many are; 1 is the exit code of a no."""
    file = tmp_path / "book.txt"
    file.write_text(text, "utf-8")
    ran = quoting("check-quotes", "--source", str(file), "--of", "book", "--lang", language)
    assert ran == Ran(code, out, "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_source_text_without_pages_is_refused(
    language: str, quoting: Cli, tmp_path: Path
) -> None:
    """Wrong use, with the mark that a page needs; also where the source is not in the graph."""
    file = tmp_path / "book.txt"
    file.write_text("Delen is samen gebruiken.")
    ran = quoting("check-quotes", "--source", str(file), "--of", "book", "--lang", language)
    assert ran.code == 2
    assert f"‘{file}’" in complaint(ran)
    ran = quoting("check-quotes", "--source", str(file), "--lang", language)
    assert ran.code == 2
    assert "‘dossier’" in complaint(ran)


def test_the_dossier_is_the_source_unless_another_is_named(
    graph: KnowledgeGraph, cli: Cli, tmp_path: Path
) -> None:
    """A text without a word of it holds none of the quotations of the real graph."""
    file = tmp_path / "empty.txt"
    file.write_text("<!-- page 1 -->\n")
    number = len(graph.check_quotes(file))
    ran = cli("check-quotes", "--source", str(file))
    assert ran.code == 1
    assert number
    assert ran.out.count(": not found: ") == number
    assert ran.out.endswith(f"\n0 of {number} quotations found.\n")


@pytest.mark.parametrize(
    ("language", "title"),
    [pytest.param("nl", "Gevonden in", id="nl"), pytest.param("en", "Found in", id="en")],
)
def test_a_sample_is_drawn(language: str, title: str, cli: Cli, graph: KnowledgeGraph) -> None:
    """Statements in the language asked with their page; a pipe gets CSV, a person a table."""
    ran = cli("sample", "--seed", "3", "--size", "4", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert list(rows[0]) == ["place", "label", "text", "thing"]
    assert len({tuple(row.values()) for row in rows}) == 4
    every = graph.query("statements", lang=language).write("csv", language)
    assert all(row in csv.DictReader(io.StringIO(every)) for row in rows)
    table = cli("sample", "--seed", "3", "--size", "4", "--lang", language, "-f", "table")
    assert table.out.startswith(title)


def test_a_seed_decides_the_sample(cli: Cli) -> None:
    """The same seed draws the same rows, another seed others; twenty unless told."""
    first, again, other = (cli("sample", "--seed", seed) for seed in ("1", "1", "2"))
    assert first == again
    assert first.code == other.code == 0
    assert first.out != other.out
    assert len(list(csv.DictReader(io.StringIO(first.out)))) == 20


def test_a_sample_larger_than_the_graph_is_all(cli: Cli) -> None:
    """Every statement once, in the order of the query."""
    ran = cli("sample", "--seed", "1", "--size", "1000000")
    assert ran.out == cli("query", "statements").out


def test_a_sample_can_go_to_a_file(cli: Cli, tmp_path: Path) -> None:
    """To be filled in beside the pages."""
    file = tmp_path / "sample.csv"
    ran = cli("sample", "--seed", "1", "-o", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.read_bytes().decode() == cli("sample", "--seed", "1").out
