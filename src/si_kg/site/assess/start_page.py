"""Where assessing a plan begins: what it is, what happens to the answers, the form as a file."""

from pathlib import Path

from si_kg.assessment.faults import FormTooLarge
from si_kg.assessment.form import Form
from si_kg.errors import SiKgError
from si_kg.site.assess.carried import Carried
from si_kg.site.assess.going_on import onward
from si_kg.site.assess.steps import REPORT, steps_of
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import assess as words

_LARGEST = 200_000
_QUESTIONS_A_MINUTE = 2
_ROUNDED = 5


def start(place: Place) -> View:
    """The first page; a form that was sent along as a file leads to its report."""
    if place.visit.posted is not None:
        return _loaded(place)
    return _page(place)


def _loaded(place: Place) -> View:
    sent = next((each for each in place.visit.files if each.name), None)
    if sent is None:
        return _page(place, words.NO_FILE.in_(place.language))
    form = Form(place.graph.assessor.questionnaire, place.language)
    name = Path(sent.name)
    try:
        if len(sent.data) > _LARGEST:
            raise FormTooLarge(file=name.name, most=_LARGEST // 1000)
        plan = form.read_bytes(sent.data, name)
    except SiKgError as fault:
        return _page(place, fault.message(place.language))
    return onward(place, Carried.of(place, plan), REPORT)


def _page(place: Place, fault: str = "") -> View:
    language = place.language
    carried = Carried.by(place)
    steps = steps_of(carried.questionnaire)
    count = sum(len(step.questions) for step in steps)
    minutes = max(1, round(count / _QUESTIONS_A_MINUTE / _ROUNDED)) * _ROUNDED
    return View(
        "assess.html",
        words.WORDS["title"].in_(language),
        {
            "carried": carried,
            "steps": steps,
            "count": count,
            "minutes": minutes,
            "most": _LARGEST // 1000,
            "fault": fault,
        },
        words.WORDS,
        summary=words.WORDS["lead"].in_(language),
    )
