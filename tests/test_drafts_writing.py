"""A report written: as text, JSON and SARIF, and as comments in a copy of the Word file."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from conftest import FIXTURES
from docx.document import Document
from pydantic import ValidationError
from pydantic_sarif import model

from si_kg.drafts import check_text, written
from si_kg.drafts.draft import Draft, Paragraph
from si_kg.drafts.faults import CommentsNeedWord
from si_kg.drafts.findings import Finding, Report
from si_kg.drafts.rules import RULES
from si_kg.drafts.rules.assumed_claims import RULE
from si_kg.errors import FileUnreadable, FormatNotFound
from si_kg.knowledge_graph import KnowledgeGraph

PAGE = FIXTURES / "drafts" / "faulty-nl.md"
HOSTILE = "<script>\x1b[31m\u202e{0} %s ]]> & \"'\n\x00"


@pytest.fixture(scope="module")
def report(graph: KnowledgeGraph) -> Report:
    """What is found on a page with faults."""
    return check_text(graph, PAGE, language="nl", programme="esf-plus-shared")


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    """A Word file with faults, some across runs and in a cell."""
    document = docx.Document()
    document.add_heading("Plan", 1)
    paragraph = document.add_paragraph("Met ")
    paragraph.add_run("sociale ").bold = True
    paragraph.add_run("innovatie helpen wij. Sociale innovatie is ")
    paragraph.add_run("bewezen ").italic = True
    paragraph.add_run("effectief en goedkoper.")
    document.add_paragraph("Niets.")
    document.add_table(1, 1).cell(0, 0).text = "Empowerment in een cel."
    file = tmp_path / "plan.docx"
    document.save(str(file))
    return file


def hostile() -> Report:
    """A report in which every text is hostile."""
    stretch = Paragraph(1, HOSTILE).stretch(0, len(HOSTILE))
    finding = Finding(RULE, RULE.severity, stretch, HOSTILE, HOSTILE)
    return Report(Draft(HOSTILE, ()), "en", HOSTILE, [RULE], [finding], [])


def texts(document: Document) -> list[str]:
    """The paragraphs, in order."""
    return [paragraph.text for paragraph in document.paragraphs]


def commented(document: Document) -> list[tuple[str, str]]:
    """For each comment its first line, and the words between its marks."""
    body = document.element.body
    found = []
    for comment in document.comments:
        inside, said = False, ""
        for element in body.iter():
            tag = element.tag.rpartition("}")[2]
            ours = element.get(f"{{{element.nsmap['w']}}}id") == str(comment.comment_id)
            if tag == "commentRangeStart" and ours:
                inside = True
            elif tag == "commentRangeEnd" and ours:
                inside = False
            elif tag == "t" and inside:
                said += element.text
        found.append((comment.paragraphs[0].text, said))
    return found


def test_text_names_place_weight_rule_and_reason(report: Report) -> None:
    """As compilers do, so that an editor can jump there; then the known sources and a total."""
    text = written(report, "text", PAGE, width=80)
    assert isinstance(text, str)
    assert f"{PAGE}:7:22  waarschuwing  assumed-claim\n" in text
    assert "quasi-concept" in text
    assert "- Bloom, P.N. (2012)." in text
    assert text.endswith("2 fout(en), 8 waarschuwing(en), 2 opmerking(en).\n")
    assert "Gehouden tegen programma ‘Europees Sociaal Fonds Plus" in text


def test_text_says_when_there_is_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """In both languages."""
    file = tmp_path / "x.txt"
    file.write_text("Brood.", "utf-8")
    for language, said in (("nl", "Niets gevonden.\n"), ("en", "Nothing found.\n")):
        assert written(check_text(graph, file, language=language), "text", file) == said


def test_json_has_everything(report: Report) -> None:
    """With the IRI of what is behind each finding."""
    record = json.loads(written(report, "json", PAGE))
    assert record["counts"] == {"error": 2, "warning": 8, "note": 2}
    assert len(record["findings"]) == 12
    first = record["findings"][0]
    assert (first["line"], first["column"], first["severity"]) == (3, 5, "warning")
    assert first["behind"][0]["iri"].startswith("https://w3id.org/si-kg/id/")
    assert [source["cited"] for source in record["sources"]] == ["Bloom, 2012"]


def test_sarif_is_valid(report: Report) -> None:
    """Held against a model that was made from the schema of SARIF 2.1.0."""
    log = json.loads(written(report, "sarif", PAGE))
    schema = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    schema.model_validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 5)
    run["results"][0]["level"] = "grave"
    with pytest.raises(ValidationError):
        schema.model_validate(log)


def test_comments_stand_at_their_words(graph: KnowledgeGraph, word_file: Path) -> None:
    """Also across runs; the text and its look stay, and so does the file itself."""
    before = word_file.read_bytes()
    found = check_text(graph, word_file, language="nl", rules=["undefined-term", "assumed-claim"])
    made = written(found, "docx", word_file)
    assert isinstance(made, bytes)
    assert word_file.read_bytes() == before
    copy, original = docx.Document(io.BytesIO(made)), docx.Document(io.BytesIO(before))
    assert texts(copy) == texts(original)
    assert commented(copy) == [
        ("Vaag begrip zonder definitie (waarschuwing, undefined-term)", "sociale innovatie"),
        ("Bewering die niet is aangetoond (waarschuwing, assumed-claim)", "bewezen effectief"),
        ("Bewering die niet is aangetoond (waarschuwing, assumed-claim)", "goedkoper"),
        ("Vaag begrip zonder definitie (waarschuwing, undefined-term)", "Empowerment"),
    ]
    runs = copy.paragraphs[1].runs
    assert [run.text for run in runs if run.bold] == ["sociale "]
    assert [run.text for run in runs if run.italic] == ["bewezen "]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="takes LibreOffice")
def test_a_commented_file_opens_elsewhere(
    graph: KnowledgeGraph, word_file: Path, tmp_path: Path
) -> None:
    """LibreOffice reads it, comments included."""
    made = written(check_text(graph, word_file), "docx", word_file)
    assert isinstance(made, bytes)
    copy = tmp_path / "copy.docx"
    copy.write_bytes(made)
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "odt", "--outdir", tmp_path, copy],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=120,
    )
    with zipfile.ZipFile(tmp_path / "copy.odt") as archive:
        content = archive.read("content.xml")
    assert content.count(b"<office:annotation ") == len(docx.Document(str(copy)).comments)


def test_comments_need_a_word_file(report: Report, tmp_path: Path) -> None:
    """Other drafts get a report beside them."""
    with pytest.raises(CommentsNeedWord):
        written(report, "docx", PAGE)
    with pytest.raises(FileUnreadable):
        written(report, "docx", tmp_path / "gone.docx")
    with pytest.raises(FormatNotFound):
        written(report, "xml", PAGE)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """No control character reaches a terminal; JSON and Word hold it as text."""
    report = hostile()
    text = written(report, "text", tmp_path)
    assert isinstance(text, str)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(written(report, "json", tmp_path))["findings"][0]["reason"] == HOSTILE
    json.loads(written(report, "sarif", tmp_path))
    document = docx.Document()
    document.add_paragraph("x" * len(HOSTILE))
    file = tmp_path / "x.docx"
    document.save(str(file))
    made = written(report, "docx", file)
    assert isinstance(made, bytes)
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert "<script>" in comment.text
