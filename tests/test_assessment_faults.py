"""Whatever can be wrong with a form is told with its place; no file is harmed."""

import zipfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import PLAN, changed, line_of, read, small_graph

from si_kg.assessment import faults
from si_kg.assessment.faults import (
    AnswerRefused,
    FormFaulty,
    FormKeyNotFound,
    FormKindUnknown,
    FormMalformed,
    FormNotRecognised,
    FormTooLarge,
)
from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.errors import FileUnreadable, SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.yaml_files import YamlBroken

NEW = "criteria.new-ideas"


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    """The small graph, in Dutch."""
    return small_graph()


@pytest.fixture(scope="module")
def form(kg: KnowledgeGraph) -> Form:
    """The form of the small graph, in Dutch."""
    return kg.form()


@pytest.mark.parametrize(
    ("old", "new", "key", "hint"),
    [
        pytest.param("new-ideas: ja", "new-ideas: dels", NEW, "deels", id="near"),
        pytest.param("new-ideas: ja", "new-ideas: zeker wel", NEW, "ja, deels, nee", id="far"),
        pytest.param("new-ideas: ja", "new-ideas: 1", NEW, "ja, deels, nee", id="number"),
        pytest.param("new-ideas: ja", "new-ideas: 2024-01-01", NEW, "ja, deels", id="date"),
        pytest.param("new-ideas: ja", "new-ideas: [ja, nee]", NEW, "ja, deels", id="two"),
        pytest.param("phase: prompts", "phase: promts", "phase", "prompts?", id="phase"),
        pytest.param("participation: 1", "participation: 7", "participation", "1. ra", id="level"),
        pytest.param("values: disagreement", "values: x", "problem.values", "eens, on", id="axis"),
        pytest.param("values: disagreement", "values: none", "problem.values", "eens", id="none"),
        pytest.param(
            "business: niemand", "business: niemand; X", "partners.business", "namen", id="names"
        ),
        pytest.param('name: "Buurt', "name: [a, b] #", "name", "één tekst", id="text"),
    ],
)
def test_a_wrong_answer_names_its_place(  # noqa: PLR0913, PLR0917 (a case has four parts)
    form: Form, tmp_path: Path, old: str, new: str, key: str, hint: str
) -> None:
    """File, line, what stands there, what may stand there, and the nearest right one."""
    path = changed(tmp_path, old, new)
    with pytest.raises(AnswerRefused) as caught:
        form.read(path)
    dutch, english = (caught.value.message(language) for language in ("nl", "en"))
    line = line_of(path, new)
    assert dutch.startswith(f"plan.yaml, regel {line}: ")
    assert english.startswith(f"plan.yaml, line {line}: ")
    assert hint in dutch
    assert f" {key};" in dutch


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        pytest.param("  new-ideas: ja", "  new-idea: ja", "new-ideas?", id="question"),
        pytest.param("scalers:", "scaler:", "scalers?", id="section"),
        pytest.param("phase:", "fase:", "phase?", id="top"),
        pytest.param("phase:", "zzz:", "--template", id="far"),
        pytest.param("phase:", "<<:", "--template", id="merge"),
        pytest.param("phase:", "criteria.new-ideas:", "new-ideas", id="dotted"),
    ],
)
def test_an_unknown_key_gives_the_nearest(
    form: Form, tmp_path: Path, old: str, new: str, hint: str
) -> None:
    """Or where to find all of them."""
    with pytest.raises((FormKeyNotFound, FormMalformed)) as caught:
        form.read(changed(tmp_path, f"\n{old}", f"\n{new}"))
    assert hint in caught.value.message("nl")


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        pytest.param("implemented: deels", "new-ideas: nee", "‘new-ideas’ staat er al", id="twice"),
        pytest.param(
            "phase: prompts", "criteria: {}", "‘criteria’ staat er al", id="section-twice"
        ),
        pytest.param("phase: prompts", "phase: a: b", "phase: a: b", id="colon"),
        pytest.param("  new-ideas: ja", "\tnew-ideas: ja", "new-ideas: ja", id="tab"),
        pytest.param("phase: prompts", "phase: [", "onleesbaar", id="bracket"),
        pytest.param("phase: prompts", "phase: @x", "phase: @x", id="at-sign"),
        pytest.param("phase: prompts", "phase: {answer: ?}", "phase: {answer", id="braces"),
        pytest.param("phase: prompts", "phase: &a x", "&, * en !", id="anchor"),
        pytest.param("phase: prompts", "phase: *a", "&, * en !", id="alias"),
        pytest.param("phase: prompts", "phase: !!python/name:os.system x", "&, *", id="tag"),
        pytest.param("phase: prompts", "phase: {a: {b: {c: {d: {e: f}}}}}", "te diep", id="deep"),
        pytest.param("phase: prompts", "phase: {answer: x, other: y}", "één antwoord", id="parts"),
        pytest.param("phase: prompts", "phase: {answer: {a: b}}", "één antwoord", id="nested"),
        pytest.param("phase: prompts", "[a, b]: c", "geen naam", id="key"),
        pytest.param("phase: prompts", "---\nphase: prompts", "onleesbaar", id="two-documents"),
        pytest.param("phase: prompts", "phase: \x07", "onleesbaar", id="control"),
    ],
)
def test_a_broken_form_names_its_line(
    form: Form, tmp_path: Path, old: str, new: str, part: str
) -> None:
    """With what to do about it, in both languages, on one line."""
    path = changed(tmp_path, old, new)
    with pytest.raises((FormMalformed, YamlBroken)) as caught:
        form.read(path)
    dutch, english = (caught.value.message(language) for language in ("nl", "en"))
    assert part in dutch
    assert "plan.yaml, regel " in dutch
    assert "plan.yaml, line " in english
    assert dutch.isprintable()
    assert english.isprintable()
    assert caught.value.exit_code == 1


def test_a_section_holds_questions(form: Form, tmp_path: Path) -> None:
    """One answer cannot stand for all of them."""
    with pytest.raises(FormMalformed, match="line 1: under ‘criteria’"):
        read(form, tmp_path / "plan.yaml", "criteria: ja\n")
    assert read(form, tmp_path / "plan.yaml", "criteria:\nscalers:\n") == Plan()


def test_all_faults_are_told_at_once(form: Form, tmp_path: Path) -> None:
    """Each on a line of its own, in the order of the form."""
    path = changed(tmp_path, "new-ideas: ja", "new-ideas: x")
    path.write_text(path.read_text("utf-8").replace("phase: prompts", "fase: prompts"), "utf-8")
    with pytest.raises(FormFaulty) as caught:
        form.read(path)
    first, *lines = caught.value.message("en").split("\n")
    assert first == "Not everything in ‘plan.yaml’ is right."
    assert [line.split(":")[0] for line in lines] == [
        f"  plan.yaml, line {line_of(path, 'new-ideas: x')}",
        f"  plan.yaml, line {line_of(path, 'fase')}",
    ]


def test_no_more_than_ten_faults_are_told(form: Form, tmp_path: Path) -> None:
    """A file of another kind does not fill the screen."""
    text = "".join(f"key-{number}: x\n" for number in range(5_000))
    with pytest.raises(FormFaulty) as caught:
        read(form, tmp_path / "plan.yaml", text)
    lines = caught.value.message("nl").split("\n")
    assert len(lines) == 12
    assert lines[-1] == "  … en meer."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"# only a comment\n", id="comment"),
        pytest.param(b"- a\n- b\n", id="list"),
        pytest.param(b"hello", id="word"),
    ],
)
def test_a_text_without_keys_is_no_form(form: Form, tmp_path: Path, data: bytes) -> None:
    """It says how to make one."""
    with pytest.raises(FormNotRecognised, match="--template"):
        read(form, tmp_path / "plan.yaml", data)


def test_a_text_in_another_encoding_says_so(form: Form, tmp_path: Path) -> None:
    """With the line at which it shows."""
    with pytest.raises(FormMalformed, match="line 2: this is no text in UTF-8"):
        read(form, tmp_path / "plan.yaml", "name: x\ndescription: café\n".encode("latin-1"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("name: " + "{a: " * 20_000, id="braces"),
        pytest.param("a: &a x\n" + "b: [*a,*a]\n", id="laughs"),
        pytest.param("- " * 50_000, id="dashes"),
        pytest.param("? " * 50_000, id="question-marks"),
        pytest.param("name: [" + "?" * 1_000, id="question-marks-in-a-list"),
        pytest.param("name: {" + "?: " * 1_000, id="question-marks-in-braces"),
    ],
)
def test_no_text_makes_the_reader_run_wild(form: Form, tmp_path: Path, text: str) -> None:
    """Deep, repeating or endless texts are refused at once."""
    with pytest.raises(SiKgError):
        read(form, tmp_path / "plan.yaml", text)


def test_a_large_file_is_not_read(form: Form, tmp_path: Path) -> None:
    """Neither a large text nor a spreadsheet that unpacks into one."""
    with pytest.raises(FormTooLarge, match="200 kB"):
        read(form, tmp_path / "plan.yaml", "name: " + "x" * 300_000)
    with zipfile.ZipFile(tmp_path / "plan.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 60_000_000)
    with pytest.raises(FormTooLarge):
        form.read(tmp_path / "plan.xlsx")


@pytest.mark.parametrize("name", ["plan.docx", "plan.ods", "plan.csv", "plan.xls", "plan", ""])
def test_another_kind_of_file_is_refused(form: Form, tmp_path: Path, name: str) -> None:
    """Before it is looked at: to read and to write."""
    with pytest.raises(FormKindUnknown, match=r"\.yaml or \.xlsx"):
        form.read(tmp_path / name)
    with pytest.raises(FormKindUnknown):
        form.write(tmp_path / name)


@pytest.mark.parametrize("name", ["plan.yaml", "plan.xlsx"])
def test_what_cannot_be_read_is_told(form: Form, tmp_path: Path, name: str) -> None:
    """A file that is not there, a folder, a name that no system allows."""
    with pytest.raises(FileUnreadable):
        form.read(tmp_path / name)
    (tmp_path / name).mkdir()
    for path in (tmp_path / name, Path("a\0b.yaml"), tmp_path / ("x" * 300 + ".yaml")):
        with pytest.raises(FileUnreadable):
            form.read(path)


ANSWERS = sorted(
    {"name", "description", "new-ideas", "lobbying", "participation", "values", "citizens", "phase"}
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), key=st.sampled_from(ANSWERS))
def test_any_text_for_an_answer_is_read_or_refused(
    kg: KnowledgeGraph, tmp_path: Path, text: str, key: str
) -> None:
    """Whatever stands behind a key, as it is or between quotation marks."""
    whole = PLAN.read_text("utf-8").splitlines()
    for written in (text, yaml.safe_dump(text, allow_unicode=True).strip()):
        lines = [
            f"{line.partition(':')[0]}: {written}" if line.strip().startswith(f"{key}:") else line
            for line in whole
        ]
        (tmp_path / "plan.yaml").write_bytes("\n".join(lines).encode("utf-8", "replace"))
        try:
            assessment = kg.assess(tmp_path / "plan.yaml")
        except SiKgError as error:
            assert error.message("nl") != error.message("en")  # noqa: PT017 (it need not fail)
            continue
        for style in ("text", "md", "html", "json"):
            assessment.write(style, "nl").encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=80))
def test_any_text_is_a_form_or_is_refused(form: Form, tmp_path: Path, text: str) -> None:
    """A whole file of anything."""
    try:
        read(form, tmp_path / "plan.yaml", text.encode("utf-8", "replace"))
    except SiKgError as error:
        assert error.message("nl") != error.message("en")  # noqa: PT017 (it need not fail)


def test_each_fault_speaks_both_languages() -> None:
    """Every error of the assessment has a sentence in Dutch and one in English."""
    kinds = [
        kind
        for kind in vars(faults).values()
        if isinstance(kind, type)
        and issubclass(kind, SiKgError)
        and kind.__module__ == faults.__name__
    ]
    assert len(kinds) > 8
    for kind in kinds:
        assert kind.nl != kind.en
        assert kind.nl.rstrip("`").endswith(".")
        assert kind.exit_code in {1, 2}
