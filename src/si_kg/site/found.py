"""What a search finds, each thing with its kind, why it was found, and a line about it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from si_kg.namespaces import expand, prologue
from si_kg.parameters import iri
from si_kg.site.place import Place
from si_kg.site.words.finding import WHY
from si_kg.store import Store, rows
from si_kg.untranslated import TEXT, readable

# enough to count kinds by; what is shown is less
_MOST_COUNTED, MOST_SHOWN = 200, 50
_LINE = 220
_LINES = f"""
{prologue("dcterms", "rdfs", "si", "skos")}
SELECT ?thing ?text WHERE {{
  VALUES ?thing {{ @things }}
  VALUES (?property ?rank) {{
    (skos:definition 0) (dcterms:description 1) (si:paraphrase 2) (si:statement 3)
    (si:evidence 4) (rdfs:comment 5)
  }}
  ?thing ?property ?text .
  FILTER {readable("?thing", "?text", TEXT)}
}}
ORDER BY ?thing DESC(?rank) ?text
"""


class Found(NamedTuple):
    """A thing, what it is called, what it is, why it fits, and the beginning of its description."""

    iri: str
    name: str
    kind: str
    why: str
    line: str


@dataclass(frozen=True)
class Finds:
    """The best of what was found; `kinds` counts all of it, as far as it was looked through."""

    things: Sequence[Found]
    kinds: dict[str, int]
    more: bool

    @property
    def count(self) -> int:
        """How many things are shown."""
        return len(self.things)


def find(place: Place, text: str, kind: str = "") -> Finds:
    """The things that fit `text`, of one kind where that is given; raises KindNotFound."""
    wide = place.graph.search(text, limit=_MOST_COUNTED)
    kinds = Counter(map(_kind, wide.records()))
    del kinds[""]
    best = place.graph.search(text, kind=kind, limit=MOST_SHOWN) if kind else wide
    shown = _found(place, best.records()[:MOST_SHOWN])
    return Finds(shown, dict(kinds.most_common()), best.truncated or len(best) > MOST_SHOWN)


def first(place: Place, text: str, most: int) -> list[Found]:
    """The few things that fit `text` best, of any kind."""
    return _found(place, place.graph.search(text, limit=most).records())


def _found(place: Place, records: Sequence[Mapping[str, str | None]]) -> list[Found]:
    lines = _lines(place.graph.store, [str(row["thing"]) for row in records], place.language)
    found = []
    for row in records:
        thing, why = str(row["thing"]), str(row["match"])
        said = WHY[why].in_(place.language) if why in WHY else why
        found.append(Found(thing, str(row["name"]), _kind(row), said, lines.get(thing, "")))
    return found


def _kind(row: Mapping[str, str | None]) -> str:
    """What kind of thing it is; nothing where the kind has no name of its own."""
    kind = row["kind"] or ""
    return "" if expand(kind) else kind


def _lines(store: Store, things: Sequence[str], language: str) -> dict[str, str]:
    """The beginning of what the graph says of each of these things."""
    if not things:
        return {}
    text = _LINES.replace("@lang", language).replace("@things", " ".join(map(iri, things)))
    return {thing.value: _cut(line.value) for thing, line in rows(store, text)}


def _cut(text: str) -> str:
    """The text up to a word near the end of a line."""
    if len(text) <= _LINE:
        return text
    return text[:_LINE].rpartition(" ")[0].rstrip(" ,;:") + " …"
