"""The page of a societal issue: what it is, what sort of problem, and what is done about it."""

from si_kg.descriptions import described_one
from si_kg.parameters import iri
from si_kg.site.passages import by_section
from si_kg.site.place import Place
from si_kg.site.told import about, facts
from si_kg.site.view import View
from si_kg.site.words import society as words

_TEXTS = ("rdfs:comment", "skos:definition", "skos:scopeNote", "skos:editorialNote", "si:citation")


def issue_page(place: Place, thing: str) -> View:
    """What the graph knows of the issue with this IRI."""
    said = described_one(place.graph.store, thing, (*_TEXTS, *words.ISSUE_FACTS), place.language)
    values = {
        "said": said,
        "facts": list(facts(said, words.ISSUE_FACTS)),
        "tackled": by_section(place, f"?thing si:addresses {iri(thing)} ."),
        "about": by_section(place, f"?thing si:isAbout {iri(thing)} ."),
    }
    return about(place, thing, "issue.html", values, texts=words.WORDS)
