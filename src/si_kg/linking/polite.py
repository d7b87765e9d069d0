"""Ask a SPARQL endpoint politely: with pauses, and each question once."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import sleep, time

import pyoxigraph as ox

from si_kg.store import Store, at_endpoint, rows
from si_kg.whole_file import write_whole

PAUSE = 1.0  # seconds between two questions
_KEPT = 30 * 24 * 3600  # seconds that an answer is kept


@dataclass(frozen=True)
class PoliteEndpoint:
    """An endpoint of which the answers are kept in `folder` for a month.

    So a run that was broken off goes on where it was. Between two questions that are not kept
    there is a `pause`.
    """

    url: str
    folder: Path | None = None
    pause: float = PAUSE

    @cached_property
    def _store(self) -> Store:
        return at_endpoint(self.url)

    def triples(self, question: str) -> Iterator[ox.Triple]:
        """The answer to a SELECT of a thing, a property and a value, without blank nodes.

        Raises EndpointFailed, QueryRefused or FileUnwritable.
        """
        kept = self._place(question)
        if not _fresh(kept):
            sleep(self.pause)
            answer = [[_written(term) for term in found] for found in rows(self._store, question)]
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, [json.dumps(answer, ensure_ascii=False).encode()])
        for thing, of, value in json.loads(kept.read_text("utf-8")):
            yield ox.Triple(ox.NamedNode(thing[0]), ox.NamedNode(of[0]), _read(value))

    def _place(self, question: str) -> Path:
        digest = sha256(f"{self.url}\n{question}".encode()).hexdigest()
        return (self.folder or cache_folder()) / f"{digest}.json"


def cache_folder() -> Path:
    """Where answers are kept: the cache of the user."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "si-kg" / "linking"


def _fresh(file: Path) -> bool:
    try:
        return time() - file.stat().st_mtime < _KEPT
    except OSError:
        return False


def _written(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Sequence[str]:
    """An IRI alone; a literal with its language and datatype."""
    if isinstance(term, ox.Literal):
        return term.value, term.language or "", term.datatype.value
    return (term.value,)


def _read(written: Sequence[str]) -> ox.NamedNode | ox.Literal:
    if len(written) == 1:
        return ox.NamedNode(written[0])
    text, language, datatype = written
    if language:
        return ox.Literal(text, language=language)
    return ox.Literal(text, datatype=ox.NamedNode(datatype))
