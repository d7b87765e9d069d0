"""One term, two meanings: described twice in different words, or used in both of its senses."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from si_kg.drafts.draft import Place, Stretch
from si_kg.drafts.findings import Behind, Finding, Rule, Severity
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.manuscript import Described, Sentence
from si_kg.drafts.senses import Homonym, Sense
from si_kg.drafts.signs import weighty
from si_kg.drafts.thresholds import DESCRIBING_WORDS, SHARED_WORDS
from si_kg.drafts.tokens import tokens
from si_kg.language import Text

RULE = Rule(
    "two-meanings",
    Severity.ERROR,
    Text("Begrip in twee betekenissen", "Term in two meanings"),
    Text(
        "Een lezer houdt een begrip voor hetzelfde zolang de tekst niets anders zegt.",
        "A reader takes a term for the same as long as the text does not say otherwise.",
    ),
)
_DESCRIBED = Text(
    "De tekst zei {where} in andere woorden wat ‘{term}’ betekent.",
    "The text said {where} in other words what ‘{term}’ means.",
)
_ONE_DESCRIPTION = Text(
    "Houd één omschrijving aan, of noem wat hier bedoeld is anders.",
    "Keep to one description, or call what is meant here something else.",
)
_SENSES = Text(
    "De woorden hier wijzen op ‘{sense}’, die {where} op ‘{earlier}’. {difference}",
    "The words here point to ‘{sense}’, those {where} to ‘{earlier}’. {difference}",
)
_ONE_SENSE = Text(
    "Kies één betekenis, of gebruik voor elke een eigen woord.",
    "Choose one meaning, or use a word of its own for each.",
)
_LINE = Text("in regel {}", "in line {}")
_PARAGRAPH = Text("in alinea {}", "in paragraph {}")
# the words around a description, which say nothing of what is described
_FRAME = frozenset(
    token.stem
    for token in tokens(
        "onder verstaan met bedoelen begrip term definiëren definitie omschrijven betekenen hier "
        "mean understand define definition describe refer term"
    )
)


def find(inquiry: Inquiry) -> Iterator[Finding]:
    """An error at the second description, and at the first use in the other sense."""
    for described in inquiry.manuscript.descriptions.values():
        yield from _described_apart(inquiry, [each for each in described if each.own])
    for homonym in inquiry.homonyms:
        yield from _both_senses(inquiry, homonym)


def _described_apart(inquiry: Inquiry, described: Sequence[Described]) -> Iterator[Finding]:
    """The first description that differs from one before it."""
    for one, other in combinations(described, 2):
        if _differ(one, other):
            at = other.sentence.stretch(other.start, other.end)
            where = _where(one.sentence.place(one.start), inquiry.language)
            reason = _DESCRIBED.in_(inquiry.language).format(where=where, term=at.excerpt)
            suggestion = _ONE_DESCRIPTION.in_(inquiry.language)
            yield Finding(RULE, RULE.severity, at, reason, suggestion)
            return


def _differ(one: Described, other: Described) -> bool:
    """Whether two descriptions share few words, and both have enough to go by."""
    first, second = _content(one), _content(other)
    fewest = min(len(first), len(second))
    return fewest >= DESCRIBING_WORDS and len(first & second) <= SHARED_WORDS * fewest


def _content(described: Described) -> set[str]:
    return weighty(described.words) - _FRAME


def _both_senses(inquiry: Inquiry, homonym: Homonym) -> Iterator[Finding]:
    """Where a use beside words of one sense only stands after one of the other sense only."""
    first: tuple[Sense, Place] | None = None
    for sentence, use in inquiry.manuscript.uses.get(homonym.term, ()):
        shown = [sense for sense in homonym.senses if _shows(sentence, sense)]
        if len(shown) != 1:
            continue
        at = sentence.stretch(use.start, use.end)
        if first is None:
            first = shown[0], at.place
        elif first[0] is not shown[0]:
            yield _two_senses(inquiry.language, homonym, first, (shown[0], at))
            return


def _shows(sentence: Sentence, sense: Sense) -> bool:
    return any(wording.found(sentence.words) for wording in sense.wordings)


def _two_senses(
    language: str, homonym: Homonym, first: tuple[Sense, Place], second: tuple[Sense, Stretch]
) -> Finding:
    (earlier, place), (sense, at) = first, second
    reason = _SENSES.in_(language).format(
        sense=sense.label,
        where=_where(place, language),
        earlier=earlier.label,
        difference=homonym.description,
    )
    behind = Behind(homonym.difference, f"{earlier.label} / {sense.label}", homonym.places)
    return Finding(RULE, RULE.severity, at, reason, _ONE_SENSE.in_(language), (behind,))


def _where(place: Place, language: str) -> str:
    if place.line is None:
        return _PARAGRAPH.in_(language).format(place.paragraph)
    return _LINE.in_(language).format(place.line)
