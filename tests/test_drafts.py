"""Checking a draft: planted faults of each rule are found at their line, and nothing else is."""

from pathlib import Path

import pytest
from conftest import FIXTURES

from si_kg.assessment.faults import ProgrammeNotFound
from si_kg.drafts import RULE_IDS, check_text
from si_kg.drafts.faults import RuleNotFound
from si_kg.drafts.findings import Report, Severity
from si_kg.drafts.rules import RULES
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID

PAGES = FIXTURES / "drafts"
FAULTS = {
    "nl": [
        (3, "undefined-term", "sociale innovatie"),
        (4, "undefined-term", "empowerment"),
        (5, "defined-term", "opschalingsstrategie"),
        (7, "assumed-claim", "bewezen effectief"),
        (8, "assumed-claim", "goedkoper"),
        (9, "assumed-claim", "kosten bespaart"),
        (11, "two-meanings", "sociale innovatie"),
        (15, "other-definition", "sociaal ondernemerschap"),
        (19, "two-meanings", "coproductie"),
        (21, "unknown-source", "Mulgan (2008)"),
        (21, "unknown-source", "Hisschemoler & Hoppe (1996)"),
        (22, "unknown-source", "De Vriesman (2011)"),
    ],
    "en": [
        (7, "undefined-term", "social innovation"),
        (8, "undefined-term", "empowerment"),
        (8, "defined-term", "scaling"),
        (10, "assumed-claim", "proven effective"),
        (11, "assumed-claim", "cheaper"),
        (12, "assumed-claim", "saves the municipality a lot of money"),
        (14, "two-meanings", "social innovation"),
        (18, "other-definition", "social entrepreneurship"),
        (22, "two-meanings", "coproduction"),
        (24, "unknown-source", "Mulgan (2008)"),
        (24, "unknown-source", "Hisschemoler & Hoppe (1996)"),
        (25, "unknown-source", "De Vriesman (2011)"),
    ],
}
ESF_PLUS = "esf-plus-shared"


def found(report: Report) -> list[tuple[int | None, str, str]]:
    """Each finding by its line, rule and words."""
    return [(f.at.place.line, f.rule.id, f.at.excerpt) for f in report.findings]


def checked(graph: KnowledgeGraph, tmp_path: Path, text: str, **wishes: str) -> Report:
    """The report on a text, in English."""
    file = tmp_path / "draft.md"
    file.write_text(text, "utf-8")
    programme = wishes.get("programme")
    rules = [wishes["rule"]] if "rule" in wishes else []
    return check_text(graph, file, language="en", programme=programme, rules=rules)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_planted_fault_is_found(graph: KnowledgeGraph, language: str) -> None:
    """Every rule, at the right line; the words of the draft stand at line and column."""
    file = PAGES / f"faulty-{language}.md"
    report = check_text(graph, file, language=language, programme=ESF_PLUS)
    assert found(report) == FAULTS[language]
    assert {finding.rule.id for finding in report.findings} == set(RULE_IDS)
    lines = file.read_text("utf-8").splitlines()
    for finding in report.findings:
        line, column = finding.at.place.line, finding.at.place.column
        assert line
        assert column
        assert lines[line - 1][column - 1 :].startswith(finding.at.excerpt)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_clean_page_has_no_findings(graph: KnowledgeGraph, language: str) -> None:
    """Defined, hedged, denied, quoted, code, addresses, places: none of it is a fault."""
    report = check_text(graph, PAGES / f"clean-{language}.md", programme=ESF_PLUS)
    assert found(report) == []
    assert report.clean
    assert len(report.known) == 2


def test_a_finding_tells_why_and_what_to_do(graph: KnowledgeGraph) -> None:
    """With the thing of the graph behind it, its place, and the command that exports it."""
    report = check_text(graph, PAGES / "faulty-en.md", language="en", programme=ESF_PLUS)
    first, cheaper = report.findings[0], report.findings[4]
    assert "quasi-concept" in first.reason
    assert "[ESFPlus2021]" in first.suggestion
    assert "si-kg export definitions social-innovation" in first.suggestion
    assert first.behind[0].iri == f"{ID}definition-esf-plus-2021"
    assert "Movisie" in cheaper.reason
    assert "p. 2" in cheaper.reason
    assert cheaper.behind[0].iri == f"{ID}promise-cost-saving"
    assert report.programme
    assert "ESF+" in report.programme


def test_a_programme_may_be_named_by_its_abbreviation(graph: KnowledgeGraph) -> None:
    """Or by its whole name in either language; a name that nothing has is refused."""
    page = PAGES / "clean-en.md"
    programme = check_text(graph, page, language="en", programme="ESF+").programme
    assert programme == "European Social Fund Plus (ESF+), shared management strand"
    assert check_text(graph, page, language="en", programme=programme).programme == programme
    with pytest.raises(ProgrammeNotFound):
        check_text(graph, page, programme="ESF++")


def test_rules_can_be_chosen(graph: KnowledgeGraph) -> None:
    """One rule finds only its own; a rule that is not there is named with those that are."""
    page = PAGES / "faulty-en.md"
    for rule in RULE_IDS:
        report = check_text(graph, page, programme=ESF_PLUS, rules=[rule])
        assert {finding.rule.id for finding in report.findings} == {rule}
    with pytest.raises(RuleNotFound, match="Did you mean assumed-claim"):
        check_text(graph, page, rules=["asumed-claim"])


def test_every_rule_has_its_id() -> None:
    """The list that can be read without loading the rules is that of the rules."""
    assert tuple(RULES) == RULE_IDS


def test_only_notes_leave_a_draft_clean(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """An unknown source is a note, a slip for a known one a warning."""
    unknown = checked(graph, tmp_path, "So says De Vriesman (2011).")
    assert [f.severity for f in unknown.findings] == [Severity.NOTE]
    assert unknown.clean
    assert not checked(graph, tmp_path, "So says Hisschemoler (1996).").clean


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Empowerment matters.", 1, id="used"),
        pytest.param("`Empowerment` matters.", 0, id="code"),
        pytest.param("See https://x.org/empowerment now.", 0, id="address"),
        pytest.param("> Empowerment matters.", 0, id="block-quote"),
        pytest.param("He said: “empowerment is what we all need now”.", 0, id="quoted"),
        pytest.param("We want ‘empowerment’ here.", 1, id="term-in-quotation-marks"),
        pytest.param("By empowerment we mean that people decide for themselves.", 0, id="defined"),
        pytest.param("Empowerment grows (Hennink et al., 2012).", 0, id="cites-who-defines-it"),
        pytest.param("Empowerment grows (De Vriesman, 2011).", 1, id="cites-another"),
        pytest.param("## References\n\nEmpowerment (1999).", 0, id="reference-list"),
        pytest.param("## References\n\nX.\n\n## Plan\n\nEmpowerment.", 1, id="after-the-list"),
        pytest.param("| a | b |\n|---|---|\n| x | empowerment |", 1, id="table"),
        pytest.param("- item\n  - empowerment", 1, id="nested-item"),
    ],
)
def test_what_counts_as_undefined(
    graph: KnowledgeGraph, tmp_path: Path, text: str, count: int
) -> None:
    """A term in running text, nowhere defined and cited from nobody who defines it."""
    report = checked(graph, tmp_path, text, rule="undefined-term")
    assert len(report.findings) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Social innovation is cheaper.", 1, id="stated"),
        pytest.param("Social innovation is not cheaper.", 0, id="denied"),
        pytest.param("Social innovation may be cheaper.", 0, id="hedged"),
        pytest.param("We do not know how, but social innovation is cheaper.", 1, id="turn"),
        pytest.param("Social innovation is not only new, but also cheaper.", 1, id="not-only"),
        pytest.param("Social innovation is cheaper and can grow.", 1, id="hedge-comes-later"),
        pytest.param("Most of social innovation is cheaper.", 1, id="english-of"),
        pytest.param("Our bread is cheaper.", 0, id="other-subject"),
        pytest.param("We do social innovation. It is cheaper.", 1, id="refers-back"),
        pytest.param("We do social innovation. Bread is cheaper.", 0, id="new-subject"),
        pytest.param("Bread is cheaper; social innovation is not.", 0, id="semicolon"),
        pytest.param("Buurtzorg is cheaper.", 1, id="an-initiative"),
    ],
)
def test_what_counts_as_an_assumed_claim(
    graph: KnowledgeGraph, tmp_path: Path, text: str, count: int
) -> None:
    """A claim about its own subject, stated as a fact."""
    assert len(checked(graph, tmp_path, text, rule="assumed-claim").findings) == count


def test_the_definition_of_the_programme_is_no_other_definition(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    """Its own words are no deviation, nor are ours; words without a sign of it are."""
    signs = "Social innovation is an activity that is social both as to its ends and its means."
    own = "Social innovation is an activity that is social in purpose and in method."
    far = "Social innovation is a shop that sells bread at low prices."
    wishes = {"programme": ESF_PLUS, "rule": "other-definition"}
    assert checked(graph, tmp_path, signs, **wishes).findings == []
    assert checked(graph, tmp_path, own, **wishes).findings == []
    (finding,) = checked(graph, tmp_path, far, **wishes).findings
    assert "social in its ends" in finding.reason
    assert checked(graph, tmp_path, far, rule="other-definition").findings == []


def test_descriptions_of_others_may_differ(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Only what the writer says in own words must agree; a term of one’s own counts too."""
    one = "By hubbing we mean that neighbours cook, eat, sing and garden together"
    other = "By hubbing we mean bonds, shares, interest, dividend and mortgage contracts"
    rule = "two-meanings"
    assert len(checked(graph, tmp_path, f"{one}. {other}.", rule=rule).findings) == 1
    assert not checked(graph, tmp_path, f"{one}. {one}.", rule=rule).findings
    cited = f"{one} (Bloom, 2012). {other} (Mulgan, 2006)."
    assert not checked(graph, tmp_path, cited, rule=rule).findings


def test_a_report_is_the_same_twice(graph: KnowledgeGraph) -> None:
    """Nothing depends on chance."""
    first, second = (check_text(graph, PAGES / "faulty-nl.md") for _ in range(2))
    assert first.findings == second.findings
