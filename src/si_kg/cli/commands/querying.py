"""The commands that put a question: query, and reproduce for one that was cited."""

import sys
from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.crossing import (
    refuse_citation,
    tell_what_is_missing,
    with_endpoints,
    with_files,
)
from si_kg.cli.help import Command
from si_kg.cli.limits import time_limit
from si_kg.cli.opening import open_graph, open_whole_graph
from si_kg.cli.words import say
from si_kg.errors import NEGATIVE, FileUnreadable, NothingAsked, ParameterWithoutValue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.query_layer import Asked
from si_kg.results import FILE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS, TELLING_FORMATS
from si_kg.snippets import SNIPPETS, Question

ROW_LIMIT, TIME_LIMIT = 10_000, 60
# as `si_kg.citing.forms` has them, which a query without --cite need not load
CITED_AS = ("text", "bibtex", "ris", "csl-json")


def query_command(language: str) -> Command:
    """`si-kg query`: a canned query, or SPARQL of your own."""

    def query(
        name: str | None,
        values: tuple[str, ...],
        file: str | None,
        limit: int,
        everything: bool,  # noqa: FBT001 (Click hands options by name)
        labels: bool,  # noqa: FBT001
        cite: str | None,
        timeout: float,
        endpoint: str | None,
        explain: bool,  # noqa: FBT001
        code: str | None,
        style: str | None,
        output: Path | None,
        beside: tuple[str, ...],
        service: tuple[str, ...],
    ) -> None:
        from si_kg.cli.delivery import Delivery

        graph = open_whole_graph(language) if beside else open_graph(language)
        given = dict(map(_pair, values))
        parts = None if file or not name else graph.catalogue[name].elsewhere
        if beside or service:
            refuse_citation(cite)
            graph = with_endpoints(with_files(graph, beside), service, parts)
        elif not (explain or code):
            tell_what_is_missing(parts or (), language)
        with time_limit(timeout, language):
            if explain or code:
                asked = _only_canned(name, file, both=bool(explain and code))
                output_to.write(_told(graph, asked, given, endpoint, code), output)
                return
            delivery = Delivery(language, style, output, cite)
            most = None if everything else limit
            delivery.answer(graph, _asked(graph, name, given, file), limit=most, labels=labels)
            if delivery.truncated and delivery.style not in TELLING_FORMATS:
                click.echo(say("truncated", language, limit), err=True)

    return Command(
        "query",
        language,
        callback=query,
        params=[
            options.argument(language, "name", required=False),
            options.argument(language, "values", nargs=-1),
            options.option(language, "--file", metavar=say("FILE", language)),
            options.number(language, "--limit", click.IntRange(1), ROW_LIMIT),
            options.flag(language, "--all", "everything"),
            options.flag(language, "--labels"),
            options.choice(language, "--cite", CITED_AS, default=None),
            options.number(language, "--timeout", click.FloatRange(0.01), TIME_LIMIT),
            *options.place(language, exposed=True),
            options.flag(language, "--explain"),
            options.code(language, *SNIPPETS),
            options.many(language, "--with", "[NAME=]FILE", "beside"),
            options.many(language, "--service", "[NAME=]URL"),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS, *GRAPH_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def reproduce_command(language: str) -> Command:
    """`si-kg reproduce`: what a citation cites, asked again."""

    def reproduce(citation: Path, timeout: float) -> int:
        with time_limit(timeout, language):
            found = open_graph(language).reproduce(citation)
        click.echo("\n".join(each.write(language) for each in found), nl=False)
        return 0 if all(each.same for each in found) else NEGATIVE

    return Command(
        "reproduce",
        language,
        callback=reproduce,
        params=[
            options.argument(language, "citation", type=click.Path(path_type=Path)),
            options.number(language, "--timeout", click.FloatRange(0.01), TIME_LIMIT),
            *options.place(language),
            options.lang(language),
        ],
    )


def _asked(
    graph: KnowledgeGraph, name: str | None, given: dict[str, str], file: str | None
) -> Asked:
    if file is not None:
        return Asked(_read(file), graph.language)
    if name is None:
        raise NothingAsked
    return graph.asked(graph.catalogue[name].name, given)


def _told(
    graph: KnowledgeGraph, name: str, given: dict[str, str], endpoint: str | None, code: str | None
) -> str:
    """A canned query as code, or else explained."""
    from si_kg.cli.explaining import explain_query  # what only tells, an answer need not load

    canned, terms = graph.catalogue[name], graph.terms(name, given)
    values = canned.named(given)
    question = Question(canned, canned.with_terms(terms), graph.language, values, endpoint)
    if code:
        return question.as_code(code)
    return explain_query(question, terms, graph.title, output_to.width())


def _only_canned(name: str | None, file: str | None, both: bool) -> str:  # noqa: FBT001 (private)
    """The name of the canned query to tell about; raises NothingToTell or TwoThingsToTell."""
    from si_kg.cli.explaining import NothingToTell, TwoThingsToTell

    if name is None or file is not None:
        raise NothingToTell
    if both:
        raise TwoThingsToTell
    return name


def _pair(argument: str) -> tuple[str, str]:
    name, equals, value = argument.partition("=")
    if not equals or not name:
        raise ParameterWithoutValue(argument=argument)
    return name, value


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
