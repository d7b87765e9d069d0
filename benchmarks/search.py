"""What a search costs on the loaded graph: the first, which reads all texts, and the next.

Run with `python benchmarks/search.py`.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

import si_kg
from si_kg.search import search

ROUNDS = 20
TEXTS = ("social innovation", "empowermnet", "nieuwe sociale praktijken", "xyzzy")


def main() -> None:
    """Time each search, and print the median of each."""
    graph = si_kg.open(language="en")
    print(f"search on the shipped graph, median of {ROUNDS}: first and next, in ms")
    for text in TEXTS:
        first = _median(partial(search, graph.store, text, "en"))
        following = _median(partial(graph.search, text))
        print(f"  {text:<28} {first:6.1f} {following:6.1f}")


def _median(ask: Callable[[], object]) -> float:
    ask()
    return statistics.median(_milliseconds(ask) for _ in range(ROUNDS))


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
