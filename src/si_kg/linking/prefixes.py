"""Prefixes for IRIs from anywhere: ours where one fits, else one named after the namespace."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from si_kg.namespaces import PREFIXES

_END_OF_NAMESPACE = re.compile(r"[#/:][^#/:]*$")
_NAME = re.compile(r"[a-z][a-z0-9]*")
_NO_NAMES = frozenset({"www", "http", "https", "id", "concept", "entity", "resource", "def"})


def prefixes_for(iris: Iterable[str]) -> dict[str, str]:
    """A prefix for each namespace that the IRIs are in, by name.

    >>> prefixes_for(["http://eurovoc.europa.eu/27", "https://w3id.org/si-kg/id/poverty"])
    {'id': 'https://w3id.org/si-kg/id/', 'eurovoc': 'http://eurovoc.europa.eu/'}
    """
    known = {space: name for name, space in PREFIXES.items()}
    found = {_namespace(iri) for iri in iris}
    named = {known[space]: space for space in sorted(found & known.keys())}
    for space in sorted(found - known.keys()):
        named[_unused(_name(space), {*named, *PREFIXES})] = space
    return named


def _namespace(iri: str) -> str:
    """The IRI up to and including its last # or /, or the last : where it has none."""
    end = _END_OF_NAMESPACE.search(iri.rstrip("/#"))
    return iri[: end.start() + 1] if end else iri


def _name(space: str) -> str:
    parts = urlsplit(space)
    last_first = [*reversed(re.split(r"[/:]", parts.path)), *(parts.hostname or "").split(".")]
    words = (re.sub(r"[^a-z0-9]", "", part.casefold()) for part in last_first)
    return next((word for word in words if _NAME.fullmatch(word) and word not in _NO_NAMES), "ns")


def _unused(name: str, taken: set[str]) -> str:
    number, tried = 1, name
    while tried in taken:
        number += 1
        tried = f"{name}{number}"
    return tried
