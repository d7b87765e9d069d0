"""The command that searches: find."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.results import FILE_FORMATS, TABLE_FORMATS, rendered
from si_kg.search import LIMIT


def find_command(language: str) -> Command:
    """`si-kg find`: things by what they are called, or how they are described."""

    def find(
        text: str,
        kind: str | None,
        limit: int,
        style: str | None,
        output: Path | None,
    ) -> None:
        table = open_graph(language).search(text, kind=kind, limit=limit)
        style = style or output_to.default_style(table, output)
        output_to.write(rendered(table, style, language, output_to.width()), output)

    return Command(
        "find",
        language,
        callback=find,
        params=[
            options.argument(language, "text"),
            options.option(language, "--kind", metavar=say("CLASS", language)),
            options.number(language, "--limit", click.IntRange(1), LIMIT),
            *options.place(language),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )
