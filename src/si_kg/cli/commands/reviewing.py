"""The command that checks an own text: check-text."""

from pathlib import Path
from typing import Any

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.drafts import FORMATS, RULE_IDS, check_text, selected, written
from si_kg.errors import NEGATIVE


def check_text_command(language: str) -> Command:
    """`si-kg check-text`: what the graph says of a draft; ends in 1 where it finds faults."""

    def check(
        text: Path,
        programme: str | None,
        rules: tuple[str, ...],
        ignored: tuple[str, ...],
        style: str | None,
        output: Path | None,
    ) -> int:
        output_to.spare(text, output)
        graph = open_graph(language)
        taken = selected(rules, ignored)
        report = check_text(graph, text, programme=programme, rules=taken)
        chosen = style or _style(output)
        output_to.write(written(report, chosen, text, width=output_to.width()), output)
        return 0 if report.clean else NEGATIVE

    return Command(
        "check-text",
        language,
        callback=check,
        params=[
            options.argument(language, "text", type=click.Path(path_type=Path, allow_dash=True)),
            _option(language, "--programme", metavar=say("PROGRAMME", language)),
            _option(
                language,
                "--rule",
                "rules",
                ", ".join(RULE_IDS),
                multiple=True,
                metavar=say("RULE", language),
            ),
            _option(language, "--ignore", "ignored", multiple=True, metavar=say("RULE", language)),
            _option(language, "--to", "style", ", ".join(FORMATS), metavar=say("FORMAT", language)),
            *options.place(language),
            options.output(language),
            options.lang(language),
        ],
    )


def _option(
    language: str, flag: str, taken_as: str = "", facts: str = "", **settings: Any
) -> Option:
    """An option of this command, explained by words of its own."""
    names = [flag, taken_as] if taken_as else [flag]
    return Option(names, help=say(f"check-text {flag}", language, facts), **settings)


def _style(output: Path | None) -> str:
    """What the name of the file promises, else text."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return ending if ending in FORMATS else "text"
