"""The pictures there are: what each is called, what thing it shows, and how it is made."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from si_kg.definitions.clusters import clusters
from si_kg.definitions.comparison import Comparison
from si_kg.definitions.corpus import Corpus, Definition
from si_kg.definitions.labels import STRENGTHS
from si_kg.definitions.lattice import lattice
from si_kg.errors import ThingNotFound
from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY
from si_kg.parameters import iri
from si_kg.plots.faults import (
    NothingToDraw,
    PictureEmpty,
    PictureNeedsThing,
    PictureTakesNothing,
    ThingOfOtherKind,
)
from si_kg.plots.heat_map import heat_map
from si_kg.plots.helix import helices, helix
from si_kg.plots.ladders import evidence_ladder, participation_ladder
from si_kg.plots.lattice import lattice_picture, readable
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Picture
from si_kg.plots.reading import found, labels
from si_kg.plots.scaler_profile import scaled, scaler_profile
from si_kg.plots.timeline import timeline
from si_kg.plots.typology import problem_typology
from si_kg.store import Store
from si_kg.things import find

_MOST_OFFERED, _OR = 3, Text("{} of {}", "{} or {}")
_LEFT_OUT = Text(
    "Definities die niet zijn nagelezen of een andere herhalen, tellen niet mee ({}).",
    "Definitions that were not read or that repeat another do not count ({}).",
)
_SCOPES = ("law", "policy", "academic", "practice")


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its class (IRI) and what to call one."""

    iri: str
    label: Text


CONCEPT = Kind(ONTOLOGY + "Concept", Text("begrip", "concept"))
INITIATIVE = Kind(ONTOLOGY + "Initiative", Text("initiatief", "initiative"))


@dataclass(frozen=True)
class Recipe:
    """How one picture is made.

    `kind` is what it shows one of (None: it shows everything together), `choices` gives the things
    (IRIs) of which there is something to show, `make` the picture of one of them.
    """

    name: str
    title: Text
    make: Callable[[Store, str], Picture]
    kind: Kind | None = None
    choices: Callable[[Store], Sequence[str]] = lambda _: ()

    def draw(self, store: Store, thing: str | None) -> Picture:
        """The picture, of the thing that carries this name; raises what `plots.draw` says."""
        if self.kind is None:
            if thing is not None:
                raise PictureTakesNothing(picture=self.name, thing=thing)
            return self.make(store, "")
        return self.make(store, self._chosen(store, self.kind, thing))

    def _chosen(self, store: Store, kind: Kind, thing: str | None) -> str:
        choices = self.choices(store)
        if not choices:
            raise PictureEmpty(picture=self.name)
        facts = {"picture": self.name} | _in_both("kind", kind.label) | self._offer(store, choices)
        if thing is None:
            raise PictureNeedsThing(**facts)
        try:
            return find(store, thing, choices)
        except ThingNotFound:
            other = find(store, thing)
        facts |= _in_both("thing", labels(store, [other])[other])
        raise (NothingToDraw if _is_a(store, other, kind) else ThingOfOtherKind)(**facts)

    @staticmethod
    def _offer(store: Store, choices: Sequence[str]) -> dict[str, str]:
        """A few of the things to choose from, by their names."""
        *others, last = labels(store, choices[:_MOST_OFFERED]).values()
        offered = filled(_OR, joined(others), last) if others else last
        return _in_both("choices", offered)


def _in_both(name: str, text: Text) -> dict[str, str]:
    return {f"{name}_nl": text.nl, f"{name}_en": text.en}


def _is_a(store: Store, thing: str, kind: Kind) -> bool:
    classes = found(store, f"{iri(thing)} a/rdfs:subClassOf* ?class", "?class")
    return (kind.iri,) in classes


def _defined(least: int, counts: Callable[[Definition], bool]) -> Callable[[Store], list[str]]:
    """The concepts with at least so many definitions that count, the most defined first."""

    def choices(store: Store) -> list[str]:
        counted = Counter(d.concept for d in Corpus.from_store(store) if counts(d))
        return [concept for concept, number in counted.most_common() if number >= least]

    return choices


def compared(comparison: Comparison) -> Picture:
    """The heat map of a comparison: the definitions that take part in it, and no other."""
    return heat_map(comparison.name, comparison.corpus, STRENGTHS)


def _heat_map(store: Store, concept: str) -> Picture:
    corpus, note = _counted(store, concept)
    return heat_map(_label(store, concept), corpus, STRENGTHS, note=note)


def _by_family(store: Store, concept: str) -> Picture:
    corpus, note = _counted(store, concept)
    return heat_map(_label(store, concept), corpus, STRENGTHS, clusters(corpus), note)


def _timeline(store: Store, concept: str) -> Picture:
    corpus, note = _counted(store, concept)
    scopes = {scope: ONTOLOGY + scope for scope in _scopes(corpus)}
    named = labels(store, list(scopes.values()))
    titles = {scope: named[term] for scope, term in scopes.items()}
    return timeline(_label(store, concept), corpus, titles, note)


def _lattice(store: Store, concept: str) -> Picture:
    corpus, note = _counted(store, concept)
    return lattice_picture(_label(store, concept), corpus, readable(lattice(corpus)), note)


def _counted(store: Store, concept: str) -> tuple[Corpus, Text]:
    """The definitions that count where `compare` counts them, and how many do not."""
    every = Corpus.from_store(store).about(concept)
    counted = every.verified().original()
    left_out = len(every) - len(counted)
    return counted, filled(_LEFT_OUT, left_out) if left_out else NOTHING


def _label(store: Store, thing: str) -> Text:
    return labels(store, [thing])[thing]


def _scopes(corpus: Corpus) -> list[str]:
    """All settings, from the most binding to the least: a setting looks the same everywhere."""
    used = {definition.scope for definition in corpus}
    return [*_SCOPES, *sorted(used.difference(_SCOPES))]


_RECIPES = (
    Recipe(
        "heat-map",
        Text("Definities van een begrip naar criteria", "Definitions of a concept by criteria"),
        _heat_map,
        CONCEPT,
        _defined(1, lambda d: bool(d.criteria)),
    ),
    Recipe(
        "heat-map-by-family",
        Text("Hetzelfde, met families van definities", "The same, with families of definitions"),
        _by_family,
        CONCEPT,
        _defined(2, lambda d: d.verified and not d.restates),
    ),
    Recipe(
        "lattice",
        Text(
            "Welke definities welke criteria samen vereisen",
            "Which definitions require which criteria together",
        ),
        _lattice,
        CONCEPT,
        _defined(2, lambda d: d.verified and not d.restates and bool(d.required)),
    ),
    Recipe(
        "timeline",
        Text(
            "Definities van een begrip door de jaren heen",
            "Definitions of a concept over the years",
        ),
        _timeline,
        CONCEPT,
        _defined(1, lambda d: d.year is not None),
    ),
    Recipe(
        "participation-ladder",
        Text(
            "Niveaus van participatie, met wat erop staat",
            "Levels of participation, with what stands there",
        ),
        lambda store, _: participation_ladder(store),
    ),
    Recipe(
        "evidence-ladder",
        Text("Niveaus van bewijs, voor zover bekend", "Levels of evidence, as far as known"),
        lambda store, _: evidence_ladder(store),
    ),
    Recipe(
        "problem-typology",
        Text("Vier typen problemen op twee assen", "Four types of problem on two axes"),
        lambda store, _: problem_typology(store),
    ),
    Recipe(
        "scaler-profile",
        Text("Scalers van een initiatief", "Scalers of an initiative"),
        scaler_profile,
        INITIATIVE,
        scaled,
    ),
    Recipe(
        "helix",
        Text("Wie er aan een initiatief meedoen", "Who takes part in an initiative"),
        helix,
        INITIATIVE,
        helices,
    ),
)
PICTURES: Mapping[str, Recipe] = {recipe.name: recipe for recipe in _RECIPES}
