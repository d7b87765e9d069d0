"""A limit on the time that a question may take."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from si_kg.errors import QueryTookTooLong
from si_kg.whole_file import discard_unfinished


@contextmanager
def time_limit(seconds: float, language: str) -> Iterator[None]:
    """End the whole process, with a message, when the block takes longer than `seconds`.

    The engine cannot be interrupted, so nothing gentler would stop it.
    """

    def stop() -> None:
        discard_unfinished()
        error = QueryTookTooLong(seconds=f"{seconds:g}")
        sys.stderr.write(f"{error.message(language)}\n")
        sys.stderr.flush()
        os._exit(error.exit_code)

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
