"""The two ladders, of participation and of evidence, with what stands on their rungs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.namespaces import expand
from si_kg.plots.faults import PictureEmpty
from si_kg.plots.frameworks import EVIDENCE, PARTICIPATION, Framework, Member
from si_kg.plots.listing import Column, Entry, listing
from si_kg.plots.phrases import filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.reading import labels
from si_kg.plots.style import PAPER, shade
from si_kg.store import Store

_ROLE, _STYLE, _DEFINITION = "si:participantRole", "si:professionalStyle", "skos:definition"
_DISCREPANCY = "si:discrepancy"
_LABEL_WIDTH, _PLACED_WIDTH = 170, 200

_GUIDE = Text("{} {}", "{} {}")
_PARTICIPATION = Text(
    "Een ladder van {count} treden. Van boven naar beneden: {rungs}. Geplaatst: {placed}. Op "
    "{empty} treden is niets geplaatst.",
    "A ladder of {count} rungs. From top to bottom: {rungs}. Placed: {placed}. Nothing is placed "
    "on {empty} rungs.",
)
_EVIDENCE = Text(
    "Een ladder met {count} bekend niveau. {levels} Geplaatst: {placed}. {gap}",
    "A ladder with {count} known level. {levels} Placed: {placed}. {gap}",
)
_RUNG, _STANDS = Text("{} {}", "{} {}"), Text("{} op {}", "{} on {}")
_NONE = Text("niets", "nothing")
_EMPTY = Text("niets bekend", "nothing known")
_OTHERS = Text("andere niveaus", "other levels")
_LEVEL, _PLACED = Text("niveau", "level"), Text("hier geplaatst", "placed here")
_SAYS = Text("omschrijving", "description")
_DOTS = Text(
    "● plaatsing afgeleid uit de bron; ○ plaatsing van onszelf\n",
    "● placement derived from the source; ○ placement of our own\n",
)
_FOOT = Text("{}Bron: {}", "{}Source: {}")
_YES, _NO = Text("ja", "yes"), Text("nee", "no")
_FIRST = {"rung": Text("Trede", "Rung"), "label": Text("Niveau", "Level")}
_LAST = {
    "placed": Text("Geplaatst", "Placed"),
    "evidence": Text("Waarom", "Why"),
    "pages": Text("Gevonden in", "Found in"),
    "ours": Text("Door ons geplaatst", "Placed by us"),
    "member": Text("Niveau als ding", "Level as thing"),
    "thing": Text("Geplaatst als ding", "Placed as thing"),
}


@dataclass(frozen=True)
class _Property:
    """A text that each rung has: its property (a CURIE), heading and width."""

    curie: str
    heading: Text
    width: float


def participation_ladder(store: Store) -> Picture:
    """The levels of participation, most say at the top; raises PictureEmpty."""
    framework = Framework.read(store, PARTICIPATION, _ROLE, _STYLE)
    description = filled(
        _PARTICIPATION,
        count=len(framework.members),
        rungs=joined(filled(_RUNG, m.number, m.label) for m in framework.members[::-1]),
        placed=_stands(framework),
        empty=sum(not member.placed for member in framework.members),
    )
    guide = filled(_GUIDE, framework.text("rdfs:comment"), framework.text("si:positionMeaning"))
    words = (framework.title, guide, description)
    columns = _properties(store, {_ROLE: 150, _STYLE: 190})
    return _ladder("participation-ladder", framework, words, columns)


def evidence_ladder(store: Store) -> Picture:
    """The levels of evidence that the graph knows, and why it does not know the others.

    Raises PictureEmpty.
    """
    framework = Framework.read(store, EVIDENCE, _DEFINITION)
    description = filled(
        _EVIDENCE,
        count=len(framework.members),
        levels=joined((member.text(_DEFINITION) for member in framework.members), " "),
        placed=_stands(framework),
        gap=framework.text(_DISCREPANCY),
    )
    words = (framework.title, framework.text("rdfs:comment"), description)
    columns = [_Property(_DEFINITION, _SAYS, 390)]
    return _ladder("evidence-ladder", framework, words, columns)


def _ladder(
    name: str, framework: Framework, words: tuple[Text, Text, Text], properties: Sequence[_Property]
) -> Picture:
    if not framework.members:
        raise PictureEmpty(picture=name)
    return Picture.made(name, words, lambda language: _drawing(framework, properties, language))


def _properties(store: Store, widths: Mapping[str, float]) -> list[_Property]:
    """The columns for these properties (CURIEs), named as the graph names them."""
    iris = {property_: expand(property_) or property_ for property_ in widths}
    named = labels(store, list(iris.values()))
    return [_Property(curie, named[iris[curie]], width) for curie, width in widths.items()]


def _drawing(framework: Framework, properties: Sequence[_Property], language: str) -> Drawing:
    columns = [
        Column(_LEVEL.in_(language), _LABEL_WIDTH, strong=True),
        *(Column(given.heading.in_(language), given.width) for given in properties),
        Column(_PLACED.in_(language), _PLACED_WIDTH),
    ]
    rungs = framework.members[::-1]
    entries = [_entry(framework, member, properties, language) for member in rungs]
    if any(framework.text(_DISCREPANCY)) and properties[0].curie == _DEFINITION:
        gap = framework.text(_DISCREPANCY).in_(language)
        cells = (_OTHERS.in_(language), gap, _EMPTY.in_(language))
        entries.append(Entry("?", PAPER, cells, known=False, weak=frozenset({0, 1, 2})))
    dots = _DOTS if any(member.placed for member in rungs) else ""
    foot = filled(_FOOT, dots, framework.pages).in_(language)
    titles = _FIRST | {given.curie.partition(":")[2]: given.heading for given in properties} | _LAST
    rows = [row for member in rungs for row in _rows(member, properties, language)]
    return Drawing(listing(columns, entries, foot, ladder=True), table_of(titles, rows))


def _entry(
    framework: Framework, member: Member, properties: Sequence[_Property], language: str
) -> Entry:
    texts = tuple(member.text(given.curie).in_(language) for given in properties)
    cells = (member.label.in_(language), *texts, standing(member, language))
    weak = frozenset() if member.placed else frozenset({len(cells) - 1})
    fill = shade(framework.members.index(member), len(framework.members))
    return Entry(member.number, fill, cells, weak=weak)


def standing(member: Member, language: str) -> str:
    """What stands at a member, each on a line of its own; or that nothing is known.

    A full dot stands for a placement on the ground of the source, an open one for one of ours.
    """
    lines = [f"{'○' if p.ours else '●'} {p.label.in_(language)}" for p in member.placed]
    return "\n".join(lines) or _EMPTY.in_(language)


def _stands(framework: Framework) -> Text:
    """What is placed where, in words."""
    stands = [
        filled(_STANDS, placed.label, member.label)
        for member in framework.members
        for placed in member.placed
    ]
    return joined(stands) if stands else _NONE


def _rows(member: Member, properties: Sequence[_Property], language: str) -> Iterator[list[Cell]]:
    """A row for each thing that stands at the member, or one where nothing does."""
    texts = [member.text(given.curie).in_(language) for given in properties]
    first: list[Cell] = [member.number, member.label.in_(language), *texts]
    thing = ox.NamedNode(member.iri)
    for placed in member.placed:
        ours = (_YES if placed.ours else _NO).in_(language)
        why = [placed.evidence.in_(language), placed.pages.in_(language)]
        yield [*first, placed.label.in_(language), *why, ours, thing, ox.NamedNode(placed.iri)]
    if not member.placed:
        yield [*first, None, None, None, None, thing, None]
