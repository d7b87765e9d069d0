"""A plan held against the graph: what fits, what does not, what nobody can tell yet."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from plans import FOLDER, PLAN, changed, small_graph

from si_kg.assessment.faults import ProgrammeNotFound
from si_kg.assessment.findings import Findings
from si_kg.definitions.classification import Answer
from si_kg.definitions.judgements import Outcome
from si_kg.errors import DefinitionNotFound, FormatNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID

EMPTY = "name:\n"


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    """The small graph, in Dutch."""
    return small_graph()


@pytest.fixture(scope="module")
def half(kg: KnowledgeGraph) -> Findings:
    """What is found about the half-filled plan."""
    return kg.assess(PLAN, programme="Buurtfonds", definition="Wellbeing2013").findings


def notations(found: Findings, answer: Answer) -> list[str]:
    """The definitions that give this answer."""
    return [each.definition.notation for each in found.answering(answer)]


def label(member: object) -> str | None:
    """The Dutch label, or None where there is no member."""
    return getattr(getattr(member, "label", None), "nl", None)


def test_each_kind_of_answer_is_given(half: Findings) -> None:
    """Fits, does not fit, cannot be told yet: three answers, and no test is a fourth."""
    assert notations(half, Answer.FITS) == ["Need2010"]
    assert notations(half, Answer.FAILS) == ["Wellbeing2013"]
    assert notations(half, Answer.UNDECIDED) == ["Practice2011", "Again2012"]
    assert notations(half, Answer.NO_TEST) == ["Open2014"]


def test_only_definitions_that_somebody_has_read_count(half: Findings) -> None:
    """What rests on general knowledge, or is about something else, is left out."""
    named = {each.definition.notation for each in half.classifications}
    assert not named & {"Unread2015", "Enterprise2016"}


def test_what_is_lacking_and_open_is_named(half: Findings) -> None:
    """Each answer says which criteria it rests on."""
    (failing,) = half.answering(Answer.FAILS)
    assert failing.lacking == (f"{ID}criterion-wellbeing",)
    assert all(c.open == (f"{ID}criterion-implemented",) for c in half.answering(Answer.UNDECIDED))


def test_the_next_question_is_the_one_that_most_definitions_wait_for(half: Findings) -> None:
    """With the number of definitions that wait."""
    assert half.waiting == ((f"{ID}criterion-implemented", 2),)


@pytest.mark.parametrize(
    ("partly", "answer"),
    [
        pytest.param("undecided", Answer.UNDECIDED, id="undecided"),
        pytest.param("met", Answer.FITS, id="met"),
        pytest.param("not-met", Answer.FAILS, id="not-met"),
    ],
)
def test_partly_counts_as_the_reader_says(kg: KnowledgeGraph, partly: str, answer: Answer) -> None:
    """Of itself an answer ‘partly’ decides nothing."""
    found = kg.assess(PLAN, partly=partly).findings
    assert {"Practice2011", "Again2012"} <= set(notations(found, answer))


def test_an_empty_plan_decides_nothing(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """No answer is invented: nothing fits, nothing fails, everything is listed as unknown."""
    path = tmp_path / "plan.yaml"
    path.write_text(EMPTY)
    found = kg.assess(path).findings
    assert not notations(found, Answer.FITS)
    assert not notations(found, Answer.FAILS)
    assert found.unanswered() == list(found.questionnaire)
    assert found.participation.place is found.phase.place is found.evidence.place is None
    assert not found.evidence.nowhere
    assert found.participation.after is found.evidence.after is found.problem.type is None
    assert {party.names for party in found.parties} == {None}
    assert found.programme is None
    assert found.focus == ()


def test_the_plan_stands_on_a_level_and_the_next_is_known(half: Findings) -> None:
    """With the role and the style that the graph states."""
    standing = half.participation
    assert (label(standing.place), label(standing.after)) == ("raadplegen", "meebeslissen")
    assert (standing.role.nl, standing.style.nl) == ("Adviseur", "Consultatief")
    assert (label(half.phase.place), label(half.phase.after)) == ("prompts", "scaling")


def test_nothing_comes_after_the_highest_level(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """And the report says so; of the ladder of evidence it says that no higher level is known."""
    path = changed(tmp_path, "participation: 1", "participation: meebeslissen")
    assessment = kg.assess(changed_again(path, "evidence: geen van deze", "evidence: niveau 5"))
    assert assessment.findings.participation.after is None
    text = assessment.write("text", "nl")
    assert "Daarna komt niets meer." in text
    assert "Een hoger niveau is hier niet bekend." in text


def changed_again(path: Path, old: str, new: str) -> Path:
    """The same file with one more text replaced."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_none_of_the_known_levels_is_an_answer(half: Findings) -> None:
    """The graph holds level 5 alone: a plan below it stands nobody knows where."""
    assert half.evidence.nowhere
    assert half.evidence.place is None
    assert label(half.evidence.after) == "niveau 5"


def test_the_type_of_problem_lies_on_both_ends(
    kg: KnowledgeGraph, half: Findings, tmp_path: Path
) -> None:
    """It follows from two answers; with one, or where the graph has no type, it is unknown."""
    assert label(half.problem.type) == "ongestructureerd probleem"
    one = kg.assess(changed(tmp_path, "  values: disagreement", "  values:")).findings
    assert one.problem.type is None
    mixed = kg.assess(changed(tmp_path, "  values: disagreement", "  values: eens")).findings
    assert mixed.problem.type is None


def test_named_nobody_and_unknown_are_three(half: Findings) -> None:
    """Who certainly does not take part is not the same as who was not named."""
    parties = {party.question.key: party.names for party in half.parties}
    assert parties == {
        "partners.business": (),
        "partners.citizens": ("Bewonersgroep Noord", "Jansen, P."),
        "partners.government": None,
        "partners.civil-society": ("Stichting Buurt", "Humanitas"),
    }
    outside = [party.question.key for party in half.parties if not party.in_helix]
    assert outside == ["partners.civil-society"]


def test_the_programme_brings_its_definitions(half: Findings) -> None:
    """The chosen one first, then what is prescribed, then what is used; others are untested."""
    focus = [(f.classification.definition.notation, f.prescribed) for f in half.focus]
    assert focus == [("Wellbeing2013", None), ("Practice2011", True), ("Need2010", False)]
    assert [definition.notation for definition in half.untested] == ["Enterprise2016"]


def test_a_chosen_definition_of_the_programme_stands_once(kg: KnowledgeGraph) -> None:
    """And still tells that the programme prescribes it."""
    found = kg.assess(PLAN, programme="fund", definition="Practice2011").findings
    focus = [(f.classification.definition.notation, f.prescribed) for f in found.focus]
    assert focus == [("Practice2011", True), ("Need2010", False)]


def test_a_programme_without_a_definition_says_so(kg: KnowledgeGraph) -> None:
    """Nothing is put in its place."""
    assessment = kg.assess(PLAN, programme="Silent fund")
    assert assessment.findings.focus == ()
    text = assessment.write("text", "nl")
    assert "geen definitie waar het plan naast te leggen is" in text
    assert "tot en met 2024-09-30" in text


def test_an_unknown_definition_or_programme_gives_the_nearest(kg: KnowledgeGraph) -> None:
    """Also where the name is that of something else."""
    with pytest.raises(DefinitionNotFound, match="Need2010"):
        kg.assess(PLAN, definition="Need201")
    with pytest.raises(DefinitionNotFound):
        kg.assess(PLAN, definition="Unread2015")
    with pytest.raises(ProgrammeNotFound, match="Neighbourhood Fund"):
        kg.assess(PLAN, programme="Neighborhood Fund")
    with pytest.raises(ProgrammeNotFound, match="si-kg query programmes-by-treatment"):
        kg.assess(PLAN, programme="Need2010")


def test_the_report_lists_what_was_left_empty(kg: KnowledgeGraph, half: Findings) -> None:
    """A question mark is as empty as nothing."""
    assert [q.key for q in half.unanswered()] == ["scalers.staffing", "partners.government"]
    assert "Niet ingevuld, dus onbekend" in kg.assess(PLAN).write("text", "nl")


def test_an_unknown_format_is_refused(kg: KnowledgeGraph) -> None:
    """With the formats that there are."""
    with pytest.raises(FormatNotFound, match="html"):
        kg.assess(PLAN).write("pdf", "nl")


@pytest.mark.parametrize(
    ("style", "language", "file"),
    [
        pytest.param("text", "nl", "report-nl.txt", id="text-nl"),
        pytest.param("text", "en", "report-en.txt", id="text-en"),
        pytest.param("md", "nl", "report-nl.md", id="md-nl"),
        pytest.param("html", "nl", "report-nl.html", id="html-nl"),
        pytest.param("json", "nl", "report-nl.json", id="json-nl"),
    ],
)
def test_the_report_is_as_expected(
    kg: KnowledgeGraph, style: str, language: str, file: str, request: pytest.FixtureRequest
) -> None:
    """The report of the half-filled plan changes only when someone changes the golden file."""
    text = kg.assess(PLAN, programme="Buurtfonds", definition="Wellbeing2013").write(
        style, language
    )
    if request.config.getoption("--update-golden"):
        (FOLDER / file).write_text(text, "utf-8", newline="")
    assert text == (FOLDER / file).read_bytes().decode()


def test_records_keep_their_keys_in_every_language(kg: KnowledgeGraph) -> None:
    """Only labels and texts differ."""
    assessment = kg.assess(PLAN, programme="fund")
    dutch, english = (json.loads(assessment.write("json", each)) for each in ("nl", "en"))
    assert keys(dutch) == keys(english)
    assert dutch["definitions"][0]["iri"] == english["definitions"][0]["iri"]
    assert dutch["phase"]["place"] == {"iri": f"{ID}prompts", "label": "prompts", "number": 1}
    assert dutch["unknown"] == ["scalers.staffing", "partners.government"]


def keys(value: object) -> object:
    """The keys of a record and of the records in it."""
    if isinstance(value, dict):
        return {name: keys(part) for name, part in value.items()}
    return [keys(part) for part in value] if isinstance(value, list) else None


def test_a_criterion_without_texts_is_named_by_its_iri(half: Findings) -> None:
    """A graph that somebody added to may lack them; the report is written all the same."""
    assert half.criterion(f"{ID}criterion-own").label.nl == "id:criterion-own"


def test_a_plan_is_a_value(half: Findings) -> None:
    """Two plans with the same answers are the same."""
    assert replace(half.plan) == half.plan
    assert half.plan.name == "Buurtkamer <De Brug> | *noord*"
    assert half.plan.outcome("name") is Outcome.UNKNOWN
    assert half.plan.text("criteria.new-ideas") == ""
