"""Questions that cross to other vocabularies: loaded beside the graph, or at endpoints elsewhere.

`KnowledgeGraph.beside` and `KnowledgeGraph.crossing` are the doors.
"""
