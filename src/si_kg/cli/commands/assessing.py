"""The command about own plans: assess."""

from pathlib import Path

import click

from si_kg.assessment.faults import NothingToAssess
from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.definitions.judgements import Reading
from si_kg.knowledge_graph import KnowledgeGraph

# as in assessment/result.py, which need not be read to show help
FORMATS = ("text", "md", "json", "html")


def assess_command(language: str) -> Command:
    """`si-kg assess`: a form for a plan, or what the graph says of a plan."""

    def assess(
        plan: Path | None,
        template: Path | None,
        force: bool,  # noqa: FBT001 (Click hands options by name)
        definition: str | None,
        programme: str | None,
        partly: str,
        style: str | None,
        output: Path | None,
    ) -> None:
        graph = open_graph(language)
        if template is not None:
            _write_form(graph, template, plan, force=force)
            click.echo(say("form-written", language, file=template))
            return
        if plan is None:
            raise NothingToAssess
        output_to.spare(plan, output)
        found = graph.assess(plan, definition=definition, programme=programme, partly=partly)
        text = found.write(style or _style(output), language, output_to.width())
        output_to.write(text, output)

    path = click.Path(path_type=Path)
    return Command(
        "assess",
        language,
        callback=assess,
        params=[
            options.argument(language, "plan", required=False, type=path),
            options.option(language, "--template", type=path, metavar=say("FILE", language)),
            options.flag(language, "--force"),
            options.option(language, "--definition", metavar=say("DEFINITION", language)),
            options.option(language, "--programme", metavar=say("PROGRAMME", language)),
            options.choice(language, "--partly", Reading.PARTLY),
            *options.place(language),
            options.style(language, *FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _write_form(graph: KnowledgeGraph, template: Path, plan: Path | None, *, force: bool) -> None:
    form = graph.form()
    form.write(template, force=force, plan=form.read(plan) if plan else None)


def _style(output: Path | None) -> str:
    """What the name of the file promises, else text."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return ending if ending in FORMATS else "text"
