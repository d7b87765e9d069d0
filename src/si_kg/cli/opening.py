"""Which graph a command asks."""

import click

import si_kg
from si_kg.knowledge_graph import KnowledgeGraph


def open_graph(language: str, place: str | None = None) -> KnowledgeGraph:
    """The graph at `place`, or the one that was loaded ahead, or the shipped one."""
    return si_kg.open(place or click.get_current_context().obj, language)
