"""A term that others define is used, and the draft says nowhere what it means."""

from collections.abc import Iterator

from si_kg.drafts.findings import Finding, Rule, Severity
from si_kg.drafts.inquiry import Inquiry
from si_kg.language import Text

RULE = Rule(
    "defined-term",
    Severity.NOTE,
    Text("Begrip waarvoor een definitie bestaat", "Term for which there is a definition"),
    Text(
        "Wie een begrip gebruikt dat anderen definiëren, zegt het best in wiens woorden.",
        "Who uses a term that others define does best to say in whose words.",
    ),
)

_REASON = Text(
    "‘{label}’ staat {uses}× in de tekst, zonder definitie of bron; aantal definities in de graaf: "
    "{definitions}.",
    "‘{label}’ stands {uses}× in the text, without definition or source; number of definitions in "
    "the graph: {definitions}.",
)


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """A note at the first use of each such term; vague terms have a rule of their own."""
    for term, uses in inquiry.unsettled():
        if term.vague:
            continue
        sentence, use = uses[0]
        reason = _REASON.in_(inquiry.language).format(
            label=term.label.in_(inquiry.language), uses=len(uses), definitions=term.definitions
        )
        at = sentence.stretch(use.start, use.end)
        yield Finding(RULE, RULE.severity, at, reason, *inquiry.adviser.advise(term.iri))
