"""Questions that the matcher never saw: what `si-kg ask` does with the words of somebody else."""

from test_questions_learned import read, understood

from si_kg.knowledge_graph import KnowledgeGraph


def test_held_out_questions_are_understood(graph: KnowledgeGraph) -> None:
    """Nine of ten are right at once, and ninety-six of a hundred within three."""
    entries = read("held-out")
    first, within = understood(graph, entries)
    assert len(entries) >= 240
    assert first >= 0.90
    assert within >= 0.96


def test_held_out_questions_without_an_answer_are_refused(graph: KnowledgeGraph) -> None:
    """Ninety-four of a hundred questions about what the graph does not hold."""
    entries = read("outside-held-out")
    refused = sum(graph.listener.understand(each["text"]).reading is None for each in entries)
    assert len(entries) >= 130
    assert refused / len(entries) >= 0.94
