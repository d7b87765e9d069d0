"""Where a command puts what it has to say: on the terminal, in a pipe or in a file."""

import os
import sys
from pathlib import Path

import click

from si_kg.errors import FileUnwritable, SiKgError
from si_kg.results import FILE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS, Graph, Result

_PIPE_WIDTH = 120


class FormatNeedsFile(SiKgError):
    """A picture or spreadsheet, which is no text, asked on a terminal."""

    nl = "Dit formaat past niet op het scherm; noem een bestand met --output."
    en = "This format does not fit on the screen; name a file with --output."


def width() -> int:
    """The width of the terminal; a pipe gets a table of a fixed width."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        return _PIPE_WIDTH


def default_style(result: Result, output: Path | None) -> str:
    """What the name of the file promises, else a table on a terminal and plain data elsewhere."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending in (*TABLE_FORMATS, *FILE_FORMATS, *GRAPH_FORMATS):
        return ending
    if isinstance(result, Graph):
        return "ttl"
    return "table" if output is None and sys.stdout.isatty() else "csv"


def write(content: str | bytes, output: Path | None) -> None:
    """The text or bytes to the file `output`, or to standard output; bytes not to a terminal.

    Raises FormatNeedsFile, FileUnwritable.
    """
    if output is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise FormatNeedsFile
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError:
        raise FileUnwritable(file=output) from None
