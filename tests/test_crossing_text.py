"""Which parts of a query may be asked elsewhere, told from its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.federation.blocks import blocks, variables

ELSEWHERE = "http://example.org/sparql"
SERVICE = f"SERVICE <{ELSEWHERE}> {{ ?b <x:is> ?c }}"
PIECES = [
    "SELECT * {",
    "CONSTRUCT { ?a ?b ?c } WHERE {",
    "PREFIX a: <x:>",
    SERVICE,
    "GRAPH ?there {",
    "SERVICE SILENT",
    "SERVICE",
    "FILTER (?a > 1)",
    "FILTER NOT EXISTS {",
    "OPTIONAL {",
    "}",
    ")",
    "(",
    '"',
    "'''",
    "# SERVICE <x:> { }\n",
    "?a <x:is> ?b .",
    "\\u0053ERVICE",
]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param(f"SELECT * {{ {SERVICE} }}", [ELSEWHERE], id="select"),
        pytest.param(f"ASK {{ {SERVICE} }}", [ELSEWHERE], id="ask"),
        pytest.param(f"CONSTRUCT {{ ?b ?c ?d }} {{ {SERVICE} }}", [ELSEWHERE], id="construct"),
        pytest.param(f"CONSTRUCT WHERE {{ {SERVICE} }}", [ELSEWHERE], id="short-construct"),
        pytest.param("SELECT * { GRAPH ?there { ?a ?b ?c } }", ["there"], id="graph"),
        pytest.param("SELECT * { GRAPH $there { ?a ?b ?c } }", ["there"], id="dollar"),
        pytest.param(f"SELECT * {{ {SERVICE} {SERVICE} }}", [ELSEWHERE] * 2, id="two"),
        pytest.param("SELECT * { GRAPH <x:graph> { ?a ?b ?c } }", [], id="own-graph"),
        pytest.param(f"SELECT * {{ OPTIONAL {{ {SERVICE} }} }}", [], id="nested"),
        pytest.param(f"SELECT * {{ {{ SELECT * {{ {SERVICE} }} }} }}", [], id="sub-select"),
        pytest.param("SELECT * { SERVICE ?any { ?a ?b ?c } }", [], id="variable"),
        pytest.param(f"SELECT * {{ # {SERVICE}\n }}", [], id="comment"),
        pytest.param(f"SELECT * {{ ?a <x:is> '{SERVICE}' }}", [], id="string"),
        pytest.param("", [], id="nothing"),
        pytest.param("SELECT * { SERVICE <x:", [], id="broken-off"),
    ],
)
def test_parts_of_the_outermost_group_are_found(text: str, targets: list[str]) -> None:
    """Strings, comments and deeper groups hold none."""
    assert [block.target for block in blocks(text)] == targets


def test_a_part_knows_its_place() -> None:
    """What it asks, what stands before it, and what it shares with that."""
    text = f"PREFIX a: <x:>\nSELECT ?a {{ ?a a:has ?b . {SERVICE} ?c a:has ?d }}"
    (block,) = blocks(text)
    assert text[block.start : block.end] == SERVICE
    assert (block.inner, block.before) == (" ?b <x:is> ?c ", "?a a:has ?b . ")
    assert (block.prologue, block.shared) == ("PREFIX a: <x:>\n", ["b"])


@pytest.mark.parametrize(
    ("before", "narrowing"),
    [
        pytest.param("?a <x:r> ?b FILTER(?b > 1) ", "?a <x:r> ?b FILTER(?b > 1) ", id="kept"),
        pytest.param("?a <x:r> ?b FILTER(?c > 1) ", "?a <x:r> ?b  ", id="about-the-part"),
        pytest.param(
            "?a <x:r> ?b FILTER EXISTS { ?b ?x ?y } ", "?a <x:r> ?b  ", id="unknown-variables"
        ),
        pytest.param("?a <x:r> ?b FILTER regex(?c, '}') . ", "?a <x:r> ?b  . ", id="function"),
        pytest.param(
            "OPTIONAL { ?a <x:r> ?b } FILTER(BOUND(?b)) ",
            "OPTIONAL { ?a <x:r> ?b }  ",
            id="perhaps-unbound",
        ),
    ],
)
def test_only_a_certain_filter_narrows(before: str, narrowing: str) -> None:
    """A filter counts in the whole group: one about something later would leave out too much."""
    (block,) = blocks(f"SELECT * {{ {before}{SERVICE} }}")
    assert block.narrowing() == narrowing


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    """Whatever is written, a part lies within the text, and parts do not overlap."""
    end = 0
    for block in blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert block.inner in text
        assert variables(block.narrowing()) <= variables(text)
        end = block.end
