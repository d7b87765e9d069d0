"""Invented initiatives, as many as you like, on the concepts, criteria and places of the graph.

`python benchmarks/generate.py FILE [--triples 300000] [--seed 2026]` writes N-Quads: what somebody
would have written down about the initiatives, and what the rules derive from it.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from invented import NAMESPACE, Region, Statement
from vocabulary import Vocabulary

from si_kg import shipped
from si_kg.deriving import derive
from si_kg.namespaces import GRAPH
from si_kg.query_files import read_rules
from si_kg.store import EmbeddedStore

TRIPLES, SEED = 300_000, 2026
# Initiatives share parties within their region, so that a larger graph has no larger hubs.
REGION = 1000
# A guess on the high side for the first region: what is missing then is written after it.
TRIPLES_EACH = 150
_DATA = ox.NamedNode(f"{GRAPH}data")


def write(file: Path, triples: int = TRIPLES, seed: int = SEED) -> int:
    """Write whole initiatives to `file` until it holds `triples`; gives how many that were.

    One seed always gives the same bytes; memory holds one region at a time.
    """
    written = initiatives = number = 0
    with file.open("wb") as stream:
        while written < triples:
            each = written / initiatives if initiatives else TRIPLES_EACH
            size = min(REGION, -int(-(triples - written) // each))
            lines = _region(number, size, seed)
            stream.writelines(lines)
            written, initiatives, number = written + len(lines), initiatives + size, number + 1
    return written


def statements(number: int, size: int, seed: int) -> Iterator[Statement]:
    """What is written down about the `size` initiatives of one region."""
    draw = random.Random(f"{seed}/{number}")  # noqa: S311 (a benchmark, not a secret)
    return Region(number, size, draw, Vocabulary.shipped()).statements()


def _region(number: int, size: int, seed: int) -> list[bytes]:
    """The N-Quads lines of a region, with what follows from it beside the shipped graph."""
    graph = EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE)
    graph.engine.extend(ox.Quad(*triple, _DATA) for triple in statements(number, size, seed))
    derive(graph.engine, read_rules(shipped.root() / "queries" / "rules"))
    quads = (quad for quad in graph.engine if _is_generated(quad.subject))
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return sorted(text.splitlines(keepends=True))


def _is_generated(subject: object) -> bool:
    return isinstance(subject, ox.NamedNode) and subject.value.startswith(NAMESPACE)


def main() -> None:
    """Write the file, and say how many triples it holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--triples", type=int, default=TRIPLES)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    print(f"{write(given.file, given.triples, given.seed):,} triples in {given.file}")


if __name__ == "__main__":
    main()
