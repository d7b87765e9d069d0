"""The page of a person or an organisation: post, what it does, what it says, what it wrote."""

from collections.abc import Iterable
from dataclasses import dataclass

from si_kg.descriptions import Named, described, described_one
from si_kg.namespaces import expand, prologue, shorten
from si_kg.parameters import iri
from si_kg.site.passages import by_section, distinct
from si_kg.site.place import Place
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import society as words
from si_kg.store import rows
from si_kg.untranslated import readable

# who says more than this is better asked by a canned query
_MOST = 60
_TEXTS = (
    "dcterms:description",
    "si:citation",
    "si:discrepancy",
    "skos:scopeNote",
    "skos:editorialNote",
)
_ROLES = f"""
{prologue("rdfs", "si")}
SELECT DISTINCT ?role ?thing ?label WHERE {{
  VALUES ?role {{ @roles }}
  {{ ?thing ?role @actor }} UNION
  {{ ?tie si:hasPartner @actor ; si:concernsInitiative ?thing . BIND (si:hasPartner AS ?role) }}
  ?thing rdfs:label ?label . FILTER {readable("?thing", "?label")}
  FILTER NOT EXISTS {{ ?thing a si:Partnership }}
}}
ORDER BY ?label ?thing
"""


@dataclass(frozen=True)
class Post:
    """What someone does (or did) where; `titles` are empty where that is not known."""

    titles: tuple[str, ...]
    where: tuple[Named, ...]


@dataclass(frozen=True)
class Work:
    """A work: its year and its title, in the language of that."""

    thing: Named
    year: str
    title: str
    language: str | None


def actor_page(place: Place, thing: str) -> View:
    """What the graph knows of the person or organisation with this IRI."""
    store, language = place.graph.store, place.language
    said = described_one(store, thing, (*_TEXTS, *words.ACTOR_FACTS), language)
    people = f"?thing si:hasAffiliation/si:isAffiliatedWith {iri(thing)} ."
    values = {
        "said": said,
        "facts": list(facts(said, words.ACTOR_FACTS)),
        "posts": _posts(place, thing),
        "roles": _roles(place, thing),
        "people": _named(place, people),
        "said_by": by_section(place, f"?thing si:isAssertedBy|si:isSpokenBy {iri(thing)} ."),
        "most": _MOST,
        "works": _works(place, thing),
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
    }
    return about(place, thing, "actor.html", values, texts=words.WORDS)


def _posts(place: Place, thing: str) -> list[Post]:
    pattern = distinct(f"{iri(thing)} si:hasAffiliation ?thing")
    properties = ("si:jobTitle", "si:isAffiliatedWith")
    found = described(place.graph.store, pattern, properties, place.language).values()
    return [Post(s.texts("si:jobTitle"), s.things("si:isAffiliatedWith")) for s in found]


def _roles(place: Place, thing: str) -> dict[str, list[Named]]:
    """What it does, by what it is called there; a thing in which it is only named comes last."""
    text = _ROLES.replace("@lang", place.language).replace("@actor", iri(thing))
    text = text.replace("@roles", " ".join(map(iri, filter(None, map(expand, words.ROLES)))))
    found: dict[str, list[Named]] = {role: [] for role in words.ROLES}
    for role, other, label in rows(place.graph.store, text):
        found[shorten(role.value)].append(Named(other.value, label.value))
    told = {words.ROLES[role].in_(place.language): things for role, things in found.items()}
    return {name: things for name, things in told.items() if things}


def _named(place: Place, pattern: str) -> Iterable[Named]:
    found = described(place.graph.store, distinct(pattern), ("rdfs:label",), place.language)
    things = (Named(thing, said.text("rdfs:label") or "") for thing, said in found.items())
    return sorted(things, key=lambda each: each.label)


def _works(place: Place, thing: str) -> list[Work]:
    pattern = distinct(f"?thing a si:Source ; dcterms:creator|dcterms:contributor {iri(thing)}")
    properties = ("rdfs:label", "dcterms:issued", "dcterms:title")
    works = []
    for work, said in described(place.graph.store, pattern, properties, place.language).items():
        titles = said.tagged("dcterms:title")
        title, language = (titles[0].value, titles[0].language) if titles else ("", None)
        named = Named(work, said.text("rdfs:label") or "")
        works.append(Work(named, (said.text("dcterms:issued") or "")[:4], title, language))
    return sorted(works, key=lambda each: (each.year, each.thing.label))
