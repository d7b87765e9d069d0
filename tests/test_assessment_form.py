"""The form of a plan: written, filled in, and read as it was meant."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import PLAN, changed, read, small_graph

from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Kind
from si_kg.definitions.judgements import Outcome
from si_kg.knowledge_graph import KnowledgeGraph

NEW = "criteria.new-ideas"


KINDS = ("plan.yaml", "plan.yml", "plan.xlsx", "PLAN.YAML")
NEW = "criteria.new-ideas"


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    """The small graph, in Dutch."""
    return small_graph()


@pytest.fixture(scope="module")
def form(kg: KnowledgeGraph) -> Form:
    """The form of the small graph, in Dutch."""
    return kg.form()


@pytest.fixture(scope="module")
def half(form: Form) -> Plan:
    """The half-filled plan."""
    return form.read(PLAN)


def test_every_kind_of_question_is_in_the_small_form(form: Form) -> None:
    """So that these tests miss none."""
    assert {question.kind for question in form.questionnaire} == set(Kind)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_an_empty_form_is_an_empty_plan(
    graph: KnowledgeGraph, name: str, language: str, tmp_path: Path
) -> None:
    """Template, load: every question is there, all are unknown, no definition fits or fails."""
    form = graph.form(language)
    form.write(tmp_path / name)
    assert form.read(tmp_path / name) == Plan()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_what_was_written_is_read(half: Plan, name: str, language: str, tmp_path: Path) -> None:
    """A filled-in form gives the same plan, whichever kind of file and whichever language."""
    form = small_graph(language).form()
    form.write(tmp_path / name, plan=half)
    assert small_graph("nl").form().read(tmp_path / name) == half


def test_both_kinds_of_file_give_the_same_assessment(
    kg: KnowledgeGraph, form: Form, half: Plan, tmp_path: Path
) -> None:
    """A plan in YAML and the same plan in a spreadsheet are one plan."""
    form.write(tmp_path / "plan.xlsx", plan=half)
    reports = [kg.assess(path).write("json", "nl") for path in (PLAN, tmp_path / "plan.xlsx")]
    assert reports[0] == reports[1]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("=1+1", id="equals"),
        pytest.param("+31 6 12345678", id="plus"),
        pytest.param("-niets", id="minus"),
        pytest.param("@wijk", id="at"),
        pytest.param("a: b # c", id="yaml"),
        pytest.param("'\"{}[]|>%`", id="signs"),
        pytest.param("no", id="no"),
        pytest.param("2024-01-01", id="date"),
        pytest.param("café ☕ 𝒳", id="unicode"),
    ],
)
def test_no_text_is_changed_on_the_way(form: Form, text: str, name: str, tmp_path: Path) -> None:
    """A name, a note or a partner may hold any printable text."""
    names = (f"{text} x", "ander")
    plan = Plan({"name": text, "description": text, "partners.citizens": names}, {NEW: text})
    form.write(tmp_path / name, plan=plan)
    found = form.read(tmp_path / name)
    assert (found.name, found.text("description"), found.notes) == (text, text, {NEW: text})
    assert "; ".join(found.names("partners.citizens") or ()) == f"{text} x; ander"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(max_size=40), note=st.text(max_size=20))
def test_any_text_can_be_written_and_read(form: Form, tmp_path: Path, text: str, note: str) -> None:
    """And what is read once stays the same from then on."""
    form.write(tmp_path / "plan.yaml", force=True, plan=Plan({"name": text}, {NEW: note}))
    once = form.read(tmp_path / "plan.yaml")
    form.write(tmp_path / "plan.xlsx", force=True, plan=once)
    assert form.read(tmp_path / "plan.xlsx") == once


def test_the_text_form_explains_itself(form: Form, tmp_path: Path) -> None:
    """Each question stands above its key, with what would show it and what may be answered."""
    form.write(tmp_path / "plan.yaml")
    lines = (tmp_path / "plan.yaml").read_text("utf-8").splitlines()
    place = lines.index("  new-ideas:")
    assert lines[place - 3 : place] == [
        "  # Brengt het project iets nieuws?",
        "  #   Laat zien wat er al was.",
        "  #   Antwoord: ja, deels, nee of leeg",
    ]
    assert "#   - 1. raadplegen: Mensen mogen iets zeggen." in lines
    assert "# Niveaus van participatie" in lines
    assert "#   Alleen niveau 5 is te lezen." in lines
    assert yaml.safe_load("\n".join(lines))["criteria"]["new-ideas"] is None


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        *((word, Outcome.MET) for word in ("ja", "Ja.", "YES", "yes", "true", "True", "J", "y")),
        *((word, Outcome.NOT_MET) for word in ("nee", "no", "No", "NO", "false", "FALSE", "n")),
        *((word, Outcome.PARTLY) for word in ("deels", "partly", "Deels", "gedeeltelijk")),
        *((word, Outcome.UNKNOWN) for word in ("", "?", "onbekend", "unknown", "~", "null")),
        pytest.param('"no"', Outcome.NOT_MET, id="quoted"),
        pytest.param("'?'", Outcome.UNKNOWN, id="quoted-question-mark"),
        pytest.param("? # nog uitzoeken", Outcome.UNKNOWN, id="with-a-comment"),
        pytest.param("{answer: no, note: x}", Outcome.NOT_MET, id="with-a-note"),
        pytest.param("{antwoord: ja}", Outcome.MET, id="in-dutch"),
    ],
)
def test_an_answer_may_be_in_dutch_or_english(
    form: Form, tmp_path: Path, word: str, outcome: Outcome
) -> None:
    """And YAML’s own idea of yes, no and null does not get in the way."""
    plan = form.read(changed(tmp_path, "  new-ideas: ja", f"  new-ideas: {word}"))
    assert plan.outcome(NEW) is outcome


@pytest.mark.parametrize(
    "written", ["2", "2.", "meebeslissen", "Co-decision", "co-decision", "2. meebeslissen"]
)
def test_an_option_may_be_named_in_any_way(form: Form, tmp_path: Path, written: str) -> None:
    """By label in either language, by slug, by number, or as the form shows it."""
    plan = form.read(changed(tmp_path, "participation: 1", f"participation: {written}"))
    option = plan.choice("participation")
    assert option is not None
    assert option.slug == "co-decision"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("Jan; Piet", ("Jan", "Piet"), id="semicolon"),
        pytest.param("Jan, Piet", ("Jan", "Piet"), id="comma"),
        pytest.param("[Jan, Piet]", ("Jan", "Piet"), id="list"),
        pytest.param("\n    - Jan\n    - Piet", ("Jan", "Piet"), id="lines"),
        pytest.param("geen", (), id="none"),
        pytest.param("Nobody.", (), id="nobody"),
        pytest.param("no", (), id="no"),
        pytest.param("", None, id="empty"),
        pytest.param("?", None, id="question-mark"),
        pytest.param(";;", None, id="separators"),
        pytest.param("[]", None, id="empty-list"),
        pytest.param('["Jansen, P."]', ("Jansen, P.",), id="comma-in-a-list"),
        pytest.param("Jansen, P.;", ("Jansen, P.",), id="comma-in-a-name"),
        pytest.param("{answer: [Jan, Piet], note: nog bellen}", ("Jan", "Piet"), id="note"),
    ],
)
def test_partners_are_named_freely(
    form: Form, tmp_path: Path, written: str, names: tuple[str, ...] | None
) -> None:
    """Nobody is an answer; nothing is none."""
    plan = form.read(changed(tmp_path, "  business: niemand", f"  business: {written}"))
    assert plan.names("partners.business") == names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_an_editor_may_save_it_its_own_way(
    form: Form, half: Plan, tmp_path: Path, encoding: str, ending: str
) -> None:
    """With a byte order mark, as UTF-16, with the line ends of any system."""
    text = PLAN.read_text("utf-8").replace("\n", ending)
    assert read(form, tmp_path / "plan.yaml", text.encode(encoding)) == half


def test_a_question_mark_is_no_name(form: Form, tmp_path: Path) -> None:
    """It means unknown everywhere; between other words it is text."""
    text = 'name: ?\ndescription: "Hoe dan?"\n'
    plan = read(form, tmp_path / "plan.yaml", text)
    assert plan == Plan({"description": "Hoe dan?"})
