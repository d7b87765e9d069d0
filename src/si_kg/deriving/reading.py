"""Read a rule: the part of SPARQL that rules are written in, taken apart into steps."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import count

import pyoxigraph as ox

from si_kg.deriving.cursor import Cursor
from si_kg.deriving.rule import End, Everywhere, Head, Rule, Step, Way
from si_kg.namespaces import PREFIXES

_TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")
_LITERAL = tuple("\"'+-0123456789")
_KEYWORDS = frozenset(["FILTER", "BIND", "OPTIONAL", "MINUS", "GRAPH", "VALUES"])
_Steps = tuple[Step, ...]
_Path = list[tuple[frozenset[ox.NamedNode], bool]]


@cache
def read_rule(name: str, text: str) -> Rule:
    """The rule; raises Everywhere for SPARQL that goes beyond what rules are written in.

    >>> rule = read_rule("parts", "CONSTRUCT { ?b <x:of> ?a } WHERE { ?a <x:has>/<x:is> ?b }")
    >>> [sorted(predicate.value for predicate in step.predicates) for step in rule.steps()]
    [['x:has'], ['x:is']]
    """
    cursor = Cursor(text)
    cursor.take_up_to("CONSTRUCT")
    reader = _Reader(cursor, _columns(text))
    heads = tuple(Head(step.subject, step.predicates) for step in reader.template())
    cursor.take_if("WHERE")
    ways = tuple(_way(steps, heads) for steps in reader.group())
    return Rule(name, text, heads, ways)


def _way(steps: _Steps, heads: tuple[Head, ...]) -> Way:
    met = frozenset[ox.Variable]().union(*(step.ends for step in steps))
    return Way(steps, met & {head.subject for head in heads})


def _columns(text: str) -> dict[str, frozenset[str]]:
    """What VALUES lets each variable stand for, wherever in the text."""
    cursor, columns = Cursor(text), dict[str, frozenset[str]]()
    while cursor.next:
        if cursor.take().upper() == "VALUES":
            names = [token for token in cursor.take_up_to("{") if token not in ("(", ")")]
            values = [
                token
                for token in cursor.take_up_to("}")
                if token not in ("(", ")") and not token.startswith("@")
            ]
            for at, name in enumerate(names):
                columns[name] = columns.get(name, frozenset()) | set(values[at :: len(names)])
    return columns


class _Reader:
    """The grammar, as far as rules need it; `columns` are the values that variables stand for."""

    def __init__(self, cursor: Cursor, columns: Mapping[str, frozenset[str]]) -> None:
        self._cursor, self._columns = cursor, columns
        self._new = count()

    def template(self) -> list[Step]:
        """What the rule constructs."""
        self._cursor.expect("{")
        steps: list[Step] = []
        while not self._cursor.take_if("}"):
            steps += self._triples()
        return steps

    def group(self) -> list[_Steps]:
        """A group in braces: the steps of each way in which it can hold."""
        self._cursor.expect("{")
        if self._cursor.take_if("SELECT"):
            return self._chosen()
        ways: list[_Steps] = [()]
        while not self._cursor.take_if("}"):
            ways = [before + after for after in self._part() for before in ways]
        return ways

    def _part(self) -> list[_Steps]:
        take_if = self._cursor.take_if
        if self._cursor.next == "{":
            return self._union()
        if take_if("OPTIONAL", "MINUS"):
            return self._unneeded()
        if take_if("FILTER"):
            return self._filter()
        if take_if("GRAPH"):
            self._cursor.take()
            return self.group()
        if take_if("BIND"):
            self._cursor.take_parenthesis()
        elif take_if("VALUES"):
            self._cursor.take_up_to("}")
        elif not take_if("."):
            return [tuple(self._triples())]
        return [()]

    def _union(self) -> list[_Steps]:
        ways = self.group()
        while self._cursor.take_if("UNION"):
            ways += self.group()
        return ways

    def _unneeded(self) -> list[_Steps]:
        return [tuple(replace(step, needed=False) for step in way) for way in self.group()]

    def _filter(self) -> list[_Steps]:
        self._cursor.take_if("NOT")
        if self._cursor.take_if("EXISTS"):
            return self._unneeded()
        if self._cursor.next != "(":
            self._cursor.take()
        if "EXISTS" in map(str.upper, self._cursor.take_parenthesis()):
            raise Everywhere
        return [()]

    def _chosen(self) -> list[_Steps]:
        """A SELECT within: what it does not choose has names of its own."""
        chosen: set[ox.Variable] = set()
        while self._cursor.next != "{" and not self._cursor.take_if("WHERE"):
            if self._cursor.next == "(":
                made = self._cursor.take_parenthesis()[-1]
                chosen.add(ox.Variable(made[1:]))
            elif (token := self._cursor.take()).startswith("?"):
                chosen.add(ox.Variable(token[1:]))
            elif token.upper() != "DISTINCT":
                raise Everywhere
        ways = self.group()
        self._cursor.take_up_to("}")
        mark = next(self._new)
        return [tuple(_apart(step, chosen, mark) for step in way) for way in ways]

    def _triples(self) -> Iterator[Step]:
        """What is said of one thing."""
        subject = self._end()
        yield from self._objects(subject)
        while self._cursor.take_if(";"):
            if self._cursor.next not in (".", "}", ";"):
                yield from self._objects(subject)
        if self._cursor.next.upper() not in _KEYWORDS and self._cursor.next not in ("{", "}"):
            self._cursor.expect(".")

    def _objects(self, subject: End) -> Iterator[Step]:
        path = self._path()
        yield from self._along(subject, path, self._end())
        while self._cursor.take_if(","):
            yield from self._along(subject, path, self._end())

    def _path(self) -> _Path:
        """Predicates one after the other, each with its alternatives; and not the other way."""
        parts = [self._alternatives()]
        while self._cursor.take_if("/"):
            parts.append(self._alternatives())
        if len(parts) > 1 and any(len(predicates) > 1 for predicates, _ in parts):
            raise Everywhere
        return parts

    def _alternatives(self) -> tuple[frozenset[ox.NamedNode], bool]:
        found = self._predicate()
        while self._cursor.take_if("|"):
            found |= self._predicate()
        return found, self._cursor.take_if("+")

    def _predicate(self) -> frozenset[ox.NamedNode]:
        if self._cursor.take_if("A"):
            return frozenset([_TYPE])
        name = self._cursor.take()
        names = self._columns.get(name, frozenset([name]))
        if not all(one.startswith("<") for one in names):
            raise Everywhere
        return frozenset(ox.NamedNode(one[1:-1]) for one in names)

    def _along(self, subject: End, path: _Path, last: End) -> Iterator[Step]:
        between = [self._unnamed() for _ in path[1:]]
        ends = zip([subject, *between], [*between, last], path, strict=True)
        for start, end, (predicates, repeated) in ends:
            yield Step(start, predicates, end, repeated)

    def _end(self) -> End:
        token = self._cursor.take()
        if token.startswith("?"):
            return ox.Variable(token[1:])
        if token.startswith("<"):
            return ox.NamedNode(token[1:-1])
        if not token.startswith(_LITERAL):
            raise Everywhere
        # which literal it is makes no difference to how far a change reaches
        if self._cursor.next.startswith("@"):
            self._cursor.take()
        while self._cursor.take_if("^"):
            if self._cursor.next.startswith("<"):
                self._cursor.take()
        return self._unnamed()

    def _unnamed(self) -> ox.Variable:
        return ox.Variable(f"between{next(self._new)}")


def _apart(step: Step, chosen: set[ox.Variable], mark: int) -> Step:
    """The step with another name for each variable that was not chosen."""
    subject, last = (
        ox.Variable(f"{end.value}within{mark}")
        if isinstance(end, ox.Variable) and end not in chosen
        else end
        for end in (step.subject, step.object)
    )
    return replace(step, subject=subject, object=last)
