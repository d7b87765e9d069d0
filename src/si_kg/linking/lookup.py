"""Look names up at a SPARQL endpoint: politely, and each question once."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import sleep, time

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.linking.entry import Entry, Name
from si_kg.linking.reading.entries import Entries
from si_kg.linking.reading.vocabularies import from_triples
from si_kg.namespaces import prologue
from si_kg.parameters import literal
from si_kg.store import Store, at_endpoint, rows
from si_kg.whole_file import write_whole

_NAMES_AT_ONCE = 20
_PAUSE = 1.0  # seconds between two questions
_KEPT = 30 * 24 * 3600  # seconds that an answer is kept

# by profile: with what a thing is named, and what else is read about it
_NAMED = {"skos": "skos:prefLabel skos:altLabel rdfs:label", "wikidata": "rdfs:label skos:altLabel"}
_ABOUT = {
    "skos": "skos:prefLabel skos:altLabel rdfs:label skos:definition skos:scopeNote rdf:type",
    "wikidata": "rdfs:label skos:altLabel <http://schema.org/description>",
}
PROFILES = tuple(_NAMED)
Batch = Sequence[str]
Watch = Callable[[Sequence[Batch]], Iterable[Batch]]


@dataclass(frozen=True)
class Lookup:
    """An endpoint at which names are looked up as its `profile` says.

    Answers are kept in `folder` for a month, so that a run that was broken off goes on where it
    was; between two questions that are not kept there is a `pause`.
    """

    url: str
    profile: str = "skos"
    folder: Path | None = None
    pause: float = _PAUSE

    def targets(self, subjects: Sequence[Entry], watch: Watch = iter) -> Entries:
        """The things at the endpoint that carry a name of one of the subjects.

        `watch` is given the batches of names, and gives each back when it is to be asked. Raises
        EndpointFailed, QueryRefused or FileUnwritable.
        """
        store = at_endpoint(self.url)
        found: dict[ox.Triple, None] = {}
        for batch in watch(_batches(subjects)):
            found |= dict.fromkeys(self._answer(store, self._question(batch)))
        return from_triples(found, typed=False)

    def _question(self, terms: Iterable[str]) -> str:
        languages = ", ".join(f'"{language}"' for language in ("", *LANGUAGES))
        return f"""{prologue("rdf", "rdfs", "skos")}
SELECT DISTINCT ?thing ?property ?value WHERE {{
  VALUES ?name {{ {" ".join(terms)} }}
  VALUES ?naming {{ {_NAMED[self.profile]} }}
  ?thing ?naming ?name .
  VALUES ?property {{ {_ABOUT[self.profile]} }}
  ?thing ?property ?value .
  FILTER (isIRI(?thing) && (isIRI(?value) || LCASE(LANG(?value)) IN ({languages})))
}}"""

    def _answer(self, store: Store, question: str) -> Iterator[ox.Triple]:
        kept = self._place(question)
        if not _fresh(kept):
            sleep(self.pause)
            answer = [[_written(term) for term in found] for found in rows(store, question)]
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, [json.dumps(answer, ensure_ascii=False).encode()])
        for thing, named_with, value in json.loads(kept.read_text("utf-8")):
            yield ox.Triple(ox.NamedNode(thing[0]), ox.NamedNode(named_with[0]), _read(value))

    def _place(self, question: str) -> Path:
        digest = sha256(f"{self.url}\n{question}".encode()).hexdigest()
        return (self.folder or cache_folder()) / f"{digest}.json"


def cache_folder() -> Path:
    """Where answers are kept: the cache of the user."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "si-kg" / "linking"


def _batches(subjects: Iterable[Entry]) -> list[Batch]:
    """The names of the subjects as terms, in questions of a bounded length."""
    terms = dict.fromkeys(
        term for entry in subjects for name in entry.names for term in _terms(name)
    )
    listed, size = list(terms), _NAMES_AT_ONCE * 3
    return [listed[start : start + size] for start in range(0, len(listed), size)]


def _terms(name: Name) -> Iterator[str]:
    """A name as it may be written elsewhere: with and without a capital, in its language."""
    text = " ".join(name.text.split())
    languages = [name.language] if name.language else [*LANGUAGES, ""]
    for written in dict.fromkeys((text, text[:1].lower() + text[1:], text[:1].upper() + text[1:])):
        if _can_be_asked(written):
            yield from (literal(written) + (f"@{tag}" if tag else "") for tag in languages)


def _can_be_asked(text: str) -> bool:
    """Whether a text is short enough, and of letters that there are."""
    try:
        return bool(literal(text))
    except ValueError:
        return False


def _fresh(file: Path) -> bool:
    try:
        return time() - file.stat().st_mtime < _KEPT
    except OSError:
        return False


def _written(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Sequence[str | None]:
    """The text of a term, and its language; None for what is no text."""
    return term.value, (term.language or "") if isinstance(term, ox.Literal) else None


def _read(written: Sequence[str | None]) -> ox.NamedNode | ox.Literal:
    text, language = written
    if language is None:
        return ox.NamedNode(text or "")
    return ox.Literal(text or "", language=language or None)
