"""The command that serves over HTTP: serve."""

from functools import partial

import click

from si_kg.cli import options
from si_kg.cli.help import Command
from si_kg.cli.opening import tell_of_found
from si_kg.cli.words import say
from si_kg.errors import PartMissing
from si_kg.places import state_of

HOST, PORT, WORKERS, SECONDS = "127.0.0.1", 8010, 2, 10


def serve_command(language: str) -> Command:
    """`si-kg serve`: the graph over HTTP."""

    def serve(
        host: str, port: int, public_url: str, workers: int, timeout: float, endpoint: str | None
    ) -> None:
        import si_kg

        try:
            from si_kg.server import Settings
            from si_kg.server.serving import serve
        except ModuleNotFoundError:
            raise PartMissing(extra="server") from None

        settings = Settings(language, seconds=timeout, workers=workers, public_url=public_url)
        tell = partial(_tell, language)
        tell_of_found(language)
        serve(
            partial(si_kg.open, endpoint, language),
            settings,
            (host, port),
            tell,
            state=partial(state_of, endpoint),
        )

    return Command(
        "serve",
        language,
        callback=serve,
        params=[
            options.option(language, "--host", default=HOST, metavar="HOST"),
            options.number(language, "--port", click.IntRange(0, 65535), PORT),
            options.option(language, "--public-url", default="", metavar="URL"),
            options.number(language, "--workers", click.IntRange(1), WORKERS),
            options.number(language, "--timeout", click.FloatRange(0.01), SECONDS),
            *options.place(language, exposed=True),
            options.lang(language),
        ],
    )


def _tell(language: str, address: str) -> None:
    click.echo(say("serving", language, address))
