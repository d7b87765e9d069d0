"""The commands that link to other vocabularies: link, enrich."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

import si_kg
from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import open_graph, own_base, workspace_folder
from si_kg.cli.words import say
from si_kg.language import LANGUAGES

if TYPE_CHECKING:
    from si_kg.linking import Job, Link, ListSettings

T = TypeVar("T")
# as in linking/reading/own.py and linking/lookup.py, which need not be read to show help
TARGETS = (
    "concepts",
    "places",
    "organisations",
    "initiatives",
    "issues",
    "persons",
    "programmes",
    "laws",
)
PROFILES = ("skos", "wikidata")
# as in linking/enriching.py
ENRICHED = ("trig", "nq")


def link_command(language: str) -> Command:
    """`si-kg link`: proposals of links, or what a person accepted of them."""

    def link(
        given: Path | None,
        vocabulary: Path | None,
        to: str,
        column: str | None,
        names_in: str | None,
        base: str | None,
        endpoint: str | None,
        profile: str,
        review: Path | None,
        reviewer: str | None,
        output: Path | None,
    ) -> None:
        from si_kg.linking import Job, ListSettings
        from si_kg.linking.faults import NothingToLink

        files = [each for each in (given, vocabulary, review) if each is not None]
        if len(files) > 1 or not (files or endpoint) or (endpoint and files and given is None):
            raise NothingToLink
        for file in files:
            output_to.spare(file, output)
        if review is not None:
            _apply(review, reviewer, output, language)
            return
        _refuse_rdf(output)
        settings = ListSettings(column, names_in or "", base or own_base() or "")
        if endpoint:
            job = _elsewhere(given, to, settings, (endpoint, profile), language)
        else:
            make = Job.of_list if given is not None else Job.of_vocabulary
            job = make(open_graph(language).store, files[0], to, settings)
        _propose(job, output, language)

    return Command("link", language, callback=link, params=_params(language))


def enrich_command(language: str) -> Command:
    """`si-kg enrich`: what an endpoint says of the things that ours are linked to."""

    def enrich(url: str, vocabulary: str | None, style: str | None, output: Path | None) -> None:
        from si_kg.linking import PoliteEndpoint, enriched
        from si_kg.linking.enriching import checked_form

        def watch(batches: Sequence[T]) -> Iterator[T]:
            return _watched(batches, len(batches), say("asking", language))

        form = checked_form(style or _promised(output) or ENRICHED[0])
        store = open_graph(language).store
        found = enriched(store, PoliteEndpoint(url), vocabulary, watch)
        output_to.write(found.write(form).decode(), output)
        told = say("enriched", language, asked=found.asked, found=found.found, url=url)
        click.echo(told, err=output is None)

    return Command(
        "enrich",
        language,
        callback=enrich,
        params=[
            click.Argument(["url"], metavar="URL"),
            Option(
                ["--vocabulary"],
                metavar=say("NAME", language),
                help=say("--vocabulary (enrich)", language),
            ),
            options.workspace(language),
            options.style(language, *ENRICHED),
            options.output(language),
            options.lang(language),
        ],
    )


def _params(language: str) -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    file, taken = say("FILE", language), say("--apply", language)
    return [
        click.Argument(["given"], metavar=say("a-list", language), required=False, type=path),
        options.choice(language, "--to", TARGETS),
        options.option(language, "--vocabulary", type=path, metavar=file),
        options.option(language, "--column", metavar=say("COLUMN", language)),
        options.choice(language, "--names-in", LANGUAGES, default=None),
        options.option(language, "--base", metavar="IRI"),
        options.address(language, "--endpoint (link)"),
        options.workspace(language),
        options.choice(language, "--profile", PROFILES),
        Option(["--apply", "review"], type=path, metavar=file, help=taken),
        options.option(language, "--reviewer", metavar=say("REVIEWER", language)),
        options.output(language),
        options.lang(language),
    ]


def _elsewhere(
    given: Path | None, to: str, settings: "ListSettings", where: tuple[str, str], language: str
) -> "Job":
    """Ours, or a list, against what an endpoint has."""
    from si_kg.linking import Job, Lookup, own_entries

    def watch(batches: Sequence[T]) -> Iterator[T]:
        return _watched(batches, len(batches), say("asking", language))

    if given is not None:
        subjects, name = settings.entries(given), given.name
    else:
        ours = si_kg.open(workspace_folder(), language).store
        subjects, name = own_entries(ours, to), f"si-kg {to}"
    return Job.at_endpoint(subjects, name, to, Lookup(*where), watch)


def _propose(job: "Job", output: Path | None, language: str) -> None:
    from si_kg.knowledge_graph import installed_version
    from si_kg.linking import proposals, review_text, review_workbook

    links = [*_watched(job.links(), len(job.subjects.entries), say("linking", language))]
    found = proposals(links, job.about(installed_version(), language))
    as_sheet = output is not None and output.suffix.lower() == ".xlsx"
    output_to.write(review_workbook(found) if as_sheet else review_text(found), output)
    _tell(job, links, output, language)


def _promised(output: Path | None) -> str:
    """The form that the name of the file promises, if any."""
    return output.suffix.removeprefix(".").lower() if output else ""


def _refuse_rdf(output: Path | None) -> None:
    """Raise ReviewNotRdf where the name of the file promises what only --apply writes."""
    from si_kg.linking.faults import ReviewNotRdf
    from si_kg.linking.reading.vocabularies import VOCABULARY_ENDINGS

    if output is not None and output.suffix.lower() in VOCABULARY_ENDINGS:
        raise ReviewNotRdf(file=output)


def _watched(things: Iterable[T], count: int, label: str) -> Iterator[T]:
    """The things, with on a terminal how far they are."""
    with click.progressbar(
        things,
        length=count,
        label=label,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        update_min_steps=max(count // 100, 1),
    ) as watched:
        yield from watched


def _tell(job: "Job", links: Sequence["Link"], output: Path | None, language: str) -> None:
    matched = sum(link.matched for link in links)
    nothing = sum(not link.candidates for link in links)
    counts = {
        "subjects": len(links),
        "matched": matched,
        "doubtful": len(links) - matched - nothing,
        "nothing": nothing,
    }
    click.echo(say("linked", language, **counts), err=output is None)
    nameless = job.subjects.nameless + job.targets.nameless
    if nameless:
        click.echo(say("nameless", language, nameless), err=output is None)


def _apply(review: Path, reviewer: str | None, output: Path | None, language: str) -> None:
    from si_kg.linking import accepted

    found = accepted(review, reviewer)
    output_to.write(found.write(output.name if output else ".sssom.tsv"), output)
    counts = {
        "links": len(found.mappings.mappings) - found.denied,
        "denied": found.denied,
        "unreviewed": found.unreviewed,
    }
    click.echo(say("applied", language, **counts), err=output is None)
