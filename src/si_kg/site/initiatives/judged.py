"""What was judged of a thing, and where it was placed in frameworks: with the evidence."""

from dataclasses import dataclass

from si_kg.definitions.judgements import Outcome
from si_kg.descriptions import Named, described
from si_kg.labelling import labels_of
from si_kg.namespaces import ONTOLOGY, prologue
from si_kg.parameters import iri
from si_kg.search_index import fold
from si_kg.site.passages import distinct
from si_kg.site.place import Place
from si_kg.store import rows
from si_kg.untranslated import readable

_JUDGED = ("si:appliesCriterion", "si:hasOutcome", "si:evidence", "si:hasBasis", "si:citation")
_PLACED = ("si:isPlacedAt", "si:evidence", "si:relationToSource", "si:citation")
_FRAMEWORKS = f"""
{prologue("rdfs", "si", "skos")}
SELECT DISTINCT ?member ?framework ?label WHERE {{
  ?placement si:places @thing ; si:isPlacedAt ?member . ?member skos:inScheme ?framework .
  ?framework a si:Framework ; rdfs:label ?label . FILTER {readable("?framework", "?label")}
}}
ORDER BY ?member ?label
"""
_OURS = f"{ONTOLOGY}own"


@dataclass(frozen=True)
class Judgement:
    """One criterion: the evidence, what that rests on where no passage was noted, and where."""

    criterion: Named
    evidence: str
    basis: tuple[Named, ...]
    places: tuple[Named, ...]


@dataclass(frozen=True)
class Judged:
    """The judgements with one outcome: those with a passage, and those on all sources together."""

    outcome: str
    name: str
    judgements: tuple[Judgement, ...]

    @property
    def single(self) -> list[Judgement]:
        """Those of which it is known where the evidence stands."""
        return [each for each in self.judgements if not each.basis]

    @property
    def together(self) -> list[Judgement]:
        """Those that rest on all sources of the case."""
        return [each for each in self.judgements if each.basis]


@dataclass(frozen=True)
class Placement:
    """A place in a framework, and why; `ours` where we put it there and no source does."""

    framework: Named
    member: Named
    evidence: str
    ours: bool
    places: tuple[Named, ...]


def judged(place: Place, thing: str) -> list[Judged]:
    """The judgements of the thing (IRI) by outcome, from met to undetermined."""
    pattern = distinct(f"?thing si:judges {iri(thing)} .")
    found: dict[str, tuple[str, list[Judgement]]] = {}
    for said in described(place.graph.store, pattern, _JUDGED, place.language).values():
        outcome, criterion = said.things("si:hasOutcome")[0], said.things("si:appliesCriterion")[0]
        evidence = said.text("si:evidence") or ""
        basis, places = said.things("si:hasBasis"), said.things("si:citation")
        named = found.setdefault(outcome.iri.removeprefix(ONTOLOGY), (outcome.label, []))
        named[1].append(Judgement(criterion, evidence, basis, places))
    return [
        Judged(each.value, found[each][0], tuple(sorted(found[each][1], key=_by_criterion)))
        for each in Outcome
        if each in found
    ]


def placed(place: Place, thing: str) -> list[Placement]:
    """Where the thing (IRI) stands in frameworks, by framework."""
    store, language = place.graph.store, place.language
    text = _FRAMEWORKS.replace("@lang", language).replace("@thing", iri(thing))
    homes = {m.value: Named(f.value, label.value) for m, f, label in rows(store, text)}
    found = described(store, distinct(f"?thing si:places {iri(thing)} ."), _PLACED, language)
    members = {said.things("si:isPlacedAt")[0].iri for said in found.values()}
    labels = labels_of(store, members, language)
    placements = [
        Placement(
            homes.get(member.iri, member),
            Named(member.iri, labels[member.iri].value),
            said.text("si:evidence") or "",
            _OURS in {each.iri for each in said.things("si:relationToSource")},
            said.things("si:citation"),
        )
        for said in found.values()
        for member in said.things("si:isPlacedAt")[:1]
    ]
    return sorted(placements, key=lambda each: (fold(each.framework.label), each.member.label))


def _by_criterion(judgement: Judgement) -> str:
    return fold(judgement.criterion.label)
