"""Where a command puts what it has to say: on the terminal, in a pipe or in a file."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from si_kg.errors import FileUnwritable, SiKgError
from si_kg.results import FILE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS, Graph, Result
from si_kg.streams import Stream, TripleStream
from si_kg.whole_file import write_whole

_PIPE_WIDTH = 120
_BLOCK = 65_536


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


def default_style(result: Result | Stream, output: Path | None) -> str:
    """What the name of the file promises, else a table on a terminal and plain data elsewhere."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if ending in (*TABLE_FORMATS, *FILE_FORMATS, *GRAPH_FORMATS):
        return ending
    if isinstance(result, Graph | TripleStream):
        return "ttl"
    return "table" if output is None and sys.stdout.isatty() else "csv"


def write(content: str | bytes | Iterable[str], output: Path | None) -> None:
    """Text, bytes or pieces of text to the file `output`, or to standard output.

    A file appears when it is complete. Bytes do not go to a terminal. Raises FormatNeedsFile,
    FileUnwritable.
    """
    if isinstance(content, bytes):
        if output is None and sys.stdout.isatty():
            raise FormatNeedsFile
        blocks: Iterator[str | bytes] = iter([content])
    else:
        blocks = _blocks([content] if isinstance(content, str) else content)
    if output is not None:
        write_whole(output, (b if isinstance(b, bytes) else b.encode() for b in blocks))
        return
    for block in blocks:
        click.echo(block, nl=False)


def spare(given: Path, output: Path | None) -> None:
    """Raise FileUnwritable where what was made of the file `given` would be written over it."""
    try:
        same = output is not None and output.samefile(given)
    except OSError:  # one of them is not there
        same = False
    if same:
        raise FileUnwritable(file=output)


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces joined to blocks of some size, so that each is worth the way."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)
