"""Commands about definitions: classify, compare, reason."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command
from si_kg.cli.opening import open_graph, open_whole_graph
from si_kg.definitions.judgements import Reading
from si_kg.definitions.vagueness import RESAMPLES
from si_kg.errors import NEGATIVE

# as in report.py and case_report.py, which need not be read to show help
FORMATS = ("text", "md", "json", "csv")
# what a picture is asked as here, and by its own name
PICTURES = {"svg": "svg", "png": "png", "vega": "json"}
PARTS = (
    "figures",
    "agreement",
    "matrix",
    "overlap",
    "containment",
    "clusters",
    "lattice",
    "initiatives",
)


def classify_command(language: str) -> Command:
    """`si-kg classify`: which definitions a case fits, and why."""

    def classify(
        initiative: str,
        under: tuple[str, ...],
        partly: str,
        no_evidence: str,
        unverified: bool,  # noqa: FBT001 (Click hands options by name)
        style: str,
        output: Path | None,
    ) -> None:
        from si_kg.definitions.case_report import CaseReport

        file = open_graph(language).classify(
            initiative, under, reading=Reading(partly, no_evidence), unverified=unverified
        )
        text = CaseReport(file, explained=bool(under)).write(style, language, output_to.width())
        output_to.write(text, output)

    return Command(
        "classify",
        language,
        callback=classify,
        params=[
            options.argument(language, "initiative"),
            options.many(language, "--under", "DEFINITION"),
            options.choice(language, "--partly", Reading.PARTLY),
            options.choice(language, "--no-evidence", Reading.NO_EVIDENCE),
            options.flag(language, "--unverified"),
            *options.place(language),
            options.style(language, *FORMATS, default="text"),
            options.output(language),
            options.lang(language),
        ],
    )


def compare_command(language: str) -> Command:
    """`si-kg compare`: all definitions of one concept side by side."""

    def compare(
        concept: str,
        part: str | None,
        unverified: bool,  # noqa: FBT001 (Click hands options by name)
        restating: bool,  # noqa: FBT001 (the same)
        without: tuple[str, ...],
        resamples: int,
        style: str,
        output: Path | None,
    ) -> None:
        from si_kg.definitions.comparison import Choice
        from si_kg.definitions.report import Report

        comparison = open_graph(language).compare(
            concept, Choice(unverified, restating, without), resamples=resamples
        )
        if style in PICTURES:
            from si_kg.plots import compared

            drawn = compared(comparison).write(PICTURES[style], language)
            output_to.write(drawn, output)
            return
        text = Report(comparison, part).write(style, language, output_to.width())
        output_to.write(text, output)

    return Command(
        "compare",
        language,
        callback=compare,
        params=[
            options.argument(language, "concept"),
            options.choice(language, "--part", PARTS, default=None),
            options.flag(language, "--unverified"),
            options.flag(language, "--restating"),
            options.many(language, "--without", "CODE"),
            options.number(language, "--resamples", click.IntRange(0), RESAMPLES),
            *options.place(language),
            options.style(language, *FORMATS, *PICTURES, default="text"),
            options.output(language),
            options.lang(language),
        ],
    )


def reason_command(language: str) -> Command:
    """`si-kg reason`: the proof behind the everyday classification."""

    def reason(
        files: tuple[Path, ...],
        partly: str,
        no_evidence: str,
    ) -> int:
        from si_kg.cli.proofs import tell_proof

        graph = open_whole_graph(language)
        proof = graph.reason(files, reading=Reading(partly, no_evidence))
        click.echo(tell_proof(proof, language), nl=False)
        return 0 if proof else NEGATIVE

    return Command(
        "reason",
        language,
        callback=reason,
        params=[
            options.argument(language, "files", nargs=-1, type=click.Path(path_type=Path)),
            options.choice(language, "--partly", Reading.PARTLY),
            options.choice(language, "--no-evidence", Reading.NO_EVIDENCE),
            options.workspace(language),
            options.lang(language),
        ],
    )
