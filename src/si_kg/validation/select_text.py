"""The text of a SELECT query about `$this`, asked about one node or about many at once."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES

_SHAPES = PREFIXES["sis"]
_MARK = re.compile(
    r"""(?P<skip>\#[^\n]* | \s+)
      | (?P<text><[^<>"{}|^`\\\s]*> | \"\"\".*?\"\"\" | '''.*?'''
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<variable>[$?]\w+) | (?P<word>[A-Za-z_][\w:.-]*(?<!\.)) | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_THIS = frozenset({"$this", "?this"})
# Clauses that look at all solutions together: these differ for one node and for many.
_WHOLE = frozenset({"GROUP", "HAVING", "LIMIT", "OFFSET", "ORDER"})
# A path that begins with a property followed by one of these can be walked without it.
_OPTIONAL = frozenset({"*", "?"})
_ENDS = frozenset({".", ";", "}"})
# SPARQL cannot write a blank node: this function gives it.
BLANK = ox.NamedNode(f"{_SHAPES}blankFocus")


@dataclass(frozen=True)
class SelectText:
    """A query and the declarations of its prefixes; SHACL gives `$this` beforehand."""

    prologue: str
    text: str

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of the variables in the query."""
        return frozenset(mark[1:] for kind, mark in self._pieces if kind == "variable")

    @cached_property
    def forbidden(self) -> str:
        """What SHACL does not allow in a query to which `$this` is given, "" where all is well."""
        marks = [mark.upper() if kind == "word" else mark for kind, mark in self._marks]
        for clause in ("MINUS", "SERVICE", "VALUES"):
            if clause in marks:
                return clause
        for at, mark in enumerate(marks):
            if mark == "AS" and marks[at + 1] in _THIS:
                return "AS $this"
            if mark == "SELECT" and _THIS.isdisjoint(marks[at : marks.index("{", at)]):
                return "SELECT"
        return ""

    @cached_property
    def is_plain(self) -> bool:
        """Whether giving `$this` in front of the pattern is the same as giving it everywhere.

        So it is where no clause looks at all solutions together, and where each group within
        the pattern, but for those of EXISTS, begins with `$this` or does not name it.
        """
        marks = self._marks
        if any(kind == "word" and mark.upper() in _WHOLE for kind, mark in marks):
            return False
        opened: list[tuple[int, bool]] = []
        for at, (_, mark) in enumerate(marks):
            if mark == "{":
                opened.append((at, not opened or marks[at - 1][1].upper() == "EXISTS"))
            elif mark == "}":
                start, free = opened.pop()
                names = any(each in _THIS for _, each in marks[start:at])
                if names and not free and marks[start + 1][1] not in _THIS:
                    return False
        return True

    @cached_property
    def begins_with_this(self) -> bool:
        """Whether the pattern begins with a triple about `$this`."""
        return self._start(1) in _THIS

    @cached_property
    def first_properties(self) -> frozenset[ox.NamedNode]:
        """`$this` is in no solution without one of these, where the pattern begins with them."""
        if not self.begins_with_this:
            return frozenset()
        names, place = [self._start(2)], 3
        while self._start(place) == "|":
            names.append(self._start(place + 1))
            place += 2
        written = all(kind in {"word", "text"} for kind, name in self._marks if name in names)
        rest = [mark for _, mark in self._marks[self._opening + place :]]
        end = next(at for at, mark in enumerate(rest) if mark in _ENDS or mark[0] in "$?")
        if not written or rest[0] in _OPTIONAL or "|" in rest[:end]:
            return frozenset()
        return frozenset(map(self._named, names))

    @cached_property
    def first_class(self) -> ox.NamedNode | None:
        """`$this` is in no solution without this class, where the pattern begins with one."""
        begun = self.begins_with_this and self._start(2) in {"a", "rdf:type"}
        kind, name = self._marks[self._opening + 3]
        if not begun or kind not in {"word", "text"}:
            return None
        return self._named(name)

    @cached_property
    def depends_on(self) -> Literal["all", "values", "properties", "types"]:
        """Of which part of what is said of `$this` its solutions are a consequence.

        "types": its classes; "properties": these, and which properties it has; "values": also the
        classes of the values of each; "all": anything.
        """
        marks = [mark for _, mark in self._marks]
        head, body = marks[: self._opening], marks[self._opening + 1 :]
        if not _THIS.isdisjoint(body) and _only_types(body, _THIS):
            return "types"
        subject, predicate, value, after, *_ = body
        begins = subject in _THIS and predicate[0] in "$?" and value[0] in "$?"
        once = "DISTINCT" in map(str.upper, head) and after in {".", "FILTER"}
        if not (begins and once and _only_types(body[3:], _THIS)):
            return "all"
        values, others = {f"${value[1:]}", f"?{value[1:]}"}, head + body[3:]
        if values.isdisjoint(others):
            return "properties"
        return "values" if _only_types(others, values) else "all"

    def written(self, name: str, text: str) -> "SelectText":
        """The query with `text` written wherever the variable `name` stood."""
        names = {f"${name}", f"?{name}"}
        pieces = (text if mark in names else mark for _, mark in self._pieces)
        return SelectText(self.prologue, "".join(pieces))

    def whole(self) -> str:
        """The query as it stands."""
        return self.prologue + self.text

    def about(self, nodes: Sequence[ox.NamedNode | ox.Literal]) -> str:
        """The plain query about each of `nodes`."""
        return self._begun(f"VALUES ?this {{ {' '.join(map(str, nodes))} }}")

    def about_blank(self) -> str:
        """The plain query about the blank node that the function BLANK gives."""
        return self._begun(f"BIND ({BLANK}() AS ?this)")

    def about_one(self, node: ox.NamedNode | ox.Literal) -> str:
        """The query with `node` written wherever `$this` stood; BOUND of it is true."""
        written, selecting, depth = [], False, 0
        for kind, mark in self._pieces:
            if kind == "word" and mark.upper() == "SELECT":
                selecting, depth = True, 0
            elif mark == "{":
                selecting = False
            depth += (mark == "(") - (mark == ")")
            if mark not in _THIS:
                written.append(mark)
            elif selecting and not depth:
                written.append(f"({node} AS ?this{len(written)})")
            else:
                written.append(str(node))
        given = re.compile(rf"\bbound\s*\(\s*{re.escape(str(node))}\s*\)", re.IGNORECASE)
        return self.prologue + given.sub("(true)", "".join(written))

    def _begun(self, given: str) -> str:
        """The query with something given at the start of its pattern."""
        pieces = [mark for _, mark in self._pieces]
        at = pieces.index("{") + 1
        return "".join((self.prologue, *pieces[:at], f" {given} ", *pieces[at:]))

    def _named(self, name: str) -> ox.NamedNode:
        """What a name in the query stands for."""
        query = f"{self.prologue}CONSTRUCT {{ <{_SHAPES}x> {name} 1 }} WHERE {{}}"
        triples = ox.Store().query(query)
        assert isinstance(triples, ox.QueryTriples)  # noqa: S101 (what CONSTRUCT gives)
        predicate: ox.NamedNode = next(triples).predicate
        return predicate

    def _start(self, place: int) -> str:
        """The word or sign at a place counted from the brace that opens the pattern."""
        return self._marks[self._opening + place][1]

    @cached_property
    def _opening(self) -> int:
        return [mark for _, mark in self._marks].index("{")

    @cached_property
    def _marks(self) -> list[tuple[str, str]]:
        return [(kind, mark) for kind, mark in self._pieces if kind != "skip"]

    @cached_property
    def _pieces(self) -> list[tuple[str, str]]:
        return [(found.lastgroup or "", found[0]) for found in _MARK.finditer(self.text)]


def _only_types(marks: Sequence[str], names: Collection[str]) -> bool:
    """Whether a variable is nothing but the subject of its class wherever it stands in `marks`."""
    return all(_asks_type(marks[at:]) for at, mark in enumerate(marks) if mark in names)


def _asks_type(marks: Sequence[str]) -> bool:
    """Whether the variable with which `marks` begin is the subject of its class, and no more."""
    end = next((at for at, mark in enumerate(marks) if mark in {".", "}"}), 0)
    return bool(end) and marks[1] in {"a", "rdf:type"} and ";" not in marks[:end]
