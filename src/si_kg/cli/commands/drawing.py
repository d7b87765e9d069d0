"""The command that draws: draw."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.errors import FormatNotFound

# as in plots/picture.py, which need not be read to show help
FORMATS = ("svg", "png", "json", "csv")


def draw_command(language: str) -> Command:
    """`si-kg draw`: a picture, or the list of pictures."""

    def draw(
        picture: str | None,
        thing: str | None,
        style: str | None,
        output: Path | None,
    ) -> None:
        if picture is None:
            click.echo(_listed(language), nl=False)
            return
        style = style or _style(output)
        drawn = open_graph(language).draw(picture, thing)
        output_to.write(drawn.write(style, language), output)

    return Command(
        "draw",
        language,
        callback=draw,
        params=[
            options.argument(language, "picture", required=False),
            click.Argument(["thing"], metavar=say("of-thing", language), required=False),
            *options.place(language),
            options.style(language, *FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _listed(language: str) -> str:
    """Each picture: its name, what it shows one of, its title."""
    from si_kg.plots import PICTURES

    lines = []
    for recipe in PICTURES.values():
        kind = recipe.kind.label.in_(language).upper() if recipe.kind else ""
        lines.append(f"{recipe.name:<22}{kind:<12}{recipe.title.in_(language)}\n")
    return "".join(lines)


def _style(output: Path | None) -> str:
    """What the name of the file promises, else svg; raises FormatNotFound for another promise."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending and ending not in FORMATS:
        raise FormatNotFound(ending, FORMATS, formats=", ".join(FORMATS))
    return ending or FORMATS[0]
