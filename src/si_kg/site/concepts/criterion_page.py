"""The page of a criterion: its question, the definitions that ask it, and what meets it."""

from typing import NamedTuple

from si_kg.definitions.corpus import Strength
from si_kg.definitions.judgements import Outcome
from si_kg.definitions.labels import OUTCOMES, STRENGTHS
from si_kg.descriptions import Named, described_one
from si_kg.language import LANGUAGES
from si_kg.site.concepts.entry import cited_here
from si_kg.site.place import Place
from si_kg.site.portrait_page import twins
from si_kg.site.view import View
from si_kg.site.words import concepts as words

_PROPERTIES = (
    "skos:prefLabel",
    "skos:definition",
    "rdfs:comment",
    "skos:scopeNote",
    "skos:broader",
    "skos:related",
    "si:testQuestion",
    "si:evidenceHint",
    "si:isCriterionFor",
)
_LOOKS = {Outcome.MET: "yes", Outcome.NOT_MET: "no", Outcome.NO_EVIDENCE: "no"}


class Judged(NamedTuple):
    """An initiative that was judged: the outcome, how it is coloured, and the evidence."""

    initiative: Named
    outcome: str
    look: str
    evidence: str
    judgement: str


def criterion_page(place: Place, thing: str) -> View:
    """Everything about the criterion with this IRI."""
    store, language = place.graph.store, place.language
    said = {each: described_one(store, thing, _PROPERTIES, each) for each in LANGUAGES}
    titles = {each: said[each].text("skos:prefLabel") or "" for each in (language, *LANGUAGES)}
    return View(
        "criterion.html",
        titles[language],
        {
            "thing": thing,
            "said": said[language],
            "others": {each: title for each, title in titles.items() if each != language},
            "uses": _uses(place, thing),
            "judged": _judged(place, thing),
            **cited_here(place, thing, titles),
        },
        words.WORDS,
        summary=said[language].text("si:testQuestion") or "",
        section="concepts",
        canonical=thing,
        twins=twins(thing),
    )


def _uses(place: Place, thing: str) -> dict[str, list[Named]]:
    """The definitions that use the criterion, by strength."""
    found: dict[str, list[Named]] = {strength.value: [] for strength in Strength}
    words_of = {STRENGTHS[each].in_(place.language): each.value for each in Strength}
    for row in place.records("definitions-requiring", {"criterion": thing, "unverified": "true"}):
        found[words_of[row["strength"]]].append(Named(row["definition"], row["label"]))
    return found


def _judged(place: Place, thing: str) -> list[Judged]:
    """What was judged on the criterion: first what meets it."""
    outcomes = {text.in_(place.language): outcome for outcome, text in OUTCOMES.items()}
    found = [
        (
            outcomes[row["outcome"]],
            Named(row["initiative"], row["label"]),
            row,
        )
        for row in place.records("initiatives-meeting", {"criterion": thing})
    ]
    order = list(Outcome)
    return [
        Judged(
            named, row["outcome"], _LOOKS.get(outcome, "doubt"), row["evidence"], row["judgement"]
        )
        for outcome, named, row in sorted(found, key=lambda each: order.index(each[0]))
    ]
