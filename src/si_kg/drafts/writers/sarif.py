"""A report as SARIF 2.1.0, the exchange format for findings, which editors and forges show."""

import json
from urllib.parse import quote

from si_kg.drafts.findings import Behind, Finding, Report, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_TAGS = {"nl": "nl-NL", "en": "en-GB"}

Record = dict[str, object]


def write(report: Report, version: str) -> str:
    """One run of this tool, of this `version`; columns count in characters, as the report does."""
    driver: Record = {
        "name": "si-kg check-text",
        "version": version,
        "language": _TAGS[report.language],
        "rules": [_rule(rule, report.language) for rule in report.rules],
    }
    run: Record = {
        "tool": {"driver": driver},
        "language": _TAGS[report.language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, report) for finding in report.findings],
    }
    log: Record = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: str) -> Record:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.in_(language)},
        "fullDescription": {"text": rule.why.in_(language)},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, report: Report) -> Record:
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": list(report.rules).index(finding.rule),
        "level": finding.severity.value,
        "message": {"text": f"{finding.reason} {finding.suggestion}"},
        "locations": [_location(finding, report.draft.name)],
        "properties": {"behind": [_behind(each) for each in finding.behind]},
    }


def _location(finding: Finding, name: str) -> Record:
    physical: Record = {"artifactLocation": {"uri": quote(name)}}
    place = finding.at.place
    if place.line is not None and place.column is not None:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "snippet": {"text": finding.at.excerpt},
        }
    paragraph: Record = {"kind": "element", "name": f"paragraph {place.paragraph}"}
    return {"physicalLocation": physical, "logicalLocations": [paragraph]}


def _behind(behind: Behind) -> Record:
    return {"iri": behind.iri, "label": behind.label, "places": list(behind.places)}
