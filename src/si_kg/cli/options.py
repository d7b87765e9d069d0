"""The options and arguments that commands share, explained in the language asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from si_kg.cli import wanted
from si_kg.cli.help import Option
from si_kg.cli.opening import asked_place, named_endpoint
from si_kg.cli.words import say
from si_kg.errors import LanguageNotFound
from si_kg.language import LANGUAGES


def argument(language: str, name: str, **settings: Any) -> click.Argument:
    """An argument, shown under its name in the language."""
    return click.Argument([name], metavar=say(name, language), **settings)


def option(language: str, name: str, *facts: object, **settings: Any) -> click.Option:
    """An option, with the facts in its explanation filled in."""
    return Option([name], help=say(name, language, *facts), **settings)


def number(language: str, name: str, kind: click.ParamType[Any], default: float) -> click.Option:
    """An option that takes a number, with its default in the explanation."""
    return option(language, name, default, type=kind, default=default, metavar="N")


def flag(language: str, name: str, taken_as: str | None = None) -> click.Option:
    """An option that is there or not; a command takes it under its name, or as `taken_as`."""
    names = [name, taken_as] if taken_as else [name]
    return Option(names, help=say(name, language), is_flag=True)


def many(language: str, name: str, kind: str, taken_as: str | None = None) -> click.Option:
    """An option that may be given more than once, each time with a `kind` of value.

    A command takes it under its name, or as `taken_as`.
    """
    names = [name, taken_as] if taken_as else [name]
    return Option(names, help=say(name, language), multiple=True, metavar=say(kind, language))


def choice(
    language: str, name: str, values: Sequence[str], default: str | None = ""
) -> click.Option:
    """An option that takes one of `values`, by default the first; None for no default."""
    return option(
        language,
        name,
        ", ".join(values),
        type=click.Choice(list(values)),
        default=values[0] if default == "" else default,
        metavar=say("VALUE", language),
    )


def lang(language: str, *, both: bool = False) -> click.Option:
    """The option --lang; a command that speaks `both` languages at once takes its value."""
    name, known = ("--lang (both)", (*LANGUAGES, wanted.BOTH)) if both else ("--lang", LANGUAGES)

    def check(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
        if given is not None and given not in known:
            raise LanguageNotFound(given, known)
        return given

    # the value was read before the commands were made, so the others need not take it
    return Option(
        ["--lang"],
        metavar="|".join(known),
        expose_value=both,
        callback=check,
        help=say(name, language),
    )


def place(language: str, *, exposed: bool = False) -> tuple[click.Option, click.Option]:
    """The options --endpoint and --workspace, for a command that can ask elsewhere.

    They were read before the commands were made, as --lang was, and `open_graph` opens that place;
    an `exposed` one is also handed to the command, as `endpoint`.
    """
    at = Option(
        [wanted.ENDPOINT],
        metavar="URL",
        expose_value=exposed,
        callback=(lambda *_: asked_place()) if exposed else None,
        help=say(wanted.ENDPOINT, language),
    )
    return at, workspace(language)


def workspace(language: str) -> click.Option:
    """The option --workspace alone, for a command that needs the graph on this computer."""
    return Option(
        [wanted.WORKSPACE],
        metavar=say("FOLDER", language),
        expose_value=False,
        help=say(wanted.WORKSPACE, language),
    )


def address(language: str, text: str) -> click.Option:
    """The option --endpoint of a command that does more there than ask, taken as `endpoint`."""
    return Option(
        [wanted.ENDPOINT],
        metavar="URL",
        callback=lambda *_: named_endpoint(),
        help=say(text, language),
    )


def folder(language: str, name: str) -> click.Option:
    """An option that takes a folder."""
    kind = click.Path(path_type=Path)
    return option(language, name, type=kind, metavar=say("FOLDER", language))


def style(language: str, *formats: str, default: str | None = None) -> click.Option:
    """The option --format, one of `formats`; a command takes it as `style`."""
    text = say("--format", language, ", ".join(formats))
    return Option(
        ["--format", "-f", "style"], metavar=say("FORMAT", language), default=default, help=text
    )


def code(language: str, *languages: str) -> click.Option:
    """The option --as, one of `languages`; a command takes it as `code`."""
    return Option(
        ["--as", "code"],
        type=click.Choice(languages),
        metavar=say("VALUE", language),
        help=say("--as", language, ", ".join(languages)),
    )


def output(language: str) -> click.Option:
    """The option --output."""
    kind = click.Path(path_type=Path)
    return Option(
        ["--output", "-o"], type=kind, metavar=say("FILE", language), help=say("--output", language)
    )


def version(language: str) -> click.Option:
    """The option --version."""

    def show(ctx: click.Context, _: click.Parameter, wanted: object) -> None:
        if wanted:
            from si_kg.knowledge_graph import installed_version

            click.echo(f"si-kg {installed_version()}")
            ctx.exit()

    return Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=say("--version", language),
    )
