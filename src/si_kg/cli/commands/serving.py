"""The command that serves an assistant: mcp."""

import click

from si_kg.cli import options
from si_kg.cli.help import Command
from si_kg.cli.opening import tell_of_found
from si_kg.errors import PartMissing

TIME_LIMIT = 30


def mcp_command(language: str) -> Command:
    """`si-kg mcp`: the graph as tools for an assistant."""

    def mcp(
        theme: tuple[str, ...],
        sparql: bool,  # noqa: FBT001 (Click hands options by name)
        timeout: float,
        endpoint: str | None,
    ) -> None:
        try:
            from si_kg.assistant.server import serve
        except ModuleNotFoundError:
            raise PartMissing(extra="assistants") from None
        from si_kg.assistant.desk import Service

        tell_of_found(language)
        serve(Service(language, endpoint, theme, sparql), timeout)

    return Command(
        "mcp",
        language,
        callback=mcp,
        params=[
            options.many(language, "--theme", "THEME"),
            options.flag(language, "--sparql"),
            options.number(language, "--timeout", click.FloatRange(0.01), TIME_LIMIT),
            *options.place(language, exposed=True),
            options.lang(language),
        ],
    )
