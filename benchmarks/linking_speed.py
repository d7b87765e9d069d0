"""What linking costs: generated lists of two sizes against 50,000 labels of vocabularies."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from typing import NamedTuple

from linking_alignments import FILES, SEED, VOCABULARIES

from si_kg.linking import Entry, Linker, Name
from si_kg.linking.reading import read

TARGETS = 50_000
SIZES = (5_000, 10_000)


class Cost(NamedTuple):
    """What a list cost: its length, seconds (by the clock, and of work), most memory, matches."""

    subjects: int
    seconds: float
    worked: float
    megabytes: float
    matched: int


def labels(vocabularies: Path = VOCABULARIES) -> list[tuple[str, str]]:
    """All names in the vocabularies, each with its language, shuffled by a fixed seed."""
    files = [read(vocabularies / name) for name in FILES.values()]
    found = {(n.text, n.language) for each in files for entry in each.entries for n in entry.names}
    ordered = sorted(found)
    Random(SEED).shuffle(ordered)  # noqa: S311 (no secret)
    return ordered


def targets(names: Sequence[tuple[str, str]], count: int = TARGETS) -> list[Entry]:
    """So many things, each with one name."""
    return [_entry("target", at, *name) for at, name in enumerate(names[:count])]


def subjects(names: Sequence[tuple[str, str]], count: int) -> list[Entry]:
    """So many names of the same words: some as they are, some mistyped, some put together."""
    made = _changed(names, Random(SEED + 1))  # noqa: S311 (no secret)
    return [_entry("subject", at, *name) for at, name in enumerate(islice(made, count))]


def measure(subjects_: Sequence[Entry], targets_: Sequence[Entry]) -> Cost:
    """Link them, from the names to the last candidate."""
    start, worked = perf_counter(), process_time()
    matched = sum(link.matched for link in Linker(subjects_, targets_).links())
    seconds, worked = perf_counter() - start, process_time() - worked
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return Cost(len(subjects_), seconds, worked, memory, matched)


def _changed(names: Sequence[tuple[str, str]], random: Random) -> Iterator[tuple[str, str]]:
    while True:
        text, language = random.choice(names)
        match random.randrange(4):
            case 0:
                yield text, language
            case 1:
                place = random.randrange(len(text))
                yield text[:place] + text[place + 1 :] or text, language
            case 2:
                yield f"{text} {random.choice(names)[0].split()[0]}", language
            case _:
                other = random.choice(names)[0].split()
                yield " ".join([*text.split()[:-1], other[-1]]), language


def _entry(kind: str, at: int, text: str, language: str) -> Entry:
    return Entry(f"https://example.org/{kind}/{at}", [Name(text, language)])


def main() -> None:
    """Print what the two sizes cost."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    if not VOCABULARIES.exists():
        sys.exit(f"The vocabularies are not in {VOCABULARIES}.")
    names = labels()
    there = targets(names)
    print(f"{len(there):,} labels to link to, of {len(names):,}")
    for size in SIZES:
        cost = measure(subjects(names, size), there)
        print(
            f"{cost.subjects:>7,} names: {cost.seconds:5.1f} s by the clock, "
            f"{cost.worked:5.1f} s of work, {cost.megabytes:5.0f} MB, {cost.matched:,} matched"
        )


if __name__ == "__main__":
    main()
