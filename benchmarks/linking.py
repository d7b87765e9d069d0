"""How well names are linked: measured on alignments that people checked, and on time."""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import si_kg
from si_kg.linking.entry import Entry, Name
from si_kg.linking.linker import Candidate, Link, Linker
from si_kg.linking.reading import TARGETS, own_entries, read
from si_kg.linking.telling import told
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
    for vocabulary, about in _grouped(rows, lambda row: row.vocabulary).items():
        by_subject = _grouped(about, lambda row: row.subject)
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


class Scores(NamedTuple):
    """How many matches there are, how many of them are right or close, and how many are due."""

    given: int
    right: int
    close: int
    due: int
    reached: int
    rows: int

    @property
    def precision(self) -> float:
        """Of the matches, the share that people found exact or close."""
        return (self.right + self.close) / self.given if self.given else 1.0

    @property
    def strict(self) -> float:
        """Of the matches, the share that people found exact."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Of what people found exact, the share that is given as a match."""
        return self.right / self.due if self.due else 1.0

    @property
    def reach(self) -> float:
        """Of what people found exact, the share that is among the five candidates."""
        return self.reached / self.due if self.due else 1.0


def scores(found: Iterable[Outcome]) -> Scores:
    """The counts of these outcomes."""
    counts = Counter[str]()
    for outcome in found:
        listed = {each.entry.iri for each in outcome.link.candidates}
        relation = outcome.relation(outcome.match)
        counts["given"] += outcome.match is not None
        counts["right"] += relation == EXACT
        counts["close"] += relation == CLOSE
        for row in outcome.rows:
            counts["rows"] += 1
            counts["due"] += row.relation == EXACT
            counts["reached"] += row.relation == EXACT and row.target in listed
    return Scores(*(counts[name] for name in Scores._fields))


def reach_by_relation(found: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """For each relation, how many of its rows are among the candidates, and how many there are."""
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for outcome in found:
        listed = {each.entry.iri for each in outcome.link.candidates}
        for row in outcome.rows:
            there, of = counts[row.relation]
            counts[row.relation] = there + (row.target in listed), of + 1
    return dict(counts)


def mistakes(found: Iterable[Outcome], most: int = 10) -> list[str]:
    """The worst mistakes, told: wrong matches by score, then what was not even a candidate."""
    wrong, missed = list[tuple[float, str]](), list[tuple[float, str]]()
    for outcome in found:
        match, row = outcome.link.match, outcome.rows[0]
        if match and outcome.relation(match.entry.iri) not in {EXACT, CLOSE}:
            wrong.append((-match.score, _told(row, "matched wrongly", match)))
        for each in outcome.rows:
            if each.relation == EXACT and each.target != outcome.match:
                there = [c for c in outcome.link.candidates if c.entry.iri == each.target]
                what = "candidate only" if there else "not found"
                missed.append((bool(there), _told(each, what, *there)))
    return [text for _, text in sorted(wrong) + sorted(missed)][:most]


def _told(row: Row, what: str, *found: Candidate) -> str:
    head = f"{row.vocabulary}: {row.english} | {row.dutch} -> {row.label} ({row.relation}): {what}"
    lines = [f"{each.entry.label} {each.score:.2f}: {told(each, 'en')}" for each in found]
    return "\n    ".join([head, *lines])


def _names(entry: Entry) -> tuple[str, str]:
    return entry.in_language("en"), entry.in_language("nl")


def _grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return groups


def report(title: str, found: Sequence[Outcome]) -> None:
    """Print the figures of these outcomes."""
    print(f"\n{title}")
    head = f"{'vocabulary':<28}{'rows':>5}{'match':>6}{'exact':>6}{'close':>6}{'due':>5}"
    print(head + f"{'precision':>10}{'strict':>8}{'recall':>8}{'at 5':>7}")
    by_vocabulary = _grouped(found, lambda each: each.rows[0].vocabulary)
    for name, part in [*sorted(by_vocabulary.items()), ("all", found)]:
        s = scores(part)
        print(
            f"{name:<28}{s.rows:>5}{s.given:>6}{s.right:>6}{s.close:>6}{s.due:>5}"
            f"{s.precision:>10.3f}{s.strict:>8.3f}{s.recall:>8.3f}{s.reach:>7.3f}"
        )
    for relation, (there, of) in sorted(reach_by_relation(found).items()):
        print(f"  {relation}: {there} of {of} among the candidates")


def main() -> None:
    """Print the figures, of the part that was looked at and of the part that was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="only the part held out")
    parser.add_argument("--seen", action="store_true", help="only the part that was looked at")
    parser.add_argument("--mistakes", type=int, default=10)
    asked = parser.parse_args()
    if not VOCABULARIES.exists():
        sys.exit(f"The vocabularies are not in {VOCABULARIES}.")
    rows, store, apart = checked(), si_kg.open().store, held_out()
    found, labels = list(outcomes(rows, store)), list(outcomes_of_labels(rows, store))
    parts = {
        "looked at": [each for each in found if each.rows[0].english not in apart],
        "held out": [each for each in found if each.rows[0].english in apart],
        "labels of theirs, as a list, against ours": labels,
    }
    for title, part in parts.items():
        if (title == "held out" and asked.seen) or (title == "looked at" and asked.held_out):
            continue
        report(title, part)
        print("\n".join(["", *mistakes(part, asked.mistakes)]))


if __name__ == "__main__":
    main()
