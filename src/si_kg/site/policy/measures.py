"""The measures with which a government can further social innovation, and each by itself."""

from dataclasses import dataclass

from si_kg.descriptions import Description, Named, described, described_one
from si_kg.namespaces import ID
from si_kg.parameters import iri
from si_kg.site.passages import by_section, distinct
from si_kg.site.place import Place
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import policy as words
from si_kg.site.words import told as told_words

_FRAMEWORK = f"{ID}policy-measures"
_LIST = (
    "rdfs:label",
    "rdfs:comment",
    "skos:definition",
    "skos:example",
    "si:position",
    "si:canBeTakenBy",
    "si:citation",
)
_TEXTS = (*_LIST, "skos:scopeNote", "skos:editorialNote", "si:discrepancy")
_ABOUT_ALL = (
    "rdfs:label",
    "rdfs:comment",
    "skos:scopeNote",
    "si:positionMeaning",
    "skos:editorialNote",
    "si:isDerivedFrom",
    "si:citation",
)


@dataclass(frozen=True)
class Example:
    """What illustrates a measure, and what it is."""

    thing: Named
    description: str


def measures(place: Place) -> View:
    """All measures in their order, with who can take them and what illustrates them."""
    store, language = place.graph.store, place.language
    return View(
        "measures.html",
        words.WORDS["measures"].in_(language),
        {
            "whole": described_one(store, _FRAMEWORK, _ABOUT_ALL, language),
            "measures": ordered(place),
            "examples": _examples(place),
        },
        {**told_words.WORDS, **words.WORDS},
        section="policy",
    )


def measure_page(place: Place, thing: str) -> View:
    """The page of the measure with this IRI."""
    store, language = place.graph.store, place.language
    properties = (*_TEXTS, *words.MEASURE_FACTS)
    said = described_one(store, thing, properties, language)
    order = [Named(each.thing, each.text("rdfs:label") or "") for each in ordered(place)]
    here = next((at for at, each in enumerate(order) if each.iri == thing), None)
    values = {
        "said": said,
        "facts": list(facts(said, words.MEASURE_FACTS)),
        "examples": _examples(place).get(thing, []),
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
        "before": order[here - 1] if here else None,
        "after": order[here + 1] if here is not None and here + 1 < len(order) else None,
    }
    return about(place, thing, "measure.html", values, texts=words.WORDS, section="policy")


def ordered(place: Place) -> list[Description]:
    """Every measure, in the order of their numbers."""
    pattern = distinct("?thing a si:PolicyMeasure")
    found = described(place.graph.store, pattern, _LIST, place.language).values()
    return sorted(found, key=lambda said: (int(said.text("si:position") or 0), said.thing))


def _examples(place: Place) -> dict[str, list[Example]]:
    """What illustrates each measure (IRI)."""
    pattern = distinct("?thing si:illustrates ?measure")
    properties = ("rdfs:label", "dcterms:description", "si:illustrates")
    found: dict[str, list[Example]] = {}
    for thing, said in described(place.graph.store, pattern, properties, place.language).items():
        named = Named(thing, said.text("rdfs:label") or "")
        for measure in said.things("si:illustrates"):
            example = Example(named, said.text("dcterms:description") or "")
            found.setdefault(measure.iri, []).append(example)
    return found
