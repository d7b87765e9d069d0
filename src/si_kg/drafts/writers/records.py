"""A report as JSON: the same keys in every language, and the IRI of everything."""

import json

from si_kg.drafts.findings import Finding, Report, Severity
from si_kg.drafts.known_works import Found

Record = dict[str, object]


def write(report: Report) -> str:
    """Everything that was found; texts are in the language of the report, what is unknown null."""
    record: Record = {
        "draft": report.draft.name,
        "language": report.language,
        "programme": report.programme,
        "rules": [rule.id for rule in report.rules],
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "findings": [_finding(finding, report.language) for finding in report.findings],
        "sources": [_source(found) for found in report.known],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, language: str) -> Record:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity.value,
        "title": finding.rule.title.in_(language),
        **finding.at.place._asdict(),
        "start": finding.at.start,
        "end": finding.at.end,
        "excerpt": finding.at.excerpt,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "behind": [
            {"iri": each.iri, "label": each.label, "places": each.places} for each in finding.behind
        ],
    }


def _source(found: Found) -> Record:
    source = found.sources[0]
    return {"cited": found.citation.written, "iri": source.iri, "reference": str(source)}
