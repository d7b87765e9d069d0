"""How well plain questions are understood: `python benchmarks/questions.py FILE...`.

A FILE is YAML: a list of questions that have an answer (text, lang, style, query, values, and under
`also` the pairs of query and values that are as right), or of questions that have none (text, lang,
why). Prints which part is right at once, right within three, and refused; lists the misses.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import si_kg
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.questions.understanding import SURE_ENOUGH, Understanding

WITHIN = 3
Entry = Mapping[str, Any]
Wanted = tuple[str, Mapping[str, str]]


@dataclass(frozen=True)
class Outcome:
    """A question, what was understood of it, and what would have been right (nothing: refuse)."""

    entry: Entry
    understood: Understanding
    wanted: list[Wanted]

    @property
    def refused(self) -> bool:
        """Whether no answer is given."""
        return self.understood.reading is None

    @property
    def first(self) -> bool:
        """Whether the likeliest reading is right, sure enough or not."""
        return self._right(1)

    @property
    def within(self) -> bool:
        """Whether one of the likeliest readings is right."""
        return self._right(WITHIN)

    @property
    def answered(self) -> bool:
        """Whether the right answer is given; or, where there is none, no answer."""
        return not self.refused and self.first if self.wanted else self.refused

    def _right(self, most: int) -> bool:
        readings = self.understood.readings[:most]
        return any((reading.query, reading.things) in self.wanted for reading in readings)


def outcomes(graph: KnowledgeGraph, entries: Iterable[Entry]) -> list[Outcome]:
    """What becomes of each question."""
    return [
        Outcome(entry, graph.listener.understand(entry["text"]), list(wanted(graph, entry)))
        for entry in entries
    ]


def wanted(graph: KnowledgeGraph, entry: Entry) -> Iterable[Wanted]:
    """The queries that answer a question, with values written as the matcher writes them."""
    if "query" not in entry:
        return
    for name, values in [(entry["query"], entry.get("values") or {}), *(entry.get("also") or [])]:
        given = {key: str(value) for key, value in values.items()}
        terms = graph.terms(name, given)
        query = graph.catalogue[name]
        things = {key for key in given if query.parameter(key).type == "iri"}
        yield name, {k: terms[k].strip("<>") if k in things else v for k, v in given.items()}


def part(found: Iterable[bool]) -> str:
    """The part that is true, in per cent."""
    seen = list(found)
    return f"{100 * sum(seen) / len(seen):5.1f} %" if seen else "    -  "


def report(found: list[Outcome]) -> None:
    """Print the figures: of all, by language, by style."""
    asked = [each for each in found if each.wanted]
    outside = [each for each in found if not each.wanted]
    groups = {"all": asked}
    for key in ("lang", "style"):
        for name in sorted(Counter(each.entry.get(key, "-") for each in asked)):
            groups[name] = [each for each in asked if each.entry.get(key, "-") == name]
    print(f"{'asked':<12}{'number':>7}{'first':>9}{'in three':>9}{'answered':>9}{'refused':>9}")
    for name, group in groups.items():
        figures = (
            part(each.first for each in group),
            part(each.within for each in group),
            part(each.answered for each in group),
            part(each.refused for each in group),
        )
        print(f"{name:<12}{len(group):>7}" + "".join(f"{figure:>9}" for figure in figures))
    if outside:
        print(f"outside: {len(outside)}, refused {part(each.refused for each in outside)}")
    print(f"(an answer needs a confidence of {SURE_ENOUGH})")


def misses(found: list[Outcome]) -> None:
    """Print each question that got the wrong answer, or none, or one that it should not have."""
    for each in found:
        if not each.answered:
            readings = [
                f"{r.query} {' '.join(r.things.values())} {r.confidence:.2f}"
                for r in each.understood.readings[:WITHIN]
            ]
            print(f"- {each.entry['text']}\n    wanted {each.wanted or 'a refusal'}")
            print("".join(f"    {reading}\n" for reading in readings), end="")


def main(files: list[str]) -> None:
    """Measure the questions in all files together."""
    graph = si_kg.open(language="en")
    entries = [entry for file in files for entry in yaml.safe_load(Path(file).read_text("utf-8"))]
    found = outcomes(graph, entries)
    misses(found)
    report(found)


if __name__ == "__main__":
    main(sys.argv[1:])
