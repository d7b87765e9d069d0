r"""The hash of an answer: the same whichever engine gave it, another as soon as a cell differs.

A row is a line: its terms in the canonical form of N-Triples (RDF 1.2), a tab between two, nothing
where a cell is unbound. What engines write differently is first made equal: a language tag is in
small letters, an integer has no needless sign or zero, a decimal no needless zero, a float or
double is the shortest text that is read as the same number, a boolean is true or false. A blank
node is `_:`, for its name means nothing outside its answer. In a row a text has no language tag,
and an empty text is as an unbound cell: engines that follow SPARQL 1.1 and 1.2 differ in whether
GROUP_CONCAT keeps the tag, and in what it makes of nothing.

The head is a line too: `?a` and `?b` with a tab between for columns a and b. The hash is the
SHA-256 of the SHA-256 of the head followed by those of the lines (32 bytes each): in the order of
the answer where the query asks for an order, else sorted. The triples of a graph are lines of
three cells under the head `triples`, sorted, each once; a yes or no is the line `true` or `false`
under the head `boolean`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import TypeVar

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.result_formats.terms import Exact, Row, exact
from si_kg.results import Verdict
from si_kg.store import Term
from si_kg.streams import RowStream, Stream, TripleStream

T = TypeVar("T")
_YEAR = f"{PREFIXES['xsd']}gYear"


class Fingerprint:
    """Counts the lines of an answer while they pass, and hashes them; `once` counts none twice.

    Where the order counts, nothing is kept of a line; else the 32 bytes of its hash.
    """

    def __init__(self, head: str, *, ordered: bool, once: bool = False) -> None:
        self._running = sha256(_digest(head))
        self._passed = 0
        self._ordered = ordered
        self._kept: list[bytes] | set[bytes] = set() if once else []

    @property
    def lines(self) -> int:
        """How many lines have passed."""
        return self._passed if self._ordered else len(self._kept)

    def watch(self, items: Iterator[T], line: Callable[[T], str]) -> Iterator[T]:
        """The items as they are, each noted as it passes."""
        for item in items:
            self.note(line(item))
            yield item

    def note(self, line: str) -> None:
        """One line more."""
        digest = _digest(line)
        if self._ordered:
            self._passed += 1
            self._running.update(digest)
        elif isinstance(self._kept, set):
            self._kept.add(digest)
        else:
            self._kept.append(digest)

    def sha256(self) -> str:
        """The hash of what has passed, in hexadecimal."""
        whole = self._running.copy()
        for digest in sorted(self._kept):
            whole.update(digest)
        return whole.hexdigest()


def watched(found: Stream, *, ordered: bool) -> tuple[Stream, Fingerprint]:
    """The same stream, and the fingerprint of what has been taken from it."""
    if isinstance(found, RowStream):
        head = "\t".join(f"?{name}" for name in found.variables)
        print_ = Fingerprint(head, ordered=ordered)
        return replace(found, rows=print_.watch(found.rows, _row)), print_
    if isinstance(found, TripleStream):
        print_ = Fingerprint("triples", ordered=False, once=True)
        return replace(found, triples=print_.watch(found.triples, _triple)), print_
    return found, _of_truth(found)


def canonical(term: Term | None) -> str:
    """A term as any engine gives it.

    >>> canonical(ox.Literal("delen", language="NL")), canonical(None), canonical(ox.BlankNode())
    ('"delen"@nl', '', '_:')
    >>> canonical(ox.Literal("+07.50", datatype=ox.NamedNode(PREFIXES["xsd"] + "decimal")))
    '"7.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode):
        return "_:"
    if not isinstance(term, ox.Literal):
        return str(term)
    if term.language:
        return str(ox.Literal(term.value, language=term.language.lower()))
    value = exact(term)
    if isinstance(value, str) or term.datatype.value == _YEAR:
        return str(term)
    return str(ox.Literal(_figures(value) or term.value, datatype=term.datatype))


def _figures(value: Exact) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return repr(value)
        case Decimal():
            figures = f"{value:f}"
            short = figures.rstrip("0").rstrip(".") if "." in figures else figures
            return "0" if short == "-0" else short
    return ""


def _row(row: Row) -> str:
    return "\t".join(map(_cell, row))


def _cell(term: Term | None) -> str:
    if not isinstance(term, ox.Literal):
        return canonical(term)
    return canonical(ox.Literal(term.value) if term.language else term) if term.value else ""


def _triple(triple: ox.Triple) -> str:
    return "\t".join(map(canonical, (triple.subject, triple.predicate, triple.object)))


def _of_truth(verdict: Verdict) -> Fingerprint:
    print_ = Fingerprint("boolean", ordered=True)
    print_.note(str(verdict.value).lower())
    return print_


def _digest(line: str) -> bytes:
    return sha256(line.encode("utf-8", "surrogatepass")).digest()
