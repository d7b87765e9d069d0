"""Which graph a command asks."""

import click

import si_kg
from si_kg.knowledge_graph import KnowledgeGraph


def open_graph(language: str, place: str | None = None) -> KnowledgeGraph:
    """The graph at `place` or at the place named on the line, or the one that comes along."""
    return si_kg.open(place or click.get_current_context().obj, language)


def named_place() -> str | None:
    """The address or folder that is asked instead of the graph that comes along, if any is."""
    asked = click.get_current_context().obj
    return asked if isinstance(asked, str) else None
