"""What counts wherever it stands on the command line: the language, and the place to ask."""

import os
from collections.abc import Sequence

LANGUAGE, ENDPOINT = "--lang", "--endpoint"
BOTH = "both"
_VARIABLE = "SI_KG_ENDPOINT"


def language(arguments: Sequence[str]) -> str | None:
    """The language after --lang, or in lang=nl; none where both are wanted."""
    found = _after(LANGUAGE, arguments, "lang=")
    return None if found == BOTH else found


def endpoint(arguments: Sequence[str]) -> str | None:
    """The address or folder after --endpoint."""
    return _after(ENDPOINT, arguments)


def place(arguments: Sequence[str]) -> str | None:
    """What is asked instead of the graph that comes along: --endpoint, or else SI_KG_ENDPOINT."""
    return endpoint(arguments) or os.environ.get(_VARIABLE) or None


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
