"""The Quadruple Helix of an initiative: which spheres of society take part, and who they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.parameters import iri
from si_kg.plots.circles import Circle, circles
from si_kg.plots.frameworks import HELIX, Framework
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.reading import among, found, labels, pages, texts
from si_kg.store import Store

_ROLE = "si:partnerRole"
_TIES = """
  ?tie si:concernsInitiative @initiative .
  OPTIONAL { ?tie si:belongsToSphere ?sphere }
  OPTIONAL { ?tie si:hasPartner ?partner }
"""

_TITLE = Text("{}: wie er meedoen aan ‘{}’", "{}: who takes part in ‘{}’")
_GUIDE = Text(
    "Een gevuld vlak: partijen uit deze hoek van de samenleving doen mee. Een gestippeld vlak: "
    "daarover is niets bekend.{outside}",
    "A filled area: parties from this quarter of society take part. A broken area: nothing is "
    "known about it.{outside}",
)
_OUTSIDE = Text(" Met *: hoort niet bij het model zelf.", " With *: not part of the model itself.")
_DESCRIPTION = Text(
    "Om ‘{thing}’ heen staan {count} hoeken van de samenleving. Er doen partijen mee uit {known}: "
    "{who} Niets bekend: {unknown}. {loose}",
    "Around ‘{thing}’ stand {count} quarters of society. Parties take part from {known}: {who} "
    "Nothing known: {unknown}. {loose}",
)
_SPHERE = Text("{}: {}", "{}: {}")
_LOOSE = Text(
    "Bij deze partijen zegt de graaf niet uit welke hoek zij komen:{}{}",
    "Of these parties the graph does not say from which quarter they come:{}{}",
)
_NONE, _UNKNOWN = Text("geen", "none"), Text("niets bekend", "nothing known")
_SOURCES = Text("Bron van de partijen: {}", "Source of the parties: {}")
_SOURCE = Text("Bron van het model: {}", "Source of the model: {}")
_COLUMNS = {
    "sphere": Text("Hoek", "Quarter"),
    "inside": Text("In het model", "In the model"),
    "partner": Text("Partij", "Party"),
    "role": Text("Rol", "Role"),
    "pages": Text("Gevonden in", "Found in"),
    "place": Text("Hoek als ding", "Quarter as thing"),
    "tie": Text("Partnerschap als ding", "Partnership as thing"),
}
_YES, _NO = Text("ja", "yes"), Text("nee", "no")


@dataclass(frozen=True)
class _Tie:
    """A partnership (IRI): the partner where the graph names one, its role, and its pages."""

    iri: str
    partner: Text
    role: Text
    pages: Text

    @property
    def words(self) -> Text:
        """The partner with its role, or the role alone where that names the partner."""
        told = filled(_SPHERE, self.partner, self.role)
        return Text(
            *(
                role if partner.casefold() in role.casefold() else both
                for partner, role, both in zip(self.partner, self.role, told, strict=True)
            )
        )


@dataclass(frozen=True)
class _Sphere:
    """A quarter of society, whether it belongs to the model, and who takes part from it."""

    iri: str
    label: Text
    inside: bool
    ties: tuple[_Tie, ...]


def helices(store: Store) -> list[str]:
    """The initiatives (IRIs) of which the graph knows from which sphere a partner comes."""
    ties = "?tie si:concernsInitiative ?initiative ; si:belongsToSphere ?sphere"
    return [initiative for (initiative,) in found(store, ties, "?initiative")]


def helix(store: Store, initiative: str) -> Picture:
    """The spheres around this initiative (IRI); partners without a sphere stand below."""
    model = Framework.read(store, HELIX)
    label = labels(store, [initiative])[initiative]
    by_sphere = _ties(store, initiative)
    spheres = list(_spheres(store, model, by_sphere))
    loose = by_sphere.get("", ())
    outside = _OUTSIDE if any(not sphere.inside for sphere in spheres) else ""
    words = (
        filled(_TITLE, model.title, label),
        filled(_GUIDE, outside=outside),
        _description(label, spheres, loose),
    )
    return Picture.made(
        "helix", words, lambda language: _drawing(model, label, spheres, loose, language)
    )


def _ties(store: Store, initiative: str) -> dict[str, tuple[_Tie, ...]]:
    """The partnerships of the initiative by sphere (IRI), "" for those without."""
    asked = _TIES.replace("@initiative", iri(initiative))
    ties = found(store, asked, "?sphere", "?tie", "?partner")
    these = among({tie for _, tie, _ in ties})
    roles, where = texts(store, these, _ROLE), pages(store, these)
    named = labels(store, {partner for _, _, partner in ties if partner})
    by_sphere: dict[str, tuple[_Tie, ...]] = {}
    for sphere, tie, partner in ties:
        role = roles[tie].get(_ROLE, NOTHING)
        one = _Tie(tie, named.get(partner, NOTHING), role, where.get(tie, NOTHING))
        by_sphere[sphere] = (*by_sphere.get(sphere, ()), one)
    return by_sphere


def _spheres(
    store: Store, model: Framework, by_sphere: dict[str, tuple[_Tie, ...]]
) -> Iterator[_Sphere]:
    """Those of the model, then those that the graph uses beside it."""
    for member in model.members:
        yield _Sphere(member.iri, member.label, inside=True, ties=by_sphere.get(member.iri, ()))
    used = found(store, "?tie si:belongsToSphere ?sphere", "?sphere")
    inside = {member.iri for member in model.members}
    others = [sphere for (sphere,) in used if sphere not in inside]
    named = labels(store, others)
    for sphere in others:
        yield _Sphere(sphere, named[sphere], inside=False, ties=by_sphere.get(sphere, ()))


def _drawing(
    model: Framework, label: Text, spheres: Sequence[_Sphere], loose: Sequence[_Tie], language: str
) -> Drawing:
    around = [_circle(sphere, language) for sphere in spheres]
    notes = [filled(_LOOSE, "\n• ", _said(loose, "\n• "))] if loose else []
    notes += [filled(_SOURCE, model.pages), filled(_SOURCES, _sources(spheres, loose))]
    body = circles(label.in_(language), around, joined(notes, "\n").in_(language))
    beside = _Sphere("", NOTHING, inside=False, ties=tuple(loose))
    shown = [*spheres, beside] if loose else spheres
    rows = (row for sphere in shown for row in _rows(sphere, language))
    return Drawing(body, table_of(_COLUMNS, rows))


def _circle(sphere: _Sphere, language: str) -> Circle:
    name = sphere.label.in_(language) + " *" * (not sphere.inside)
    words = _said(sphere.ties, "\n") if sphere.ties else _UNKNOWN
    return Circle(name, words.in_(language), known=bool(sphere.ties))


def _said(ties: Sequence[_Tie], between: str) -> Text:
    """Who does what, one after the other."""
    return joined((tie.words for tie in ties), between)


def _sources(spheres: Sequence[_Sphere], loose: Sequence[_Tie]) -> Text:
    """Where it was found who takes part, each place once."""
    ties = [tie for sphere in spheres for tie in sphere.ties]
    return joined(dict.fromkeys(tie.pages for tie in [*ties, *loose]), "; ")


def _rows(sphere: _Sphere, language: str) -> Iterator[list[Cell]]:
    """A row for each partnership, or one where nothing is known."""
    inside = (_YES if sphere.inside else _NO).in_(language) if sphere.iri else None
    place = ox.NamedNode(sphere.iri) if sphere.iri else None
    first: list[Cell] = [sphere.label.in_(language), inside]
    for tie in sphere.ties:
        told = [text.in_(language) for text in (tie.partner, tie.role, tie.pages)]
        yield [*first, *told, place, ox.NamedNode(tie.iri)]
    if not sphere.ties:
        yield [*first, None, None, None, place, None]


def _description(label: Text, spheres: Sequence[_Sphere], loose: Sequence[_Tie]) -> Text:
    known = [sphere for sphere in spheres if sphere.ties]
    unknown = [sphere.label for sphere in spheres if not sphere.ties]
    return filled(
        _DESCRIPTION,
        thing=label,
        count=len(spheres),
        known=len(known),
        who=joined((filled(_SPHERE, s.label, _said(s.ties, " ")) for s in known), " "),
        unknown=joined(unknown) if unknown else _NONE,
        loose=filled(_LOOSE, " ", _said(loose, " ")) if loose else "",
    )
