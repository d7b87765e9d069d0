"""IRIs made of cells: URI templates (RFC 6570), of which `{name}` and `{+name}`.

In `{name}` everything is escaped that could change the shape of the IRI; `{+name}` takes a cell
that is an IRI itself, and refuses every other.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from urllib.parse import quote

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.parameters import iri

_PART = re.compile(r"\{(\+?)([^{}]*)\}")
_NAME = re.compile(r"\w[\w.-]*")
_SCHEME = re.compile(r"(?:https?:|urn:)", re.IGNORECASE)
_KEPT = 256
_RESERVED = ":/?#[]@!$&'()*+,;=%~"


class Template:
    """A template; names in it are those of columns, or `_row` for the number of the row."""

    def __init__(self, text: str, base: str) -> None:
        """Raises ValueError for a template that no IRI can come of."""
        self.text = text
        self.names = tuple(name for _, name in _PART.findall(text))
        whole = _whole(text, base)
        self._pieces = _PART.split(whole)  # text, sign, name, text, sign, name ... text
        if "{" in _PART.sub("", text) or not all(map(_NAME.fullmatch, self.names)):
            raise ValueError(text)
        if not self.names:
            iri(whole)
        # the columns of a row are mostly about the same thing
        self._made = lru_cache(_KEPT)(self._make)

    def expanded(self, cells: Mapping[str, str]) -> ox.NamedNode | None:
        """The IRI, or None where a cell is empty; raises ValueError where it is none."""
        filling = tuple([cells.get(name, "") for name in self.names])
        return self._made(filling) if all(filling) else None

    def _make(self, filling: Sequence[str]) -> ox.NamedNode:
        pieces = list(self._pieces[::3])
        for at, (sign, cell) in enumerate(zip(self._pieces[1::3], filling, strict=True), 1):
            pieces[at] = _taken(cell, sign, first=not pieces[0] and at == 1) + pieces[at]
        made = "".join(pieces)
        iri(made)
        return ox.NamedNode(made)


@cache
def template(text: str, base: str) -> Template:
    """The one template of this text; raises ValueError for a text that is none."""
    return Template(text, base)


def _whole(text: str, base: str) -> str:
    """A template with its prefix written out, or under the base where it has none."""
    if _SCHEME.match(text) or text.startswith("{+"):
        return text
    prefix, colon, rest = text.partition(":")
    if colon and prefix not in PREFIXES:
        raise ValueError(text)
    return PREFIXES[prefix] + rest if colon else base + text


def _taken(cell: str, sign: str, *, first: bool) -> str:
    if not sign:
        return quote(cell, safe="~")
    if first and not _SCHEME.match(cell):
        raise ValueError(cell)
    return quote(cell, safe=_RESERVED)
