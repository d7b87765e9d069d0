"""What was taken from a source, or says something of a thing: gathered by kind, in our words."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.descriptions import Description, Named, described
from si_kg.namespaces import GRAPH, OWN, expand, prologue
from si_kg.search_index import fold
from si_kg.site.figures import figure
from si_kg.site.place import Place
from si_kg.site.words.passages import SECTIONS
from si_kg.store import Store, rows

# a thing stands in the section of the first of these classes that it has
_CLASSES = {
    "si:Definition": "definitions",
    "si:Claim": "claims",
    "si:Measurement": "figures",
    "si:Judgement": "judgements",
    "si:Placement": "placements",
    "si:Framework": "frameworks",
    "si:FrameworkMember": "frameworks",
    "si:Criterion": "criteria",
    "si:Initiative": "initiatives",
    "si:Programme": "policy",
    "si:LegalInstrument": "policy",
    "si:PolicyGoal": "policy",
    "si:Proposal": "policy",
    "si:Actor": "actors",
    "si:Place": "places",
    "si:Source": "sources",
    "si:Concept": "concepts",
}
_TEXTS = (
    "si:statement",
    "si:paraphrase",
    "skos:definition",
    "dcterms:description",
    "si:evidence",
    "rdfs:comment",
)
_PROPERTIES = (
    "rdfs:label",
    *_TEXTS,
    "si:quotation",
    "si:quotationTranslation",
    "si:originalLanguage",
    "si:isSpokenBy",
    "si:hasStanding",
    "si:isAssertedBy",
    "si:citation",
    "si:discrepancy",
    "si:statedAs",
    "si:value",
    "si:lowerBound",
    "si:upperBound",
    "si:hasUnit",
    "si:observedOn",
    "si:periodStart",
    "si:periodEnd",
)
_KINDS = f"""
{prologue("dcterms", "rdfs", "si")}
SELECT DISTINCT ?thing ?kind ?top WHERE {{
  @which
  {{
    GRAPH ?stated {{ ?thing a ?class }}
    FILTER (?stated = <{GRAPH}data> || STRSTARTS(STR(?stated), "{OWN}"))
  }}
  ?class rdfs:label ?kind . FILTER (LANG(?kind) = "@lang")
  OPTIONAL {{ ?class rdfs:subClassOf* ?top . VALUES ?top {{ @tops }} }}
}}
ORDER BY ?thing ?kind
"""


@dataclass(frozen=True)
class Passage:
    """One thing in our words, with what was quoted, who says it, and where it stands.

    `standing` is what a claim is worth, `oddities` say where the source does not add up.
    """

    thing: Named
    kind: str
    text: str
    quotation: ox.Literal | None
    translation: ox.Literal | None
    speakers: tuple[Named, ...]
    standing: Named | None
    asserted_by: tuple[Named, ...]
    places: tuple[Named, ...]
    oddities: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Passages of one sort: the name in the address, what it is called, and the passages."""

    key: str
    name: str
    passages: tuple[Passage, ...]


def gathered(place: Place, which: str) -> list[Section]:
    """The things that `which` binds, a pattern in SPARQL that binds ?thing, by section."""
    store, language = place.graph.store, place.language
    once = distinct(which)
    kinds = _kinds(store, once, language)
    found: dict[str, list[Passage]] = {key: [] for key in SECTIONS}
    for thing, said in described(store, once, _PROPERTIES, language).items():
        key, kind = kinds.get(thing, ("others", ""))
        found[key].append(_passage(said, kind))
    return [
        Section(key, name.in_(language), tuple(sorted(found[key], key=_order)))
        for key, name in SECTIONS.items()
        if found[key]
    ]


def distinct(which: str) -> str:
    """The same pattern, which binds each ?thing once and nothing else."""
    return f"{{ SELECT DISTINCT ?thing WHERE {{ {which} }} }}"


def by_section(place: Place, which: str) -> defaultdict[str, tuple[Passage, ...]]:
    """The same by the name of the section; a section without passages is empty."""
    found = ((each.key, each.passages) for each in gathered(place, which))
    return defaultdict(tuple, found)


def _kinds(store: Store, which: str, language: str) -> dict[str, tuple[str, str]]:
    """Section and kind of each thing; a thing of two kinds is told by the first."""
    tops = {expand(curie): key for curie, key in _CLASSES.items()}
    order = [*_CLASSES.values(), "others"]
    text = _KINDS.replace("@which", which).replace("@lang", language)
    text = text.replace("@tops", " ".join(_CLASSES))
    found: dict[str, tuple[str, str]] = {}
    for thing, kind, top in rows(store, text):
        key = tops[top.value] if top else "others"
        known = found.setdefault(thing.value, (key, kind.value))
        if order.index(key) < order.index(known[0]):
            found[thing.value] = (key, kind.value)
    return found


def _passage(said: Description, kind: str) -> Passage:
    text = next(filter(None, map(said.text, _TEXTS)), "") or figure(said)
    quoted = next(iter([*said.tagged("si:quotation"), *said.tagged("si:statedAs")]), None)
    return Passage(
        Named(said.thing, said.text("rdfs:label") or text),
        kind,
        text,
        _in_its_language(quoted, said) if quoted else None,
        _translation(said),
        said.things("si:isSpokenBy"),
        next(iter(said.things("si:hasStanding")), None),
        said.things("si:isAssertedBy"),
        said.things("si:citation"),
        said.texts("si:discrepancy"),
    )


def _in_its_language(quoted: ox.Literal, said: Description) -> ox.Literal:
    """The quotation with the language in which it was written, where that is known."""
    tag = quoted.language or said.text("si:originalLanguage")
    return ox.Literal(quoted.value, language=tag) if tag else quoted


def _translation(said: Description) -> ox.Literal | None:
    """Our translation, where the reader needs one."""
    ours = (each for each in said.tagged("si:quotationTranslation"))
    return next((each for each in ours if each.language in {None, said.language}), None)


def _order(passage: Passage) -> tuple[str, str]:
    return fold(passage.thing.label), passage.thing.iri


def counted(sections: Collection[Section]) -> int:
    """How many passages there are in all."""
    return sum(len(each.passages) for each in sections)


def oddities(sections: Collection[Section]) -> Iterator[tuple[Named, str]]:
    """What does not add up, with what it is about."""
    for section in sections:
        for passage in section.passages:
            yield from ((passage.thing, text) for text in passage.oddities)
