"""A SPARQL text, token by token, with the prefixes of its names resolved."""

from collections.abc import Iterator

from si_kg.deriving.rule import Everywhere
from si_kg.store.text import tokens


class Cursor:
    """A place in a text; raises Everywhere at its end, and where something else was expected."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_resolved(text))
        self._at = 0

    @property
    def next(self) -> str:
        """The token that comes, or nothing at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        """The token that comes; the place moves on."""
        if self._at == len(self._tokens):
            raise Everywhere
        self._at += 1
        return self._tokens[self._at - 1]

    def take_if(self, *words: str) -> bool:
        """Move on where one of these comes."""
        taken = self.next.upper() in words
        self._at += taken
        return taken

    def expect(self, token: str) -> None:
        """Move on past this token."""
        if self.take() != token:
            raise Everywhere

    def take_up_to(self, token: str) -> list[str]:
        """The tokens before this one; the place is after it."""
        taken = []
        while not self.take_if(token):
            taken.append(self.take())
        return taken

    def take_parenthesis(self) -> list[str]:
        """What stands between the parenthesis that comes and the one that closes it."""
        self.expect("(")
        taken, depth = [], 1
        while depth:
            taken.append(self.take())
            depth += {"(": 1, ")": -1}.get(taken[-1], 0)
        return taken[:-1]


def _resolved(text: str) -> Iterator[str]:
    """IRIs for names; a full stop that sticks to a name stands apart."""
    prefixes: dict[str, str] = {}
    declared: list[str] = []
    for match in tokens(text):
        token = match[0]
        if token.upper() == "PREFIX" or declared:
            declared.append(token)
            if len(declared) == len(("PREFIX", "name:", "<iri>")):
                prefixes[declared[1].rstrip(":")] = token[1:-1]
                declared.clear()
        elif match["local"] or token.startswith(":"):
            prefix, _, local = token.rstrip(".").partition(":")
            yield f"<{prefixes[prefix]}{local}>" if prefix in prefixes else token
            yield from token[len(token.rstrip(".")) :]
        else:
            yield token
