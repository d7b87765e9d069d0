"""About this site: method, limits, licence; and how accessible it is."""

from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import about as words

# the canned queries whose rows are counted in the text
_COUNTED = ("definitions", "initiatives", "sources")


def about(place: Place) -> View:
    """What si-kg is, how it was made, and what it is not."""
    counted = {name: len(place.records(name)) for name in _COUNTED}
    return View(
        "about.html",
        words.WORDS["title"].in_(place.language),
        {"counted": counted, "limits": place.limits, "added": place.visit.added},
        words.WORDS,
        summary=words.WORDS["intro"].in_(place.language),
    )


def accessibility(place: Place) -> View:
    """What was done for those who read with other eyes or hands, and how it was tested."""
    title = words.ACCESSIBILITY["title"].in_(place.language)
    return View("accessibility.html", title, words=words.ACCESSIBILITY)
