"""The commands: each reads its options, calls the library, and prints."""

import os
import sys
import time
from pathlib import Path

import click

import si_kg
from si_kg.cli import options
from si_kg.cli.help import Command, Group
from si_kg.cli.limits import time_limit
from si_kg.cli.words import say
from si_kg.errors import (
    NEGATIVE,
    FileUnreadable,
    FileUnwritable,
    NothingAsked,
    ParameterWithoutValue,
)
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.portrait import FORMATS as PORTRAIT_FORMATS
from si_kg.results import GRAPH_FORMATS, TABLE_FORMATS, TELLING_FORMATS, Graph, Result

ROW_LIMIT, TIME_LIMIT, PIPE_WIDTH = 10_000, 60, 120
SAMPLE_SIZE, SOURCE = 20, "dossier"
# as in validation.py, which is slow to load
ENGINES = ("turbo", "pyshacl")


def make_cli(language: str) -> click.Group:
    """The whole command line, speaking `language`."""
    group = Group("si-kg", language)
    makers = (_query, _queries, _show, _sample, _validate, _check_quotes, _check, _build)
    for make in makers:
        group.add_command(make(language))
    group.params += [options.version(language), options.lang(language)]
    return group


def _query(language: str) -> Command:
    def query(
        name: str | None,
        values: tuple[str, ...],
        file: str | None,
        limit: int,
        timeout: float,
        endpoint: str | None,
        style: str | None,
        output: Path | None,
    ) -> None:
        graph = _open(language, endpoint)
        with time_limit(timeout, language):
            if file is not None:
                result = graph.sparql(_read(file), limit=limit)
            elif name is not None:
                result = graph.query(name, dict(map(_pair, values)), limit=limit)
            else:
                raise NothingAsked
            style = style or _default(result, output)
            _write(result.write(style, language, _width()), output)
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
            options.style(language, *TABLE_FORMATS, *GRAPH_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _queries(language: str) -> Command:
    def queries(word: str | None) -> None:
        from si_kg.cli.listing import describe_query, list_queries

        graph = _open(language)
        if word and word in graph.catalogue:
            click.echo(describe_query(graph.catalogue[word], language))
        else:
            click.echo(list_queries(graph.catalogue, word, language), nl=False)

    params: list[click.Parameter] = [
        options.argument(language, "word", required=False),
        options.lang(language),
    ]
    return Command("queries", language, callback=queries, params=params)


def _show(language: str) -> Command:
    def show(thing: str, endpoint: str | None, style: str, output: Path | None) -> None:
        portrait = _open(language, endpoint).show(thing)
        _write(portrait.write(style, _width()), output)

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


def _sample(language: str) -> Command:
    def sample(seed: int, size: int, style: str | None, output: Path | None) -> None:
        table = _open(language).sample(seed, size)
        _write(table.write(style or _default(table, output), language, _width()), output)

    return Command(
        "sample",
        language,
        callback=sample,
        params=[
            options.option(language, "--seed", type=click.IntRange(0), required=True, metavar="N"),
            options.number(language, "--size", click.IntRange(1), SAMPLE_SIZE),
            options.style(language, *TABLE_FORMATS),
            options.output(language),
            options.lang(language),
        ],
    )


def _check_quotes(language: str) -> Command:
    def check_quotes(source: Path, of: str) -> int:
        from si_kg.cli.listing import list_comparisons

        comparisons = si_kg.open(language=language).check_quotes(source, of)
        click.echo(list_comparisons(comparisons, language), nl=False)
        return 0 if all(comparisons) else NEGATIVE

    file = options.option(
        language,
        "--source",
        type=click.Path(path_type=Path),
        required=True,
        metavar=say("FILE", language),
    )
    source = options.option(
        language, "--of", SOURCE, default=SOURCE, metavar=say("thing", language)
    )
    params: list[click.Parameter] = [file, source, options.lang(language)]
    return Command("check-quotes", language, callback=check_quotes, params=params)


def _validate(language: str) -> Command:
    def validate(files: tuple[Path, ...], engine: str) -> int:
        from si_kg.cli.listing import list_findings

        findings = si_kg.open(language=language).validate(files, engine)
        click.echo(list_findings(findings, language), nl=False)
        return NEGATIVE if any(f.severity == "Violation" for f in findings) else 0

    return Command(
        "validate",
        language,
        callback=validate,
        params=[
            options.argument(language, "files", nargs=-1, type=click.Path(path_type=Path)),
            options.option(
                language, "--engine", type=click.Choice(["turbo", "pyshacl"]), default="turbo"
            ),
            options.lang(language),
        ],
    )


def _check(language: str) -> Command:
    def check(names: tuple[str, ...]) -> int:
        from si_kg import checks, shipped
        from si_kg.cli.listing import describe_outcome

        good = True
        for outcome in checks.run(shipped.root(), names):
            click.echo(describe_outcome(outcome, language))
            good = good and outcome.passed
        return 0 if good else NEGATIVE

    params: list[click.Parameter] = [
        options.argument(language, "names", nargs=-1),
        options.lang(language),
    ]
    return Command("check", language, callback=check, params=params)


def _build(language: str) -> Command:
    def build(folder: Path | None) -> None:
        from si_kg import shipped, snapshot
        from si_kg.knowledge_graph import installed_version

        start = time.perf_counter()
        made = snapshot.build(
            shipped.root(), folder or shipped.snapshot_folder(), installed_version()
        )
        facts = {
            "triples": sum(made.graphs.values()),
            "graphs": len(made.graphs),
            "queries": made.queries,
            "seconds": time.perf_counter() - start,
        }
        click.echo(say("built", language, **facts))

    folder = options.option(
        language, "--folder", type=click.Path(path_type=Path), metavar=say("FOLDER", language)
    )
    return Command("build", language, callback=build, params=[folder, options.lang(language)])


def _open(language: str, place: str | None = None) -> KnowledgeGraph:
    """The graph at `place`, or the one that was loaded ahead, or the shipped one."""
    return si_kg.open(place or click.get_current_context().obj, language)


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


def _width() -> int:
    """The width of the terminal; a pipe gets a table of a fixed width."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        return PIPE_WIDTH


def _default(result: Result, output: Path | None) -> str:
    """A table for people on a terminal, plain data in a pipe or a file."""
    if isinstance(result, Graph):
        return "ttl"
    return "table" if output is None and sys.stdout.isatty() else "csv"


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8", newline="")
    except OSError:
        raise FileUnwritable(file=output) from None
