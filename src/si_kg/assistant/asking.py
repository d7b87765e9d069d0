"""The tools that ask: one for each canned query, a list of them, and SPARQL where it is allowed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial

from si_kg.assistant.answers import TRIPLE, Found, as_table
from si_kg.assistant.faults import ThemeNotFound
from si_kg.assistant.inputs import Arguments, Input
from si_kg.assistant.tools import Tool
from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.errors import ParameterWithoutValue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import ID, shorten
from si_kg.parameters import Parameter, read_terms
from si_kg.results import Table
from si_kg.store.text import GRAPH_FORMS, form

# the names that a parameter with this list of options may have; none where there are many
Choices = Callable[[str], tuple[str, ...]]
_SWITCHES = ("language", "boolean")


def canned_tools(catalogue: Catalogue, themes: Collection[str], choices: Choices) -> Iterator[Tool]:
    """A tool for each canned query of these themes, or of all; raises ThemeNotFound."""
    known = sorted({query.theme for query in catalogue.values()})
    for theme in themes:
        if theme not in known:
            raise ThemeNotFound(theme, known, choices=", ".join(known))
    for query in catalogue.values():
        if not themes or query.theme in themes:
            yield _canned(query, choices)


def list_tool(catalogue: Catalogue) -> Tool:
    """`queries`: which questions there are."""
    themes = tuple(sorted({query.theme for query in catalogue.values()}))
    return Tool(
        "queries",
        Text("Welke vaste vragen er zijn", "Which canned queries there are"),
        Text(
            "Begin hier als je niet weet welke tool past. Elke vraag met haar thema en haar "
            "parameters; beperk tot een thema, of tot een woord in naam, trefwoord of titel.",
            "Begin here if you do not know which tool fits. Each query with its theme and its "
            "parameters; narrow down to a theme, or to a word in name, keyword or title.",
        ),
        (
            Input(Parameter("theme", "text", Text("Thema", "Theme"), enum=themes)),
            Input(Parameter("word", "text", Text("Woord", "Word"))),
        ),
        tuple(_LISTED),
        _list,
    )


def query_tool() -> Tool:
    """`query`: any canned query by its name, for those that have no tool here."""
    name = Parameter("name", "text", Text("Naam van de vraag", "Name of the query"))
    values = Parameter("parameters", "text", Text("Als naam=waarde", "Written as name=value"))
    return Tool(
        "query",
        Text("Een vaste vraag bij haar naam", "A canned query by its name"),
        Text(
            "Voor vragen zonder eigen tool; `queries` noemt ze, met hun parameters.",
            "For queries without a tool of their own; `queries` names them, with their parameters.",
        ),
        (
            Input(name, required=True, example="programmes"),
            Input(values, many=True, example="place=europe"),
        ),
        None,
        _by_name,
    )


def sparql_tool() -> Tool:
    """`sparql`: a question of the assistant's own."""
    text = Parameter("query", "text", Text("De SPARQL-tekst", "The SPARQL text"))
    return Tool(
        "sparql",
        Text("Een eigen SPARQL-vraag", "SPARQL of your own"),
        Text(
            "SELECT, ASK, CONSTRUCT of DESCRIBE op de vereniging van alle grafen; alleen lezen, "
            "zonder SERVICE. De prefixen schrijf je zelf: si: is "
            "https://w3id.org/si-kg/ontology#, id: is https://w3id.org/si-kg/id/.",
            "SELECT, ASK, CONSTRUCT or DESCRIBE on the union of all graphs; read-only, without "
            "SERVICE. Write the prefixes yourself: si: is https://w3id.org/si-kg/ontology#, "
            "id: is https://w3id.org/si-kg/id/.",
        ),
        (Input(text, required=True, example="SELECT ?thing { ?thing ?p ?o } LIMIT 10"),),
        None,
        _sparql,
    )


_LISTED = {
    "name": Text("Vraag", "Query"),
    "theme": Text("Thema", "Theme"),
    "summary": Text("Wat zij vraagt", "What it asks"),
    "parameters": Text("Parameters", "Parameters"),
}


def _canned(query: CannedQuery, choices: Choices) -> Tool:
    defaults = {name: read_terms(term)[0].value for name, term in query.terms({}, _none).items()}
    inputs = (_input(p, defaults.get(p.name), choices) for p in query.parameters)
    columns = tuple(TRIPLE) if form(query.text) in GRAPH_FORMS else tuple(query.columns)
    return Tool(
        query.name,
        query.summary,
        query.description,
        tuple(each for each in inputs if each.name != "lang"),
        columns,
        partial(_ask, query.name),
    )


def _input(parameter: Parameter, default: str | None, choices: Choices) -> Input:
    """A switch may be left out; what the question is about may not, whatever the query assumes."""
    listed = choices(parameter.options) if parameter.options else ()
    if parameter.type in _SWITCHES:
        return Input(parameter, default=default)
    example = None if default is None else short(default)
    return Input(parameter, not parameter.optional, example=example, choices=listed)


def short(value: str) -> str:
    """The shortest name of a thing that the graph understands.

    >>> short("https://w3id.org/si-kg/id/empowerment"), short("https://w3id.org/si-kg/ontology#Claim")
    ('empowerment', 'si:Claim')
    """
    return shorten(value.removeprefix(ID))


def _none(parameter: Parameter, given: str) -> str:
    raise KeyError(parameter.name, given)


def _ask(name: str, graph: KnowledgeGraph, asked: Arguments) -> Found:
    values = {key: value for key, value in asked.values.items() if isinstance(value, str)}
    # the triples of a graph are put in order when all are there, so a page needs them all
    whole = form(graph.catalogue[name].text) in GRAPH_FORMS
    return Found(as_table(graph.query(name, values, limit=None if whole else asked.most)))


def _list(graph: KnowledgeGraph, asked: Arguments) -> Found:
    word = (asked.text("word") or "").casefold()
    theme = asked.text("theme") or ""
    rows = [
        (query.name, query.theme, query.summary.in_(asked.language), _parameters(query))
        for query in graph.catalogue.values()
        if theme in ("", query.theme) and word in _about(query)
    ]
    return Found(Table.from_values(_LISTED, rows))


def _about(query: CannedQuery) -> str:
    return "\n".join((query.name, *query.tags, *query.summary)).casefold()


def _parameters(query: CannedQuery) -> str | None:
    """`concept, [since]`: what may be left out stands between brackets."""
    names = [
        f"[{each.name}]" if each.optional or each.type in _SWITCHES else each.name
        for each in query.parameters
        if each.name != "lang"
    ]
    return ", ".join(names) or None


def _by_name(graph: KnowledgeGraph, asked: Arguments) -> Found:
    values = dict(map(_pair, asked.texts("parameters")))
    return _ask(asked.text("name") or "", graph, replace(asked, values=values))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise ParameterWithoutValue(argument=text)
    return name, value


def _sparql(graph: KnowledgeGraph, asked: Arguments) -> Found:
    return Found(as_table(graph.sparql(asked.text("query") or "", limit=asked.most)))
