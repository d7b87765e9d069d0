"""A case under the definitions of the graph: answers, evidence, and what to find out."""

import json

import pytest
from conftest import Cli, complaint

from si_kg.definitions.case_report import FORMATS, CaseReport
from si_kg.definitions.classification import Answer
from si_kg.definitions.judgements import Outcome, Reading
from si_kg.definitions.labels import OUTCOMES, STRENGTHS
from si_kg.errors import FormatNotFound, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.results import Table

ID = "https://w3id.org/si-kg/id/"
SI = "https://w3id.org/si-kg/ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def test_the_words_are_those_of_the_ontology(graph: KnowledgeGraph) -> None:
    """What an outcome and a strength are called is said once, by their terms."""
    terms = {
        outcome.value: text for outcome, text in OUTCOMES.items() if outcome != Outcome.UNKNOWN
    }
    terms |= {strength.value: text for strength, text in STRENGTHS.items()}
    for name, text in terms.items():
        answer = graph.sparql(f"SELECT ?label WHERE {{ <{SI}{name}> <{LABEL}> ?label }}")
        assert isinstance(answer, Table)
        assert {row["label"] for row in answer.records()} == set(text)


def test_two_definitions_give_m_pesa_different_answers(graph: KnowledgeGraph) -> None:
    """It fits where welfare counts, and fails where relations must change."""
    file = graph.classify("M-PESA", ["OECD2021", "TRANSIT2017"])
    found = {each.definition.notation: each for each in file.classifications}
    assert found["OECD2021"].answer is Answer.FITS
    assert found["TRANSIT2017"].answer is Answer.FAILS
    assert found["TRANSIT2017"].lacking == (f"{ID}criterion-new-social-relations",)


def test_each_step_has_its_evidence_and_place(graph: KnowledgeGraph) -> None:
    """Where a criterion was judged, the report says on what; where it was not, it says so."""
    file = graph.classify("buurtzorg", ["EC2013"])
    (only,) = file.classifications
    steps = {
        step.criterion.rpartition("criterion-")[2]: step for step in file.steps(only.definition)
    }
    evidence = steps["implemented"].evidence
    assert evidence is not None
    assert [place.en for place in evidence.places] == [
        "Scheffelaar & Kuiper (2017), p. 17",
        "Scheffelaar & Kuiper (2017), p. 18",
    ]
    assert steps["new-ideas"].outcome is Outcome.UNKNOWN
    assert steps["new-ideas"].evidence is None
    assert only.answer is Answer.UNDECIDED
    assert f"{ID}criterion-new-ideas" in only.open


def test_the_derived_relations_say_the_same(graph: KnowledgeGraph) -> None:
    """What SPARQL finds under si:fitsDefinition and si:failsDefinition is what classify says."""
    answer = graph.sparql(
        f"SELECT ?case ?relation ?definition WHERE {{ VALUES ?relation {{ <{SI}fitsDefinition> "
        f"<{SI}failsDefinition> }} ?case ?relation ?definition }}"
    )
    assert isinstance(answer, Table)
    derived = {tuple(row.values()) for row in answer.records()}
    names = {Answer.FITS: f"{SI}fitsDefinition", Answer.FAILS: f"{SI}failsDefinition"}
    cases = {case for case, _, _ in derived if case}
    found = {
        (case, names[each.answer], each.definition.iri)
        for case in cases
        for each in graph.classify(case, unverified=True).classifications
        if each.answer in names
    }
    assert len(derived) > 400
    assert found == derived


def test_partly_can_be_read_as_yes(graph: KnowledgeGraph) -> None:
    """Then a case fits more definitions, and never fails more."""
    strict, lenient = (
        graph.classify("repair-cafe", reading=Reading(partly=partly))
        for partly in ("undecided", "met")
    )
    assert len(lenient.answered(Answer.FITS)) > len(strict.answered(Answer.FITS))
    assert len(lenient.answered(Answer.FAILS)) == len(strict.answered(Answer.FAILS))


def test_an_unread_definition_takes_part_only_when_asked(graph: KnowledgeGraph) -> None:
    """By name, or with all the others that nobody has read."""
    plain = {each.definition.notation for each in graph.classify("m-pesa").classifications}
    named = graph.classify("m-pesa", ["Zapf1989"]).classifications
    every = graph.classify("m-pesa", unverified=True).classifications
    assert "Zapf1989" not in plain
    assert [each.definition.notation for each in named] == ["Zapf1989"]
    assert "Zapf1989" in {each.definition.notation for each in every}


def test_an_initiative_is_not_tested_as_if_it_were_an_issue(graph: KnowledgeGraph) -> None:
    """Definitions of a wicked problem are about issues."""
    kinds = {each.definition.kind for each in graph.classify("m-pesa").classifications}
    assert kinds == {f"{SI}Initiative"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("under", [(), ("OECD2021",)])
def test_the_report_is_written_in_every_format(
    graph: KnowledgeGraph, style: str, language: str, under: tuple[str, ...]
) -> None:
    """The answers are counted or explained; JSON and CSV hold every definition once."""
    file = graph.classify("m-pesa", under)
    text = CaseReport(file, explained=bool(under)).write(style, language)
    if style == "json":
        records = json.loads(text)["definitions"]
        assert [record["code"] for record in records] == [
            each.definition.notation for each in file.classifications
        ]
        assert all(("steps" in record) == bool(under) for record in records)
    elif style == "csv":
        assert len(text.splitlines()) == len(file.classifications) + 1
    else:
        assert file.name.in_(language) in text
        assert file.answered(Answer.FITS)[0].definition.notation in text or under


def test_another_format_is_refused(graph: KnowledgeGraph) -> None:
    """With the formats that there are."""
    with pytest.raises(FormatNotFound, match="text, md, json, csv"):
        CaseReport(graph.classify("m-pesa")).write("xlsx", "en")


def test_a_name_that_is_no_case_is_refused_with_the_nearest(graph: KnowledgeGraph) -> None:
    """A concept, or a slip of the pen, is not an initiative."""
    with pytest.raises(ThingNotFound, match="m-pesa"):
        graph.classify("M-PESSA")
    with pytest.raises(ThingNotFound):
        graph.classify("empowerment")


# On the command line


def test_classify_explains_in_dutch(cli: Cli) -> None:
    """Answer, reason, evidence and place stand under the heading of the definition."""
    ran = cli("classify", "M-PESA", "--under", "TRANSIT2017", "--lang", "nl")
    assert ran.code == 0
    assert "Sociale innovatie volgens TRANSIT (2017): past niet" in ran.out
    assert "Niet gehaald: nieuwe relaties of samenwerking." in ran.out


def test_classify_lists_what_to_find_out(cli: Cli) -> None:
    """The questions that most undecided definitions wait for come last."""
    ran = cli("classify", "Buurtzorg", "--lang", "nl")
    assert ran.code == 0
    assert "Dit valt het eerst uit te zoeken" in ran.out
    assert "?" in ran.out.partition("Dit valt het eerst uit te zoeken")[2]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        pytest.param(("classify", "M-PESSA"), "m-pesa", id="no-such-case"),
        pytest.param(("classify", "m-pesa", "--under", "OECD2022"), "OECD2021", id="no-such-code"),
        pytest.param(("classify", "m-pesa", "--partly", "maybe"), "undecided", id="reading"),
        pytest.param(("compare", "empowermint"), "empowerment", id="no-such-concept"),
        pytest.param(("compare", "empowerment", "--part", "x"), "figures", id="no-such-part"),
        pytest.param(("compare", "empowerment", "--without", "Q"), "definitions", id="no-code"),
        pytest.param(("compare", "empowerment", "--resamples", "-1"), "0", id="negative"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_gets_one_line_with_the_mend(
    cli: Cli, arguments: tuple[str, ...], hint: str, language: str
) -> None:
    """In the language asked, with exit code 2."""
    ran = cli(*arguments, "--lang", language)
    assert ran.code == 2
    assert hint in complaint(ran)


def test_compare_writes_to_a_file(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The matrix as CSV, with one line for each definition."""
    file = tmp_path_factory.mktemp("compare") / "matrix.csv"
    ran = cli("compare", "empowerment", "--format", "csv", "--resamples", "0", "-o", str(file))
    assert ran.code == 0
    assert len(file.read_text("utf-8").splitlines()) == 8
