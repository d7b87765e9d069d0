"""Commands about a workspace as a whole: init, upgrade, backup, restore."""

from getpass import getuser
from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import named_workspace
from si_kg.cli.progress import bars
from si_kg.cli.reporting import Reporting
from si_kg.cli.words import say

_FOLDER = click.Path(path_type=Path)


def init_command(language: str) -> Command:
    """`si-kg init`: a workspace in a folder."""

    def init(folder: Path, who: str | None, base: str | None, licence: str | None) -> None:
        from si_kg.workspace import Workspace

        made = Workspace.init(folder, who=who or getuser(), base=base, licence=licence)
        facts = {"folder": folder, "who": made.settings.who, "base": made.settings.base}
        click.echo(say("workspace-made", language, **facts))

    return Command(
        "init",
        language,
        callback=init,
        params=[
            click.Argument(["folder"], metavar=say("the-folder", language), type=_FOLDER),
            options.option(language, "--who", metavar=say("WHO", language)),
            Option(["--base"], metavar="IRI", help=say("--base (init)", language)),
            options.option(language, "--licence", metavar=say("LICENCE", language)),
            options.lang(language),
        ],
    )


def upgrade_command(language: str) -> Command:
    """`si-kg upgrade`: another build of the shipped graph below what was added."""

    def upgrade(build: Path | None, who: str | None, *, accept_warnings: bool) -> int:
        place, reporting = named_workspace(), Reporting(language)
        with bars(language) as tell, reporting.refusals():
            reporting.done(
                place.upgrade(build, who=who, accept_warnings=accept_warnings, tell=tell)
            )
        return reporting.write()

    return Command(
        "upgrade",
        language,
        callback=upgrade,
        params=[
            click.Argument(
                ["build"], metavar=say("folder", language), required=False, type=_FOLDER
            ),
            options.option(language, "--who", metavar=say("WHO", language)),
            options.flag(language, "--accept-warnings"),
            options.workspace(language),
            options.lang(language),
        ],
    )


def backup_command(language: str) -> Command:
    """`si-kg backup`: the workspace as one file."""

    def backup(file: Path) -> None:
        with bars(language) as tell:
            named_workspace().backup(file, tell=tell)
        click.echo(say("backed-up", language, file=file))

    return Command(
        "backup",
        language,
        callback=backup,
        params=[
            click.Argument(["file"], metavar=say("FILE", language), type=_FOLDER),
            options.workspace(language),
            options.lang(language),
        ],
    )


def restore_command(language: str) -> Command:
    """`si-kg restore`: a workspace from such a file."""

    def restore(file: Path, folder: Path) -> None:
        from si_kg.workspace import Workspace

        with bars(language) as tell:
            restored = Workspace.restore(file, folder, tell=tell)
        told = say("done-restore", language, folder=folder)
        click.echo(f"{told} {say('state-now', language, number=restored.state.number)}")

    return Command(
        "restore",
        language,
        callback=restore,
        params=[
            click.Argument(["file"], metavar=say("FILE", language), type=_FOLDER),
            click.Argument(["folder"], metavar=say("the-folder", language), type=_FOLDER),
            options.lang(language),
        ],
    )
