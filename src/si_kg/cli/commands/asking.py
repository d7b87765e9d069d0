"""Commands that tell what the graph holds: queries, show, sample."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph
from si_kg.portrait import FORMATS as PORTRAIT_FORMATS
from si_kg.results import FILE_FORMATS, TABLE_FORMATS, rendered

SAMPLE_SIZE = 20


def queries_command(language: str) -> Command:
    """`si-kg queries`: the list, or everything about one query."""

    def queries(word: str | None) -> None:
        from si_kg.cli.listing import describe_query, list_queries

        graph = open_graph(language)
        if word and word in graph.catalogue:
            click.echo(describe_query(graph.catalogue[word], language))
        else:
            click.echo(list_queries(graph.catalogue, word, language), nl=False)

    params: list[click.Parameter] = [
        options.argument(language, "word", required=False),
        *options.place(language),
        options.lang(language),
    ]
    return Command("queries", language, callback=queries, params=params)


def show_command(language: str) -> Command:
    """`si-kg show`: everything about one thing."""

    def show(thing: str, style: str, output: Path | None) -> None:
        portrait = open_graph(language).show(thing)
        output_to.write(portrait.write(style, output_to.width()), output)

    return Command(
        "show",
        language,
        callback=show,
        params=[
            options.argument(language, "thing"),
            *options.place(language),
            options.style(language, *PORTRAIT_FORMATS, default="text"),
            options.output(language),
            options.lang(language),
        ],
    )


def sample_command(language: str) -> Command:
    """`si-kg sample`: random statements with their page."""

    def sample(seed: int, size: int, style: str | None, output: Path | None) -> None:
        table = open_graph(language).sample(seed, size)
        style = style or output_to.default_style(table, output)
        output_to.write(rendered(table, style, language, output_to.width()), output)

    return Command(
        "sample",
        language,
        callback=sample,
        params=[
            options.option(language, "--seed", type=click.IntRange(0), required=True, metavar="N"),
            options.number(language, "--size", click.IntRange(1), SAMPLE_SIZE),
            *options.place(language),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )
