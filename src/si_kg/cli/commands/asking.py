"""Commands that ask the graph something: query, queries, show, sample."""

import sys
from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.limits import time_limit
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.errors import FileUnreadable, NothingAsked, ParameterWithoutValue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.portrait import FORMATS as PORTRAIT_FORMATS
from si_kg.results import FILE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS, TELLING_FORMATS, rendered
from si_kg.snippets import SNIPPETS, Question

ROW_LIMIT, TIME_LIMIT = 10_000, 60
SAMPLE_SIZE = 20


def query_command(language: str) -> Command:
    """`si-kg query`: a canned query, or SPARQL of your own."""

    def query(
        name: str | None,
        values: tuple[str, ...],
        file: str | None,
        limit: int,
        timeout: float,
        endpoint: str | None,
        explain: bool,  # noqa: FBT001 (Click hands options by name)
        code: str | None,
        style: str | None,
        output: Path | None,
    ) -> None:
        graph = open_graph(language, endpoint)
        with time_limit(timeout, language):
            if explain or code:
                asked = _only_canned(name, file, both=bool(explain and code))
                told = _told(graph, asked, dict(map(_pair, values)), endpoint, code)
                output_to.write(told, output)
                return
            if file is not None:
                result = graph.sparql(_read(file), limit=limit)
            elif name is not None:
                result = graph.query(name, dict(map(_pair, values)), limit=limit)
            else:
                raise NothingAsked
            style = style or output_to.default_style(result, output)
            output_to.write(rendered(result, style, language, output_to.width()), output)
            if result.truncated and style not in TELLING_FORMATS:
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
            options.number(language, "--timeout", click.FloatRange(0.01), TIME_LIMIT),
            options.option(language, "--endpoint", metavar="URL"),
            options.flag(language, "--explain"),
            options.code(language, *SNIPPETS),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS, *GRAPH_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def queries_command(language: str) -> Command:
    """`si-kg queries`: the list, or everything about one query."""

    def queries(word: str | None) -> None:
        from si_kg.cli.listing import describe_query, list_queries

        graph = open_graph(language)
        if word and word in graph.catalogue:
            click.echo(describe_query(graph.catalogue[word], language))
        else:
            click.echo(list_queries(graph.catalogue, word, language), nl=False)

    params: list[click.Parameter] = [
        options.argument(language, "word", required=False),
        options.lang(language),
    ]
    return Command("queries", language, callback=queries, params=params)


def show_command(language: str) -> Command:
    """`si-kg show`: everything about one thing."""

    def show(thing: str, endpoint: str | None, style: str, output: Path | None) -> None:
        portrait = open_graph(language, endpoint).show(thing)
        output_to.write(portrait.write(style, output_to.width()), output)

    return Command(
        "show",
        language,
        callback=show,
        params=[
            options.argument(language, "thing"),
            options.option(language, "--endpoint", metavar="URL"),
            options.style(language, *PORTRAIT_FORMATS, default="text"),
            options.output(language),
            options.lang(language),
        ],
    )


def sample_command(language: str) -> Command:
    """`si-kg sample`: random statements with their page."""

    def sample(seed: int, size: int, style: str | None, output: Path | None) -> None:
        table = open_graph(language).sample(seed, size)
        style = style or output_to.default_style(table, output)
        output_to.write(rendered(table, style, language, output_to.width()), output)

    return Command(
        "sample",
        language,
        callback=sample,
        params=[
            options.option(language, "--seed", type=click.IntRange(0), required=True, metavar="N"),
            options.number(language, "--size", click.IntRange(1), SAMPLE_SIZE),
            options.style(language, *TABLE_FORMATS, *FILE_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _told(
    graph: KnowledgeGraph, name: str, given: dict[str, str], endpoint: str | None, code: str | None
) -> str:
    """A canned query as code, or else explained."""
    from si_kg.cli.explaining import explain_query  # what only tells, an answer need not load

    canned, terms = graph.catalogue[name], graph.terms(name, given)
    question = Question(canned, canned.with_terms(terms), graph.language, given, endpoint)
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
