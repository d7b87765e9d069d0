"""What is found in a draft: where, why, what to do about it, and what in the graph says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from si_kg.drafts.draft import Draft, Stretch
from si_kg.drafts.known_works import Found
from si_kg.language import Text


class Severity(StrEnum):
    """How much a finding weighs; the values are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Behind(NamedTuple):
    """A thing of the graph (IRI) on which a finding rests: its name, and where it was found."""

    iri: str
    label: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A rule by its id: what it is called, why it is there, and how its findings weigh."""

    id: str
    severity: Severity
    title: Text
    why: Text


@dataclass(frozen=True)
class Finding:
    """What a rule found in a stretch of the text, told in the language of the report."""

    rule: Rule
    severity: Severity
    at: Stretch
    reason: str
    suggestion: str
    behind: tuple[Behind, ...] = ()


@dataclass(frozen=True)
class Report:
    """All findings about a draft, in the order of the text, and the sources that it cites.

    `programme` is the name of the programme that it was held against, if any; `known` are the
    citations that name a source of the graph, each of those sources once.
    """

    draft: Draft
    language: str
    programme: str | None
    rules: Sequence[Rule]
    findings: Sequence[Finding]
    known: Sequence[Found]

    def count(self, severity: Severity) -> int:
        """How many findings weigh so."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def clean(self) -> bool:
        """Whether nothing was found, or notes only."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)
