"""The report about a plan: what the graph says of it, what to do next, and how to take it along."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from si_kg.assessment.findings import Findings
from si_kg.assessment.questions import JUDGEMENTS
from si_kg.assessment.sections import document
from si_kg.definitions.classification import Answer
from si_kg.definitions.judgements import Outcome, Reading
from si_kg.language import Text
from si_kg.site import addresses
from si_kg.site.assess.carried import FIELD, OPTIONS, Carried
from si_kg.site.assess.step_page import lost
from si_kg.site.assess.steps import REPORT, steps_of
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import assess as words

_DOCUMENTS = ("docx", "odt", "pdf", "md")
_FORMS = ("xlsx", "yaml")
_LOOKS = {
    Answer.FITS: "yes",
    Answer.UNDECIDED: "doubt",
    Answer.FAILS: "no",
    Answer.NO_TEST: "chip",
}
_MARKS = {Outcome.MET: "yes", Outcome.PARTLY: "doubt", Outcome.NOT_MET: "no"}


class Count(NamedTuple):
    """How many definitions give one answer, where they begin among all, and how that looks."""

    text: str
    number: int
    before: int
    look: str


class Download(NamedTuple):
    """A file to take along; an address with a question mark holds all that was given."""

    style: str
    address: str


def report(place: Place, carried: Carried) -> View:
    """What is found about the plan; a word of welcome where nothing was given yet."""
    language = place.language
    shared = {
        "carried": carried,
        "steps": steps_of(carried.questionnaire),
        "lost": lost(carried, list(carried.questionnaire), language),
        "field": FIELD,
        "to_report": REPORT,
    }
    if carried.empty:
        return View("assess_empty.html", words.NOTHING_YET.in_(language), shared, words.WORDS)
    choices = _choices(place)
    options, unknown = _options(carried, choices)
    found = place.graph.assess(
        carried.plan,
        definition=options["definition"] or None,
        programme=options["programme"] or None,
        partly=options["partly"] or Reading().partly,
    ).findings
    told = document(found, language)
    return View(
        "assess_report.html",
        told.title,
        {
            **shared,
            "sections": told.sections,
            "counts": _counts(found, language),
            "total": len(found.classifications),
            "answers": _answers(carried, found, language),
            "marks": {JUDGEMENTS[each].in_(language): look for each, look in _MARKS.items()},
            "choices": choices,
            "options": options,
            "unknown": unknown,
            "strays": [
                words.WORDS["unknown"].in_(language).format(text[:80]) for text in unknown.values()
            ],
            "beside": carried.beside(OPTIONS),
            "everything": carried.beside(()),
            "documents": _documents(carried, language),
            "forms": _forms(carried, language),
        },
        words.WORDS,
    )


def _choices(place: Place) -> Mapping[str, Mapping[str, str]]:
    """What each option may be: the value of each, and its name."""
    language, assessor = place.language, place.graph.assessor
    definitions = ((each.iri, each.label) for each in assessor.corpus)
    programmes = ((each.iri, each.label) for each in assessor.programmes.values())
    return {
        "definition": _listed(definitions, language),
        "programme": _listed(programmes, language),
        "partly": {name: words.PARTLY[name].in_(language) for name in Reading.PARTLY},
    }


def _listed(things: Iterable[tuple[str, Text]], language: str) -> Mapping[str, str]:
    named = ((addresses.local(iri), label.in_(language)) for iri, label in things)
    return dict(sorted(named, key=lambda pair: pair[1].casefold()))


def _options(
    carried: Carried, choices: Mapping[str, Mapping[str, str]]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The options that are among the choices, and those that are not."""
    given = {name: carried.option(name) for name in OPTIONS}
    unknown = {name: text for name, text in given.items() if text and text not in choices[name]}
    return {name: "" if name in unknown else text for name, text in given.items()}, unknown


def _counts(found: Findings, language: str) -> list[Count]:
    counts: list[Count] = []
    for answer, look in _LOOKS.items():
        before = counts[-1].before + counts[-1].number if counts else 0
        number = len(found.answering(answer))
        counts.append(Count(words.COUNTED[answer].in_(language), number, before, look))
    return counts


def _answers(carried: Carried, found: Findings, language: str) -> Mapping[str, str]:
    """Where each criterion for which a definition waits is asked about, by its IRI."""
    if not carried.fits:
        return {}
    waiting = {iri for iri, _ in found.waiting}
    return {
        question.iri: f"{carried.address(language, step.key)}#{question.key}"
        for step in steps_of(carried.questionnaire)
        for question in step.questions
        if question.iri in waiting
    }


def _documents(carried: Carried, language: str) -> list[Download]:
    pairs = carried.pairs if carried.fits else ()
    return [
        Download(style, addresses.document("assessment", style, language, *pairs))
        for style in _DOCUMENTS
    ]


def _forms(carried: Carried, language: str) -> list[Download]:
    pairs = carried.pairs if carried.fits else ()
    asked = urlencode([*pairs, ("lang", language)])
    return [Download(style, f"/assess-form.{style}?{asked}") for style in _FORMS]
