"""The graph of a question that crosses to other vocabularies, as --with and --service tell."""

import re
from collections.abc import Sequence
from pathlib import Path

import click

from si_kg.cli.words import say
from si_kg.federation.faults import (
    NotCitableBeside,
    NothingElsewhere,
    ServiceNameUnknown,
    ServiceUnnamed,
)
from si_kg.knowledge_graph import KnowledgeGraph

_NAMED = re.compile(r"(?:(?P<name>[A-Za-z]\w*)=)?(?P<value>.+)", re.DOTALL)


def with_files(graph: KnowledgeGraph, given: Sequence[str]) -> KnowledgeGraph:
    """The graph with the files beside it; tells of large ones while they are read."""

    def tell(file: Path, read: int) -> None:
        click.echo(say("reading", graph.language, file.name, f"{read:,}"), err=True)

    if not given:
        return graph
    named: dict[str, list[Path | str]] = {}
    for name, value in map(_taken_apart, given):
        named.setdefault(name or Path(value).stem, []).append(value)
    return graph.beside(named=named, tell=tell)


def with_endpoints(
    graph: KnowledgeGraph, given: Sequence[str], parts: Sequence[str] | None
) -> KnowledgeGraph:
    """The graph whose questions may cross to the endpoints.

    `parts` are the vocabularies that a canned query asks elsewhere; None is SPARQL of one's own,
    which may have any. An address without a name is that of the only part. Raises NothingElsewhere,
    ServiceUnnamed, ServiceNameUnknown or ServiceAddressMalformed.
    """
    if not given:
        return graph
    if parts is not None and not parts:
        raise NothingElsewhere
    named, loose = {}, []
    for name, url in map(_taken_apart, given):
        if name is None and parts is None:
            loose.append(url)
        elif name is None and len(parts or ()) > 1:
            raise ServiceUnnamed(url=url, names=", ".join(parts or ()))
        elif name and parts is not None and name not in parts:
            raise ServiceNameUnknown(name=name, names=", ".join(parts))
        else:
            named[name or (parts or ())[0]] = url
    return graph.crossing(*loose, **named)


def tell_what_is_missing(parts: Sequence[str], language: str) -> None:
    """Say which vocabularies a query is about as well, where none was given."""
    for name in parts:
        click.echo(say("elsewhere-missing", language, name, name, name), err=True)


def refuse_citation(cite: str | None) -> None:
    """Raise NotCitableBeside where a citation is asked of what this graph alone does not hold."""
    if cite:
        raise NotCitableBeside


def _taken_apart(given: str) -> tuple[str | None, str]:
    match = _NAMED.fullmatch(given)
    return (match["name"], match["value"]) if match else (None, given)
