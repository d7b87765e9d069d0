"""What a canned query would do, told instead of done."""

from collections.abc import Callable, Mapping

from pyoxigraph import NamedNode

from si_kg.cli.naming import introduced
from si_kg.cli.words import say
from si_kg.errors import SiKgError
from si_kg.parameters import Parameter, read_terms
from si_kg.snippets import Question, sparql
from si_kg.tables import filled, printable

Title = Callable[[str], str]


class NothingToTell(SiKgError):
    """Only a canned query can be explained or written as code."""

    nl = "--explain en --as gaan over een vaste vraag; noem er een, zonder --file."
    en = "--explain and --as are about a canned query; name one, without --file."


class TwoThingsToTell(SiKgError):
    """Explanation and code at once."""

    nl = "Kies --explain of --as, niet allebei."
    en = "Choose --explain or --as, not both."


def explain_query(
    question: Question, terms: Mapping[str, str], title: Title, width: int = 0
) -> str:
    """What the question asks, what counts, the values used, the columns, the SPARQL.

    `terms` holds the SPARQL of the values; `title` gives the name of the thing with an IRI.
    """
    language, query = question.language, question.query
    parts = {
        "asks": [filled(query.summary.in_(language), width)],
        "counts": [filled(query.description.in_(language), width)],
        "parameters": [_parameter(question, each, terms, title) for each in query.parameters],
        "columns": [
            f"  {name:<14}{heading.in_(language)}" for name, heading in query.columns.items()
        ],
        "elsewhere": [f"  {', '.join(query.elsewhere)}"] if query.elsewhere else [],
        "runs": [sparql(question).rstrip("\n")],
    }
    told = ["\n".join([say(part, language), *lines]) for part, lines in parts.items() if lines]
    return "\n\n".join([query.name, *told]) + "\n"


def _parameter(
    question: Question, parameter: Parameter, terms: Mapping[str, str], title: Title
) -> str:
    """`concept  Begrip: delen <https://...> (gegeven)`."""
    language = question.language
    head = f"{introduced(parameter, language)}:"
    if parameter.name not in terms:
        return f"{head} {say('absent', language)}"
    origin = say("given" if parameter.name in question.values else "default", language)
    return f"{head} {_in_words(terms[parameter.name], title)} ({origin})"


def _in_words(text: str, title: Title) -> str:
    """The terms of a row: a thing by its name and IRI, anything else by its value."""
    return ", ".join(
        f"{title(term.value)} <{term.value}>".strip()
        if isinstance(term, NamedNode)
        else f"‘{printable(term.value)}’"
        for term in read_terms(text)
    )
