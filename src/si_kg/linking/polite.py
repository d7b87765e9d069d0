"""Ask a SPARQL endpoint politely: with pauses, and each question once."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import sleep

import pyoxigraph as ox

from si_kg.errors import FileUnwritable
from si_kg.federation.address import refuse_malformed
from si_kg.store import Store, at_endpoint, rows
from si_kg.whole_file import write_whole

PAUSE = 1.0  # seconds between two questions
_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Answered:
    """What an endpoint answered, and on which day."""

    day: date
    triples: Sequence[ox.Triple]


@dataclass(frozen=True)
class PoliteEndpoint:
    """An endpoint of which the answers are kept in `folder` for a month.

    So a run that was broken off goes on where it was. Between two questions that are not kept
    there is a `pause`. Raises ServiceAddressMalformed where `url` is no address on the web.
    """

    url: str
    folder: Path | None = None
    pause: float = PAUSE

    def __post_init__(self) -> None:
        refuse_malformed(self.url)

    @cached_property
    def _store(self) -> Store:
        return at_endpoint(self.url)

    def answer(self, question: str) -> Answered:
        """The rows of a SELECT of ?thing, ?property and ?value that are triples.

        A row with a blank node, or without one of the three, is left out. Raises EndpointFailed,
        QueryRefused or FileUnwritable.
        """
        place = self._place(question)
        kept = _kept(place)
        if kept is None or date.today() - kept.day >= _KEPT:
            sleep(self.pause)
            kept = Answered(date.today(), list(_triples(rows(self._store, question))))
            _keep(kept, place)
        return kept

    def _place(self, question: str) -> Path:
        digest = sha256(f"{self.url}\n{question}".encode()).hexdigest()
        return (self.folder or cache_folder()) / f"{digest}.nt"


def cache_folder() -> Path:
    """Where answers are kept: the cache of the user."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(home).expanduser() / "si-kg" / "linking"


def _triples(found: Iterable[ox.QuerySolution]) -> Iterator[ox.Triple]:
    for row in found:
        thing, of, value = row["thing"], row["property"], row["value"]
        if (
            isinstance(thing, ox.NamedNode)
            and isinstance(of, ox.NamedNode)
            and isinstance(value, ox.NamedNode | ox.Literal)
        ):
            yield ox.Triple(thing, of, value)


def _keep(answered: Answered, file: Path) -> None:
    """Write an answer as N-Triples, below its day; raises FileUnwritable."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileUnwritable(file=file) from None
    triples = ox.serialize(answered.triples, format=ox.RdfFormat.N_TRIPLES) or b""
    write_whole(file, [f"# {answered.day}\n".encode(), triples])


def _kept(file: Path) -> Answered | None:
    """The answer in a file, if it is there and can be read."""
    try:
        text = file.read_text("utf-8")
        day = date.fromisoformat(text.partition("\n")[0].removeprefix("# "))
        found = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
        return Answered(day, [quad.triple for quad in found])
    except (OSError, ValueError, SyntaxError):
        return None
