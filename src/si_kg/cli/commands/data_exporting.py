"""The commands that export data: data, ontology, thing, theme, tables, page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from si_kg.exports import Export

# as in exports/syntaxes.py, which need not be read to show help
FORMATS = ("ttl", "trig", "nt", "nq", "jsonld", "rdf")


def data_command(language: str) -> Command:
    """`si-kg export data`: the whole graph, or some of its named graphs."""

    def make(graph: KnowledgeGraph, parts: tuple[str, ...]) -> "Export":
        from si_kg import exports

        return exports.data(graph, parts)

    graph = Option(
        ["--graph", "parts"],
        multiple=True,
        metavar=say("NAME", language),
        help=say("export --graph", language),
    )
    return _rdf_command("data", language, make, graph)


def ontology_command(language: str) -> Command:
    """`si-kg export ontology`: the terms, their axioms and alignments."""

    def make(graph: KnowledgeGraph) -> "Export":
        from si_kg import exports

        return exports.ontology(graph)

    return _rdf_command("ontology", language, make)


def thing_command(language: str) -> Command:
    """`si-kg export thing`: what is said of one thing, in our terms or in those of CIDS."""

    def make(graph: KnowledgeGraph, thing: str, profile: str | None) -> "Export":
        from si_kg import exports

        return (exports.as_cids if profile else exports.thing)(graph, thing)

    profile = Option(
        ["--profile"], type=click.Choice(["cids"]), help=say("export thing --profile", language)
    )
    return _rdf_command("thing", language, make, options.argument(language, "thing"), profile)


def theme_command(language: str) -> Command:
    """`si-kg export theme`: a scheme or concept, and all about it."""

    def make(graph: KnowledgeGraph, theme: str) -> "Export":
        from si_kg import exports

        return exports.theme(graph, theme)

    return _rdf_command("theme", language, make, options.argument(language, "theme"))


def tables_command(language: str) -> Command:
    """`si-kg export tables`: CSV files with CSVW metadata, in a folder or a ZIP file."""

    def tables(output: Path) -> None:
        from si_kg import exports

        exports.tables(open_graph(language)).save(output)

    place = Option(
        ["--output", "-o"],
        required=True,
        type=click.Path(path_type=Path),
        metavar=say("FOLDER|FILE.zip", language),
        help=say("export tables --output", language),
    )
    return _command("tables", language, tables, place)


def page_command(language: str) -> Command:
    """`si-kg export page`: one concept on a web page that needs nothing else."""

    def page(concept: str, output: Path | None) -> None:
        from si_kg import pages

        output_to.write(pages.concept_page(open_graph(language), concept), output)

    concept = options.argument(language, "concept")
    return _command("page", language, page, concept, options.output(language))


def _rdf_command(
    name: str, language: str, make: Callable[..., "Export"], *params: click.Parameter
) -> Command:
    """A command that writes RDF in the format that is asked or that the file's name promises."""

    def export(to: str | None, output: Path | None, **facts: Any) -> None:
        from si_kg.exports.export import DEFAULT, checked_form, named_form

        form = checked_form(to or (named_form(output) if output else DEFAULT))
        output_to.write(make(open_graph(language), **facts).write(form).decode(), output)

    to = Option(
        ["--to"],
        metavar=say("FORMAT", language),
        help=say("export --to", language, ", ".join(FORMATS)),
    )
    return _command(name, language, export, *params, to, options.output(language))


def _command(
    name: str, language: str, callback: Callable[..., None], *params: click.Parameter
) -> Command:
    shared = (*options.place(language), options.lang(language))
    return Command(f"export {name}", language, callback=callback, params=[*params, *shared])
