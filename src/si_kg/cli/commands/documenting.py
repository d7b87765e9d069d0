"""The commands that write documents: definitions, comparison, glossary, initiative, assessment."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from si_kg.cli import options, wanted
from si_kg.cli import output as output_to
from si_kg.cli.help import Command, Option
from si_kg.cli.opening import open_graph
from si_kg.cli.words import say
from si_kg.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from si_kg.documents import Document

# as in documents/choosing.py and documents/formats.py, which need not be read to show help
SCOPES = ("law", "policy", "science", "practice")
FORMATS = ("docx", "odt", "pdf", "html", "md", "latex", "rtf", "txt", "json", "csv", "xlsx")
TEXTS = frozenset(["html", "md", "latex", "rtf", "txt", "json", "csv"])
_STYLE = "apa"
_FILE = click.Path(path_type=Path)


def definitions_command(language: str) -> Command:
    """`si-kg export definitions`: definitions to quote, with their reference list."""

    def make(
        graph: KnowledgeGraph, concepts: tuple[str, ...], year: int | None, **wishes: Any
    ) -> "Document":
        from si_kg import documents

        both = wishes.pop("lang") == wanted.BOTH
        if year is not None:
            wishes |= {"since": year, "until": year}
        return documents.definitions(graph, concepts, documents.Wanted(**wishes), both=both)

    return _command(
        "definitions",
        language,
        make,
        options.argument(language, "concepts", nargs=-1),
        _option(language, "--author", "authors", multiple=True, metavar=say("NAME", language)),
        _option(language, "--year", type=int, metavar="N"),
        _option(language, "--since", type=int, metavar="N"),
        _option(language, "--until", type=int, metavar="N"),
        _option(language, "--scope", type=click.Choice(SCOPES), metavar=say("VALUE", language)),
        _option(language, "--programme", metavar=say("PROGRAMME", language)),
        _option(
            language, "--definition", "definitions", multiple=True, metavar=say("CODE", language)
        ),
        _option(language, "--all", "every", is_flag=True),
        options.lang(language, both=True),
    )


def comparison_command(language: str) -> Command:
    """`si-kg export comparison`: the definitions of one concept side by side, with pictures."""

    def make(graph: KnowledgeGraph, concept: str) -> "Document":
        from si_kg import documents

        return documents.comparison(graph, concept)

    concept = options.argument(language, "concept")
    return _command("comparison", language, make, concept, options.lang(language))


def glossary_command(language: str) -> Command:
    """`si-kg export glossary`: the concepts in alphabetical order."""

    def make(graph: KnowledgeGraph, theme: str | None) -> "Document":
        from si_kg import documents

        return documents.glossary(graph, theme)

    theme = options.argument(language, "scheme", required=False)
    theme.name = "theme"
    return _command("glossary", language, make, theme, options.lang(language))


def initiative_command(language: str) -> Command:
    """`si-kg export initiative`: one initiative on a sheet."""

    def make(graph: KnowledgeGraph, initiative: str) -> "Document":
        from si_kg import documents

        return documents.initiative(graph, initiative)

    name = options.argument(language, "initiative")
    return _command("initiative", language, make, name, options.lang(language))


def assessment_command(language: str) -> Command:
    """`si-kg export assessment`: what the graph says of a plan, as a document."""

    def make(
        graph: KnowledgeGraph, plan: Path, definition: str | None, programme: str | None
    ) -> "Document":
        from si_kg import documents

        found = graph.assess(plan, definition=definition, programme=programme)
        return documents.assessment(graph, found)

    return _command(
        "assessment",
        language,
        make,
        click.Argument(["plan"], metavar=say("the-plan", language), type=_FILE),
        _option(language, "--definition", metavar=say("DEFINITION", language)),
        _option(language, "--programme", metavar=say("PROGRAMME", language)),
        options.lang(language),
    )


def _command(
    name: str, language: str, make: Callable[..., "Document"], *params: click.Parameter
) -> Command:
    """A command that makes a document and writes it where and as it is asked."""

    def export(
        to: str | None,
        style: str,
        reference_doc: Path | None,
        template: Path | None,
        output: Path | None,
        **facts: Any,
    ) -> None:
        from si_kg.documents import Typesetting
        from si_kg.documents.formats import format_of

        chosen = format_of(to, output)
        document = make(open_graph(language), **facts)
        made = document.write(chosen, Typesetting(style, reference_doc, template))
        output_to.write(made.decode() if chosen in TEXTS else made, output)

    return Command(
        f"export {name}",
        language,
        callback=export,
        params=[
            *params[:-1],
            _option(language, "--to", metavar=say("FORMAT", language), facts=", ".join(FORMATS)),
            _option(language, "--style", default=_STYLE, metavar=say("STYLE", language)),
            _option(language, "--reference-doc", type=_FILE, metavar=say("FILE", language)),
            _option(language, "--template", type=_FILE, metavar=say("FILE", language)),
            *options.place(language),
            options.output(language),
            params[-1],
        ],
    )


def _option(
    language: str, flag: str, taken_as: str = "", *, facts: str = "", **settings: Any
) -> Option:
    """An option of these commands, explained by the words of `export`."""
    names = [flag, taken_as] if taken_as else [flag]
    return Option(names, help=say(f"export {flag}", language, facts), **settings)
