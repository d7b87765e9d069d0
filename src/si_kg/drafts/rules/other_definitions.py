"""The draft defines a term, without a sign of what the definition of the programme requires."""

from collections.abc import Iterator

from si_kg.definitions.stated import StatedDefinition
from si_kg.drafts.advice import behind
from si_kg.drafts.findings import Behind, Finding, Rule, Severity
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.manuscript import Described
from si_kg.drafts.signs import follows
from si_kg.language import Text

RULE = Rule(
    "other-definition",
    Severity.WARNING,
    Text("Definitie wijkt af van die van het programma", "Definition differs from the programme’s"),
    Text(
        "Een programma beoordeelt een aanvraag naar de definitie waarmee het werkt.",
        "A programme judges an application by the definition that it works with.",
    ),
)

_REASON = Text(
    "Geen woord in deze zin wijst op {unseen}; de definitie van het programma [{code}] eist dat.",
    "No word in this sentence points to {unseen}; the definition of the programme [{code}] "
    "requires that.",
)
_SUGGESTION = Text(
    "Neem de woorden van het programma over, of laat zien waar de tekst dit zegt: {paraphrase}",
    "Take over the words of the programme, or show where the text says this: {paraphrase}",
)


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """A warning at each sentence that defines a term otherwise than the chosen programme does.

    Where the programme works with several definitions, the one that comes closest counts.
    """
    for concept, described in inquiry.manuscript.descriptions.items():
        definitions = [each for each in _chosen(inquiry, concept) if each.required]
        for each in described:
            if not definitions or each.sentence.quotes:
                continue
            lacking = {d.iri: _unseen(inquiry, each, d) for d in definitions}
            nearest = min(definitions, key=lambda d: len(lacking[d.iri]))
            if lacking[nearest.iri]:
                yield _finding(inquiry, each, nearest, lacking[nearest.iri])


def _chosen(inquiry: Inquiry, concept: str) -> tuple[StatedDefinition, ...]:
    return inquiry.adviser.of_programme(concept) if concept in inquiry.glossary.defined else ()


def _unseen(inquiry: Inquiry, described: Described, definition: StatedDefinition) -> list[Behind]:
    """The required criteria of which the describing words show no sign.

    None where they give the definition in its own words, or in those of the graph.
    """
    words = described.words
    texts = [quoted.text for quoted in definition.quotations]
    texts += [definition.translation or "", definition.paraphrase]
    if any(follows(words, text) for text in texts):
        return []
    return [
        Behind(criterion.iri, criterion.label)
        for criterion in definition.required
        if not inquiry.signs.seen(criterion.iri, words)
    ]


def _finding(
    inquiry: Inquiry, described: Described, definition: StatedDefinition, unseen: list[Behind]
) -> Finding:
    names = "; ".join(f"‘{each.label}’" for each in unseen)
    code = definition.notation or definition.label
    return Finding(
        RULE,
        RULE.severity,
        described.sentence.stretch(described.start, described.end),
        _REASON.in_(inquiry.language).format(unseen=names, code=code),
        _SUGGESTION.in_(inquiry.language).format(paraphrase=definition.paraphrase),
        (behind(definition), *unseen),
    )
