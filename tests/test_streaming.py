"""Answers that flow: the same bytes as held answers, in little memory, in files that are whole."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Cli, Endpoint, complaint, shell
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import FileUnwritable, FormatNotFound, QueryNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.limited import Limited
from si_kg.result_formats.sorted_lines import sorted_lines
from si_kg.results import Graph, Table, Verdict
from si_kg.store import EmbeddedStore
from si_kg.streams import ROW_FORMATS, RowStream, TripleStream, collected, flows, stream
from si_kg.whole_file import discard_unfinished, write_whole

EVERYTHING = "SELECT * { ?thing ?property ?value } ORDER BY ?thing ?property ?value"
TRIPLES = "CONSTRUCT { ?thing ?property ?value } WHERE { ?thing ?property ?value }"
CROSSED = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
LITERALS = st.text(st.characters(codec="utf-8")).map(ox.Literal) | st.builds(
    ox.Literal, st.text(st.characters(codec="utf-8")), language=st.sampled_from(["nl", "en-gb"])
)


@pytest.mark.parametrize("style", ROW_FORMATS)
@pytest.mark.parametrize("limit", [None, 3])
def test_rows_flow_as_they_are_held(
    style: str, limit: int | None, mini_graph: KnowledgeGraph
) -> None:
    """Written row by row, an answer has the bytes that it has as a table."""
    flowing = mini_graph.stream(EVERYTHING, limit=limit)
    held = mini_graph.sparql(EVERYTHING, limit=limit)
    assert isinstance(flowing, RowStream)
    assert isinstance(held, Table)
    assert len(held) == limit or len(held) > 100
    assert "".join(flowing.pieces(style)) == held.write(style, "en")
    assert flowing.truncated == held.truncated == (limit is not None)


@given(st.lists(LITERALS, max_size=5))
def test_triples_flow_as_they_are_held(texts: list[ox.Literal]) -> None:
    """Sorted, each once, in N-Triples, whatever the texts are."""
    one = ox.NamedNode("https://example.org/a")
    triples = [ox.Triple(one, one, text) for text in texts * 2]
    source = Limited(triples)
    held = TripleStream(source, source).collected()
    again = Limited(triples)
    assert "".join(TripleStream(again, again).pieces("nt")) == held.write("nt", "en")


def test_a_stream_is_what_was_asked(mini_graph: KnowledgeGraph) -> None:
    """By the name of a canned query, or as SPARQL; rows, triples, or a truth."""
    named = mini_graph.stream("concepts", lang="nl")
    assert collected(named) == mini_graph.query("concepts", lang="nl")
    assert collected(mini_graph.stream(TRIPLES)) == mini_graph.sparql(TRIPLES)
    assert mini_graph.stream("ASK {}") == Verdict(value=True)
    with pytest.raises(QueryNotFound):
        mini_graph.stream("concpts")


def test_only_some_formats_flow(mini_graph: KnowledgeGraph) -> None:
    """A page or a table has to see all rows first."""
    rows, triples = mini_graph.stream(EVERYTHING), mini_graph.stream(TRIPLES)
    assert [style for style in ("csv", "md", "nt") if flows(rows, style)] == ["csv"]
    assert [style for style in ("csv", "ttl", "nt") if flows(triples, style)] == ["nt"]
    assert not flows(Verdict(value=True), "csv")
    for found in (rows, triples):
        assert not isinstance(found, Verdict)
        with pytest.raises(FormatNotFound):
            found.pieces("html")


def test_rows_come_before_the_answer_is_complete(mini_graph: KnowledgeGraph) -> None:
    """An answer that would never fit is begun at once, and left when enough has been seen."""
    rows = mini_graph.stream("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }")
    assert isinstance(rows, RowStream)
    first = next(iter(rows))
    assert len(first) == 15
    assert not rows.truncated


@given(st.lists(st.integers(0, 5)), st.none() | st.integers(0, 6))
def test_a_limit_counts(items: list[int], limit: int | None) -> None:
    """At most so many, and the truth about whether there were more, however often it is asked."""
    limited = Limited(items, limit)
    assert list(limited) == items[:limit]
    assert list(limited) == []
    assert limited.cut == (limit is not None and len(items) > limit)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x85\u2028\u2029"))))
def test_lines_are_sorted_by_the_block(lines: list[str]) -> None:
    """In blocks of two as in one piece."""
    assert list(sorted_lines(lines, block=2)) == sorted(set(lines))


def peak(rows: int, *, flows_: bool, folder: Path) -> int:
    """The most memory, in kilobytes, that writing so many rows takes."""
    node = ox.NamedNode("https://example.org/a")
    texts = [ox.Literal(f"number {place}") for place in range(300)]
    store = EmbeddedStore.from_quads(ox.Quad(node, node, text) for text in texts)
    file = folder / "answer.csv"
    tracemalloc.start()
    answer = stream(store.query(CROSSED), limit=rows)
    assert isinstance(answer, RowStream)
    if flows_:
        write_whole(file, (piece.encode() for piece in answer.pieces("csv")))
    else:
        write_whole(file, [answer.collected().write("csv", "en").encode()])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with file.open() as lines:
        assert sum(1 for _ in lines) == rows + 1
    return most // 1024


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Forty times as many rows take no more memory; held as a table they would."""
    few, many = (peak(rows, flows_=True, folder=tmp_path) for rows in (1_000, 40_000))
    assert many - few < 100
    assert peak(40_000, flows_=False, folder=tmp_path) - few > 10_000


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """What fails halfway leaves the file that was there, and nothing beside it."""

    def broken() -> Iterator[bytes]:
        yield b"half"
        assert [file.suffix for file in tmp_path.iterdir() if file != place] == [".part"]
        raise ValueError

    place = tmp_path / "answer.csv"
    for before in (None, b"old"):
        if before is not None:
            write_whole(place, [before])
        with pytest.raises(ValueError, match=r"^$"):
            write_whole(place, broken())
        assert [file.read_bytes() for file in tmp_path.iterdir()] == ([before] if before else [])


def test_an_ended_process_leaves_nothing(tmp_path: Path) -> None:
    """What is being written can be thrown away."""

    def ended() -> Iterator[bytes]:
        yield b"half"
        discard_unfinished()
        assert list(tmp_path.iterdir()) == []
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write_whole(tmp_path / "answer.csv", ended())


def test_a_file_keeps_its_place_and_rights(tmp_path: Path) -> None:
    """A link stays a link, and who may read a file may read the next one."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, [b"new ", b"one"])
    assert link.is_symlink()
    assert real.read_bytes() == b"new one"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to() -> None:
    """It is no file that could be replaced."""
    write_whole(Path(os.devnull), [b"gone"])
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("place", ["missing/answer.csv", "."])
def test_a_place_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    """A folder that is not there, or a folder instead of a file."""
    with pytest.raises(FileUnwritable):
        write_whole(tmp_path / place, [b"x"])


@pytest.mark.parametrize(
    ("options", "rows", "said"),
    [
        pytest.param([], 10_000, True, id="default"),
        pytest.param(["--limit", "7"], 7, True, id="limit"),
        pytest.param(["--all"], None, False, id="all"),
        pytest.param(["--limit", "7", "--all"], None, False, id="all-goes-first"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_rows_can_be_had(  # noqa: PLR0913, PLR0917 (what is asked and what is expected)
    options: list[str],
    rows: int | None,
    said: bool,  # noqa: FBT001
    language: str,
    mini_cli: Cli,
    mini_graph: KnowledgeGraph,
    tmp_path: Path,
) -> None:
    """Unless all are asked for there is a limit, and that it left rows out is said."""
    text = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f }"
    own, file = tmp_path / "own.rq", tmp_path / "answer.csv"
    own.write_text(text)
    ran = mini_cli("query", "--file", str(own), "-o", str(file), "--lang", language, *options)
    whole = mini_graph.sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c }")
    assert isinstance(whole, Table)
    number = rows or int(str(whole.typed()[0]["n"])) ** 2
    assert number > 10_000 or rows
    assert (ran.code, ran.out) == (0, "")
    assert ("--all" in ran.err) == said
    assert len(file.read_bytes().splitlines()) == number + 1


@pytest.mark.parametrize("style", ["csv", "tsv", "srj", "xml", "json", "md"])
def test_a_file_holds_what_the_screen_shows(style: str, mini_cli: Cli, tmp_path: Path) -> None:
    """To a file, to a pipe, from here or from an endpoint: the same bytes."""
    file = tmp_path / "answer"
    shown = mini_cli("query", "concepts", "-f", style)
    assert mini_cli("query", "concepts", "-f", style, "-o", str(file)).out == ""
    assert file.read_bytes().decode() == shown.out


def test_an_answer_from_elsewhere_flows_too(endpoint: Endpoint, mini_cli: Cli) -> None:
    """The same bytes as from here."""
    here = mini_cli("query", "concepts", "-f", "srj")
    assert mini_cli("query", "concepts", "-f", "srj", "--endpoint", endpoint.url) == here


def test_time_that_is_up_leaves_no_half_file(built: Path, tmp_path: Path) -> None:
    """The process is ended while it writes."""
    own, folder = tmp_path / "own.rq", tmp_path / "answers"
    folder.mkdir()
    own.write_text("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    ran = shell(
        *("query", "--file", str(own), "--all", "-o", str(folder / "answer.csv")),
        *("--timeout", "1.5", "--endpoint", str(built), "--lang", "en"),
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "took longer" in ran.stderr
    assert list(folder.iterdir()) == []


def test_a_reader_that_stops_ends_a_long_answer(built: Path, tmp_path: Path) -> None:
    """`| head -2` ends an answer of any length, quietly."""
    own = tmp_path / "own.rq"
    own.write_text("SELECT ?a ?b ?c { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    command = (
        f"{sys.executable} -c 'from si_kg.cli import main; main()' query --file {own} --all "
        f"--endpoint {built} | head -2"
    )
    ran = subprocess.run(  # noqa: S602 (a pipe is what is tested)
        command, shell=True, capture_output=True, text=True, timeout=30, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("a,b,c\n")
    assert ran.stdout.count("\n") == 2


def test_a_file_that_cannot_be_written_is_named(mini_cli: Cli, tmp_path: Path) -> None:
    """One line, before any row is lost."""
    ran = mini_cli("query", "concepts", "-o", str(tmp_path / "missing" / "a.csv"))
    assert ran.code == 2
    assert "a.csv" in complaint(ran)


def test_blocks_are_of_a_bearable_size() -> None:
    """A long answer goes to the screen in pieces that are worth the way, and loses nothing."""
    from si_kg.cli.output import _blocks

    pieces = [f"{number:09}\n" for number, _ in zip(count(), range(20_000), strict=False)]
    blocks = list(_blocks(pieces))
    assert "".join(blocks) == "".join(pieces)
    assert 1 < len(blocks) < 5


def test_a_graph_flows_into_n_triples(mini_cli: Cli, mini_graph: KnowledgeGraph) -> None:
    """On the command line too."""
    held = mini_graph.query("description-of", thing="sharing")
    assert isinstance(held, Graph)
    ran = mini_cli("query", "description-of", "thing=sharing", "-f", "nt")
    assert ran.out == held.write("nt", "en")
