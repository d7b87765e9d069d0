"""Run a command line: choose the language, do the command, turn any error into one line."""

import os
import sys

import click

from si_kg.cli import wanted
from si_kg.cli.commands import make_cli
from si_kg.cli.help import complaint
from si_kg.cli.opening import Source
from si_kg.cli.words import say
from si_kg.errors import BROKEN, WRONG_USE, SiKgError
from si_kg.language import choose
from si_kg.store import Store


def run(arguments: list[str], graph: Store | None = None) -> int:
    """Do what the arguments say; gives the exit code: 0, 1 (no), 2 (wrong use), 3 (broken).

    `graph` is what commands ask, unless they are told another place.
    """
    language = "en"
    try:
        language = choose(wanted.language(arguments))
        source = Source(wanted.place(arguments), graph)
        outcome = make_cli(language).main(
            arguments, prog_name="si-kg", standalone_mode=False, obj=source
        )
        return outcome if isinstance(outcome, int) else 0
    except SiKgError as error:
        return _complain(error.message(language), error.exit_code)
    except click.UsageError as error:
        return _complain(complaint(error, language), WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        return BROKEN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("SI_KG_DEBUG"):
            raise
        return _complain(say("broken", language, f"{type(error).__name__}: {error}"), BROKEN)


def _complain(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
