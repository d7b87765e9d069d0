"""What the competency questions cover is derived from their answers, never written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox
import pytest
from conftest import FIXTURES, ROOT

from si_kg import rdf_files, snapshot
from si_kg.catalogue import Catalogue
from si_kg.competency import AUDIENCES, QUESTIONS_FILE, CompetencyQuestion, read_questions
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH, ONTOLOGY, PREFIXES
from si_kg.parameters import read_terms
from si_kg.results import Table
from si_kg.store import EmbeddedStore

CATALOGUE = Catalogue.from_folder(ROOT / "queries")
QUESTIONS = read_questions(ROOT / "queries" / QUESTIONS_FILE, CATALOGUE)
RULES = sorted(path.stem for path in (ROOT / "queries" / "rules").glob("*.rq"))
# parts of the data that some row of some answer brings together
JOINS = [
    ("actors", "claims"),
    ("actors", "definitions"),
    ("actors", "initiatives"),
    ("actors", "policy"),
    ("actors", "sources"),
    ("claims", "places"),
    ("claims", "sources"),
    ("concepts", "definitions"),
    ("concepts", "frameworks"),
    ("concepts", "initiatives"),
    ("concepts", "policy"),
    ("definitions", "initiatives"),
    ("definitions", "policy"),
    ("definitions", "sources"),
    ("frameworks", "initiatives"),
    ("initiatives", "measurements"),
    ("initiatives", "places"),
    ("initiatives", "policy"),
    ("measurements", "policy"),
    ("measurements", "sources"),
    ("places", "policy"),
]


@dataclass(frozen=True)
class Answer:
    """What a question gave: the things it names, and those in each row (a triple is a row)."""

    named: frozenset[str]
    rows: tuple[tuple[object, ...], ...]

    def columns(self) -> Iterator[frozenset[str]]:
        """The things in each column that holds nothing else."""
        for column in zip(*self.rows, strict=True):
            filled = [cell for cell in column if cell is not None]
            things = frozenset(cell.value for cell in filled if isinstance(cell, ox.NamedNode))
            if things and all(isinstance(cell, ox.NamedNode) for cell in filled):
                yield things

    def gatherings(self) -> Iterator[frozenset[str]]:
        """The things that each row brings together, those that the question names included."""
        for row in self.rows:
            yield self.named | {cell.value for cell in row if isinstance(cell, ox.NamedNode)}


def answered(graph: KnowledgeGraph, asked: CompetencyQuestion) -> Answer:
    """The answer in English, as terms."""
    terms = " ".join(graph.terms(asked.query, asked.values).values())
    result = graph.query(asked.query, asked.values)
    rows = result.rows if isinstance(result, Table) else result.triples  # type: ignore[union-attr]
    named = {term.value for term in read_terms(terms) if isinstance(term, ox.NamedNode)}
    return Answer(frozenset(named), tuple(tuple(row) for row in rows))


@pytest.fixture(scope="module")
def answers(graph: KnowledgeGraph) -> dict[str, Answer]:
    """The answer to each question, by its id; a vocabulary that it needs is beside the graph."""
    beside = graph.beside(*(FIXTURES / "vocabularies").iterdir())
    return {
        asked.id: answered(beside if CATALOGUE[asked.query].elsewhere else graph, asked)
        for asked in QUESTIONS
    }


def pairs(graph: KnowledgeGraph, pattern: str) -> set[tuple[str, str]]:
    """The pairs of IRIs for which `pattern` holds of ?one and ?other."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    found = graph.sparql(f"{prefixes}SELECT ?one ?other {{ {pattern} }}")
    assert isinstance(found, Table)
    return {
        (one.value, other.value)
        for one, other in found.rows
        if isinstance(one, ox.NamedNode) and isinstance(other, ox.NamedNode)
    }


def test_there_are_many() -> None:
    """A check of nothing would pass."""
    assert len(QUESTIONS) >= 150


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.id)
def test_each_question_is_answered(asked: CompetencyQuestion, answers: dict[str, Answer]) -> None:
    """Something comes out, in the graph as it is."""
    assert answers[asked.id].rows


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_user_has_questions(audience: str) -> None:
    """All three kinds of user, none as an afterthought."""
    assert sum(audience in asked.audiences for asked in QUESTIONS) >= 25


def test_each_canned_query_answers_a_question() -> None:
    """A query that no user has a question for would not be needed."""
    assert {asked.query for asked in QUESTIONS} == set(CATALOGUE)


def test_each_framework_is_asked_about(graph: KnowledgeGraph, answers: dict[str, Answer]) -> None:
    """A question names it, or asks for its members and nothing else."""
    members: dict[str, set[str]] = {}
    pattern = "?one a si:Framework . ?other skos:inScheme ?one"
    for framework, member in pairs(graph, pattern):
        members.setdefault(framework, set()).add(member)
    named = {name for answer in answers.values() for name in answer.named}
    columns = [column for answer in answers.values() for column in answer.columns()]
    missed = [
        framework
        for framework, own in members.items()
        if framework not in named and not any(column <= own for column in columns)
    ]
    assert members
    assert missed == []


def test_each_kind_of_thing_is_asked_for(graph: KnowledgeGraph, answers: dict[str, Answer]) -> None:
    """Some question has a column of its answer with things of that kind and nothing else."""
    kinds: dict[str, set[str]] = {}
    for thing, kind in pairs(graph, "?one a ?other"):
        kinds.setdefault(thing, set()).add(kind)
    columns = {column for answer in answers.values() for column in answer.columns()}
    asked = {
        kind
        for column in columns
        for kind in set.intersection(*(kinds.get(thing, set()) for thing in column))
    }
    listed = graph.query("kinds")
    assert isinstance(listed, Table)
    wanted = {record["kind"] for record in listed.records()}
    assert len(wanted) > 50
    assert {kind for kind in wanted if kind and kind.startswith(ONTOLOGY)} - asked == set()


def test_answers_join_the_parts_of_the_data(answers: dict[str, Answer]) -> None:
    """Rows that bring together things of two folders, such as initiatives and definitions."""
    parts: dict[str, str] = {}
    for file in snapshot.source_files(ROOT)["data"]:
        for triple in rdf_files.read(file):
            if triple.predicate.value == f"{PREFIXES['rdf']}type":
                parts[str(getattr(triple.subject, "value", ""))] = file.relative_to(ROOT).parts[1]
    joined = {
        pair
        for answer in answers.values()
        for things in answer.gatherings()
        for pair in combinations(sorted({parts[thing] for thing in things if thing in parts}), 2)
    }
    assert set(JOINS) - joined == set()


@pytest.fixture(scope="module")
def whole(graph: KnowledgeGraph) -> list[tuple[str, list[str]]]:
    """The SPARQL of each question with its answer in full, the shortest answer first."""
    texts = {graph.bound(asked.query, asked.values) for asked in QUESTIONS}
    return sorted(((text, told(graph, text)) for text in texts), key=lambda pair: len(pair[1]))


def told(graph: KnowledgeGraph, text: str, graphs: list[ox.NamedNode] | None = None) -> list[str]:
    """The answer as sorted lines, from the named graphs `graphs` or from all."""
    assert isinstance(graph.store, EmbeddedStore)
    if graphs is None:
        answer = graph.store.engine.query(text, use_default_graph_as_union=True)
    else:
        answer = graph.store.engine.query(text, default_graph=[*graphs])
    return sorted(map(str, answer))  # type: ignore[arg-type]


# what is untranslated is what users state: test_queries_on_own_knowledge.py sees to that
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "untranslated"])
def test_each_rule_matters_to_an_answer(
    rule: str, graph: KnowledgeGraph, whole: list[tuple[str, list[str]]]
) -> None:
    """Without what the rule derived, some question would be answered otherwise."""
    assert isinstance(graph.store, EmbeddedStore)
    every = {name.value: name for name in graph.store.engine.named_graphs()}
    without = [name for name in every if name != f"{GRAPH}derived/{rule}"]
    assert len(without) == len(every) - 1
    rest = [ox.NamedNode(name) for name in without]
    assert any(told(graph, text, rest) != answer for text, answer in whole)


def test_leaving_out_nothing_changes_nothing(
    graph: KnowledgeGraph, whole: list[tuple[str, list[str]]]
) -> None:
    """What the test above sees comes from the graph that it leaves out."""
    assert isinstance(graph.store, EmbeddedStore)
    every = [ox.NamedNode(name.value) for name in graph.store.engine.named_graphs()]
    assert all(told(graph, text, every) == answer for text, answer in whole[:100])
