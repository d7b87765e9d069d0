"""A step: some questions, the answers so far, and the ways on."""

from collections.abc import Mapping

from si_kg.assessment.faults import AnswerRefused
from si_kg.assessment.pairs import NOTE
from si_kg.assessment.questions import JUDGEMENTS, Kind, Question
from si_kg.site.assess.carried import FIELD, Carried, names_of
from si_kg.site.assess.steps import REPORT, place_of, steps_of
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import assess as words
from si_kg.tables import printable

_LONGEST = {"name": 200, "description": 2000}
_LONGEST_NAMES, _LONGEST_NOTE = 500, 500


class Asked:
    """A question with what was given, as a form shows it in one language."""

    def __init__(self, question: Question, carried: Carried, language: str) -> None:
        self.key = question.key
        self.kind = question.kind.value
        self.ask = question.ask.in_(language)
        self.label = question.label.in_(language)
        self.hint = question.hint.in_(language)
        self.options = _options(question, language)
        self.note_key = question.key + NOTE
        self.note = carried.plan.notes.get(question.key, "")
        self.longest = _LONGEST.get(question.key, _LONGEST_NAMES)
        self.longest_note = _LONGEST_NOTE
        fault = carried.given.refused.get(question.key)
        self.fault = _told(question, fault, language) if fault else ""
        self.value = _value(question, carried, language)


def step_page(place: Place, carried: Carried, key: str) -> View:
    """The questions of one step; raises StepNotFound."""
    language = place.language
    steps = steps_of(carried.questionnaire)
    at = place_of(steps, key)
    step = steps[at]
    elsewhere = [each for each in carried.questionnaire if each not in step.questions]
    return View(
        "assess_step.html",
        f"{step.title(language)} – {words.WORDS['title'].in_(language)}",
        {
            "step": step,
            "steps": steps,
            "which": at + 1,
            "carried": carried,
            "asked": [Asked(question, carried, language) for question in step.questions],
            "lost": lost(carried, elsewhere, language),
            "before": steps[at - 1] if at else None,
            "after": steps[at + 1] if at + 1 < len(steps) else None,
            "to_report": REPORT,
            "field": FIELD,
            "beside": carried.beside(names_of(step.questions)),
        },
        words.WORDS,
    )


def lost(carried: Carried, questions: list[Question], language: str) -> list[str]:
    """Which answers to these questions were left out, because they are none."""
    told = words.LOST.in_(language)
    return [
        told.format(question=each.label.in_(language), answer=_short(fault.name))
        for each, fault in carried.refused(questions)
    ]


def _options(question: Question, language: str) -> list[Mapping[str, str]]:
    """What there is to choose: the value of each, its name and its meaning."""
    if question.kind is Kind.JUDGEMENT:
        return [
            {"value": word.en, "name": word.in_(language), "means": ""}
            for word in JUDGEMENTS.values()
        ]
    return [
        {
            "value": option.slug or option.label.en,
            "name": option.shown(language),
            "means": option.plain.in_(language),
        }
        for option in question.options
    ]


def _value(question: Question, carried: Carried, language: str) -> str:
    """The answer as its field holds it; one that is refused too, to be mended."""
    if question.kind in {Kind.TEXT, Kind.NAMES}:
        if question.key in carried.given.refused:
            return printable(carried.written[question.key])
        return carried.plan.written(question, language)
    return dict(carried.pairs).get(question.key, "")


def _told(question: Question, fault: AnswerRefused, language: str) -> str:
    told = words.NAMES_REFUSED if question.kind is Kind.NAMES else words.REFUSED
    allowed = question.allowed(language)
    return told.in_(language).format(answer=_short(fault.name), allowed=", ".join(allowed))


def _short(text: str, longest: int = 80) -> str:
    shown = printable(text)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"
