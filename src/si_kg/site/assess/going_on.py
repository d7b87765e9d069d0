"""From one page to the next, with all that was given."""

from si_kg.site.assess.carried import Carried
from si_kg.site.assess.report_page import report
from si_kg.site.assess.step_page import step_page
from si_kg.site.assess.steps import REPORT
from si_kg.site.place import Place
from si_kg.site.view import View


def onward(place: Place, carried: Carried, to: str) -> View:
    """The step or the report that comes next: at its own address where the answers fit in that.

    Raises StepNotFound.
    """
    if carried.moves:
        return View("assess.html", "", moved=carried.address(place.language, to))
    return shown(place, carried, to)


def shown(place: Place, carried: Carried, to: str) -> View:
    """The step or the report itself; raises StepNotFound."""
    return report(place, carried) if to == REPORT else step_page(place, carried, to)
