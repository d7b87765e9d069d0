"""The command that makes forms for knowledge of one's own: template."""

from pathlib import Path
from shlex import quote

import click

from si_kg.cli import options
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import named_workspace, open_graph, workspace_folder
from si_kg.cli.words import say

_SHOWN = 5


def template_command(language: str) -> Command:
    """`si-kg template`: a form to fill in, or one that holds what an addition says."""

    def template(file: Path, kinds: tuple[str, ...], addition: str | None, *, force: bool) -> None:
        from si_kg.intake import forms

        base = named_workspace().settings.base if workspace_folder() or addition else ""
        store = open_graph(language).store
        made = forms.template(
            file, kinds, language, store, addition=addition, base=base, force=force
        )
        name = "form-filled" if addition else "form-made"
        words = {"quoted": quote(str(file)), "count": made.rows, "addition": addition}
        click.echo(say(name, language, file=file, **words))
        if made.left_out:
            _tell_left_out(language, [str(each) for each in made.left_out])

    return Command(
        "template",
        language,
        callback=template,
        params=[
            click.Argument(
                ["file"], metavar=say("the-file", language), type=click.Path(path_type=Path)
            ),
            options.many(language, "--for", "FORM", "kinds"),
            Option(
                ["--from", "addition"],
                metavar=say("addition", language),
                help=say("--from", language),
            ),
            options.flag(language, "--force"),
            options.workspace(language),
            options.lang(language),
        ],
    )


def _tell_left_out(language: str, triples: list[str]) -> None:
    """What the form cannot hold, on stderr: read again with --replace, it would be gone."""
    click.echo(say("form-left-out", language, count=len(triples)), err=True)
    for triple in triples[:_SHOWN]:
        click.echo(f"  {triple}", err=True)
    if len(triples) > _SHOWN:
        click.echo(f"  {say('form-more', language, len(triples) - _SHOWN)}", err=True)
