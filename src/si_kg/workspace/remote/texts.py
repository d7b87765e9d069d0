"""The SPARQL that reads a workspace elsewhere, and changes it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.namespaces import GRAPH, OWN, OWN_DERIVED, WORKSPACE
from si_kg.workspace.remote.rows import (
    ADDED,
    BETWEEN_BLANKS,
    IRI,
    LANGUAGE,
    NAMED,
    OF_BLANK,
    PLAIN,
    REMOVED,
    ROW,
    TO_BLANK,
    name_of,
)

# what the workspace knows of itself, which name stands for which blank node, and changes by number
RECORDS, NAMES, CHANGES = (
    ox.NamedNode(f"{WORKSPACE}/{part}") for part in ("state", "names", "changes")
)
HEAD = ox.NamedNode(f"{RECORDS.value}#head")
# terms of our own, so that nobody who asks about anything meets these
TOKEN, NUMBER, UNTIL, WHO, VALUE, NODE = (
    ox.NamedNode(f"{RECORDS.value}#{name}")
    for name in ("token", "number", "until", "who", "value", "node")
)
Statement = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]
_IS_OWN = f'STRSTARTS(STR(?g), "{OWN}") || STRSTARTS(STR(?g), "{OWN_DERIVED}")'
_IS_USERS = f"{_IS_OWN} || ?g = <{OWN_DERIVED.rstrip('/')}> || ?g = <{WORKSPACE}>"
_IS_SHIPPED = (
    f'STRSTARTS(STR(?g), "{GRAPH}") && !STRSTARTS(STR(?g), "{GRAPH}own")'
    f' && !STRSTARTS(STR(?g), "{WORKSPACE}")'
)
# a blank node by its name, and what is said as a row
_AS_ROWS = f"""OPTIONAL {{ GRAPH {NAMES} {{ ?s_name {NODE} ?s }} }}
OPTIONAL {{ GRAPH {NAMES} {{ ?o_name {NODE} ?o }} }}
BIND (COALESCE(?o_name, ?o) AS ?value)
BIND (IF(isIRI(?value), "{IRI}", IF(LANG(?value) = "", STR(DATATYPE(?value)),
    CONCAT("{LANGUAGE}", LANG(?value)))) AS ?kind)
BIND (CONCAT(STR(COALESCE(?s_name, ?s)), " ", ?kind, " ", STR(?value)) AS ?told)
BIND (IRI(CONCAT("{PLAIN}{ADDED}", STR(?g), "?", STR(?p))) AS ?property)"""


_VALUE = f"""BIND (STRBEFORE(?value, " ") AS ?kind) BIND (STRAFTER(?value, " ") AS ?text)
    BIND (IF(?kind = "{IRI}", IRI(?text), IF(STRSTARTS(?kind, "{LANGUAGE}"),
        STRLANG(?text, STRAFTER(?kind, "{LANGUAGE}")), STRDT(?text, IRI(?kind)))) AS ?o)"""
# what a row is `?about`, and what it is `?told`, as the ends of a triple
_ENDS = {
    PLAIN: f"""BIND (IRI(STRBEFORE(?told, " ")) AS ?s)
    BIND (STRAFTER(?told, " ") AS ?value) {_VALUE}""",
    OF_BLANK: f"GRAPH {NAMES} {{ ?about {NODE} ?s }} BIND (?told AS ?value) {_VALUE}",
    TO_BLANK: f"GRAPH {NAMES} {{ ?about {NODE} ?o }} BIND (IRI(?told) AS ?s)",
    BETWEEN_BLANKS: f"GRAPH {NAMES} {{ ?about {NODE} ?s . ?told {NODE} ?o }}",
}


def records(*, values: bool) -> str:
    """What the workspace knows of itself; without the `values`, which are most of it."""
    left_out = "" if values else f"FILTER (?p != {VALUE})"
    return f"SELECT ?s ?p ?o (NOW() AS ?now) {{ GRAPH {RECORDS} {{ ?s ?p ?o {left_out} }} }}"


def around(things: str, most: int) -> str:
    """What users added, and what follows, as far as it is about these things."""
    return _construct(f"{things} GRAPH ?g {{ ?s ?p ?o }} FILTER ({_IS_OWN})", f"LIMIT {most}")


def of_users() -> str:
    """All that users added, what follows from it, and who they are."""
    return _construct(f"GRAPH ?g {{ ?s ?p ?o }} FILTER ({_IS_USERS})")


def of_shipped() -> str:
    """All that came along."""
    return _construct(f"GRAPH ?g {{ ?s ?p ?o }} FILTER ({_IS_SHIPPED})")


def of_graph(graph: ox.NamedNode) -> str:
    """All that is in one graph."""
    return _construct(f"VALUES ?g {{ {graph} }} GRAPH ?g {{ ?s ?p ?o }}")


def count(graph: str = "") -> str:
    """How many triples are in a graph; without one, in all that is shipped or of users."""
    if graph:
        return f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    all_ = f"({_IS_USERS}) || ({_IS_SHIPPED})"
    return f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER ({all_}) }}"


def of_change(change: ox.NamedNode) -> str:
    """The rows of a change that is kept."""
    rows = f"?about ?property ?told . FILTER (?property != {NAMED})"
    return f"CONSTRUCT {{ ?about ?property ?told }} WHERE {{ GRAPH {change} {{ {rows} }} }}"


def values(variable: str, terms: Iterable[object]) -> str:
    """The things that a variable may stand for; blank ones by what is kept of their names."""
    blank: list[str] = []
    others: list[str] = []
    for term in terms:
        if isinstance(term, ox.BlankNode):
            blank.append(str(name_of(term)))
        else:
            others.append(str(term))
    plain = f"{{ VALUES ?{variable} {{ {' '.join(others)} }} }}"
    if not blank:
        return plain
    by_name = (
        f"{{ VALUES ?{variable}_is {{ {' '.join(blank)} }} "
        f"GRAPH {NAMES} {{ ?{variable}_is {NODE} ?{variable} }} }}"
    )
    return f"{plain} UNION {by_name}" if others else by_name


@dataclass(frozen=True)
class Guard:
    """What must stand in the store, or nothing is done: who wrote last, and these statements.

    `until` is a claim that must not be over.
    """

    head: str
    also: tuple[Statement, ...] = ()
    until: ox.NamedNode | None = None

    def pattern(self) -> str:
        """As a graph pattern."""
        also = "".join(f" {_triple(each)} ." for each in self.also)
        in_time = f" {self.until} {UNTIL} ?until . FILTER (?until > NOW())" if self.until else ""
        last = f"{HEAD} {TOKEN} {ox.Literal(self.head)}"
        return f"GRAPH {RECORDS} {{ {last} .{also}{in_time} }}"


def guarded(guard: Guard, statements: Iterable[Statement]) -> str:
    """The same, where the guard lets it."""
    added = f"GRAPH {RECORDS} {{ {_triples(statements)} }}"
    return f"INSERT {{ {added} }} WHERE {{ {guard.pattern()} }}"


def instead(statement: Statement) -> str:
    """Say this of a thing, in the place of what was said of it before."""
    return f"{gone(statement[0])} ;\n{noted([statement])}"


def noted(statements: Iterable[Statement]) -> str:
    """Add these to what the workspace knows of itself."""
    return f"INSERT DATA {{ GRAPH {RECORDS} {{ {_triples(statements)} }} }}"


def cleared(statements: Iterable[Statement]) -> str:
    """Take these out of what the workspace knows of itself."""
    return f"DELETE DATA {{ GRAPH {RECORDS} {{ {_triples(statements)} }} }}"


def laid(change: ox.NamedNode, triples: Collection[ox.Triple], guard: Guard) -> str:
    """Lay a change in the store."""
    return f"INSERT {{ GRAPH {change} {{\n{_lines(triples)}}} }} WHERE {{ {guard.pattern()} }}"


def piece(change: ox.NamedNode, triples: Collection[ox.Triple]) -> str:
    """Lay a piece of a change in the store, which counts for nothing before all of it is there."""
    return f"INSERT DATA {{ GRAPH {change} {{\n{_lines(triples)}}} }}"


def applied(
    change: ox.NamedNode,
    guard: Guard,
    removed: Sequence[Statement],
    added: Sequence[Statement],
    *,
    back: bool = False,
) -> Iterator[str]:
    """Do what the rows of a change say, or go `back` on it; and change the records with it.

    The second step does all of it at once; the first makes no more than the blank nodes for it.
    """
    parts = [_statements("from", removed), _statements("into", added)]
    parts += [_rows(change, kind, ends, ADDED if back else REMOVED) for kind, ends in _ENDS.items()]
    yield f"""INSERT {{ GRAPH {NAMES} {{ ?name {NODE} ?node }} }} WHERE {{ {guard.pattern()}
  GRAPH {change} {{ {ROW} {NAMED} ?named }} BIND (IRI(?named) AS ?name)
  FILTER NOT EXISTS {{ GRAPH {NAMES} {{ ?name {NODE} ?known }} }}
  BIND (BNODE() AS ?node) }}"""
    yield f"""DELETE {{ GRAPH ?from {{ ?s ?p ?o }} }} INSERT {{ GRAPH ?into {{ ?s ?p ?o }} }}
WHERE {{ {guard.pattern()}
  {{ {" } UNION { ".join(parts)} }} }}"""


def gone(thing: ox.NamedNode) -> str:
    """Take all that is said of a thing out of what the workspace knows of itself."""
    return f"DELETE WHERE {{ GRAPH {RECORDS} {{ {thing} ?p ?o }} }}"


def forgotten(change: ox.NamedNode) -> str:
    """Drop a change, so that it is not known any more before it is gone."""
    return f"{gone(change)} ;\nDROP SILENT GRAPH {change}"


def _construct(where: str, end: str = "") -> str:
    return f"CONSTRUCT {{ {ROW} ?property ?told }} WHERE {{ {where}\n{_AS_ROWS} }} {end}"


def _statements(graph: str, statements: Sequence[Statement]) -> str:
    terms = " ".join(f"({RECORDS} {_triple(statement)})" for statement in statements)
    return f"VALUES (?{graph} ?s ?p ?o) {{ {terms} }}"


def _rows(change: ox.NamedNode, kind: str, ends: str, goes: str) -> str:
    """The rows of a kind; those with the sign `goes` out of their graph, the others into it."""
    about = ROW if kind == PLAIN else "?about"
    return f"""GRAPH {change} {{ {about} ?property ?told }}
    FILTER (STRSTARTS(STR(?property), "{kind}")) BIND (STRAFTER(STR(?property), "{kind}") AS ?how)
    BIND (STRAFTER(?how, "?") AS ?place) BIND (IRI(STRBEFORE(?place, "?")) AS ?graph)
    BIND (IRI(STRAFTER(?place, "?")) AS ?p) BIND (STRSTARTS(?how, "{goes}") AS ?goes)
    BIND (IF(?goes, ?graph, ?none) AS ?from) BIND (IF(?goes, ?none, ?graph) AS ?into) {ends}"""


def _lines(triples: Collection[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _triple(statement: Statement) -> str:
    return " ".join(map(str, statement))


def _triples(statements: Iterable[Statement]) -> str:
    return " ".join(f"{_triple(each)} ." for each in statements)
