"""Rows, verdicts and triples, in every format, losing nothing that the format can hold."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.namespaces import PREFIXES
from si_kg.results import GRAPH_FORMATS, TABLE_FORMATS, Graph, Row, Table, Verdict
from si_kg.store import EmbeddedStore, Term
from si_kg.streams import collect

XSD = PREFIXES["xsd"]
WRITTEN = st.text(st.characters(codec="utf-8"), max_size=20)
LITERALS = (
    WRITTEN.map(ox.Literal)
    | st.tuples(WRITTEN, st.sampled_from(["nl", "en", "en-gb"])).map(
        lambda pair: ox.Literal(pair[0], language=pair[1])
    )
    | st.integers(-(10**9), 10**9).map(ox.Literal)
    | st.tuples(WRITTEN, st.sampled_from(["gYear", "date", "anyURI"])).map(
        lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(XSD + pair[1]))
    )
)
IRIS = st.from_regex(r"[a-z0-9/#?=&~é-]{0,12}", fullmatch=True).map(
    lambda tail: ox.NamedNode(f"http://example.org/{tail.replace('#', '')}")
)
ROWS = st.lists(st.tuples(st.none() | LITERALS | IRIS, st.none() | LITERALS | IRIS), max_size=6)
CELLS: tuple[Row, ...] = (
    (ox.NamedNode("https://w3id.org/si-kg/id/sharing"), ox.Literal("delen, lenen", language="nl")),
    (ox.NamedNode("http://example.org/x"), None),
    (ox.Literal(7), ox.Literal('zij zei "ja"\r\nen ging')),
)
TABLE = Table(("thing", "text"), CELLS, {"thing": Text("Ding", "Thing")})
TRIPLE = ox.Triple(
    ox.NamedNode("https://w3id.org/si-kg/id/sharing"),
    ox.NamedNode(PREFIXES["skos"] + "prefLabel"),
    ox.Literal("delen", language="nl"),
)


def asked(text: str, limit: int | None = None) -> Table | Verdict | Graph:
    """The answer of an empty store."""
    return collect(EmbeddedStore(ox.Store()).query(text), limit=limit)


def read_back(text: str, form: ox.QueryResultsFormat) -> list[tuple[Term | None, ...]]:
    """The rows that a standard reader finds."""
    solutions = ox.parse_query_results(text.encode(), format=form)
    assert isinstance(solutions, ox.QuerySolutions)
    assert [variable.value for variable in solutions.variables] == ["a", "b"]
    return [tuple(solution) for solution in solutions]


@given(ROWS)
def test_srj_is_read_back(rows: list[Row]) -> None:
    """SPARQL results JSON gives back every term as it was."""
    text = Table(("a", "b"), tuple(rows)).write("srj", "en")
    assert read_back(text, ox.QueryResultsFormat.JSON) == rows


@given(ROWS)
def test_tsv_is_read_back(rows: list[Row]) -> None:
    """SPARQL results TSV gives back every term as it was."""
    text = Table(("a", "b"), tuple(rows)).write("tsv", "en")
    assert read_back(text, ox.QueryResultsFormat.TSV) == rows


@given(ROWS)
def test_csv_is_read_back(rows: list[Row]) -> None:
    """CSV gives back the text of every cell; an unbound cell is empty."""
    text = Table(("a", "b"), tuple(rows)).write("csv", "en")
    head, *cells = csv.reader(io.StringIO(text, newline=""))
    assert head == ["a", "b"]
    values = [[getattr(term, "value", "") for term in row] for row in rows]
    assert cells == values


def test_csv_is_as_the_standard_says() -> None:
    """CRLF ends a line, quotes double, a comma or a line break makes quotes, IRIs are bare."""
    assert TABLE.write("csv", "nl") == (
        "thing,text\r\n"
        'https://w3id.org/si-kg/id/sharing,"delen, lenen"\r\n'
        "http://example.org/x,\r\n"
        '7,"zij zei ""ja""\r\nen ging"\r\n'
    )


def test_tsv_is_as_the_standard_says() -> None:
    """Variables carry a question mark, terms are written as in Turtle, no cell breaks a line."""
    assert TABLE.write("tsv", "nl") == (
        "?thing\t?text\n"
        '<https://w3id.org/si-kg/id/sharing>\t"delen, lenen"@nl\n'
        "<http://example.org/x>\t\n"
        f'"7"^^<{XSD}integer>\t"zij zei \\"ja\\"\\r\\nen ging"\n'
    )


def test_json_is_easy_to_read() -> None:
    """Columns, rows as objects of plain text, and whether there was more."""
    assert json.loads(TABLE.write("json", "nl")) == {
        "columns": ["thing", "text"],
        "rows": [
            {"thing": "https://w3id.org/si-kg/id/sharing", "text": "delen, lenen"},
            {"thing": "http://example.org/x", "text": None},
            {"thing": "7", "text": 'zij zei "ja"\r\nen ging'},
        ],
        "truncated": False,
    }


@pytest.mark.parametrize(
    ("language", "title"),
    [pytest.param("nl", "Ding", id="nl"), pytest.param("en", "Thing", id="en")],
)
@pytest.mark.parametrize("style", ["table", "md"])
def test_a_table_for_people_has_titles_and_short_names(
    style: str, language: str, title: str
) -> None:
    """Titles are in the language asked, a variable without title keeps its name, IRIs are short."""
    lines = TABLE.write(style, language).splitlines()
    assert title in lines[0]
    assert "text" in lines[0]
    assert "id:sharing" in lines[2]


def test_a_markdown_cell_cannot_break_out() -> None:
    """Bars, line breaks, tags and code in a cell stay in the cell."""
    hostile = Table(("x",), ((ox.Literal("a|b\n| c |\\|<script>`"),),))
    assert hostile.write("md", "en").splitlines()[2:] == [
        "| a\\|b \\| c \\|\\\\\\|&lt;script>\\` |"
    ]


def test_an_empty_table_says_so() -> None:
    """People read that there are no rows; programs get the head."""
    empty = Table(("x",), ())
    assert empty.write("table", "nl") == "(geen rijen)\n"
    assert empty.write("table", "en") == "(no rows)\n"
    assert empty.write("csv", "nl") == "x\r\n"


@pytest.mark.parametrize("style", TABLE_FORMATS)
def test_a_row_without_columns_can_be_written(style: str) -> None:
    """`SELECT * {}` has one row and no variables; no format fails on it."""
    answer = asked("SELECT * {}")
    assert isinstance(answer.write(style, "en", 80), str)


def test_blank_nodes_are_marked_as_such() -> None:
    """CSV writes a blank node as `_:label`, as the standard says."""
    answer = Table(("x",), ((ox.BlankNode("b1"),),))
    assert answer.write("csv", "en") == "x\r\n_:b1\r\n"
    assert json.loads(answer.write("srj", "en"))["results"]["bindings"] == [
        {"x": {"type": "bnode", "value": "b1"}}
    ]


MANY = "SELECT ?x { VALUES ?x { 1 2 3 } } ORDER BY ?x"


@pytest.mark.parametrize(
    ("limit", "rows", "truncated"),
    [
        pytest.param(None, 3, False, id="no-limit"),
        pytest.param(2, 2, True, id="fewer"),
        pytest.param(3, 3, False, id="just-enough"),
        pytest.param(4, 3, False, id="more"),
    ],
)
def test_a_limit_is_noticed(limit: int | None, rows: int, truncated: bool) -> None:  # noqa: FBT001
    """Only where rows were left out is the table called truncated."""
    answer = asked(MANY, limit)
    assert isinstance(answer, Table)
    assert (len(answer), answer.truncated) == (rows, truncated)


@pytest.mark.parametrize(
    ("style", "language", "sign"),
    [
        pytest.param("table", "nl", "Alleen de eerste 2 rijen", id="table-nl"),
        pytest.param("table", "en", "Only the first 2 rows", id="table-en"),
        pytest.param("md", "nl", "Alleen de eerste 2 rijen", id="md-nl"),
        pytest.param("json", "en", '"truncated": true', id="json"),
    ],
)
def test_a_cut_table_shows_it(style: str, language: str, sign: str) -> None:
    """Nobody takes the first rows for all rows."""
    assert sign in asked(MANY, 2).write(style, language)
    assert sign not in asked(MANY, 3).write(style, language)


def test_a_table_is_a_sequence_of_rows() -> None:
    """Rows can be counted, walked through, and read as dictionaries."""
    assert len(TABLE) == 3
    assert list(TABLE) == list(CELLS)
    assert TABLE.records()[1] == {"thing": "http://example.org/x", "text": None}


@pytest.mark.parametrize(
    ("style", "language", "text"),
    [
        pytest.param("table", "nl", "ja\n", id="table-nl"),
        pytest.param("table", "en", "yes\n", id="table-en"),
        pytest.param("md", "en", "yes\n", id="md"),
        pytest.param("csv", "nl", "true\n", id="csv"),
        pytest.param("tsv", "nl", "true\n", id="tsv"),
    ],
)
def test_a_verdict_is_written(style: str, language: str, text: str) -> None:
    """People read yes or no in their language; programs read true or false."""
    verdict = asked("ASK {}")
    assert verdict
    assert verdict.write(style, language) == text


def test_a_verdict_in_json() -> None:
    """Both JSON forms hold a boolean; the standard one can be read back."""
    verdict = asked("ASK { <a:a> <a:b> <a:c> }")
    assert not verdict
    assert json.loads(verdict.write("json", "nl")) == {"boolean": False}
    standard = verdict.write("srj", "nl").encode()
    back = ox.parse_query_results(standard, format=ox.QueryResultsFormat.JSON)
    assert isinstance(back, ox.QueryBoolean)
    assert not back


@pytest.mark.parametrize("style", GRAPH_FORMATS)
def test_triples_are_read_back(style: str) -> None:
    """Each RDF format holds the same triples."""
    forms = {
        "ttl": ox.RdfFormat.TURTLE,
        "nt": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD,
    }
    text = Graph((TRIPLE,)).write(style, "en")
    assert [quad.triple for quad in ox.parse(text, format=forms[style])] == [TRIPLE]


def test_turtle_declares_the_prefixes_that_it_uses() -> None:
    """Triples are readable, without a list of prefixes that they do not need."""
    text = Graph((TRIPLE,)).write("ttl", "en")
    assert text.count("@prefix") == 2
    assert 'id:sharing skos:prefLabel "delen"@nl .' in text
    assert Graph((TRIPLE,)).write("table", "en") == text


def test_triples_are_sorted_and_single() -> None:
    """The same answer is written the same way twice, and no triple repeats."""
    other = ox.Triple(TRIPLE.subject, TRIPLE.predicate, ox.Literal("sharing", language="en"))
    graph = collect(iter([other, TRIPLE, other]))
    assert isinstance(graph, Graph)
    assert list(graph) == sorted([TRIPLE, other], key=str)
    assert len(graph) == 2


def test_a_limit_on_triples_is_noticed() -> None:
    """A graph that was cut off says so."""
    other = ox.Triple(TRIPLE.subject, TRIPLE.predicate, ox.Literal("sharing", language="en"))
    cut, whole = (collect(iter([other, TRIPLE]), limit=limit) for limit in (1, 2))
    assert isinstance(cut, Graph)
    assert isinstance(whole, Graph)
    assert (len(cut), cut.truncated) == (1, True)
    assert (len(whole), whole.truncated) == (2, False)


@pytest.mark.parametrize(
    ("result", "known"),
    [
        pytest.param(TABLE, TABLE_FORMATS, id="table"),
        pytest.param(Verdict(value=True), TABLE_FORMATS, id="verdict"),
        pytest.param(Graph((TRIPLE,)), GRAPH_FORMATS, id="graph"),
    ],
)
@pytest.mark.parametrize("style", ["", "pdf", "CSV"])
def test_an_unknown_format_is_refused(
    result: Table | Verdict | Graph, known: tuple[str, ...], style: str
) -> None:
    """The message lists the formats that this kind of answer has."""
    with pytest.raises(FormatNotFound, match=", ".join(known)):
        result.write(style, "en")
