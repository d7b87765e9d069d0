"""The command that cites things by themselves: cite."""

from pathlib import Path

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say

# as in citing/forms.py and citing/styles.py, which need not be read to show help
FORMS = ("text", "bibtex", "biblatex", "ris", "csl-json", "coins")
STYLE = "apa"


def cite_command(language: str) -> Command:
    """`si-kg cite`: sources, concepts, definitions or the graph, for a reference list."""

    def cite(
        things: tuple[str, ...], to: str | None, style: str, output: Path | None, *, every: bool
    ) -> None:
        from si_kg.citing.forms import promised

        made = open_graph(language).cite(
            *things, to=to or promised(output), style=style, every_source=every
        )
        output_to.write(made, output)

    to = say("cite --to", language, ", ".join(FORMS))
    return Command(
        "cite",
        language,
        callback=cite,
        params=[
            options.argument(language, "things", nargs=-1),
            Option(["--to"], metavar=say("FORMAT", language), help=to),
            Option(
                ["--style"],
                default=STYLE,
                metavar=say("STYLE", language),
                help=say("cite --style", language),
            ),
            options.flag(language, "--all-sources", "every"),
            *options.place(language),
            options.output(language),
            options.lang(language),
        ],
    )
