"""The benchmark compares like with like, and ends what takes too long."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib_aside import RdflibAside, cells
from scale import Match, Times, race, report

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.store import EmbeddedStore

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ALL = "SELECT ?a ?c { ?a ?b ?c }"
NAMED = "SELECT ?a { GRAPH <http://example.org/g> { ?a ?b ?c } }"


@pytest.fixture(scope="module")
def aside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RdflibAside]:
    """100 triples in the graphs of rdflib, twenty of them in a named one; two seconds at most."""
    file = tmp_path_factory.mktemp("aside") / "graph.nq"
    lines = (f'<http://example.org/{n}> <http://example.org/p> "{n}"' for n in range(100))
    graphs = ("<http://example.org/g>" if n < 20 else "" for n in range(100))
    file.write_text(
        "".join(f"{line} {graph} .\n" for line, graph in zip(lines, graphs, strict=True))
    )
    engine = RdflibAside([file], 2, [ALL, NAMED])
    yield engine
    engine.close()


def test_a_question_over_the_limit_is_ended(aside: RdflibAside) -> None:
    """It has no answer, and the next question is answered all the same."""
    assert aside.ask(ENDLESS) is None
    answer = aside.ask(ALL)
    assert answer is not None
    assert len(answer.cells) == 100
    assert 0 < answer.seconds < 2


def test_named_graphs_are_there_for_a_query_that_names_one(aside: RdflibAside) -> None:
    """Most queries run on a plain Graph, which has none."""
    answer = aside.ask(NAMED)
    assert answer is not None
    assert len(answer.cells) == 20


def test_what_rdflib_refuses_is_said(aside: RdflibAside) -> None:
    """A fault is no answer, and no time."""
    with pytest.raises(RuntimeError, match="ParseException"):
        aside.ask("SELECT")


def test_cells_are_the_same_for_the_same_values() -> None:
    """Whichever engine gives them; a number by its value, joined pieces in any order."""
    number = "http://www.w3.org/2001/XMLSchema#decimal"
    ours = [
        (ox.NamedNode("http://example.org/a"), None, ox.Literal("delen", language="nl")),
        (ox.Literal("1.50", datatype=ox.NamedNode(number)), ox.Literal("b; a"), ox.Literal(7)),
    ]
    theirs = [
        (rdflib.Literal("1.5", datatype=number), rdflib.Literal("a; b"), rdflib.Literal("7")),
        (rdflib.URIRef("http://example.org/a"), None, rdflib.Literal("delen", lang="nl")),
    ]
    assert cells(ours) == cells(theirs)
    assert cells(ours) != cells([*theirs[1:], (rdflib.Literal("2"), None, None)])


def test_a_query_is_timed_where_the_rows_agree(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Our layer and the bare engine on one store; a CONSTRUCT too."""
    assert isinstance(graph.store, EmbeddedStore)
    match = Match(graph, graph.store.engine, 0.1, 1, None)
    for name in ("issues", "description-of"):
        times = match.times(name)
        assert min(times.ours, times.streamed, times.bare) > 0
        assert times.rows > 1
    other = Match(graph, ox.Store(str(tmp_path / "empty")), 0.1, 1, None)
    with pytest.raises(ValueError, match="issues"):
        other.times("issues")


def test_contestants_take_turns() -> None:
    """Every other round goes backwards, so that nobody is always the one after the other."""
    turns: list[str] = []
    assert len(race([lambda: turns.append("a"), lambda: turns.append("b")], 0)) == 2
    assert turns == ["a", "b", "b", "a", "a", "b"]


def test_the_report_says_what_it_does_not_know() -> None:
    """A limit that was reached makes "at least"; other rows do not count."""
    times = [
        Times("one", 10, 0.002, 0.001, 0.001, rdflib=0.2),
        Times("two", 10, 0.001, 0.001, 0.001, rdflib=60, limited=True),
        Times("three", 10, 0.001, 0.001, 0.001, differs=True),
    ]
    text = "\n".join(report(times, 60, 3))
    assert "geometric mean     1.26   worst     2.00 (one)" in text
    assert "at least    geometric mean  2449.49   worst   100.00 (one)" in text
    assert "limit of 60 s on 1 of 2" in text
    assert text.endswith("does not count: three")
    assert ">60,000.0" in text
