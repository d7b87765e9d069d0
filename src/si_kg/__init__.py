"""A bilingual knowledge graph of social innovation that answers questions.

>>> import si_kg
>>> graph = si_kg.open(language="en")
>>> [row["label"] for row in graph.query("participation-levels").records()][0]
'passive participation'
"""

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph, open
from si_kg.portrait import Portrait
from si_kg.results import Graph, Table, Verdict

__all__ = ["Graph", "KnowledgeGraph", "Portrait", "SiKgError", "Table", "Verdict", "open"]
