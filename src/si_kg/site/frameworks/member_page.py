"""The page of a member of a framework: what it means, its place, and what stands there."""

from collections.abc import Iterable
from typing import NamedTuple

from si_kg.descriptions import Named, described
from si_kg.namespaces import PREFIXES
from si_kg.parameters import iri
from si_kg.site.addresses import local
from si_kg.site.elsewhere import WORDS, elsewhere
from si_kg.site.frameworks import shapes
from si_kg.site.frameworks.forms import Form, drawn
from si_kg.site.frameworks.reading import Member, Shown, Told, read, read_member
from si_kg.site.frameworks.standing import ways
from si_kg.site.place import Place
from si_kg.site.portrait_page import Relation, kind_of, relations, twins
from si_kg.site.view import View
from si_kg.site.words import frameworks as words

_DEFINES = f"<{PREFIXES['si']}defines>"


class Seat(NamedTuple):
    """The place of a member among the `total` of its framework, and its neighbours by number.

    A member without a number has no neighbours; one with a number stands among those that have one.
    """

    shown: Shown
    form: Form
    place: int
    total: int
    before: Member | None
    after: Member | None


def member_page(place: Place, thing: str) -> View:
    """The member with this IRI, in each framework that it belongs to."""
    store, language = place.graph.store, place.language
    member = read_member(store, thing, language)
    seats = [_seat(place, framework, member) for framework in member.things("skos:inScheme")]
    definitions = _definitions(place, thing)
    known = [*(seat.shown.iri for seat in seats), *(each.iri for each in definitions)]
    purpose = member.said("rdfs:comment")
    return View(
        "framework_member.html",
        member.label,
        {
            "member": member,
            "kind": kind_of(store, thing, language),
            "seats": seats,
            "definitions": definitions,
            "slug": local(thing),
            "inward": _elsewhere(place, member, known),
            "ways": ways(language),
            "shapes": shapes,
            **elsewhere(place, thing),
        },
        {**words.WORDS, **WORDS},
        summary=purpose.value if purpose else "",
        section="frameworks",
        canonical=thing,
        twins=twins(thing),
    )


def _seat(place: Place, framework: Named, member: Member) -> Seat:
    shown = read(place.graph.store, framework.iri, place.language)
    members = [each for each in shown.members if bool(each.number) == bool(member.number)]
    at = next((n for n, each in enumerate(members) if each.iri == member.iri), 0)
    numbered = bool(member.number)
    return Seat(
        shown,
        drawn(shown)[0],
        at,
        len(members) if numbered else len(shown.members),
        members[at - 1] if numbered and at else None,
        members[at + 1] if numbered and at + 1 < len(members) else None,
    )


def _definitions(place: Place, thing: str) -> list[Named]:
    """What authors say that it means, where a member is a concept that they define."""
    which = f"?thing {_DEFINES} {iri(thing)} ."
    found = described(place.graph.store, which, ("rdfs:label",), place.language)
    return [Named(each, Told(told).label) for each, told in found.items()]


def _elsewhere(place: Place, member: Member, known: Iterable[str]) -> list[Relation]:
    """What refers to the member and is not on its page already, as `known` (IRIs) is."""
    shown = {*known, *(each.iri for each in member.things("skos:related"))}
    for standings in member.standings.values():
        shown |= {standing.statement for standing in standings}
    rows = place.records("relations-to", {"thing": member.iri})
    return relations(row for row in rows if row["other"] not in shown)
