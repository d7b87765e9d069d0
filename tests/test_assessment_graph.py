"""A plan held against the real graph: every definition, programme and framework of it works."""

import json
from pathlib import Path

from si_kg.assessment.form import Form
from si_kg.assessment.holding import Holder
from si_kg.assessment.plan import Plan
from si_kg.assessment.programmes import read_programmes
from si_kg.assessment.questions import Kind
from si_kg.assessment.result import FORMATS, Assessment
from si_kg.definitions.classification import Answer
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.judgements import Outcome, Reading
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID


def label(member: object) -> str | None:
    """The Dutch label, or None where there is no member."""
    return getattr(getattr(member, "label", None), "nl", None)


def test_the_real_graph_gives_every_answer_too(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Every verified definition is held against the plan, and the counts add up."""
    form = graph.form("nl")
    answers = {
        "new-ideas": Outcome.MET,
        "meets-social-need": Outcome.MET,
        "system-change": Outcome.NOT_MET,
        "implemented": Outcome.PARTLY,
    }
    plan = Plan({f"criteria.{slug}": outcome for slug, outcome in answers.items()})
    form.write(tmp_path / "plan.yaml", plan=plan)
    found = graph.assess(tmp_path / "plan.yaml").findings
    read = Corpus.from_store(graph.store).about(f"{ID}social-innovation").verified()
    assert {each.definition.iri for each in found.classifications} == {d.iri for d in read}
    assert all(found.answering(answer) for answer in (Answer.FITS, Answer.FAILS, Answer.UNDECIDED))
    assert found.waiting[0][0] == f"{ID}criterion-implemented"


def test_each_programme_of_the_real_graph_can_be_chosen(graph: KnowledgeGraph) -> None:
    """What it prescribes or uses is looked at closely, or said to be untested."""
    holder = Holder(graph.store)
    programmes = read_programmes(graph.store)
    assert len(programmes) > 10
    for iri, programme in programmes.items():
        found = holder.hold(Plan(), Reading(), programme=iri)
        seen = {f.classification.definition.iri for f in found.focus}
        seen |= {definition.iri for definition in found.untested}
        assert seen == {*programme.prescribed, *programme.used}
        for language in ("nl", "en"):
            record = json.loads(Assessment(found).write("json", language))["programme"]
            assert record["label"] == programme.label.in_(language)
            assert Assessment(found).write("text", language)


def test_each_placing_of_the_real_graph_can_be_chosen(graph: KnowledgeGraph) -> None:
    """Each option of each question gives a report in every format and language."""
    form = graph.form("nl")
    holder = Holder(graph.store)
    choices = [q for q in form.questionnaire if q.kind is Kind.CHOICE]
    assert len(choices) == 5
    for place in range(max(len(question.options) for question in choices)):
        plan = Plan({q.key: q.options[place % len(q.options)] for q in choices})
        for style in FORMATS:
            for language in ("nl", "en"):
                assert Assessment(holder.hold(plan, Reading())).write(style, language)


def test_two_ends_always_make_a_type(graph: KnowledgeGraph) -> None:
    """The four types of the real graph lie on the four pairs of ends."""
    form = graph.form("nl")
    holder = Holder(graph.store)
    one, other = form.questionnaire.section("problem").questions
    types = {
        label(holder.hold(Plan({one.key: a, other.key: b}), Reading()).problem.type)
        for a in one.options
        for b in other.options
    }
    assert len(types) == 4
    assert None not in types


def test_the_form_is_made_of_what_the_graph_states(graph: KnowledgeGraph) -> None:
    """Every question has a text in both languages; criteria and frameworks have an IRI."""
    form = graph.form("en")
    assert {section.key for section in form.questionnaire.sections} == {
        "plan",
        "criteria",
        "scalers",
        "traits",
        "participation",
        "problem",
        "partners",
        "phase",
        "evidence",
    }
    for question in form.questionnaire:
        assert all(question.ask)
        assert all(question.label)
        assert question.iri or question.kind is Kind.TEXT


def test_a_graph_without_frameworks_asks_less(mini_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """A section about which nothing is stated is left out of the form and of the report."""
    form = Form.from_store(mini_graph.store, "nl")
    assert "scalers" not in {section.key for section in form.questionnaire.sections}
    path = tmp_path / "plan.yaml"
    form.write(path)
    assert "Kan de organisatie" not in mini_graph.assess(path).write("text", "nl")
