"""All frameworks, by what they are for, each with a small drawing of its form."""

from collections.abc import Mapping
from typing import NamedTuple

import pyoxigraph as ox

from si_kg.descriptions import Named, described
from si_kg.namespaces import PREFIXES
from si_kg.site.addresses import local
from si_kg.site.frameworks import shapes
from si_kg.site.frameworks.forms import GROUPS, Form, form_of
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import frameworks as words

_FRAMEWORKS = f"?thing a <{PREFIXES['si']}Framework> ."
_OTHERS = "others"


class Card(NamedTuple):
    """A framework in brief: what it is for, how many members it has, and what it builds on."""

    thing: Named
    purpose: ox.Literal | None
    parts: int
    form: Form
    sources: tuple[Named, ...]


def frameworks(place: Place) -> View:
    """The frameworks that have members, in groups."""
    rows = place.records("frameworks")
    told = described(
        place.graph.store, _FRAMEWORKS, ("rdfs:comment", "si:isDerivedFrom"), place.language
    )
    cards = {}
    for row in rows:
        own = told.get(row["framework"])
        cards[local(row["framework"]) or row["framework"]] = Card(
            Named(row["framework"], row["label"]),
            next(iter(own.tagged("rdfs:comment")), None) if own else None,
            int(row["members"]),
            form_of(row["framework"]),
            own.things("si:isDerivedFrom") if own else (),
        )
    return View(
        "frameworks.html",
        words.TITLE.in_(place.language),
        {"groups": _grouped(cards, place.language), "total": len(cards), "shapes": shapes},
        words.WORDS,
        summary=words.WORDS["intro"].in_(place.language),
    )


def _grouped(cards: Mapping[str, Card], language: str) -> list[tuple[str, str, list[Card]]]:
    """The groups that have cards: the name of each, its title and its cards."""
    listed = {name for group in GROUPS.values() for name in group}
    groups = {
        group: [cards[name] for name in names if name in cards] for group, names in GROUPS.items()
    }
    groups[_OTHERS] = [card for name, card in cards.items() if name not in listed]
    return [
        (name, words.GROUPS[name].in_(language), found) for name, found in groups.items() if found
    ]
