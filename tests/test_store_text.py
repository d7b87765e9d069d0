"""A text is judged before any engine sees it: no change, no fetching from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import ServiceRefused, UpdateRefused
from si_kg.store.text import form, keywords, refuse_unsafe

UPDATES = [
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "LOAD <http://example.org/>",
    "CLEAR ALL",
    "CREATE GRAPH <a:g>",
    "DROP ALL",
    "COPY DEFAULT TO <a:g>",
    "MOVE <a:g> TO DEFAULT",
    "ADD <a:g> TO DEFAULT",
]
DISGUISES = [
    pytest.param("{}", id="plain"),
    pytest.param("# SELECT * {{}}\n{}", id="comment-before"),
    pytest.param("PREFIX select: <http://select/>\n{}", id="prefix-before"),
    pytest.param("BASE <http://SELECT/>\n{}", id="base-before"),
    pytest.param("\ufeff \t\r\n{}", id="white-space-before"),
    pytest.param("{} # SELECT", id="comment-after"),
]


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("update", UPDATES, ids=lambda text: text.split()[0])
@pytest.mark.parametrize("case", [str.upper, str.lower, str.title], ids=lambda f: f.__name__)
def test_an_update_is_refused(update: str, disguise: str, case: type[str]) -> None:
    """No update runs, in whatever capitals and after whatever prologue."""
    keyword, _, rest = update.partition(" ")
    with pytest.raises(UpdateRefused, match="only questions can be asked"):
        refuse_unsafe(disguise.format(f"{case(keyword)} {rest}"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", id="plain"),
        pytest.param("SELECT * { service <http://x/> { ?s ?p ?o } }", id="small"),
        pytest.param("SELECT * { SERVICE SILENT <http://x/> { ?s ?p ?o } }", id="silent"),
        pytest.param("SELECT * { SERVICE ?where { ?s ?p ?o } }", id="variable"),
        pytest.param("SELECT * { SERVICE<http://x/>{ ?s ?p ?o } }", id="no-space"),
        pytest.param("SELECT * { SERVICE#\n<http://x/> { ?s ?p ?o } }", id="comment-behind"),
        pytest.param("SELECT * { # }\nSERVICE <http://x/> { ?s ?p ?o } }", id="after-comment"),
        pytest.param("SELECT * { #\rSERVICE <http://x/> { ?s ?p ?o } }", id="carriage-return"),
        pytest.param("SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }", id="escape"),
        pytest.param("SELECT * { SERV\\U00000049CE <http://x/> { ?s ?p ?o } }", id="long-escape"),
        pytest.param("SELECT * { ?s ?p trueSERVICE<http://x/>{ ?a ?b ?c } }", id="glued"),
        pytest.param("SELECT * { ?s ?p true.SERVICE:x{ ?a ?b ?c } }", id="glued-prefix"),
        pytest.param("SELECT * { ?s ?p 1SERVICE<http://x/>{ ?a ?b ?c } }", id="glued-number"),
        pytest.param("SELECT * { ?s ?p 1.0e1SERVICE:x { ?a ?b ?c } }", id="glued-double"),
        pytest.param('SELECT * { ?s ?p "a"SERVICE<http://x/>{ } }', id="glued-string"),
        pytest.param("SELECT * { ?s ?p <a:b>SERVICE<http://x/>{ } }", id="glued-iri"),
        pytest.param('SELECT * { ?s ?p "a\\"" . SERVICE <http://x/> {} }', id="escaped-quote"),
        pytest.param("SELECT * { ?s ?p ''''a''' . SERVICE <http://x/> {} }", id="long-string"),
        pytest.param('SELECT * { ?s ?p "" . SERVICE <http://x/> {} }', id="empty-string"),
        pytest.param("SELECT * { ?s ?p '\\\\' . SERVICE <http://x/> {} }", id="backslash-string"),
        pytest.param(
            'SELECT * { BIND ("\\u0022" AS ?a) SERVICE <http://x/> {} BIND ("\\u0022" AS ?b) }',
            id="escaped-quotes-make-a-long-string",
        ),
        pytest.param("SELECT * { FILTER (?a <?b) SERVICE <http://x/> {} }", id="less-than"),
        pytest.param("ASK { { SELECT * { SERVICE <http://x/> {} } } }", id="subselect"),
        pytest.param("CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://x/> {} }", id="construct"),
        pytest.param("DESCRIBE ?s { SERVICE <http://x/> { ?s ?p ?o } }", id="describe"),
    ],
)
def test_fetching_from_elsewhere_is_refused(text: str) -> None:
    """SERVICE is seen through each disguise that some engine would read as SERVICE."""
    with pytest.raises(ServiceRefused, match="SERVICE"):
        refuse_unsafe(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("SELECT * { ?s a schema:Service }", id="class"),
        pytest.param("SELECT * { ?s ?p ?o.schema:Service ?a ?b }", id="class-behind-full-stop"),
        pytest.param('SELECT * { ?s ?p "SERVICE <http://x/>" }', id="string"),
        pytest.param("SELECT * { ?s ?p '''SERVICE ' '' <http://x/>''' }", id="long-string"),
        pytest.param('SELECT * { ?s ?p "a\\" SERVICE" }', id="string-with-quote"),
        pytest.param("SELECT * { ?s ?p <http://x/SERVICE> }", id="iri"),
        pytest.param("SELECT * { ?s ?p ?o # SERVICE <http://x/>\n }", id="comment"),
        pytest.param("SELECT ?service $SERVICE { ?service ?p $SERVICE }", id="variable"),
        pytest.param('SELECT * { ?s ?p "a"@en-SERVICE }', id="language"),
        pytest.param("SELECT * { ?s ?p x:a-SERVICE.b }", id="local-name"),
        pytest.param('SELECT * { ?s ?p "INSERT" ; <x:DELETE> ?o }', id="update-words"),
        pytest.param("SELECT (INSERT AS ?x) {}", id="update-word-later"),
        pytest.param("PREFIX insert: <http://x/> SELECT * { ?s insert:load ?o }", id="prefix"),
        pytest.param("# INSERT DATA\nASK {}", id="update-in-comment"),
        pytest.param("", id="empty"),
    ],
)
def test_a_question_may_pass(text: str) -> None:
    """The same letters as name, text or comment are no keyword."""
    before = form(text)
    refuse_unsafe(text)
    assert before in {"SELECT", "ASK", ""}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("select * {}", "SELECT", id="select"),
        pytest.param("ASK {}", "ASK", id="ask"),
        pytest.param("PREFIX a: <b:> CONSTRUCT {} WHERE {}", "CONSTRUCT", id="construct"),
        pytest.param("DESCRIBE <a:b>", "DESCRIBE", id="describe"),
        pytest.param("\\u0044ROP ALL", "DROP", id="escape"),
        pytest.param("hello", "", id="nothing"),
    ],
)
def test_the_form_is_the_first_keyword(text: str, kind: str) -> None:
    """Names, strings and comments before it do not count."""
    assert form(text) == kind


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    """No text makes the judgement itself fail."""
    assert all(word.upper() == word for word in keywords(text))


@given(st.text(st.characters(exclude_characters='"\\\r\n', codec="utf-8")))
def test_nothing_in_a_string_is_a_keyword(text: str) -> None:
    """Whatever a string holds, the words of the query stay the same."""
    assert list(keywords(f'SELECT ("{text}" AS ?x) {{}}')) == ["SELECT", "AS"]
