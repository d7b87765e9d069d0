"""A bilingual knowledge graph of social innovation that answers questions.

>>> import si_kg
>>> graph = si_kg.open(language="en")
>>> [row["label"] for row in graph.query("participation-levels").records()][0]
'passive participation'
"""

import typing

from si_kg.errors import SiKgError

if typing.TYPE_CHECKING:
    from pathlib import Path

    from si_kg.knowledge_graph import KnowledgeGraph
    from si_kg.store import Store

__all__ = ["SiKgError", "open"]


def open(
    place: "str | Path | Store | None" = None, language: str | None = None
) -> "KnowledgeGraph":
    """The graph that comes with the package, or the one at `place`.

    `place` is a workspace (its current state), the folder of a build, the folder of an Oxigraph
    store, the http(s) address of a SPARQL 1.1 endpoint that holds the graph, or a store of your
    own. `language` (nl or en) is that of labels and titles; without it SI_KG_LANG or the locale
    decides.

    Raises SnapshotMissing, SnapshotBroken, WorkspaceDamaged, FileUnreadable or LanguageNotFound.
    """
    from si_kg.knowledge_graph import KnowledgeGraph  # the door itself opens in a millisecond

    return KnowledgeGraph.at(place, language)
