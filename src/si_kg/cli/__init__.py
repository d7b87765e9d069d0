"""The command line `si-kg`: thin commands over the library."""

import sys
from collections.abc import Sequence

from si_kg import shipped
from si_kg.cli import wanted
from si_kg.store.loading import LoadingStore

_ASKING = frozenset(
    [
        "ask",
        "query",
        "queries",
        "reproduce",
        "show",
        "find",
        "sample",
        "cite",
        "classify",
        "compare",
        "draw",
        "assess",
        "export",
        "link",
        "enrich",
        "template",
    ]
)


def main(given: Sequence[str] | None = None) -> None:
    """The program `si-kg`; ends the process with the exit code of what happened.

    A command that asks something loads the graph while the rest of the program is still read.
    """
    arguments = sys.argv[1:] if given is None else list(given)
    asks = bool(_ASKING.intersection(arguments[:1])) and wanted.place(arguments).asked is None
    ahead = LoadingStore(shipped.snapshot_folder() / shipped.GRAPH_FILE) if asks else None
    from si_kg.cli.run import run

    try:
        code = run(arguments, ahead)
    finally:
        if ahead:
            ahead.wait()
    sys.exit(code)
