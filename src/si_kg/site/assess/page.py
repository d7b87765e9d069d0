"""Which of these pages answers at which address."""

from si_kg.site.assess.carried import Carried
from si_kg.site.assess.going_on import onward, shown
from si_kg.site.assess.start_page import start
from si_kg.site.assess.steps import REPORT, place_of, steps_of
from si_kg.site.place import Place
from si_kg.site.view import View


def assess(place: Place) -> View:
    """The first page, a step, or the report; raises StepNotFound.

    A form that was sent leads on, unless an answer in it is none: that is asked again.
    """
    at = place.visit.name
    if not at:
        return start(place)
    carried = Carried.by(place)
    if place.visit.posted is None:
        return shown(place, carried, at)
    steps = steps_of(carried.questionnaire)
    if at != REPORT and carried.refused(steps[place_of(steps, at)].questions):
        return shown(place, carried, at)
    wanted = dict(place.visit.posted).get("to", at)
    known = wanted in {REPORT, *(step.key for step in steps)}
    return onward(place, carried, wanted if known else at)
