"""The lattice drawn: which definitions share which required criteria, from wide to narrow."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from si_kg.definitions.corpus import Corpus
from si_kg.definitions.lattice import Lattice, Node
from si_kg.errors import PartMissing
from si_kg.language import LANGUAGES, Text
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.sheet import Mark, at, boxes, dots, legend, lines, sheet, texts
from si_kg.plots.style import INK, PAPER, QUIET, SHADES, SMALL, folded, width_of

_NARROWEST, _ASIDE, _LINE, _BETWEEN, _LINK = 90, 8, 12, 58, "#c4c4c4"
_LARGEST, _SMALLEST = 2500, 260  # in square pixels, as wide as the circle
_WIDEST = 12

_TITLE = Text("Wat definities van ‘{}’ samen vereisen", "What definitions of ‘{}’ require together")
_GUIDE = Text(
    "Elke cirkel is een groep definities die dezelfde criteria vereisen; het getal zegt hoeveel. "
    "Een groep vereist de criteria bij haar eigen cirkel en bij alle cirkels erboven waarmee zij "
    "verbonden is. Onder een cirkel staan de definities die precies dat vereisen.{cut}",
    "Each circle is a group of definitions that require the same criteria; the number says how "
    "many. A group requires the criteria at its own circle and at all circles above that it is "
    "connected with. Below a circle stand the definitions that require exactly that.{cut}",
)
_CUT = Text(
    " Groepen van minder dan {} definities zijn weggelaten.",
    " Groups of fewer than {} definitions are left out.",
)
_DESCRIPTION = Text(
    "Een tralie van {nodes} groepen uit {definitions} definities, in {layers} lagen: van boven "
    "naar beneden vereisen steeds minder definities steeds meer criteria samen. De grootste "
    "groepen met één criterium: {single}. De grootste met twee of meer: {several}.",
    "A lattice of {nodes} groups from {definitions} definitions, in {layers} layers: from top to "
    "bottom fewer and fewer definitions require more and more criteria together. The largest "
    "groups with one criterion: {single}. The largest with two or more: {several}.",
)
_GROUP, _NONE = Text("{} ({})", "{} ({})"), Text("geen", "none")
_SHARED = (
    Text("niets gemeen", "nothing shared"),
    Text("1 criterium", "1 criterion"),
    Text("{} criteria", "{} criteria"),
)
_KEYS = (
    Text("hier staat een criterium voor het eerst", "a criterion appears here first"),
    Text("combinatie van criteria erboven", "combination of criteria above"),
)
_MOST_NAMED = 3
_COLUMNS = {
    "size": Text("Definities", "Definitions"),
    "shared": Text("Gedeelde criteria", "Shared criteria"),
    "criteria": Text("Alle vereisten zij", "All of them require"),
    "definitions": Text("Welke definities", "Which definitions"),
    "own": Text("Precies deze criteria vereisen", "Require exactly these criteria"),
}


@dataclass(frozen=True)
class _Group:
    """A node of the lattice with what is written at its circle."""

    node: Node
    above: str
    below: str
    radius: float

    @property
    def depth(self) -> int:
        return len(self.node.intent)


def lattice_picture(
    concept: Text, corpus: Corpus, lattice: Lattice, note: Text = NOTHING
) -> Picture:
    """The lattice of the definitions of `corpus`; empty groups are not drawn.

    `note` is added to how the picture is to be read. Raises PartMissing without the extra `plots`.
    """
    shown = lattice.supported(max(lattice.support, 1))
    cut = filled(_CUT, shown.support) if shown.support > 1 else ""
    guide = joined([filled(_GUIDE, cut=cut), note], " ")
    words = (filled(_TITLE, concept), guide, _description(shown, corpus))
    return Picture.made("lattice", words, lambda language: _drawing(shown, corpus, language))


def readable(lattice: Lattice) -> Lattice:
    """The iceberg of the lattice that has no more groups beside each other than can be read."""
    return next(
        part
        for part in map(lattice.supported, count(1))
        if max(Counter(len(node.intent) for node in part.nodes).values(), default=0) <= _WIDEST
    )


def _drawing(lattice: Lattice, corpus: Corpus, language: str) -> Drawing:
    column = _column_width(lattice, corpus)
    groups = list(_groups(lattice, corpus, column, language))
    across, down = _columns(lattice), _depths(groups)
    width = (max(across) + 1) * column
    height = max(down.values()) + max(_under(group) for group in groups)
    marks = [
        at((x + 0.5) * column, down[group.depth]) | _mark(group)
        for group, x in zip(groups, across, strict=True)
    ]
    above = [_words(mark, "above", -1) for mark in marks if mark["above"]]
    below = [_words(mark, "below", 1) for mark in marks if mark["below"]]
    links = [
        at(marks[upper]["x"], marks[upper]["y"], mark["x"], mark["y"])
        for mark, node in zip(marks, lattice.nodes, strict=True)
        for upper in node.above
    ]
    depths = [at(0, y, width, y) | {"depth": depth} for depth, y in down.items()]
    names = [at(-10, mark["y"]) | {"text": _shared(mark["depth"], language)} for mark in depths]
    small = {"fontSize": SMALL, "lineHeight": _LINE}
    body = sheet(
        width,
        height,
        lines("depths", depths, strokeDash=[2, 4]),
        texts("depth-names", names, align="right", color=QUIET),
        lines("links", links, color=_LINK),
        boxes("paper", list(_behind(above + below)), fill=PAPER, opacity=0.85),
        dots("groups", marks, strokeWidth=1),
        texts("sizes", marks, fontSize=SMALL, fontWeight="bold"),
        texts("criteria", above, **small),
        texts("definitions", below, **small, color=QUIET),
        *legend(_key(language), 12, height + 36),
    )
    rows = (_record(node, corpus, language) for node in lattice.nodes)
    return Drawing(body, table_of(_COLUMNS, rows))


def _column_width(lattice: Lattice, corpus: Corpus) -> float:
    """Wide enough for the names of the definitions that are written."""
    written = {definition for node in lattice.nodes for definition in node.own_definitions}
    names = (width_of(d.notation, SMALL) for d in corpus if d.iri in written)
    return max(_NARROWEST, *names, 0) + _ASIDE


def _groups(lattice: Lattice, corpus: Corpus, column: float, language: str) -> Iterator[_Group]:
    names = {definition.iri: definition.notation for definition in corpus}
    largest = max(len(node.extent) for node in lattice.nodes)
    for node in lattice.nodes:
        criteria = _listed(node.own_criteria, corpus, language)
        below = "\n".join(names[definition] for definition in node.own_definitions)
        area = max(_LARGEST * len(node.extent) / largest, _SMALLEST)
        yield _Group(node, folded(criteria, column - _ASIDE, SMALL), below, math.sqrt(area) / 2)


def _columns(lattice: Lattice) -> list[float]:
    """The column of each node, so that few lines cross, as the layout of Sugiyama puts them."""
    try:
        from igraph import Graph
    except ImportError:
        raise PartMissing(extra="plots") from None
    links = [(upper, place) for place, node in enumerate(lattice.nodes) for upper in node.above]
    graph = Graph(n=len(lattice), edges=links, directed=True)
    layout = graph.layout_sugiyama(layers=[len(node.intent) for node in lattice.nodes])
    across = [layout[place][0] for place in range(len(lattice))]
    others = [x for x, node in zip(across, lattice.nodes, strict=True) if node.intent] or across
    first, middle = min(others), (max(others) - min(others)) / 2
    # the group of all definitions stands alone in its layer: in the middle it spreads its lines
    return [x - first if n.intent else middle for x, n in zip(across, lattice.nodes, strict=True)]


def _depths(groups: Sequence[_Group]) -> dict[int, float]:
    """Where each layer lies: as many pixels down as the words between the layers need."""
    places: dict[int, float] = {}
    y = 0.0
    for depth in sorted({group.depth for group in groups}):
        layer = [group for group in groups if group.depth == depth]
        y += max(_over(group) for group in layer) + (_BETWEEN if places else 0)
        places[depth] = y
        y += max(_under(group) for group in layer)
    return places


def _over(group: _Group) -> float:
    return group.radius + _LINE * len(group.above.splitlines())


def _under(group: _Group) -> float:
    return group.radius + _LINE * len(group.below.splitlines())


def _mark(group: _Group) -> Mark:
    fill = SHADES[1] if group.node.own_criteria else PAPER
    return {
        "text": str(len(group.node.extent)),
        "above": group.above,
        "below": group.below,
        "radius": round(group.radius, 1),
        "shape": "circle",
        "area": round(4 * group.radius**2),
        "fill": fill,
        "stroke": INK,
    }


def _words(mark: Mark, where: str, direction: int) -> Mark:
    """The words above (-1) or below (1) a circle, at the place of their first line."""
    extra = len(mark[where].splitlines()) - 1
    y = mark["y"] + direction * (mark["radius"] + 3 + _LINE / 2) - _LINE * extra * (direction < 0)
    return at(mark["x"], y) | {"text": mark[where]}


def _behind(words: Sequence[Mark]) -> Iterator[Mark]:
    """Paper behind words, so that no line runs through them."""
    for word in words:
        half = width_of(word["text"], SMALL) / 2
        top = word["y"] - _LINE / 2
        high = _LINE * len(word["text"].splitlines())
        yield at(word["x"] - half, top, word["x"] + half, top + high)


def _key(language: str) -> list[Mark]:
    look = {"shape": "circle", "area": _SMALLEST, "stroke": INK}
    return [
        look | {"text": words.in_(language), "fill": fill}
        for words, fill in zip(_KEYS, (SHADES[1], PAPER), strict=True)
    ]


def _shared(depth: int, language: str) -> str:
    return _SHARED[min(depth, 2)].in_(language).format(depth)


def _listed(criteria: Iterable[str], corpus: Corpus, language: str) -> str:
    return "; ".join(sorted(corpus.criteria[iri].label.in_(language) for iri in criteria))


def _record(node: Node, corpus: Corpus, language: str) -> list[Cell]:
    within = [d.notation for d in corpus if d.iri in node.extent]
    exactly = [d.notation for d in corpus if d.iri in node.own_definitions]
    return [
        len(node.extent),
        len(node.intent),
        _listed(node.intent, corpus, language),
        "; ".join(within),
        "; ".join(exactly),
    ]


def _description(lattice: Lattice, corpus: Corpus) -> Text:
    return filled(
        _DESCRIPTION,
        nodes=len(lattice),
        definitions=len(frozenset().union(*(node.extent for node in lattice.nodes))),
        layers=len({len(node.intent) for node in lattice.nodes}),
        single=_largest((node for node in lattice.nodes if len(node.intent) == 1), corpus),
        several=_largest((node for node in lattice.nodes if len(node.intent) > 1), corpus),
    )


def _largest(nodes: Iterable[Node], corpus: Corpus) -> Text:
    """What the largest of these groups require, with the number of definitions in each."""
    first = sorted(nodes, key=lambda node: -len(node.extent))[:_MOST_NAMED]
    named = []
    for node in first:
        criteria = Text(*(_listed(node.intent, corpus, language) for language in LANGUAGES))
        named.append(filled(_GROUP, criteria, len(node.extent)))
    return joined(named) if named else _NONE
