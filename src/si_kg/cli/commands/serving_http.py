"""The command that serves over HTTP: serve."""

from functools import partial

import click

from si_kg.cli import options
from si_kg.cli.help import Command
from si_kg.cli.words import say
from si_kg.errors import PartMissing

HOST, PORT, WORKERS, SECONDS = "127.0.0.1", 8010, 2, 10


def serve_command(language: str) -> Command:
    """`si-kg serve`: the graph over HTTP."""

    def serve(host: str, port: int, workers: int, timeout: float, endpoint: str | None) -> None:
        import si_kg

        try:
            from si_kg.server import Settings
            from si_kg.server.serving import serve
        except ModuleNotFoundError:
            raise PartMissing(extra="server") from None

        settings = Settings(language, seconds=timeout, workers=workers)
        tell = partial(_tell, language)
        serve(partial(si_kg.open, endpoint, language), settings, (host, port), tell)

    return Command(
        "serve",
        language,
        callback=serve,
        params=[
            options.option(language, "--host", default=HOST, metavar="HOST"),
            options.number(language, "--port", click.IntRange(0, 65535), PORT),
            options.number(language, "--workers", click.IntRange(1), WORKERS),
            options.number(language, "--timeout", click.FloatRange(0.01), SECONDS),
            options.endpoint(language, exposed=True),
            options.lang(language),
        ],
    )


def _tell(language: str, address: str) -> None:
    click.echo(say("serving", language, address))
