"""Commands that tell what a workspace holds and went through: list, history, diff."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import named_workspace
from si_kg.cli.words import say
from si_kg.results import FILE_FORMATS, TABLE_FORMATS, TELLING_FORMATS, Table, rendered

ROW_LIMIT = 10_000


def list_command(language: str) -> Command:
    """`si-kg list`: the additions."""

    def list_(style: str | None, output: Path | None) -> None:
        from si_kg.cli.recounting import additions_table

        table = additions_table(named_workspace().additions, language)
        _write(table, style, output, language)

    return Command("list", language, callback=list_, params=_params(language))


def history_command(language: str) -> Command:
    """`si-kg history`: every change."""

    def history(style: str | None, output: Path | None) -> None:
        from si_kg.cli.recounting import events_table

        table = events_table(named_workspace().history, language)
        _write(table, style, output, language)

    return Command("history", language, callback=history, params=_params(language))


def diff_command(language: str) -> Command:
    """`si-kg diff`: what came and went between two states."""

    def diff(
        since: int | None,
        until: int | None,
        limit: int,
        style: str | None,
        output: Path | None,
        *,
        shipped: bool,
        everything: bool,
    ) -> None:
        from si_kg.cli.recounting import differences_stream
        from si_kg.streams import flows

        found = differences_stream(
            named_workspace().diff(since, until, everything=shipped),
            None if everything else limit,
        )
        style = style or output_to.default_style(found, output)
        if flows(found, style):
            output_to.write(found.pieces(style), output)
        else:
            _write(found.collected(), style, output, language)
        if found.truncated and style not in TELLING_FORMATS:
            click.echo(say("truncated", language, limit), err=True)

    number = click.IntRange(0)
    return Command(
        "diff",
        language,
        callback=diff,
        params=[
            options.argument(language, "since", required=False, type=number),
            options.argument(language, "until", required=False, type=number),
            options.flag(language, "--shipped"),
            options.number(language, "--limit", click.IntRange(1), ROW_LIMIT),
            options.flag(language, "--all", "everything"),
            *_params(language),
        ],
    )


def _params(language: str) -> list[click.Parameter]:
    return [
        options.workspace(language),
        options.style(language, *TABLE_FORMATS, *FILE_FORMATS),
        options.output(language),
        options.lang(language),
    ]


def _write(table: Table, style: str | None, output: Path | None, language: str) -> None:
    style = style or output_to.default_style(table, output)
    output_to.write(rendered(table, style, language, output_to.width()), output)
