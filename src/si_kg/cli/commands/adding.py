"""Commands that change what a workspace holds: add, remove, undo."""

from functools import partial
from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli.faults import NameForMany
from si_kg.cli.help import Command
from si_kg.cli.opening import named_workspace
from si_kg.cli.progress import bars
from si_kg.cli.reporting import FORMATS, Reporting
from si_kg.cli.words import say

_FILE = click.Path(path_type=Path)


def add_command(language: str) -> Command:
    """`si-kg add`: what files hold, each whole or not at all."""

    def add(
        files: tuple[Path, ...],
        name: str | None,
        mapping: Path | None,
        who: str | None,
        licence: str | None,
        style: str | None,
        output: Path | None,
        *,
        accept_warnings: bool,
        replace: bool,
        dry_run: bool,
    ) -> int:
        from si_kg import intake

        additions = intake.additions(files, mapping)
        if name and len(additions) > 1:
            raise NameForMany
        place, reporting = named_workspace(), Reporting(language, style, output)
        for own_name, file in additions:
            with bars(language) as tell, reporting.refusals(file.name):
                outcome = place.add(
                    partial(intake.read, file, mapping=mapping),
                    name=name or own_name,
                    who=who,
                    licence=licence,
                    accept_warnings=accept_warnings,
                    replace=replace,
                    dry_run=dry_run,
                    language=language,
                    tell=tell,
                )
                reporting.done(outcome)
            if reporting.code:
                break
        return reporting.write()

    name = say("WHO", language)
    return Command(
        "add",
        language,
        callback=add,
        params=[
            click.Argument(
                ["files"], metavar=say("added-files", language), nargs=-1, required=True, type=_FILE
            ),
            options.option(language, "--name", metavar=name),
            options.option(language, "--mapping", type=_FILE, metavar=say("FILE", language)),
            options.option(language, "--who", metavar=name),
            options.option(language, "--licence", metavar=say("LICENCE", language)),
            options.flag(language, "--accept-warnings"),
            options.flag(language, "--replace"),
            options.flag(language, "--dry-run"),
            options.workspace(language),
            options.style(language, *FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def remove_command(language: str) -> Command:
    """`si-kg remove`: an addition out of the workspace."""

    def remove(name: str, who: str | None, *, dangling: bool, accept_warnings: bool) -> int:
        place, reporting = named_workspace(), Reporting(language)
        with bars(language) as tell, reporting.refusals():
            reporting.done(
                place.remove(
                    name, who=who, dangling=dangling, accept_warnings=accept_warnings, tell=tell
                )
            )
        return reporting.write()

    return Command(
        "remove",
        language,
        callback=remove,
        params=[
            click.Argument(["name"], metavar=say("addition", language)),
            options.option(language, "--who", metavar=say("WHO", language)),
            options.flag(language, "--dangling"),
            options.flag(language, "--accept-warnings"),
            options.workspace(language),
            options.lang(language),
        ],
    )


def undo_command(language: str) -> Command:
    """`si-kg undo`: back to what was there before the last change."""

    def undo(who: str | None) -> int:
        reporting = Reporting(language)
        reporting.done(named_workspace().undo(who=who))
        return reporting.write()

    return Command(
        "undo",
        language,
        callback=undo,
        params=[
            options.option(language, "--who", metavar=say("WHO", language)),
            options.workspace(language),
            options.lang(language),
        ],
    )
