"""The claims of the graph that nobody has shown to hold, and the wordings that stand for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from si_kg.drafts.wordings import Wording, read_words, wordings
from si_kg.namespaces import ID, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import readable

CLAIM_WORDS = "claim_words.yaml"

_CLAIMS = f"""
{prologue("rdfs", "si")}
SELECT DISTINCT ?claim ?statement ?standing ?subject ?asserter ?place ?number
WHERE {{
  VALUES ?claim {{ @claims }}
  VALUES ?unshown {{ si:assumed si:contested si:notKnown }}
  ?claim si:statement ?statement ; si:hasStanding ?unshown ; si:isAbout ?subject ;
    si:isAssertedBy ?voice ; si:citation ?where .
  ?unshown rdfs:label ?standing . ?voice rdfs:label ?asserter . ?where rdfs:label ?place .
  OPTIONAL {{ ?where si:page ?number }}
  FILTER (LANG(?statement) = "@lang" && LANG(?standing) = "@lang")
  FILTER {readable("?voice", "?asserter")} FILTER {readable("?where", "?place")}
}}
ORDER BY ?claim ?subject ?asserter ?number ?place
"""


@dataclass(frozen=True)
class Claim:
    """A claim (IRI): what it says, how it stands, its subjects (IRIs), who says so, and where."""

    iri: str
    statement: str
    standing: str
    subjects: tuple[str, ...]
    asserters: tuple[str, ...]
    places: tuple[str, ...]
    wordings: tuple[Wording, ...]


def read_claims(store: Store, language: str) -> Sequence[Claim]:
    """The claims that have words, as far as the graph holds them and nobody has shown them."""
    entries = {ID + each: entry for entry in read_words(CLAIM_WORDS) for each in entry["claims"]}
    text = _CLAIMS.replace("@lang", language).replace("@claims", " ".join(map(iri, entries)))
    facts = [tuple(term.value if term else "" for term in row) for row in rows(store, text)]
    return [
        _claim(entries[claim], list(group)) for claim, group in groupby(facts, key=itemgetter(0))
    ]


def _claim(entry: dict[str, Any], facts: Sequence[tuple[str, ...]]) -> Claim:
    """The claim of these rows, with its words; an entry may narrow down what it is about."""
    claim, statement, standing, *_ = facts[0]
    about = [ID + subject for subject in entry.get("about", ())]
    subjects, asserters, places = (
        tuple(dict.fromkeys(row[column] for row in facts)) for column in (3, 4, 5)
    )
    near = tuple(subject for subject in subjects if not about or subject in about)
    return Claim(claim, statement, standing, near, asserters, places, wordings(entry))
