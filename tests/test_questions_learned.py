"""The questions from which the phrasings were learned: understood, and the rest refused."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from si_kg.knowledge_graph import KnowledgeGraph

Entry = Mapping[str, Any]
LEARNED = Path(__file__).parent / "questions"


def read(name: str) -> list[Entry]:
    """The entries of a file of questions."""
    entries: list[Entry] = yaml.safe_load((LEARNED / f"{name}.yaml").read_text("utf-8"))
    return entries


def right(graph: KnowledgeGraph, entry: Entry) -> list[tuple[str, dict[str, str]]]:
    """The queries that answer a question, with the terms of their values."""
    pairs = [(entry["query"], entry["values"]), *(entry["also"] or [])]
    return [(name, terms(graph, name, values)) for name, values in pairs]


def terms(graph: KnowledgeGraph, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """The SPARQL term of each value that was given."""
    found = graph.terms(name, {key: str(value) for key, value in values.items()})
    return {key: found[key] for key in values}


def understood(graph: KnowledgeGraph, entries: Sequence[Entry]) -> tuple[float, float]:
    """Which part of the questions is right at once, and which within three readings."""
    first = within = 0
    for entry in entries:
        wanted = right(graph, entry)
        readings = graph.listener.understand(entry["text"]).readings[:3]
        found = [(each.query, terms(graph, each.query, each.things)) in wanted for each in readings]
        first += found[:1] == [True]
        within += any(found)
    return first / len(entries), within / len(entries)


def test_learned_questions_are_understood(graph: KnowledgeGraph) -> None:
    """Nineteen of twenty are right at once; nearly all within three."""
    entries = read("learned")
    first, within = understood(graph, entries)
    assert len(entries) > 900
    assert first >= 0.95
    assert within >= 0.98


@pytest.mark.parametrize("language", ["nl", "en"])
def test_questions_without_an_answer_are_refused(graph: KnowledgeGraph, language: str) -> None:
    """Weather, opinions, facts not held, commands and noise: nine of ten are not answered."""
    texts = [entry["text"] for entry in read("outside-learned") if entry["lang"] == language]
    refused = sum(graph.listener.understand(text).reading is None for text in texts)
    assert len(texts) > 100
    assert refused / len(texts) >= 0.9


def test_learned_questions_are_not_refused(graph: KnowledgeGraph) -> None:
    """Caution costs few answers: at most one question in twelve that has one is refused."""
    entries = read("learned")
    refused = sum(graph.listener.understand(entry["text"]).reading is None for entry in entries)
    assert refused / len(entries) <= 1 / 12
