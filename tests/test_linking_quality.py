"""Linking is right often enough, measured on alignments that people checked."""

import linking
import linking_speed
import pytest
from linking import Outcome, Row

from si_kg.knowledge_graph import KnowledgeGraph

pytestmark = pytest.mark.skipif(
    not linking.VOCABULARIES.exists(), reason="the vocabularies are not beside the checkout"
)
PRECISION, RECALL, REACH = 0.95, 0.80, 0.95
NOT_THERE = ("EuroVoc", "GEMET", "UNESCO Thesaurus", "STW", "LCSH")
# what no vocabulary has, and names that mean something else there
NO_MATCHES = [
    ("social innovation", "sociale innovatie", NOT_THERE),
    ("quadruple helix", "quadruple helix", NOT_THERE),
    ("wicked problem", "wicked problem", NOT_THERE),
    ("social impact bond", "social impact bond", NOT_THERE),
    ("theory of change", "veranderingstheorie", NOT_THERE),
    ("social ecosystem", "sociaal ecosysteem", ("EuroVoc", "GEMET", "UNESCO Thesaurus", "STW")),
    ("national government", "overheid", ("EuroVoc", "GEMET")),
]


@pytest.fixture(scope="module")
def outcomes(graph: KnowledgeGraph) -> list[Outcome]:
    """What is found for every checked alignment."""
    return list(linking.outcomes(linking.checked(), graph.store))


@pytest.mark.parametrize("held_out", [True, False], ids=["held-out", "looked-at"])
def test_matches_are_right_and_not_too_few(outcomes: list[Outcome], *, held_out: bool) -> None:
    """On the concepts that were looked at while the linker was made, and on the others."""
    apart = linking.held_out()
    found = linking.scores(each for each in outcomes if (each.rows[0].english in apart) == held_out)
    assert found.due > 60
    assert found.precision >= PRECISION
    assert found.recall >= RECALL
    assert found.reach >= REACH


def test_a_list_against_ours(graph: KnowledgeGraph) -> None:
    """The labels of what is exact elsewhere find ours again."""
    found = linking.scores(linking.outcomes_of_labels(linking.checked(), graph.store))
    assert found.due > 40
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def test_twice_as_many_names_cost_at_most_twice_as_much() -> None:
    """Against fifty thousand; ten thousand would take less than half a minute of work."""
    names = linking_speed.labels()
    there = linking_speed.targets(names)
    some, more = (
        linking_speed.measure(linking_speed.subjects(names, size), there) for size in (2000, 4000)
    )
    assert len(there) == linking_speed.TARGETS
    assert more.worked < 2 * some.worked + 1
    assert 2.5 * more.worked < 30


def test_the_concepts_held_out_were_drawn() -> None:
    """By a seed, not chosen."""
    assert linking.held_out() == set(linking.draw_held_out(linking.checked()))


def test_what_is_not_there_is_not_matched(graph: KnowledgeGraph) -> None:
    """Broader and related things are candidates, never a match."""
    rows = [
        Row(english, dutch, vocabulary, "", "", "")
        for english, dutch, where in NO_MATCHES
        for vocabulary in where
    ]
    found = list(linking.outcomes(rows, graph.store))
    assert len(found) == len(rows)
    assert any(each.link.candidates for each in found)
    wrong = [(each.rows[0].english, each.match) for each in found if each.match]
    assert wrong == []


def test_mistakes_are_told(outcomes: list[Outcome]) -> None:
    """The worst first, with vocabulary, names and reasons."""
    found = linking.mistakes(outcomes)
    assert len(found) == 10
    assert "matched wrongly" in found[0]
    assert "same label" in found[0]
