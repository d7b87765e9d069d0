"""A tool: what it is for, what it takes, and the function of the graph that it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from si_kg.assistant.answers import Found
from si_kg.assistant.inputs import ROWS, Arguments, Input
from si_kg.assistant.schemas import Schema, input_schema, output_schema
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text

Run = Callable[[KnowledgeGraph, Arguments], Found]


@dataclass(frozen=True)
class Tool:
    """One thing that an assistant can ask; `columns` None means that the rows may have any.

    `facts` are what an answer says besides its rows, `page` the rows that it gives unless asked.
    """

    name: str
    title: Text
    description: Text
    inputs: tuple[Input, ...]
    columns: tuple[str, ...] | None
    run: Run
    facts: tuple[str, ...] = ()
    page: int = ROWS

    def card(self, language: str) -> "Card":
        """What is told of it, in one language."""
        title = self.title.in_(language)
        return Card(
            self.name,
            title,
            f"{title}. {self.description.in_(language)}",
            input_schema(self.inputs, self.page),
            output_schema(self.columns, self.facts),
        )


@dataclass(frozen=True)
class Card:
    """What an assistant is told of a tool."""

    name: str
    title: str
    description: str
    takes: Schema
    gives: Schema


def by_name(*tools: Tool) -> Mapping[str, Tool]:
    """Tools by their name."""
    return {tool.name: tool for tool in tools}
