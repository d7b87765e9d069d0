"""A query file that breaks a rule of the catalogue is refused, with its file and line."""

import shutil
from pathlib import Path

import pytest
from conftest import FIXTURES

from si_kg.errors import CatalogueError, FileUnreadable
from si_kg.query_files import read_queries, read_query, read_rules

BAD = FIXTURES / "bad-queries"


def fault(name: str, line: int, nl: str, en: str) -> object:
    """One row of the table below, known by the name of its file."""
    return pytest.param(name, line, nl, en, id=name)


FAULTS = [
    fault("no-header", 1, "kop ontbreekt", "header is missing"),
    fault("header-after-the-text", 1, "kop ontbreekt", "header is missing"),
    fault("header-is-a-list", 1, "kop ontbreekt", "header is missing"),
    fault("header-no-yaml", 3, "geen YAML", "not YAML"),
    fault("header-unknown-key", 4, "onbekend in de kop: tag", "unknown in the header: tag"),
    fault("summary-missing", 1, "‘summary’ heeft nl en en nodig", "‘summary’ needs nl and en"),
    fault("summary-not-in-english", 1, "‘summary’ heeft", "‘summary’ needs nl and en"),
    fault("description-not-in-dutch", 2, "‘description’ heeft", "‘description’ needs nl and en"),
    fault("questions-missing", 1, "‘questions’ heeft", "‘questions’ needs nl and en"),
    fault("questions-empty-in-english", 3, "‘questions’ heeft", "‘questions’ needs nl and en"),
    fault("column-title-not-in-english", 8, "‘label’ heeft", "‘label’ needs nl and en"),
    fault("column-without-title", 7, "?thing heeft geen titel", "?thing has no title"),
    fault("column-not-selected", 10, "?other, de query niet", "?other, the query does not"),
    fault("columns-are-a-list", 7, "columns", "columns"),
    fault("parameter-without-type", 6, "type uit iri, text", "type out of iri, text"),
    fault("parameter-of-unknown-type", 6, "type uit iri, text", "type out of iri, text"),
    fault("parameter-label-not-in-dutch", 6, "‘label’ van ‘lang’", "‘label’ of ‘lang’ needs"),
    fault("parameter-unknown-key", 6, "‘lang’ heeft type", "‘lang’ has type"),
    fault("parameter-other-names-no-list", 6, "‘lang’ is een lijst", "‘lang’ is a list of names"),
    fault("parameter-other-name-no-name", 6, "‘lang’ is een lijst", "‘lang’ is a list of names"),
    fault("parameter-name-taken", 6, "‘lang’ is al vergeven", "the name ‘lang’ is taken"),
    fault("parameters-are-a-list", 5, "parameters", "parameters"),
    fault("parameter-without-row", 10, "geen regel VALUES ?lang", "no line VALUES ?lang"),
    fault("parameter-row-shared", 10, "geen regel VALUES ?lang", "no line VALUES ?lang"),
    fault("row-without-parameter", 10, "?other is geen parameter", "?other is no parameter"),
    fault("options-unknown", 6, "geen query ‘nothing’", "no query ‘nothing’"),
    fault("no-sparql", 17, "geen SPARQL", "not SPARQL"),
    fault("prefix-undeclared", 15, "geen SPARQL", "not SPARQL"),
    fault("no-text", 10, "geen regel VALUES", "no line VALUES"),
    fault("update", 10, "wijzigt gegevens (DELETE)", "changes data (DELETE)"),
    fault("elsewhere-not-in-the-header", 1, "GRAPH ?names", "‘elsewhere’ and GRAPH ?names"),
    fault("elsewhere-not-in-the-text", 5, "GRAPH ?names", "‘elsewhere’ and GRAPH ?names"),
    fault("service", 10, "(SERVICE)", "(SERVICE)"),
    fault("no-order", 10, "sluit af met ORDER BY", "end with ORDER BY"),
    fault("order-inside-only", 10, "sluit af met ORDER BY", "end with ORDER BY"),
    fault("order-by-a-hidden-column", 10, "sluit af met ORDER BY", "end with ORDER BY"),
]


@pytest.mark.parametrize(("name", "line", "nl", "en"), FAULTS)
def test_a_fault_is_refused(name: str, line: int, nl: str, en: str, tmp_path: Path) -> None:
    """Each fault is named in both languages, with the file and the line to mend."""
    file = Path(shutil.copy(BAD / f"{name}.rq", tmp_path))
    with pytest.raises(CatalogueError) as refused:
        read_queries(tmp_path)
    for language, reason in (("nl", nl), ("en", en)):
        message = refused.value.message(language)
        assert file.name in message
        assert reason in message
    assert refused.value.facts["line"] == line


def test_each_bad_file_has_a_row() -> None:
    """The table above and the folder of bad files tell the same."""
    named = {"no-utf8"} | {row.id for row in FAULTS}  # type: ignore[attr-defined]
    assert named == {file.stem for file in BAD.glob("*.rq")}


def test_a_file_that_is_no_text_is_refused() -> None:
    """A file in another encoding cannot be read."""
    with pytest.raises(FileUnreadable, match=r"no-utf8\.rq"):
        read_query(BAD / "no-utf8.rq")


def test_a_name_is_used_once(mini_copy: Path) -> None:
    """Two queries with one name would hide each other, whatever folder they lie in."""
    queries = mini_copy / "queries"
    shutil.copy(queries / "concepts" / "concepts.rq", queries / "things")
    with pytest.raises(CatalogueError, match=r"the name is taken by .*concepts\.rq"):
        read_queries(queries)


def test_a_folder_without_queries_is_refused(tmp_path: Path) -> None:
    """Reading nothing is a mistake, for queries and for rules."""
    with pytest.raises(FileUnreadable, match=str(tmp_path)):
        read_queries(tmp_path)
    with pytest.raises(FileUnreadable, match=str(tmp_path)):
        read_rules(tmp_path)


def test_a_good_file_is_read_whole(mini: Path) -> None:
    """Everything in the header, the text below it, and where that begins."""
    query = read_query(mini / "queries" / "definitions" / "definitions-of.rq")
    assert (query.name, query.theme) == ("definitions-of", "definitions")
    assert query.summary == ("Definities van een begrip", "Definitions of a concept")
    assert query.questions == {"nl": ("Wat is {concept}?",), "en": ("What is {concept}?",)}
    assert query.tags == ("definition",)
    assert list(query.columns) == ["label", "year"]
    assert [(p.name, p.type, p.optional, p.options, p.enum) for p in query.parameters] == [
        ("concept", "iri", False, "concepts", ()),
        ("since", "year", True, None, ()),
        ("lang", "language", False, None, ("nl", "en")),
    ]
    assert query.line == 12
    assert query.text.startswith("PREFIX id:")


def test_queries_come_by_theme_and_name(mini: Path) -> None:
    """The rules are no canned queries."""
    queries = read_queries(mini / "queries")
    order = [(query.theme, query.name) for query in queries]
    assert order == sorted(order)
    assert "rules" not in {query.theme for query in queries}


def test_rules_are_read(mini: Path) -> None:
    """A rule has a summary in both languages and is a CONSTRUCT."""
    rules = read_rules(mini / "queries" / "rules")
    assert list(rules) == ["inverses", "labels", "types"]
    summary, text = rules["labels"]
    assert summary == ("Een voorkeursterm is een naam", "A preferred label is a name")
    assert "CONSTRUCT" in text


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        pytest.param("SELECT * { ?s ?p ?o }", 2, "a rule is a CONSTRUCT", id="select"),
        pytest.param("CONSTRUCT { ?s ?p ?o }\nWHERE { ?s ?p . }", 3, "not SPARQL", id="malformed"),
        pytest.param("INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }", 2, "a rule is", id="update"),
        pytest.param(
            "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <a:b> { ?s ?p ?o } }",
            2,
            "SERVICE",
            id="service",
        ),
    ],
)
def test_a_bad_rule_is_refused(text: str, line: int, reason: str, tmp_path: Path) -> None:
    """A rule only derives, and its faults are named by file and line."""
    file = tmp_path / "wrong.rq"
    file.write_text(f'#+ summary: {{nl: "Fout", en: "Wrong"}}\n{text}\n')
    with pytest.raises(CatalogueError, match=f"wrong.rq, line {line}: .*{reason}"):
        read_rules(tmp_path)
