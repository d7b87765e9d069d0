"""Code that asks the same canned question elsewhere: SPARQL, Python, R and curl."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword

from si_kg.catalogue import CannedQuery
from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.store.text import GRAPH_FORMS, form
from si_kg.tables import printable

PLACEHOLDER = "http://localhost:7878/query"
_ADDRESSES = ("http://", "https://")
_REPLACE = Text(
    "Zet hier het adres van een SPARQL 1.1-endpoint met deze graaf; zijn standaardgraaf is de "
    "vereniging van al zijn grafen.",
    "Put here the address of a SPARQL 1.1 endpoint with this graph; its default graph is the "
    "union of all its graphs.",
)
# keywords of KnowledgeGraph.query that are no parameters of a canned query
_TAKEN = frozenset({"limit", "labels"})


@dataclass(frozen=True)
class Question:
    """A canned query with its values: `text` has them bound, `values` holds what was given.

    `endpoint` is where it is asked: an address, a folder, or None for the graph that comes along.
    """

    query: CannedQuery
    text: str
    language: str
    values: Mapping[str, str] = field(default_factory=dict)
    endpoint: str | None = None

    def as_code(self, kind: str) -> str:
        """The question as one of SNIPPETS; raises FormatNotFound for any other."""
        if kind not in SNIPPETS:
            raise FormatNotFound(kind, SNIPPETS, formats=", ".join(SNIPPETS))
        return SNIPPETS[kind](self)


def sparql(question: Question) -> str:
    """The text itself, which runs in any SPARQL tool."""
    return question.text.rstrip("\n") + "\n"


def python(question: Question) -> str:
    """A program over si_kg."""
    style = "ttl" if form(question.text) in GRAPH_FORMS else "csv"
    place = [] if question.endpoint is None else [repr(question.endpoint)]
    opened = ", ".join([*place, f"language={question.language!r}"])
    asked = ", ".join([repr(question.query.name), *_arguments(question.values)])
    return _lines(
        _title(question),
        "import si_kg",
        "",
        f"graph = si_kg.open({opened})",
        f"answer = graph.query({asked})",
        f"print(answer.write({style!r}, {question.language!r}), end='')",
    )


def r(question: Question) -> str:
    """A script for R with the package httr2."""
    rows = form(question.text) == "SELECT"
    show = 'print(read.csv(text = answer, colClasses = "character", na.strings = ""))'
    return _lines(
        _title(question),
        "library(httr2)",
        "",
        *_address(question),
        f"endpoint <- {r_string(_endpoint(question))}",
        "query <- paste(",
        *(f"  {r_string(line)}," for line in sparql(question).rstrip("\n").split("\n")),
        r'  sep = "\n"',
        ")",
        "answer <- request(endpoint) |>",
        f'  req_headers(Accept = "{_accepted(question)}") |>',
        "  req_body_form(query = query) |>",
        "  req_perform() |>",
        "  resp_body_string()",
        show if rows else "cat(answer)",
    )


def curl(question: Question) -> str:
    """A shell command with curl, which posts the text as SPARQL 1.1 Protocol asks."""
    text = sparql(question)
    end = _delimiter(text)
    return _lines(
        _title(question),
        *_address(question),
        f"ENDPOINT={shlex.quote(_endpoint(question))}",
        "curl --silent --show-error --fail --globoff \\",
        f"  --header 'Accept: {_accepted(question)}' \\",
        f"  --data-urlencode query@- --url \"$ENDPOINT\" <<'{end}'",
        f"{text}{end}",
    )


SNIPPETS: Mapping[str, Callable[[Question], str]] = {
    "sparql": sparql,
    "python": python,
    "r": r,
    "curl": curl,
}


def r_string(text: str) -> str:
    r"""`text` as a string of R.

    >>> print(r_string('say "a\\b"' + chr(10)))
    "say \"a\\b\"\u{a}"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(map(_r_character, escaped))}"'


def _r_character(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\u{{{ord(char):x}}}" if ord(char) <= 0xFFFF else f"\\U{{{ord(char):x}}}"  # noqa: PLR2004 (R's limit)


def _arguments(values: Mapping[str, str]) -> list[str]:
    """By keyword; as a mapping where a name cannot be a keyword."""
    if any(not name.isidentifier() or iskeyword(name) or name in _TAKEN for name in values):
        return [repr(dict(values))]
    return [f"{name}={value!r}" for name, value in values.items()]


def _delimiter(text: str) -> str:
    """An end mark for a here-document that is no line of `text`."""
    end, lines = "EOF", text.split("\n")
    while end in lines:
        end += "_"
    return end


def _accepted(question: Question) -> str:
    opening = form(question.text)
    if opening in GRAPH_FORMS:
        return "text/turtle"
    return "text/csv" if opening == "SELECT" else "application/sparql-results+json"


def _endpoint(question: Question) -> str:
    given = question.endpoint or ""
    return given if given.startswith(_ADDRESSES) else PLACEHOLDER


def _address(question: Question) -> list[str]:
    """A comment that asks for an address, where none was given."""
    if _endpoint(question) == question.endpoint:
        return []
    return [f"# {_REPLACE.in_(question.language)}"]


def _title(question: Question) -> str:
    return f"# {printable(question.query.summary.in_(question.language))}"


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"
