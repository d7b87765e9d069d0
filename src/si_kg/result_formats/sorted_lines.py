"""Lines in order, each once, however many there are: sorted by the block, merged from files."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

BLOCK = 100_000


def sorted_lines(lines: Iterable[str], block: int = BLOCK) -> Iterator[str]:
    r"""The lines by code point, none twice; at most `block` of them are in memory.

    A line may not hold a line feed.

    >>> list(sorted_lines(["b", "a", "b", "\ue000", "\U0001f331"], block=2))
    ['a', 'b', '\ue000', '🌱']
    """
    items = iter(lines)
    first = _sorted(islice(items, block))
    with ExitStack() as files:
        parts: list[Iterable[str]] = [first]
        while found := _sorted(islice(items, block)):
            parts.append(_kept(files.enter_context(_file()), found))
        last = None
        for line in merge(*parts):
            if line != last:
                yield line
            last = line


def _sorted(lines: Iterable[str]) -> list[str]:
    return sorted(set(lines))


def _file() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", newline="\n")


def _kept(file: IO[str], lines: Iterable[str]) -> Iterator[str]:
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return (line.removesuffix("\n") for line in file)
