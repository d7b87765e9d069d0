"""A citation that names no source of the graph, or nearly names one."""

from collections.abc import Iterator

from si_kg.drafts.draft import Stretch
from si_kg.drafts.findings import Behind, Finding, Rule, Severity
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.known_works import Found, Verdict, is_slip
from si_kg.language import Text

RULE = Rule(
    "unknown-source",
    Severity.NOTE,
    Text("Verwijzing zonder bekende bron", "Citation without a known source"),
    Text(
        "Een verwijzing met een verkeerde naam of een verkeerd jaar is niet na te slaan.",
        "A citation with a wrong name or a wrong year cannot be looked up.",
    ),
)
_REASONS = {
    Verdict.MISSPELT: Text(
        "‘{written}’ lijkt op een bron die de graaf kent: {near}.",
        "‘{written}’ resembles a source that the graph knows: {near}.",
    ),
    Verdict.OTHER_YEAR: Text(
        "Van ‘{written}’ kent de graaf wel de naam, met een ander jaar: {near}.",
        "Of ‘{written}’ the graph knows the name, with another year: {near}.",
    ),
    Verdict.UNKNOWN: Text(
        "‘{written}’ staat niet in deze graaf; dat is op zich geen fout.",
        "‘{written}’ is not in this graph; that in itself is no fault.",
    ),
}
_COMPARE = Text(
    "Controleer naam en jaar, of laat het zo als een ander werk bedoeld is: {}",
    "Check name and year, or leave it if another work is meant: {}",
)
_LOOK_UP = Text("Ga de bron zelf na.", "Check the source yourself.")
_SHOWN = 3


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """A warning where a citation is likely a slip, a note where the source is unknown."""
    for sentence in inquiry.manuscript.sentences:
        for found in sentence.cited:
            if found.verdict in _REASONS:
                at = sentence.stretch(found.citation.start, found.citation.end)
                yield _finding(inquiry.language, at, found)


def _finding(language: str, at: Stretch, found: Found) -> Finding:
    near = found.sources[:_SHOWN]
    labels = "; ".join(source.label for source in near)
    written = found.citation.written
    reason = _REASONS[found.verdict].in_(language).format(written=written, near=labels)
    compare = _COMPARE.in_(language).format(" | ".join(map(str, near)))
    return Finding(
        RULE,
        Severity.WARNING if is_slip(found) else RULE.severity,
        at,
        reason,
        compare if near else _LOOK_UP.in_(language),
        tuple(Behind(source.iri, str(source)) for source in near),
    )
