"""The basket: definitions that a visitor collects, to take along as a document."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from si_kg.definitions.stated import StatedDefinition, stated
from si_kg.descriptions import Named, described
from si_kg.namespaces import ID
from si_kg.parameters import iri
from si_kg.site import addresses
from si_kg.site.place import Place, Visit
from si_kg.site.view import View
from si_kg.site.words import basket as words
from si_kg.store import Store

_MOST = 100
# of the many that can be asked for, by their names in the collection of citationstyles.org
STYLES = {
    "apa": "APA",
    "chicago-author-date": "Chicago",
    "harvard-cite-them-right": "Harvard",
    "ieee": "IEEE",
    "modern-language-association": "MLA",
    "vancouver": "Vancouver",
}
_STYLE = "apa"
_FORMATS = ("docx", "odt", "pdf", "rtf", "md", "xlsx")


class Collected(NamedTuple):
    """The definitions of one concept that are in the basket."""

    concept: Named
    definitions: list[StatedDefinition]


def basket(place: Place) -> View:
    """What the address names, else what the browser keeps; a form that was sent changes that."""
    visit = place.visit
    if visit.posted is not None:
        return _changed(place, visit.posted)
    names = visit.many("definition") or visit.cookie
    found = _collected(place.graph.store, names, place.language)
    known = [addresses.local(each.iri) for part in found for each in part.definitions]
    style = visit.one("style") if visit.one("style") in STYLES else _STYLE
    both = visit.one("both") == "on"
    return View(
        "basket.html",
        words.WORDS["title"].in_(place.language),
        {
            "collected": found,
            "names": known,
            "unknown": sorted(set(names) - set(known)),
            "kept": tuple(known) == visit.cookie,
            "styles": STYLES,
            "style": style,
            "both": both,
            "downloads": _downloads(known, place.language, style, both=both),
            "lasting": visit.base + _address(visit, known),
        },
        words.WORDS,
        summary=words.WORDS["intro"].in_(place.language),
        alone=True,
    )


def _changed(place: Place, posted: Iterable[tuple[str, str]]) -> View:
    """The basket after a form: `add` joins what is kept, `keep` replaces it, `remove` takes out."""
    sent: dict[str, list[str]] = {}
    for name, value in posted:
        sent.setdefault(name, []).append(value)
    start = sent["keep"] if "keep" in sent else [*place.visit.cookie, *sent.get("add", [])]
    left = [name for name in dict.fromkeys(start) if name not in sent.get("remove", [])]
    found = _collected(place.graph.store, left[:_MOST], place.language)
    known = {addresses.local(each.iri) for part in found for each in part.definitions}
    names = tuple(name for name in left if name in known)
    return View("basket.html", "", moved=_address(place.visit, names), basket=names)


def _address(visit: Visit, names: Iterable[str]) -> str:
    asked = urlencode([("definition", name) for name in names])
    return f"/{visit.language}/basket{'?' if asked else ''}{asked}"


def _collected(store: Store, names: Iterable[str], language: str) -> list[Collected]:
    """The definitions with these names by concept, in the order in which they were collected."""
    known = [ID + name for name in names if _is_name(name)]
    if not known:
        return []
    found = {each.iri: each for each in stated(store, known, language)}
    which = "VALUES ?thing { " + " ".join(map(iri, found)) + " }"
    defines = described(store, which, ["si:defines"], language) if found else {}
    parts: dict[Named, list[StatedDefinition]] = {}
    for each in known:
        if each in found:
            concept = defines[each].things("si:defines")[0]
            parts.setdefault(concept, []).append(found[each])
    return [Collected(*part) for part in parts.items()]


def _is_name(name: str) -> bool:
    try:
        return bool(iri(ID + name))
    except ValueError:
        return False


def _downloads(names: list[str], language: str, style: str, *, both: bool) -> dict[str, str]:
    """The address of the document in each format."""
    pairs = [*(("definition", name) for name in names), ("style", style)]
    if both:
        pairs.append(("both", "on"))
    return {form: addresses.document("definitions", form, language, *pairs) for form in _FORMATS}
