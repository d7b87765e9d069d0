"""Queries about `$this`: what may be read off their text, and how they are asked."""

import pyoxigraph as ox
import pytest

from si_kg.validation.select_text import SelectText

PROLOGUE = "PREFIX ex: <https://example.org/>\n"
ONE, OTHER = ox.NamedNode("https://example.org/one"), ox.NamedNode("https://example.org/other")


def query(text: str) -> SelectText:
    """A query with the prefix `ex`."""
    return SelectText(PROLOGUE, text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("SELECT $this { $this ex:p ?o FILTER ($this != ?o) }", True),
        ("SELECT $this { FILTER NOT EXISTS { ?s $this ?o } }", True),
        ("SELECT $this { { $this ex:p ?o } UNION { ?this ex:q ?o } }", True),
        ("SELECT $this { ?s ex:p ?o OPTIONAL { ?o ex:q ?x } }", True),
        ("SELECT $this { { FILTER (BOUND($this)) } }", False),
        ("SELECT $this { OPTIONAL { BIND (STR($this) AS ?x) } }", False),
        ("SELECT $this { { SELECT $this { $this ex:p ?o } LIMIT 1 } }", False),
        ("SELECT $this (COUNT(?o) AS ?value) { $this ex:p ?o } GROUP BY $this", False),
        ("SELECT $this { $this ex:p '{ $this' , \"}\" } # { $this", True),
    ],
)
def test_plain(text: str, plain: bool) -> None:  # noqa: FBT001 (pytest gives it)
    """A query that can be asked about many nodes at once is told from one that cannot."""
    assert query(text).is_plain is plain


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("SELECT $this { $this a ?a , ?b FILTER (?a != ?b) }", "types"),
        ("SELECT $this { $this a/ex:below* ?a . ?a ex:p ?b }", "types"),
        ("SELECT $this { $this a ?a ; ex:p ?b }", "all"),
        ("SELECT $this { $this a ?a FILTER (STRSTARTS(STR($this), 'x')) }", "all"),
        ("SELECT DISTINCT $this { $this ?p ?v . FILTER NOT EXISTS { ?p a ?k } }", "properties"),
        ("SELECT $this { $this ?p ?v . FILTER NOT EXISTS { ?p a ?k } }", "all"),
        (
            "SELECT DISTINCT $this { $this ?p ?v . ?v a ?k . FILTER EXISTS { $this a ?k } }",
            "values",
        ),
        ("SELECT DISTINCT $this { $this ?p ?v . ?v a ?k ; ex:q ?x }", "all"),
        ("SELECT DISTINCT $this { $this ?p ?v . ?x ?p ?v }", "all"),
        ("SELECT DISTINCT $this ?v { $this ?p ?v . ?v a ?k }", "all"),
        ("SELECT DISTINCT $this { $this ?p ?v . ?x ?p $this }", "all"),
        ("SELECT DISTINCT $this { $this ?p ?v ; a ?k }", "all"),
        ("SELECT DISTINCT $this { $this ?p ?v , ?w }", "all"),
        ("SELECT $this { ?s ?p ?o }", "all"),
    ],
)
def test_what_the_solutions_follow_from(text: str, part: str) -> None:
    """Nodes are taken for alike only where nothing else that is said of them counts."""
    assert query(text).depends_on == part


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("SELECT $this { $this ex:p ?o }", {"p"}),
        ("SELECT $this { $this ex:p+ ?o }", {"p"}),
        ("SELECT $this { $this ex:p/ex:q ?o }", {"p"}),
        ("SELECT $this { $this ex:p/ex:q|ex:r ?o }", set()),
        ("SELECT $this { $this ex:p|ex:q ?o }", {"p", "q"}),
        ("SELECT $this { $this ex:p|ex:q* ?o }", set()),
        ("SELECT $this { $this ex:p|(ex:q/ex:r) ?o }", set()),
        ("SELECT $this { $this ex:p? ?o }", set()),
        ("SELECT $this { $this ^ex:p ?o }", set()),
        ("SELECT $this { $this ?p ?o }", set()),
        ("SELECT $this { ?o ex:p $this }", set()),
    ],
)
def test_properties_without_which_there_is_no_solution(text: str, needed: set[str]) -> None:
    """A node is left out only where it lacks what each solution begins with."""
    found = {
        each.value.removeprefix("https://example.org/") for each in query(text).first_properties
    }
    assert found == needed


@pytest.mark.parametrize(
    "text",
    [
        "SELECT $this ?value { $this ex:p ?value }",
        "SELECT $this ?value { { $this ex:p ?value } UNION { $this ex:q ?value } }",
        "SELECT $this ?value { $this ex:p ?value FILTER (BOUND($this)) }",
        "SELECT $this ?value { $this ex:p ?value FILTER NOT EXISTS { $this ex:q ?value } }",
    ],
)
def test_about_many_as_about_each(text: str) -> None:
    """A plain query gives the same solutions in one question as in one question each."""
    store = ox.Store()
    quads = [(ONE, "p", 1), (ONE, "q", 1), (ONE, "p", 2), (OTHER, "p", 3), (OTHER, "q", 4)]
    store.extend(
        ox.Quad(node, ox.NamedNode(f"https://example.org/{name}"), ox.Literal(value))
        for node, name, value in quads
    )

    def values(asked: str) -> list[str]:
        return sorted(str(row["value"]) for row in store.query(asked))  # type: ignore[union-attr]

    one_by_one = values(query(text).about_one(ONE)) + values(query(text).about_one(OTHER))
    assert values(query(text).about([ONE, OTHER])) == sorted(one_by_one) != []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("SELECT $this { $this ex:p ?o MINUS { ?o ex:q 1 } }", "MINUS"),
        ("SELECT $this { VALUES ?o { 1 } $this ex:p ?o }", "VALUES"),
        ("SELECT $this { SERVICE ex:s { $this ex:p ?o } }", "SERVICE"),
        ("SELECT $this { BIND (ex:o AS $this) }", "AS $this"),
        ("SELECT $this { { SELECT ?o { $this ex:p ?o } } }", "SELECT"),
        ("SELECT $this { $this ex:p 'VALUES' }", ""),
    ],
)
def test_what_shacl_does_not_allow(text: str, clause: str) -> None:
    """A query to which `$this` cannot be given is refused by the name of the clause."""
    assert query(text).forbidden == clause
