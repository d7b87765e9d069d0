"""What every report says around its findings, in Dutch and English."""

from si_kg.drafts.draft import Place
from si_kg.drafts.findings import Behind, Report, Severity
from si_kg.language import Text

SEVERITIES = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.NOTE: Text("opmerking", "note"),
}
BEHIND = Text("Berust op", "Rests on")
HELD_AGAINST = Text("Gehouden tegen programma ‘{}’.", "Held against programme ‘{}’.")
KNOWN = Text("Bronnen uit de tekst die de graaf kent:", "Sources in the text that the graph knows:")
NOTHING = Text("Niets gevonden.", "Nothing found.")
_TOTAL = Text(
    "{error} fout(en), {warning} waarschuwing(en), {note} opmerking(en).",
    "{error} error(s), {warning} warning(s), {note} note(s).",
)
_PARAGRAPH = Text("alinea {}", "paragraph {}")


def total(report: Report) -> str:
    """How many findings of each weight there are."""
    counts = {severity.value: report.count(severity) for severity in Severity}
    return _TOTAL.in_(report.language).format(**counts)


def spot(place: Place, language: str) -> str:
    """A place in few words: line and column, or the paragraph where lines do not count."""
    if place.line is None:
        return _PARAGRAPH.in_(language).format(place.paragraph)
    return f"{place.line}:{place.column}"


def resting(behind: Behind) -> str:
    """A thing behind a finding on one line: name, where it was found, IRI."""
    places = f" ({'; '.join(behind.places)})" if behind.places else ""
    return f"{behind.label}{places} <{behind.iri}>"
