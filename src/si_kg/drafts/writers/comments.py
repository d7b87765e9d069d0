"""A report as comments in a copy of the Word document that it is about."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from si_kg.drafts.faults import CommentsNeedWord
from si_kg.drafts.findings import Finding, Report
from si_kg.drafts.reading.word import filled, opened, runs
from si_kg.drafts.writers.words import BEHIND, SEVERITIES, resting
from si_kg.errors import FileUnreadable
from si_kg.tables import printable

_AUTHOR, _INITIALS = "si-kg", "si"
_TEXT = ("{*}rPr", "{*}t")


def write(report: Report, file: Path) -> bytes:
    """The document in `file` with a comment at the place of each finding; the file stays as it is.

    Raises CommentsNeedWord where it is no Word file, FileUnreadable, and what reading it raises.
    """
    if file.suffix.lower() != ".docx":
        raise CommentsNeedWord
    try:
        document = opened(file.read_bytes(), file.name)
    except OSError:
        raise FileUnreadable(file=file) from None
    elements = list(filled(document))
    for finding in report.findings:
        _comment(document, elements[finding.at.place.paragraph - 1], finding, report.language)
    copy = BytesIO()
    document.save(copy)
    return copy.getvalue()


def _comment(document: Document, element: CT_P, finding: Finding, language: str) -> None:
    covered = _covered(element, finding.at.start, finding.at.end)
    if not covered:
        return
    paragraph = Paragraph(element, document._body)  # noqa: SLF001 (what python-docx itself hands down)
    marked = [Run(run, paragraph) for run in (covered[0], covered[-1])]
    comment = document.add_comment(marked, author=_AUTHOR, initials=_INITIALS)
    first, *rest = _lines(finding, language)
    comment.paragraphs[0].add_run(first)
    for line in rest:
        comment.add_paragraph(line)


def _lines(finding: Finding, language: str) -> list[str]:
    severity = SEVERITIES[finding.severity].in_(language)
    lines = [f"{finding.rule.title.in_(language)} ({severity}, {finding.rule.id})"]
    lines += [finding.reason, f"→ {finding.suggestion}"]
    lines += [f"{BEHIND.in_(language)}: {resting(behind)}" for behind in finding.behind]
    return [printable(line) for line in lines]


def _covered(element: CT_P, start: int, end: int) -> list[CT_R]:
    """The runs that hold this stretch of the paragraph, split where it begins and ends."""
    _split_at(element, end)
    _split_at(element, start)
    found, at = [], 0
    for run in runs(element):
        after = at + len(run.text)
        if at < end and start < after:
            found.append(run)
        at = after
    return found


def _split_at(element: CT_P, offset: int) -> None:
    """Split the run in which this character stands in two, where it holds nothing but text."""
    at = 0
    for run in runs(element):
        text = str(run.text)
        inside = offset - at
        if 0 < inside < len(text):
            if all(any(child.tag.endswith(tag[3:]) for tag in _TEXT) for child in run):
                rest = deepcopy(run)
                run.text, rest.text = text[:inside], text[inside:]
                run.addnext(rest)
            return
        at += len(text)
