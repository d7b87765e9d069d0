"""A plan as pairs of a key and a text: the same plan comes back, and what is no answer is told."""

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st
from plans import PLAN, small_graph

from si_kg.assessment.faults import AnswerRefused, GivenRefused, QuestionNotFound
from si_kg.assessment.pairs import NOTE, given, pairs_of
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Kind
from si_kg.definitions.judgements import Outcome
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES

_QUESTIONNAIRE = small_graph().form().questionnaire


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    """The small graph, in Dutch."""
    return small_graph()


def test_a_plan_comes_back_from_its_pairs(kg: KnowledgeGraph) -> None:
    """The half-filled plan of the fixtures: answers, names, places and notes."""
    form = kg.form()
    plan = form.read(PLAN)
    pairs = dict(pairs_of(form.questionnaire, plan))
    assert given(form.questionnaire, pairs.items()).checked() == plan
    assert pairs["criteria.new-ideas"] == "yes"
    assert pairs["participation"] == "consultation"
    assert pairs["evidence"] == "none of these"
    assert pairs["partners.business"] == "nobody"
    assert pairs["criteria.social-need.note"] == "Wijkmonitor 2024, p. 12"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_that_a_form_offers_is_understood(kg: KnowledgeGraph, language: str) -> None:
    """In the words of either language."""
    questionnaire = kg.form().questionnaire
    offered = [(q.key, word) for q in questionnaire for word in q.allowed(language)]
    assert len(offered) > 20
    for key, word in offered:
        assert given(questionnaire, [(key, word)]).checked().answers


def test_what_is_no_answer_is_left_out_and_told(kg: KnowledgeGraph) -> None:
    """In words without a file or a line; other keys mean nothing, and the last of a key counts."""
    questionnaire = kg.form().questionnaire
    wrong = {"criteria.wellbeing": "misschien", "partners.business": "niemand; Jan"}
    found = given(
        questionnaire,
        [*wrong.items(), ("nothing", "x"), ("name", "first"), ("name", "last")],
    )
    assert found.plan == Plan({"name": "last"})
    assert set(found.refused) == set(wrong)
    fault = found.refused["criteria.wellbeing"]
    assert isinstance(fault, GivenRefused)
    for language, said in (("nl", "kies ja, deels, nee"), ("en", "choose yes, partly, no")):
        assert fault.message(language).startswith("‘misschien’")
        assert said in fault.message(language)
    with pytest.raises(AnswerRefused):
        found.checked()


def test_a_program_gives_a_plan_as_a_mapping(kg: KnowledgeGraph) -> None:
    """Which the graph assesses as it assesses a file; a wrong key is refused with the nearest."""
    form = kg.form()
    plan = form.plan({"criteria.wellbeing": "no", f"criteria.wellbeing{NOTE}": "Nergens."})
    assert plan.outcome("criteria.wellbeing") is Outcome.NOT_MET
    found = kg.assess(plan, definition="Need2010", partly="met").findings
    assert found.plan is plan
    assert found.reading.partly == "met"
    with pytest.raises(QuestionNotFound) as caught:
        form.plan({"criteria.wellbeign": "no"})
    assert "criteria.wellbeing" in caught.value.close
    with pytest.raises(GivenRefused):
        form.plan({"criteria.wellbeing": "perhaps"})


@each_of(st.dictionaries(st.integers(0, 40), st.text(max_size=30), max_size=12), st.data())
def test_any_text_gives_the_same_plan_twice(texts: dict[int, str], data: st.DataObject) -> None:
    """What was understood of it is written and read again without a change."""
    questionnaire = _QUESTIONNAIRE
    free = [q for q in questionnaire if q.kind in {Kind.TEXT, Kind.NAMES}]
    keys = [key for q in free for key in (q.key, q.key + NOTE)]
    pairs = [(keys[place % len(keys)], text) for place, text in texts.items()]
    question = data.draw(st.sampled_from(list(questionnaire)))
    first = given(questionnaire, [*pairs, (question.key, data.draw(st.text(max_size=9)))]).plan
    assert given(questionnaire, pairs_of(questionnaire, first)).checked() == first
