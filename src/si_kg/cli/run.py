"""Run a command line: choose the language, do the command, turn any error into one line."""

import os
import sys
from collections.abc import Sequence

import click

from si_kg.cli.commands import make_cli
from si_kg.cli.help import complaint
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
        language = choose(_wanted(arguments))
        outcome = make_cli(language).main(
            arguments, prog_name="si-kg", standalone_mode=False, obj=graph
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


def _wanted(arguments: Sequence[str]) -> str | None:
    """The language after --lang, or in lang=nl, wherever it stands."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(("--lang=", "lang=")):
            return argument.partition("=")[2]
    return None


def _complain(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
