"""The definitions of one concept side by side: what they ask, agree on, and decide."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from si_kg.definitions.comparison import compare
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.labels import STRENGTHS
from si_kg.definitions.vagueness import Resampler
from si_kg.descriptions import Named, described
from si_kg.documents.pack_words import COMPARED
from si_kg.errors import DefinitionsMissing, NameAmbiguous, ThingNotFound
from si_kg.parameters import iri
from si_kg.site import addresses
from si_kg.site.comparing.told import RESAMPLES, Told, told
from si_kg.site.comparing.wish import Wish
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import comparing as words
from si_kg.store import Store
from si_kg.things import find

_FEWEST = 2


class Offered(NamedTuple):
    """A definition to tick."""

    definition: Named
    verified: bool
    ticked: bool


@dataclass
class Form:
    """The form: the concepts, each with how many definitions it has, and what was filled in.

    `chosen` is the concept (IRI) that the address means; `foreign` is how many of the ticked
    definitions are not of that concept; `refused` and `few` tell what is wrong.
    """

    wish: Wish
    concepts: dict[Named, int]
    strengths: dict[str, str]
    chosen: str = ""
    offered: list[Offered] = field(default_factory=list)
    foreign: int = 0
    refused: str = ""
    few: str = ""

    @property
    def label(self) -> str:
        """The name of the concept that is chosen."""
        return next(named.label for named in self.concepts if named.iri == self.chosen)


def compare_page(place: Place) -> View:
    """The comparison that the address asks for; without a concept, what can be compared.

    What is wrong in the address is told beside the field.
    """
    store, language = place.graph.store, place.language
    corpus = Corpus.from_store(store)
    strengths = {each.value: text.in_(language) for each, text in STRENGTHS.items()}
    form = Form(Wish.of(place.visit), _concepts(store, corpus, language), strengths)
    title = words.WORDS["title"].in_(language)
    if not form.wish.concept:
        return _view(title, form)
    try:
        form.chosen = find(store, form.wish.concept, [each.iri for each in form.concepts])
    except (ThingNotFound, NameAmbiguous):
        form.refused = words.WORDS["refused"].in_(language).format(form.wish.concept)
        return _view(title, form, status=404)
    return _compared(place, form, corpus.about(form.chosen))


def _compared(place: Place, form: Form, corpus: Corpus) -> View:
    language = place.language
    known = form.wish.known(corpus)
    form.foreign = len(form.wish.definitions) - len(known)
    form.offered = [
        Offered(
            Named(each.iri, each.label.in_(language)),
            each.verified,
            addresses.local(each.iri) in known,
        )
        for each in corpus
    ]
    title = COMPARED.in_(language).format(form.label)
    choice = form.wish.choice(corpus)
    try:
        found = compare(place.graph.store, form.chosen, choice, Resampler(RESAMPLES))
    except DefinitionsMissing:
        form.few = words.WORDS["few"].in_(language)
        return _view(title, form, status=400)
    return _view(title, form, told(place.graph.store, found, form.wish, language))


def _view(title: str, form: Form, found: Told | None = None, status: int = 200) -> View:
    return View(
        "compare.html",
        title,
        {"form": form, "found": found, "draws": RESAMPLES},
        words.WORDS,
        status=status,
    )


def _concepts(store: Store, corpus: Corpus, language: str) -> dict[Named, int]:
    """The concepts of which enough definitions have criteria, the most defined first."""
    counted = Counter(each.concept for each in corpus)
    values = " ".join(iri(each) for each, times in counted.items() if times >= _FEWEST)
    said = described(store, f"VALUES ?thing {{ {values} }}", ["rdfs:label"], language)
    named = [Named(each, one.text("rdfs:label") or "") for each, one in said.items()]
    ordered = sorted(named, key=lambda each: (-counted[each.iri], each.label))
    return {each: counted[each.iri] for each in ordered}
