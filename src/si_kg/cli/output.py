"""Where a command puts what it has to say: on the terminal, in a pipe or in a file."""

import os
import sys
from pathlib import Path

import click

from si_kg.errors import FileUnwritable
from si_kg.results import Graph, Result

_PIPE_WIDTH = 120


def width() -> int:
    """The width of the terminal; a pipe gets a table of a fixed width."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        return _PIPE_WIDTH


def default_style(result: Result, output: Path | None) -> str:
    """A table for people on a terminal, plain data in a pipe or a file."""
    if isinstance(result, Graph):
        return "ttl"
    return "table" if output is None and sys.stdout.isatty() else "csv"


def write(text: str, output: Path | None) -> None:
    """The text to the file `output`, or to standard output; raises FileUnwritable."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8", newline="")
    except OSError:
        raise FileUnwritable(file=output) from None
