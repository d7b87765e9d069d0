"""Terms with two meanings, and the words that show which of them is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from si_kg.drafts.wordings import Wording, read_words, wordings
from si_kg.namespaces import ID, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import readable

SENSE_WORDS = "sense_words.yaml"

_DIFFERENCE = f"""
{prologue("dcterms", "rdfs", "si")}
SELECT ?concept ?label ?description ?place
WHERE {{
  @difference si:distinguishes ?concept ; dcterms:description ?description ; si:citation ?where .
  ?concept rdfs:label ?label . ?where rdfs:label ?place .
  FILTER (LANG(?description) = "@lang")
  FILTER {readable("?concept", "?label")} FILTER {readable("?where", "?place")}
}}
ORDER BY ?concept ?place
"""


@dataclass(frozen=True)
class Sense:
    """One meaning of a term: the concept (IRI) that has it, its label, the words that show it."""

    concept: str
    label: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class Homonym:
    """A term (the concept of the first sense) with two meanings, and the difference (IRI)."""

    difference: str
    description: str
    places: tuple[str, ...]
    senses: tuple[Sense, ...]

    @property
    def term(self) -> str:
        """The concept (IRI) whose name has both meanings."""
        return self.senses[0].concept


def read_homonyms(store: Store, language: str) -> Sequence[Homonym]:
    """The terms with two meanings, as far as the graph keeps these apart."""
    found = []
    for entry in read_words(SENSE_WORDS):
        difference = ID + entry["difference"]
        text = _DIFFERENCE.replace("@lang", language).replace("@difference", iri(difference))
        facts = [tuple(term.value for term in row) for row in rows(store, text)]
        labels = {concept: label for concept, label, *_ in facts}
        senses = tuple(
            Sense(ID + sense["concept"], labels[ID + sense["concept"]], wordings(sense))
            for sense in entry["senses"]
            if ID + sense["concept"] in labels
        )
        if len(senses) == len(entry["senses"]):
            places = tuple(dict.fromkeys(place for *_, place in facts))
            found.append(Homonym(difference, facts[0][2], places, senses))
    return found
