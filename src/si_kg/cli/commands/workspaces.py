"""Commands about a workspace as a whole: init, upgrade, backup, restore."""

from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from si_kg.cli import options
from si_kg.cli.faults import EndpointUnnamed
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import named_workspace
from si_kg.cli.progress import bars
from si_kg.cli.reporting import Reporting
from si_kg.cli.wanted import ENDPOINT
from si_kg.cli.words import say

if TYPE_CHECKING:
    from si_kg.workspace.remote import Address

_FOLDER = click.Path(path_type=Path)


def init_command(language: str) -> Command:
    """`si-kg init`: a workspace in a folder, or in a store elsewhere."""

    def init(
        folder: Path,
        who: str | None,
        base: str | None,
        licence: str | None,
        endpoint: str | None,
        update: str | None,
        graph_store: str | None,
    ) -> None:
        from si_kg.workspace import Workspace

        name = who or getuser()
        elsewhere = _elsewhere(endpoint, update, graph_store)
        if elsewhere:
            from si_kg.workspace.remote import RemoteWorkspace

            with bars(language) as tell:
                made: Workspace = RemoteWorkspace.found(
                    folder, elsewhere, who=name, base=base, licence=licence, tell=tell
                )
        else:
            made = Workspace.init(folder, who=name, base=base, licence=licence)
        facts = {"folder": folder, "who": made.settings.who, "base": made.settings.base}
        word = "workspace-elsewhere" if elsewhere else "workspace-made"
        click.echo(say(word, language, endpoint=endpoint, **facts))

    return Command(
        "init",
        language,
        callback=init,
        params=[
            click.Argument(["folder"], metavar=say("the-folder", language), type=_FOLDER),
            options.option(language, "--who", metavar=say("WHO", language)),
            Option(["--base"], metavar="IRI", help=say("--base (init)", language)),
            options.option(language, "--licence", metavar=say("LICENCE", language)),
            *_addresses(language),
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

    def restore(
        file: Path,
        folder: Path,
        endpoint: str | None,
        update: str | None,
        graph_store: str | None,
    ) -> None:
        from si_kg.workspace import Workspace

        elsewhere = _elsewhere(endpoint, update, graph_store)
        with bars(language) as tell:
            if elsewhere:
                from si_kg.workspace.remote import RemoteWorkspace

                restored: Workspace = RemoteWorkspace.restored(file, folder, elsewhere, tell=tell)
            else:
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
            *_addresses(language),
            options.lang(language),
        ],
    )


def _addresses(language: str) -> list[click.Option]:
    """Where a store elsewhere is asked and written to; only what the line names counts here."""
    return [
        Option([option], metavar="URL", help=say(f"{option} (workspace)", language))
        for option in (ENDPOINT, "--update", "--graph-store")
    ]


def _elsewhere(
    endpoint: str | None, update: str | None, graph_store: str | None
) -> "Address | None":
    """The store elsewhere that was named; raises EndpointUnnamed, or what `Address.given` does."""
    if endpoint is None:
        if update or graph_store:
            raise EndpointUnnamed
        return None
    from si_kg.workspace.remote import Address

    return Address.given(endpoint, update, graph_store)
