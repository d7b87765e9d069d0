"""Search by name: what fits, why, and what it is; or the names that come near."""

from collections.abc import Sequence
from typing import NamedTuple

from si_kg.errors import NameAmbiguous, ThingNotFound
from si_kg.search import KindNotFound
from si_kg.site import addresses
from si_kg.site.found import MOST_SHOWN, Finds, find
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import finding as words

LONGEST = 200
_NOTHING = Finds((), {}, more=False)


class Chip(NamedTuple):
    """A kind of thing: its name, how many were found, where only those are shown."""

    name: str
    found: int
    address: str


def search(place: Place) -> View:
    """What fits the words in the address, of one kind where it names one."""
    text, kind = place.visit.one("text"), place.visit.one("kind")
    finds, error = _NOTHING, ""
    if len(text) > LONGEST:
        error = words.TOO_LONG.in_(place.language).format(length=len(text), most=LONGEST)
    elif text:
        finds, error = _finds(place, text, kind)
    if error and len(text) <= LONGEST:
        kind = ""
    title = words.WORDS["search_title"].in_(place.language)
    nothing = bool(text) and not error and not finds.things
    return View(
        "search.html",
        f"{title}: {text[:LONGEST]}" if text else title,
        {
            "text": text,
            "kind": kind,
            "error": error,
            "finds": finds,
            "chips": _chips(place, finds, text),
            "everything": addresses.page("search", place.language, text=text),
            "near": _near(place, text) if nothing else [],
            "most": MOST_SHOWN,
        },
        words.WORDS,
    )


def _finds(place: Place, text: str, kind: str) -> tuple[Finds, str]:
    try:
        return find(place, text, kind), ""
    except KindNotFound:
        told = words.NO_KIND.in_(place.language).format(kind[:LONGEST])
        return find(place, text), told


def _chips(place: Place, finds: Finds, text: str) -> list[Chip]:
    return [
        Chip(name, count, addresses.page("search", place.language, text=text, kind=name))
        for name, count in finds.kinds.items()
    ]


def _near(place: Place, text: str) -> Sequence[str]:
    """Names that look like it."""
    try:
        place.graph.find(text)
    except ThingNotFound as error:
        return error.close
    except NameAmbiguous:
        return ()
    return ()
