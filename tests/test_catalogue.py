"""Canned queries: values get in as terms, and every file runs as it stands in any engine."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from conftest import FIXTURES, ROOT

from si_kg.catalogue import VALUES_ROW, CannedQuery, Catalogue
from si_kg.errors import (
    ParameterMissing,
    ParameterNotFound,
    QueryNotFound,
    SnapshotMissing,
    ValueRefused,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import PREFIXES, expand
from si_kg.parameters import Parameter
from si_kg.results import Table
from si_kg.store import Answer, EmbeddedStore

REAL = Catalogue.from_folder(ROOT / "queries")
SELECTS = [name for name, query in REAL.items() if query.columns]
Rows = Counter[tuple[str, ...]]


def plain(parameter: Parameter, given: str) -> str:
    """The value as its type writes it."""
    return parameter.term(given)


@pytest.fixture(scope="module")
def beside(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The real graph with a piece of each vocabulary that some query is about too."""
    return graph.beside(*(FIXTURES / "vocabularies").iterdir())


@pytest.fixture(scope="module")
def definitions(mini: Path) -> CannedQuery:
    """A query with a required, an optional and a language parameter."""
    return Catalogue.from_folder(mini / "queries")["definitions-of"]


def test_a_value_replaces_its_row(definitions: CannedQuery) -> None:
    """Only the row of the parameter changes; the rest of the text stays."""
    bound = definitions.bind({"lang": "nl", "since": "2005"}, plain)
    before, after = definitions.text.splitlines(), bound.splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    year = f"{PREFIXES['xsd']}gYear"
    assert changed == ['  VALUES ?lang { "nl" }', f'  VALUES ?since {{ "2005"^^<{year}> }}']


def test_an_absent_optional_row_is_taken_out(definitions: CannedQuery) -> None:
    """Without a value an optional parameter does not restrict; the lines keep their numbers."""
    bound = definitions.bind({}, plain)
    assert "VALUES ?since" not in bound
    assert "VALUES ?concept { id:sharing }" in bound
    assert len(bound.splitlines()) == len(definitions.text.splitlines())


@pytest.mark.parametrize(
    ("values", "years"),
    [
        pytest.param({}, ["1999", "2010"], id="absent"),
        pytest.param({"since": "2005"}, ["2010"], id="given"),
        pytest.param({"since": "2011"}, [], id="none-left"),
        pytest.param({"concept": "delen", "since": "2005"}, ["2010"], id="label"),
        pytest.param({"concept": "lending"}, [], id="other-concept"),
    ],
)
def test_values_decide_the_rows(
    values: dict[str, str], years: list[str], mini_graph: KnowledgeGraph
) -> None:
    """A bound query gives the rows that its values ask for."""
    answer = mini_graph.query("definitions-of", values)
    assert isinstance(answer, Table)
    assert [row["year"] for row in answer.records()] == years


def test_an_unknown_parameter_is_refused(definitions: CannedQuery) -> None:
    """A misspelt parameter is not ignored; the right name is offered."""
    with pytest.raises(ParameterNotFound, match=r"has no parameter ‘sinc’. Did you mean since\?"):
        definitions.bind({"sinc": "2005"}, plain)


def test_a_required_parameter_needs_a_value(definitions: CannedQuery) -> None:
    """An empty value is none."""
    with pytest.raises(ParameterMissing, match="needs a value for concept"):
        definitions.bind({"concept": ""}, plain)


@pytest.mark.parametrize("value", ['2005" } #', "", "20055"])
def test_a_wrong_value_does_not_get_in(value: str, definitions: CannedQuery) -> None:
    """A value that is not of its type is refused before anything runs."""
    with pytest.raises(ValueRefused):
        definitions.bind({"since": value}, plain)


@pytest.mark.parametrize(
    "value",
    ["> } #", '" } #', "a\nb", "\\u0022", "\u202e", "\udcff", "x" * 1_000_000, "<x>", "}"],
    ids=["closing", "quote", "newline", "escape", "bidi", "byte", "megabyte", "iri", "brace"],
)
def test_a_hostile_name_is_no_thing(value: str, mini_graph: KnowledgeGraph) -> None:
    """Whatever stands where a thing is meant, it is looked up and not pasted."""
    with pytest.raises(ValueRefused, match="expected is the name of a thing"):
        mini_graph.query("definitions-of", concept=value)


def test_a_thing_outside_the_options_is_refused(mini_graph: KnowledgeGraph) -> None:
    """A definition is no concept, though it exists."""
    with pytest.raises(ValueRefused):
        mini_graph.query("definitions-of", concept="definition-late")


def test_a_catalogue_is_read_back(mini: Path, tmp_path: Path) -> None:
    """What `write` writes, `from_file` reads, with nothing lost."""
    catalogue = Catalogue.from_folder(mini / "queries")
    file = tmp_path / "catalogue.json"
    file.write_text(catalogue.write(), "utf-8")
    assert dict(Catalogue.from_file(file)) == dict(catalogue)


@pytest.mark.parametrize("content", [None, "", "{", "[{"], ids=["none", "empty", "brace", "cut"])
def test_a_catalogue_that_is_not_there(content: str | None, tmp_path: Path) -> None:
    """A missing or broken file says what to do."""
    file = tmp_path / "catalogue.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SnapshotMissing, match="run `si-kg build`"):
        Catalogue.from_file(file)


def test_a_query_is_found_by_name() -> None:
    """A catalogue is a mapping; an unknown name is an error with a hint."""
    assert REAL["concepts"].name == "concepts"
    assert "concepts" in REAL
    assert "concept" not in REAL
    with pytest.raises(QueryNotFound, match=r"Did you mean .*concepts"):
        REAL["concept"]


def test_there_are_queries_to_look_at() -> None:
    """A check of nothing would pass."""
    assert len(REAL) > 30
    assert len(SELECTS) > 30


@pytest.mark.parametrize("name", REAL)
def test_a_query_has_what_its_readers_need(name: str) -> None:
    """Questions in both languages name only parameters; the text keeps to 45 lines."""
    query = REAL[name]
    asked = " ".join(question for texts in query.questions.values() for question in texts)
    names = {parameter.name for parameter in query.parameters}
    assert set(re.findall(r"\{(\w+)\}", asked)) <= names
    assert query.tags
    assert len(query.text.splitlines()) <= 45


@pytest.mark.parametrize("name", REAL)
def test_options_of_a_query_exist_and_fit(name: str, graph: KnowledgeGraph) -> None:
    """The default of each parameter is among its own options."""
    for parameter in REAL[name].parameters:
        default = _defaults(REAL[name])[parameter.name]
        if parameter.options:
            rows = graph.query(parameter.options)
            assert isinstance(rows, Table)
            assert default in {row[0] for row in rows}
        if parameter.enum:
            assert getattr(default, "value", "") in parameter.enum


@pytest.mark.parametrize("name", SELECTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_query_has_rows_in_both_languages(
    name: str, language: str, beside: KnowledgeGraph
) -> None:
    """With its defaults each query shows something, and as much in Dutch as in English."""
    if "lang" not in {parameter.name for parameter in REAL[name].parameters}:
        rows = beside.query(name)
    else:
        rows = beside.query(name, lang=language)
    other = beside.query(name)
    assert isinstance(rows, Table)
    assert isinstance(other, Table)
    assert len(rows) == len(other) > 0


@pytest.mark.parametrize("name", SELECTS)
def test_the_order_of_a_query_cannot_tie(name: str, beside: KnowledgeGraph) -> None:
    """No two rows are equal under the plain columns of ORDER BY, so their order is fixed."""
    text = REAL[name].bind({}, plain)
    keys = _plain_keys(text)
    hidden = [key for key in keys if key not in REAL[name].columns]
    head = text[: text.index("WHERE")]
    if hidden and "GROUP BY" not in text and "DISTINCT" not in head:
        text = f"{head} ?{' ?'.join(hidden)} {text[len(head) :]}"
    answer = beside.sparql(text)
    assert isinstance(answer, Table)
    places = [answer.variables.index(key) for key in keys if key in answer.variables]
    seen = Counter(tuple(row[place] for place in places) for row in answer)
    assert seen
    assert [row for row, count in seen.items() if count > 1] == []


def _plain_keys(text: str) -> list[str]:
    """The columns in the last ORDER BY, apart from those inside a function other than DESC."""
    keys = text[text.rindex("ORDER BY") + len("ORDER BY") :]
    keys = re.sub(r"\b(?:DESC|ASC)\s*\((\?\w+)\)", r"\1", keys)
    while "(" in keys:
        keys = re.sub(r"\w*\s*\([^()]*\)", " ", keys)
    return re.findall(r"\?(\w+)", keys)


@pytest.mark.parametrize("name", REAL)
def test_a_file_runs_as_it_stands(name: str, beside: KnowledgeGraph) -> None:
    """The file itself, header and defaults and all, is a query that Oxigraph runs."""
    assert isinstance(beside.store, EmbeddedStore)
    file = ROOT / "queries" / REAL[name].theme / f"{name}.rq"
    answer = beside.store.engine.query(file.read_text("utf-8"), use_default_graph_as_union=True)
    assert next(iter(answer), None) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize("name", REAL)
def test_another_engine_gives_the_same_rows(
    name: str, beside: KnowledgeGraph, record_property: Callable[[str, object], None]
) -> None:
    """rdflib, of another family, answers the file with the same rows as Oxigraph.

    Both are asked on an extract around the first rows of the real answer: rdflib would take
    minutes for some of the queries on the whole graph.
    """
    assert isinstance(beside.store, EmbeddedStore)
    text = REAL[name].text
    extract = _extract(beside.store.engine, text)
    dataset = rdflib.Dataset(default_union=True)
    quads = ox.serialize(list(extract), format=ox.RdfFormat.N_QUADS)
    dataset.parse(data=quads, format="nquads")
    wanted = _counted(EmbeddedStore(extract).query(text))
    theirs = dataset.query(text)
    rows = theirs.graph or () if theirs.type == "CONSTRUCT" else _solutions(theirs)
    found = Counter(tuple(map(_shown, row)) for row in rows)
    record_property("engine", "rdflib, on extracts")
    record_property("agrees", found == wanted)
    assert wanted
    assert found == wanted


def _counted(answer: Answer) -> Counter[tuple[str, ...]]:
    """How often each row comes, each triple once.

    Apart, as rdflib keeps the frame that asks it alive, and rows may die in their own thread only.
    """
    if isinstance(answer, ox.QuerySolutions):
        return Counter(tuple(map(_shown, solution)) for solution in answer)
    assert isinstance(answer, ox.QueryTriples)
    return Counter(tuple(map(_shown, _parts(triple))) for triple in set(answer))


def _solutions(result: rdflib.query.Result) -> Iterator[tuple[object, ...]]:
    for row in result:
        assert isinstance(row, rdflib.query.ResultRow)
        yield tuple(row)


def _parts(triple: ox.Triple) -> tuple[object, ...]:
    return triple.subject, triple.predicate, triple.object


def _shown(term: object) -> str:
    """The text of a term: engines differ in the language of what GROUP_CONCAT puts together."""
    if isinstance(term, rdflib.Literal):
        return str(term)
    return "" if term is None else str(getattr(term, "value", term))


def _defaults(query: CannedQuery) -> dict[str, object]:
    """The default of each parameter, as a term."""
    prologue = "\n".join(line for line in query.text.splitlines() if line.startswith("PREFIX"))
    found = {}
    for match in VALUES_ROW.finditer(query.text):
        answer = ox.Store().query(f"{prologue} SELECT ?{match[1]} {{ {match[0]} }}")
        assert isinstance(answer, ox.QuerySolutions)
        found[match[1]] = next(answer)[0]
    return found


def _extract(engine: ox.Store, text: str) -> ox.Store:
    """The smallest neighbourhood of the first rows in which there are rows, else the whole."""
    for rows, steps in ((2, 2), (2, 3)):
        extract = ox.Store()
        extract.extend(_around(engine, text, rows, steps))
        if next(iter(extract.query(text, use_default_graph_as_union=True)), None):  # type: ignore[arg-type]
            return extract
    return engine


def _around(engine: ox.Store, text: str, rows: int, steps: int) -> set[ox.Quad]:
    """What the graph says about the IRIs in the first rows and in the text, and around them."""
    answer = engine.query(text, use_default_graph_as_union=True)
    terms = {
        term
        for row in list(answer)[:rows]  # type: ignore[arg-type]
        for term in (_parts(row) if isinstance(row, ox.Triple) else row)
    }
    named = {ox.NamedNode(expand(name) or "") for name in re.findall(r"\b(?:id|si):[\w-]+", text)}
    around = {term for term in {*terms, *named} if isinstance(term, ox.NamedNode)}
    found: set[ox.Quad] = set()
    for _ in range(steps):
        quads = {quad for node in around for quad in engine.quads_for_pattern(node, None, None)}
        around = {
            term
            for quad in quads - found
            for term in (quad.predicate, quad.object)
            if isinstance(term, ox.NamedNode)
        }
        found |= quads
    return found
