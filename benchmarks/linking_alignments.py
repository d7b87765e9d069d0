"""Alignments that people checked, half of them held out, and what the linker makes of them."""

import csv
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from si_kg.linking.entry import Entry, Name
from si_kg.linking.linker import Link, Linker
from si_kg.linking.reading import TARGETS, own_entries, read
from si_kg.store import Store

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
ROOT = Path(__file__).parent.parent
VOCABULARIES = ROOT.parent / "shared" / "vocabularies"
HELD_OUT = ROOT / "tests" / "fixtures" / "linking" / "held-out.txt"
SEED = 20261122
EXACT, CLOSE = "exactMatch", "closeMatch"
FILES = {
    "EuroVoc": "eurovoc.ttl",
    "STW": "stw.ttl",
    "Wikidata": "wikidata-verified.tsv",
    "LCSH": "lcsh-extract.tsv",
    "TOOI organisations": "tooi-organisations.tsv",
    "TOOI themes": "tooi-themes.tsv",
    "UNESCO Thesaurus": "unesco-thesaurus.ttl",
    "GEMET": "gemet.ttl",
    "GeoNames": "geonames-nl-places.tsv",
    "CIDS": "cids.ttl",
    "CIDS code lists": "cids-codelists.ttl",
    "UN SDG": "un-sdg-goals-targets-indicators.ttl",
    "EuroSciVoc": "euroscivoc.tsv",
    "ESCO": "esco-occupations.tsv",
    "ESSGlobal": "essglobal.ttl",
    "KNOWMAK": "knowmak-topics.tsv",
}
_LISTED = ("concepts", "organisations", "places")
_LANGUAGES = {"EuroSciVoc": "en", "LCSH": "en"}
_CORE, _CORE_FILE = "core vocabulary: ", "core-vocabulary-terms.tsv"


class Row(NamedTuple):
    """One checked alignment."""

    english: str
    dutch: str
    vocabulary: str
    target: str
    label: str
    relation: str

    @property
    def subject(self) -> tuple[str, str]:
        """The concept of ours, by its names."""
        return self.english, self.dutch


@dataclass(frozen=True)
class Outcome:
    """What was found for one concept of ours in one vocabulary, beside what people checked."""

    rows: Sequence[Row]
    link: Link

    @property
    def match(self) -> str | None:
        """The IRI that was given as the match."""
        return self.link.match.entry.iri if self.link.match else None

    def relation(self, target: str | None) -> str | None:
        """What people said of this target."""
        return next((row.relation for row in self.rows if row.target == target), None)


def checked() -> list[Row]:
    """The alignments whose target vocabulary is beside the checkout."""
    with (VOCABULARIES / "identifiers.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [Row(*cells[:6]) for cells in csv.reader(stream, delimiter="\t")][1:]
    return [row for row in rows if row.vocabulary in FILES or row.vocabulary.startswith(_CORE)]


def draw_held_out(rows: Iterable[Row]) -> list[str]:
    """Half of the concepts, which were not looked at while the linker was made."""
    names = sorted({row.english for row in rows})
    return sorted(Random(SEED).sample(names, len(names) // 2))  # noqa: S311 (no secret)


def held_out() -> frozenset[str]:
    """The concepts that were held out."""
    return frozenset(HELD_OUT.read_text("utf-8").splitlines())


def subjects(rows: Iterable[Row], store: Store) -> dict[tuple[str, str], Entry]:
    """The concepts of ours that the rows are about, as the graph has them where it does."""
    ours = {_names(entry): entry for kind in TARGETS for entry in own_entries(store, kind).entries}
    return {
        row.subject: ours.get(row.subject)
        or Entry("", [Name(row.english, "en"), Name(row.dutch, "nl")])
        for row in rows
    }


def outcomes(rows: Sequence[Row], store: Store) -> Iterator[Outcome]:
    """What the linker finds for each concept in each vocabulary that people looked in."""
    entries = subjects(rows, store)
    for vocabulary, about in grouped(rows, lambda row: row.vocabulary).items():
        by_subject = grouped(about, lambda row: row.subject)
        linker = Linker([entries[each] for each in by_subject], targets(vocabulary))
        for checked_rows, link in zip(by_subject.values(), linker.links(), strict=True):
            yield Outcome(checked_rows, link)


def outcomes_of_labels(rows: Sequence[Row], store: Store) -> Iterator[Outcome]:
    """The other way round: the labels of exact targets, as a list, against what the graph has."""
    ours = [entry for kind in _LISTED for entry in own_entries(store, kind).entries]
    known = {_names(entry): entry.iri for entry in ours}
    there = [row for row in rows if row.relation == EXACT and row.subject in known]
    labels = (row.label.split(" | ") for row in there)
    tags = {1: ("",), 2: ("en", "nl")}
    listed = [
        Entry(row.target, [*map(Name, texts, tags[len(texts)])])
        for row, texts in zip(there, labels, strict=True)
    ]
    for row, link in zip(there, Linker(listed, ours).links(), strict=True):
        yield Outcome([row._replace(target=known[row.subject])], link)


def targets(vocabulary: str) -> Sequence[Entry]:
    """All things of a vocabulary."""
    language = _LANGUAGES.get(vocabulary, "")
    if not vocabulary.startswith(_CORE):
        return read(VOCABULARIES / FILES[vocabulary], language=language).entries
    name = vocabulary.removeprefix(_CORE)
    with (VOCABULARIES / _CORE_FILE).open(encoding="utf-8", newline="") as stream:
        lines = csv.DictReader(stream, delimiter="\t")
        known = {line["term_iri"]: line["vocabulary"] for line in lines}
    entries = read(VOCABULARIES / _CORE_FILE).entries
    return [entry for entry in entries if known[entry.iri] == name]


def grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The things by their key, in their order."""
    groups: dict[K, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def _names(entry: Entry) -> tuple[str, str]:
    return entry.in_language("en"), entry.in_language("nl")
