"""Names beside things: a column for each column of IRIs, in the language of the answer."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from conftest import Cli, Endpoint, store_of

from si_kg import labelling
from si_kg.catalogue import Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.labelling import labels_of
from si_kg.language import Text
from si_kg.query_layer import QueryLayer
from si_kg.results import TABLE_FORMATS, Graph, Table, Verdict
from si_kg.store import Answer, Store

THINGS = """
id:a rdfs:label "appel"@nl , "apple"@en .
id:b rdfs:label "peer"@nl .
id:c skos:prefLabel "Kirsche"@de , "a cherry"@en-GB .
id:d skos:notation "4" .
id:e rdfs:label "zonder taal" , "tweede"@nl , "eerste"@nl .
"""
ASKED = "SELECT ?thing { ?thing ?property ?value } GROUP BY ?thing ORDER BY ?thing"


class Counting:
    """A store that counts what it is asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[str] = []

    def query(self, text: str) -> Answer:
        """As the store does."""
        self.asked.append(text)
        return self.store.query(text)


def layer(language: str = "en") -> QueryLayer:
    """The things, asked in a language."""
    return QueryLayer(store_of(THINGS), Catalogue({}), language)


def table_of(found: object) -> Table:
    """The answer, which has rows."""
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        pytest.param("nl", ["appel", "peer", "Kirsche", "id:d", "eerste"], id="nl"),
        pytest.param("en", ["apple", "peer", "Kirsche", "id:d", "eerste"], id="en"),
    ],
)
def test_a_thing_has_its_name_beside_it(language: str, labels: list[str]) -> None:
    """In the language, else in the other, else in any, else the short IRI; always the same one."""
    found = table_of(layer(language).sparql(ASKED, labels=True))
    assert found.variables == ("thing", "thing_label")
    assert [row["thing_label"] for row in found.typed()] == labels
    assert found[1][1] == ox.Literal("peer", language="nl")


def test_only_columns_of_things_get_names() -> None:
    """Behind the column itself; an unbound cell has none; a column of that name stays as it is."""
    text = """SELECT ?year ?one ?two ?two_label {
      VALUES (?year ?one ?two ?two_label) {
        (1999 UNDEF <https://w3id.org/si-kg/id/b> "mine") (2000 <https://w3id.org/si-kg/id/a> 7 2)
      } } ORDER BY ?year"""
    found = table_of(layer().sparql(text, labels=True))
    assert found.variables == ("year", "one", "one_label", "two", "two_label")
    assert [row["one_label"] for row in found.typed()] == [None, "apple"]
    assert [row["two_label"] for row in found.typed()] == ["mine", 2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_column_is_titled(language: str, mini_graph: KnowledgeGraph) -> None:
    """As the column beside it, in both languages; a column without title by its variable."""
    found = table_of(mini_graph.query("concepts", labels=True, lang=language))
    title = found.titles["concept"]
    assert found.titles["concept_label"] == Text(f"{title.nl} (naam)", f"{title.en} (name)")
    named = table_of(mini_graph.sparql("SELECT ?x { ?x a ?y } LIMIT 1", labels=True))
    assert named.titles == {"x_label": Text("x (naam)", "x (name)")}


def test_labels_are_in_the_language_of_the_answer(mini_graph: KnowledgeGraph) -> None:
    """That of the parameter, where one is given."""
    found = table_of(mini_graph.query("concepts", labels=True, lang="nl"))
    assert [row["concept_label"] for row in found.typed()] == ["bank", "delen", "lenen", "oever"]


def test_names_are_asked_by_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """One question for the names of many rows, and none for what is known already."""
    monkeypatch.setattr(labelling, "_BLOCK", 2)
    store = Counting(store_of(THINGS))
    found = table_of(QueryLayer(store, Catalogue({}), "en").sparql(ASKED, labels=True))
    assert len(found) == 5
    assert len(store.asked) == 1 + 3
    twice = "SELECT ?x { VALUES ?x { id:a id:b } VALUES ?n { 1 2 3 4 } }".replace(
        "SELECT", "PREFIX id: <https://w3id.org/si-kg/id/> SELECT"
    )
    store.asked.clear()
    assert len(table_of(QueryLayer(store, Catalogue({}), "en").sparql(twice, labels=True))) == 8
    assert len(store.asked) <= 1 + 2


def test_names_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a very long answer only the last names are remembered, and none is lost."""
    monkeypatch.setattr(labelling, "_BLOCK", 1)
    monkeypatch.setattr(labelling, "_MOST_KEPT", 1)
    found = table_of(layer().sparql(ASKED, labels=True))
    assert [row["thing_label"] for row in found.typed()][:2] == ["apple", "peer"]


def test_what_no_query_can_name_is_named_by_itself() -> None:
    """An endpoint may hold an IRI that would break a query."""
    odd = "https://example.com/a\u200bb"
    assert labels_of(store_of(THINGS), [odd], "nl") == {odd: ox.Literal(odd)}


def test_what_has_no_columns_stays_as_it_is() -> None:
    """A yes or no, and a graph."""
    assert layer().sparql("ASK {}", labels=True) == Verdict(value=True)
    graph = layer().sparql("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", labels=True)
    assert isinstance(graph, Graph)
    assert len(table_of(layer().sparql("SELECT ?x {} LIMIT 0", labels=True))) == 0


@pytest.mark.parametrize("style", TABLE_FORMATS)
def test_every_format_holds_the_names(style: str, mini_cli: Cli) -> None:
    """Under a title or under the name of the column."""
    ran = mini_cli("query", "concepts", "--labels", "-f", style, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert "concept_label" in ran.out or "(naam)" in ran.out
    assert (
        ran.out.count("delen")
        == mini_cli("query", "concepts", "-f", style, "--lang", "nl").out.count("delen") + 1
    )


def test_names_from_elsewhere(endpoint: Endpoint, mini_cli: Cli) -> None:
    """An endpoint is asked for names as the graph here is."""
    here = mini_cli("query", "concepts", "--labels")
    rows = list(csv.DictReader(io.StringIO(here.out)))
    assert [row["concept_label"] for row in rows] == [row["label"] for row in rows]
    assert mini_cli("query", "concepts", "--labels", "--endpoint", endpoint.url) == here


def test_a_limit_stays_visible(mini_cli: Cli) -> None:
    """Names do not hide that rows were left out."""
    ran = mini_cli("query", "concepts", "--labels", "--limit", "2", "-f", "json")
    assert json.loads(ran.out)["truncated"]
    assert "2" in mini_cli("query", "concepts", "--labels", "--limit", "2", "-f", "csv").err
