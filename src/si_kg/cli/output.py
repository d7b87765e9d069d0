"""Where a command puts what it has to say: on the terminal, in a pipe or in a file."""

import os
import sys
from pathlib import Path

import click

from si_kg.errors import FileUnwritable, SiKgError
from si_kg.results import Graph, Result

_PIPE_WIDTH = 120


class PictureNeedsFile(SiKgError):
    """A picture that is no text, asked on a terminal."""

    nl = "Een png past niet op het scherm; noem een bestand met --output."
    en = "A png does not fit on the screen; name a file with --output."


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


def write(content: str | bytes, output: Path | None) -> None:
    """The text or bytes to the file `output`, or to standard output; raises FileUnwritable."""
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError:
        raise FileUnwritable(file=output) from None


def write_picture(content: str | bytes, output: Path | None) -> None:
    """A picture to the file `output`, or to a pipe; raises PictureNeedsFile, FileUnwritable."""
    if isinstance(content, bytes) and output is None and sys.stdout.isatty():
        raise PictureNeedsFile
    write(content, output)
