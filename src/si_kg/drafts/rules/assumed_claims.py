"""The draft states as a fact what, according to the graph, nobody has shown."""

from collections.abc import Iterator, Sequence

from si_kg.drafts.claims import Claim
from si_kg.drafts.draft import Stretch
from si_kg.drafts.findings import Behind, Finding, Rule, Severity
from si_kg.drafts.hedging import states
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.manuscript import Sentence
from si_kg.drafts.terms import Use
from si_kg.language import Text

RULE = Rule(
    "assumed-claim",
    Severity.WARNING,
    Text("Bewering die niet is aangetoond", "Claim that has not been shown"),
    Text(
        "Een beoordelaar vraagt om bewijs voor wat als feit gebracht is.",
        "An assessor asks for evidence of what is presented as a fact.",
    ),
)

_REASON = Text(
    "De graaf kent dit als bewering die ‘{standing}’ is: {statement} ({who}; {where}).",
    "The graph knows this as a claim that is ‘{standing}’: {statement} ({who}; {where}).",
)
_SUGGESTION = Text(
    "Geef het bewijs dat je hebt, met bron, of schrijf het op als verwachting.",
    "Give the evidence that you have, with its source, or word it as an expectation.",
)
# one of these among the first words of a sentence points to the sentence before
_BACK = frozenset(
    [
        *("het", "dit", "dat", "deze", "die", "zij", "ze", "hij", "zulke", "dergelijke"),
        *("it", "this", "that", "these", "they", "such"),
    ]
)
_OPENING = 3


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """A warning at each wording that states such a claim near what the claim is about."""
    for sentence in inquiry.manuscript.sentences:
        found: dict[tuple[int, int], list[Claim]] = {}
        for claim in inquiry.claims:
            if stretch := _stated(inquiry, sentence, claim):
                found.setdefault(stretch, []).append(claim)
        for stretch, claims in _longest(found):
            yield _finding(inquiry.language, sentence.stretch(*stretch), claims)


def _stated(inquiry: Inquiry, sentence: Sentence, claim: Claim) -> tuple[int, int] | None:
    """Where the sentence states the claim, near its subject."""
    for wording in claim.wordings:
        stretch = wording.found(sentence.words)
        if stretch and states(sentence.text, *stretch):
            named = [use.thing for use in sentence.uses if _beside(sentence.text, use, stretch)]
            if not {*named, *_referred(inquiry, sentence)}.isdisjoint(claim.subjects):
                return stretch
    return None


def _beside(text: str, use: Use, stretch: tuple[int, int]) -> bool:
    """Whether no semicolon stands between something that is named and a stretch of the text."""
    return ";" not in text[min(use.end, stretch[1]) : max(use.start, stretch[0])]


def _referred(inquiry: Inquiry, sentence: Sentence) -> list[str]:
    """The things named in the sentence before, where this one refers back to it."""
    refers = any(word.folded in _BACK for word in sentence.words[:_OPENING])
    before = inquiry.manuscript.before(sentence) if refers else None
    return [use.thing for use in before.uses] if before else []


def _longest(
    found: dict[tuple[int, int], list[Claim]],
) -> Iterator[tuple[tuple[int, int], list[Claim]]]:
    """Of wordings that overlap, the longest, with the claims of all of them."""
    rest = sorted(found, key=lambda stretch: (stretch[0] - stretch[1], stretch))
    while rest:
        start, end = rest[0]
        overlapping = [each for each in rest if each[0] < end and start < each[1]]
        claims = {claim.iri: claim for each in overlapping for claim in found[each]}
        yield (start, end), list(claims.values())
        rest = [each for each in rest if each not in overlapping]


def _finding(language: str, at: Stretch, claims: Sequence[Claim]) -> Finding:
    first = claims[0]
    reason = _REASON.in_(language).format(
        standing=first.standing,
        statement=first.statement,
        who=", ".join(first.asserters),
        where="; ".join(first.places),
    )
    behind = tuple(Behind(each.iri, each.statement, each.places) for each in claims)
    return Finding(RULE, RULE.severity, at, reason, _SUGGESTION.in_(language), behind)
