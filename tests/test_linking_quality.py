"""Linking is right often enough, measured on alignments that people checked."""

import linking_alignments as alignments
import linking_scores
import linking_speed
import pytest
from linking_alignments import Outcome, Row

from si_kg.knowledge_graph import KnowledgeGraph

pytestmark = pytest.mark.skipif(
    not alignments.VOCABULARIES.exists(),
    reason="the vocabularies are not beside the checkout",
)
PRECISION, RECALL, REACH = 0.95, 0.80, 0.95
# of matches, the share that is exact, not close: on the part held out, 0.95 is not reached
EXACT = {"looked-at": 0.95, "held-out": 0.89}
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
    return list(alignments.outcomes(alignments.checked(), graph.store))


@pytest.mark.parametrize("part", EXACT)
def test_matches_are_right_and_not_too_few(outcomes: list[Outcome], part: str) -> None:
    """On the concepts that were looked at while the linker was made, and on the others."""
    found = linking_scores.scores(_of_part(outcomes, part))
    assert found.due > 60
    assert found.precision >= EXACT[part]
    assert found.lenient >= PRECISION
    assert found.recall >= RECALL
    assert found.reach >= REACH


def _of_part(outcomes: list[Outcome], part: str) -> list[Outcome]:
    apart = alignments.held_out()
    hidden = part == "held-out"
    return [each for each in outcomes if (each.rows[0].english in apart) == hidden]


def test_a_list_against_ours(graph: KnowledgeGraph) -> None:
    """The labels of what is exact elsewhere find ours again."""
    found = linking_scores.scores(alignments.outcomes_of_labels(alignments.checked(), graph.store))
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
    assert alignments.held_out() == set(alignments.draw_held_out(alignments.checked()))


def test_what_is_not_there_is_not_matched(graph: KnowledgeGraph) -> None:
    """Broader and related things are candidates, never a match."""
    rows = [
        Row(english, dutch, vocabulary, "", "", "")
        for english, dutch, where in NO_MATCHES
        for vocabulary in where
    ]
    found = list(alignments.outcomes(rows, graph.store))
    assert len(found) == len(rows)
    assert any(each.link.candidates for each in found)
    wrong = [(each.rows[0].english, each.match) for each in found if each.match]
    assert wrong == []


def test_mistakes_are_told(outcomes: list[Outcome]) -> None:
    """The worst first, with vocabulary, names and reasons."""
    found = linking_scores.mistakes(_of_part(outcomes, "looked-at"))
    assert len(found) == 10
    assert "given as exact" in found[0]
    assert "same label" in found[0]
    assert "candidate only" in found[-1]


def test_the_relations_add_up(outcomes: list[Outcome]) -> None:
    """A match is what is proposed as exact, and every row has one relation."""
    found = linking_scores.by_relation(outcomes)
    all_of_it = linking_scores.scores(outcomes)
    exact = found["exactMatch"]
    assert (exact.rows, exact.reached) == (all_of_it.due, all_of_it.reached)
    assert (exact.proposed, exact.right) == (all_of_it.given, all_of_it.right)
    assert sum(each.rows for each in found.values()) == all_of_it.rows
    assert found["closeMatch"].proposed > found["closeMatch"].right > 0
