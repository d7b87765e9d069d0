"""Commands that check and build: validate, check-quotes, check, build."""

import time
from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph, open_whole_graph
from si_kg.cli.words import say
from si_kg.errors import NEGATIVE

SOURCE = "dossier"


def validate_command(language: str) -> Command:
    """`si-kg validate`: files, or the whole graph, against the shapes."""

    def validate(files: tuple[Path, ...], engine: str) -> int:
        from si_kg.cli.listing import list_findings

        findings = open_whole_graph(language).validate(files, engine)
        click.echo(list_findings(findings, language), nl=False)
        return NEGATIVE if any(f.severity == "Violation" for f in findings) else 0

    return Command(
        "validate",
        language,
        callback=validate,
        params=[
            options.argument(language, "files", nargs=-1, type=click.Path(path_type=Path)),
            options.option(
                language,
                "--engine",
                type=click.Choice(["direct", "turbo", "pyshacl"]),
                default="direct",
            ),
            options.workspace(language),
            options.lang(language),
        ],
    )


def check_quotes_command(language: str) -> Command:
    """`si-kg check-quotes`: each quotation against the text of its source."""

    def check_quotes(source: Path, of: str) -> int:
        from si_kg.cli.listing import list_comparisons

        comparisons = open_graph(language).check_quotes(source, of)
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
    place = options.place(language)
    params: list[click.Parameter] = [file, source, *place, options.lang(language)]
    return Command("check-quotes", language, callback=check_quotes, params=params)


def check_command(language: str) -> Command:
    """`si-kg check`: everything that must hold before a release."""

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


def build_command(language: str) -> Command:
    """`si-kg build`: the graph from its sources."""

    def build(folder: Path | None, disk: Path | None) -> None:
        from si_kg import shipped, snapshot
        from si_kg.knowledge_graph import installed_version

        start = time.perf_counter()
        place = folder or (None if disk else shipped.snapshot_folder())
        made = snapshot.build(shipped.root(), place, installed_version(), disk=disk)
        facts = {
            "triples": sum(made.graphs.values()),
            "graphs": len(made.graphs),
            "queries": made.queries,
            "seconds": time.perf_counter() - start,
        }
        click.echo(say("built", language, **facts))

    params: list[click.Parameter] = [
        options.folder(language, "--folder"),
        options.folder(language, "--disk"),
        options.lang(language),
    ]
    return Command("build", language, callback=build, params=params)
