"""Click in two languages: help pages, and complaints about the use of a command."""

from collections.abc import Sequence
from typing import Any

import click
from click.core import ParameterSource
from click.types import OptionHelpExtra

from si_kg.cli import wanted
from si_kg.cli.faults import WorkspaceUnused
from si_kg.cli.words import WORDS, say
from si_kg.errors import NotFound
from si_kg.store.faults import GraphElsewhere


class CommandNotFound(NotFound):
    """There is no such command."""

    nl = "Opdracht ‘{name}’ is er niet."
    en = "There is no command ‘{name}’."
    see_nl = "`si-kg --help` toont ze."
    see_en = "Run `si-kg --help` to see them."


class _Formatter(click.HelpFormatter):
    """Writes headings in the language of the context."""

    language = "en"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 (ours)
        super().write_usage(prog, args, say("usage", self.language))

    def write_heading(self, heading: str) -> None:
        known = heading in WORDS
        super().write_heading(say(heading, self.language) if known else heading)


class Context(click.Context):
    """A context whose help is written in the language that its command speaks."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of Click, with our headings."""
        formatter = _Formatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.language = getattr(self.command, "language", "en")
        return formatter


class Option(click.Option):
    """An option that says what it takes in its help text, and adds nothing in English."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:  # noqa: ARG002 (Click's)
        """Nothing: no default, range or required mark."""
        return {}


class Command(click.Command):
    """A command that speaks `language`."""

    context_class = Context

    def __init__(self, name: str, language: str, **settings: Any) -> None:
        self.language = language
        settings.setdefault("options_metavar", say("[options]", language))
        super().__init__(name, help=say(name, language), **settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in the language of the command."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("--help", self.language)
        return option


class Group(Command, click.Group):
    """A group that speaks `language` and suggests the command that was meant."""

    def __init__(self, name: str, language: str) -> None:
        super().__init__(name, language, subcommand_metavar=say("[command]", language))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command of this name; raises CommandNotFound."""
        command = super().get_command(ctx, cmd_name)
        if command is None:
            raise CommandNotFound(cmd_name, self.list_commands(ctx))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command and its arguments.

        Raises GraphElsewhere or WorkspaceUnused where it cannot ask what the line names.
        """
        name, command, rest = super().resolve_command(ctx, args)
        takes = {param.name for param in command.params} if command else set()
        for option, named, refusal in (
            ("endpoint", wanted.endpoint(args), GraphElsewhere),
            ("workspace", wanted.workspace(args), WorkspaceUnused),
        ):
            before = ctx.get_parameter_source(option) is ParameterSource.COMMANDLINE
            if (before or named) and option not in takes:
                raise refusal
        return name, command, rest

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (Click's)
        """The commands, the most used first."""
        return list(self.commands)


def complaint(error: click.UsageError, language: str) -> str:
    """Click's complaint in our words, with where to find help."""
    match error:
        case click.NoSuchOption():
            what = say("option-unknown", language, error.option_name)
        case click.BadOptionUsage():
            what = say("option-value", language, error.option_name)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            option = _longest(error.param.opts) if isinstance(error.param, click.Option) else ""
            what = say("argument-missing", language, f"{option} {name}".strip())
        case click.BadParameter():
            name = _longest(error.param.opts) if error.param else ""
            what = say("value-wrong", language, name, _expected(error, language))
        case _:
            what = say("usage-wrong", language)
    path = error.ctx.command_path if error.ctx else "si-kg"
    return f"{what} {say('see-help', language, path)}"


def _expected(error: click.BadParameter, language: str) -> str:
    match error.param.type if error.param else None:
        case click.IntRange() | click.FloatRange() as number:
            return say("number-from", language, number.min)
        case click.Choice() as choice:
            return say("one-of", language, ", ".join(choice.choices))
    return error.message


def _longest(names: Sequence[str]) -> str:
    return max(names, key=len, default="")
