"""The command that loads the graph into a store elsewhere: publish."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli.faults import PublishedOntoItself
from si_kg.cli.help import Command
from si_kg.cli.opening import whole_graph
from si_kg.errors import NEGATIVE


def publish_command(language: str) -> Command:
    """`si-kg publish`: every named graph to a store elsewhere, counted there."""

    def publish(
        folder: str | None, endpoint: str | None, graph_store: str | None, update: str | None
    ) -> int:
        from si_kg.cli.telling import tell_outcome, tell_publication

        if endpoint is None:
            raise click.MissingParameter(param=asked, ctx=click.get_current_context())
        _refuse_itself(folder, endpoint)
        publication = whole_graph(folder, language).publish(
            endpoint,
            graph_store=graph_store,
            update=update,
            tell=lambda outcome: click.echo(tell_outcome(outcome, language)),
        )
        click.echo(tell_publication(publication, language), nl=False)
        if publication.fault:
            raise publication.fault
        return 0 if publication else NEGATIVE

    asked = options.address(language, "--endpoint (publish)")
    return Command(
        "publish",
        language,
        callback=publish,
        params=[
            options.argument(language, "folder", required=False),
            asked,
            options.option(language, "--graph-store", metavar="URL"),
            options.option(language, "--update", metavar="URL"),
            options.lang(language),
        ],
    )


def _refuse_itself(folder: str | None, endpoint: str) -> None:
    """Raise PublishedOntoItself where the workspace in the folder stands at this endpoint."""
    from si_kg.workspace.layout import endpoint_of

    stands = endpoint_of(Path(folder)) if folder else None
    if stands and stands.rstrip("/") == endpoint.rstrip("/"):
        raise PublishedOntoItself(folder=folder, url=stands)
