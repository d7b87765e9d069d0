"""What counts wherever it stands on the command line: the language, and the place to ask."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LANGUAGE, ENDPOINT, WORKSPACE = "--lang", "--endpoint", "--workspace"
BOTH = "both"
# as in workspace/layout.py, which need not be read to ask the graph that comes along
SETTINGS = "workspace.json"
_VARIABLES = ("SI_KG_ENDPOINT", "SI_KG_WORKSPACE")


class Place(NamedTuple):
    """An endpoint and a workspace, on the line or `found`: in the environment, or around here.

    An endpoint goes before a workspace that was found.
    """

    endpoint: str | None = None
    workspace: str | None = None
    found: bool = False

    @property
    def asked(self) -> str | None:
        """What is asked instead of the graph that comes along, if anything is."""
        return self.endpoint or self.workspace

    @property
    def is_double(self) -> bool:
        """Whether the line names both."""
        return bool(self.endpoint and self.workspace) and not self.found


def language(arguments: Sequence[str]) -> str | None:
    """The language after --lang, or in lang=nl; none where both are wanted."""
    found = _after(LANGUAGE, arguments, "lang=")
    return None if found == BOTH else found


def endpoint(arguments: Sequence[str]) -> str | None:
    """The address or folder after --endpoint."""
    return _after(ENDPOINT, arguments)


def workspace(arguments: Sequence[str]) -> str | None:
    """The folder after --workspace."""
    return _after(WORKSPACE, arguments)


def place(arguments: Sequence[str]) -> Place:
    """What the line names, else what SI_KG_ENDPOINT and SI_KG_WORKSPACE name.

    Without those, the workspace is the one in which one stands, if one does.
    """
    at, named = endpoint(arguments), workspace(arguments)
    if named:
        return Place(at, named)
    endpoint_set, workspace_set = (os.environ.get(each) or None for each in _VARIABLES)
    return Place(at or endpoint_set, workspace_set or _around(), found=True)


def _around() -> str | None:
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return None
    marked = (each for each in (here, *here.parents) if (each / SETTINGS).is_file())
    return next(map(str, marked), None)


def _after(option: str, arguments: Sequence[str], *others: str) -> str | None:
    """What follows `option`, or the beginning of an argument that is one of `others`.

    >>> _after("--lang", ["query", "--lang", "nl"]), _after("--lang", ["--lang=en"])
    ('nl', 'en')
    """
    for where, argument in enumerate(arguments):
        if argument == option and where + 1 < len(arguments):
            return arguments[where + 1]
        if argument.startswith((f"{option}=", *others)):
            return argument.partition("=")[2]
    return None
