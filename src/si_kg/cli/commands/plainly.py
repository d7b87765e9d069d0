"""The command that takes a question in plain words: ask."""

from pathlib import Path

import click
from click.core import ParameterSource

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.errors import NEGATIVE
from si_kg.results import FILE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS, TELLING_FORMATS, rendered

ROW_LIMIT = 10_000


def ask_command(language: str) -> Command:
    """`si-kg ask`: a question in plain words."""

    def ask(
        question: str,
        interpret: bool,  # noqa: FBT001 (Click hands options by name)
        limit: int,
        style: str | None,
        output: Path | None,
    ) -> int:
        from si_kg.cli.interpreting import interpretation
        from si_kg.questions.faults import QuestionNotUnderstood

        graph = open_graph(language)
        understood = graph.listener.understand(question)
        spoken = language if _chosen() else understood.language
        told = interpretation(graph, understood, spoken)
        try:
            answered = graph.listener.answered(understood, language=spoken, limit=limit)
        except QuestionNotUnderstood as refusal:
            click.echo(refusal.message(spoken), err=True)
            return NEGATIVE
        if interpret:
            output_to.write(told, output)
            return 0
        style = style or output_to.default_style(answered.result, output)
        click.echo(told, err=style != "table" or output is not None)
        written = rendered(answered.result, style, spoken, output_to.width())
        output_to.write(written, output)
        if answered.result.truncated and style not in TELLING_FORMATS:
            click.echo(say("truncated", spoken, limit), err=True)
        return 0

    return Command(
        "ask",
        language,
        callback=ask,
        params=[
            options.argument(language, "question"),
            options.flag(language, "--interpret"),
            options.number(language, "--limit", click.IntRange(1), ROW_LIMIT),
            *options.place(language),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS, *GRAPH_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _chosen() -> bool:
    """Whether --lang was given, before the command or after it."""
    here = click.get_current_context()
    contexts = (here, here.find_root())
    return any(c.get_parameter_source("lang") is ParameterSource.COMMANDLINE for c in contexts)
