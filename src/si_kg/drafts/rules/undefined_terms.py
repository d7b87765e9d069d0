"""A term on whose meaning authors disagree is used, and the draft says nowhere what it means."""

from collections.abc import Iterator

from si_kg.drafts.findings import Finding, Rule, Severity
from si_kg.drafts.inquiry import Inquiry
from si_kg.language import Text

RULE = Rule(
    "undefined-term",
    Severity.WARNING,
    Text("Vaag begrip zonder definitie", "Vague term without a definition"),
    Text(
        "Van een quasi-concept, en van een begrip waarover auteurs het oneens zijn, weet de lezer "
        "pas wat bedoeld is als de tekst een definitie kiest.",
        "Of a quasi-concept, and of a term on which authors disagree, the reader knows what is "
        "meant only when the text chooses a definition.",
    ),
)
_QUASI = Text(
    "‘{label}’ is volgens de graaf een quasi-concept, met {definitions} definities. "
    "De tekst gebruikt het {uses}×, zonder definitie of bron.",
    "‘{label}’ is a quasi-concept according to the graph, with {definitions} definitions. "
    "The text uses it {uses}×, without definition or source.",
)
_DIVIDED = Text(
    "Van ‘{label}’ kent de graaf {definitions} definities die uiteenlopen: in {apart} van {pairs} "
    "paren delen de twee geen enkele eis. De tekst gebruikt het {uses}×, zonder definitie of "
    "bron.",
    "Of ‘{label}’ the graph knows {definitions} definitions that diverge: in {apart} of {pairs} "
    "pairs the two share no requirement. The text uses it {uses}×, without definition or "
    "source.",
)


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """A warning at the first use of each such term."""
    for term, uses in inquiry.unsettled():
        if not term.vague:
            continue
        sentence, use = uses[0]
        reason = (_QUASI if term.quasi else _DIVIDED).in_(inquiry.language)
        told = reason.format(
            label=term.label.in_(inquiry.language),
            definitions=term.definitions,
            apart=term.apart,
            pairs=term.pairs,
            uses=len(uses),
        )
        at = sentence.stretch(use.start, use.end)
        yield Finding(RULE, RULE.severity, at, told, *inquiry.adviser.advise(term.iri))
