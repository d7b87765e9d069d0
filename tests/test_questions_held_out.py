"""Questions that the matcher never saw: what `si-kg ask` does with the words of somebody else."""

from test_questions_learned import read, right, terms

from si_kg.knowledge_graph import KnowledgeGraph


def test_held_out_questions_are_understood(graph: KnowledgeGraph) -> None:
    """Nine of ten are right at once, and ninety-six of a hundred within three."""
    first = within = 0
    entries = read("held-out")
    for entry in entries:
        wanted = right(graph, entry)
        readings = graph.listener.understand(entry["text"]).readings[:3]
        found = [(each.query, terms(graph, each.query, each.things)) in wanted for each in readings]
        first += found[:1] == [True]
        within += any(found)
    assert len(entries) >= 240
    assert first / len(entries) >= 0.90
    assert within / len(entries) >= 0.96


def test_held_out_questions_without_an_answer_are_refused(graph: KnowledgeGraph) -> None:
    """Ninety-four of a hundred questions about what the graph does not hold."""
    entries = read("outside-held-out")
    refused = sum(graph.listener.understand(each["text"]).reading is None for each in entries)
    assert len(entries) >= 130
    assert refused / len(entries) >= 0.94
