"""JSON as nodes that know their line, as those of YAML do: Python's own reader forgets it."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

_TOKEN = re.compile(
    r'[ \t\r\n]*(?P<sign>"(?:[^"\\]|\\.)*"|[{}\[\],:]|-?[0-9][0-9.eE+-]*|true|false|null)',
    re.DOTALL,
)
_TAG = "tag:yaml.org,2002:"
# a number in JSON can be read in one way, one that a person types in YAML in two
NUMBER = "number in JSON"


class JsonBroken(Exception):
    """A text that is no JSON: on which line, and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def compose(text: str, deepest: int) -> yaml.Node:
    """The root of the text; raises JsonBroken, also for what is nested deeper than `deepest`.

    >>> compose('[1]', 3).value[0].start_mark.line
    0
    """
    if _depth(text) > deepest:
        raise JsonBroken(1, f"nested deeper than {deepest}")
    try:
        json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise JsonBroken(error.lineno, error.msg) from None
    except (RecursionError, ValueError):
        raise JsonBroken(1, "too deep or too long a number") from None
    return _Composer(text).node()


def _depth(text: str) -> int:
    """How deep brackets stand within each other, strings left out."""
    depth = most = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        most = max(most, depth)
    return most


class _Composer:
    """Walks through the tokens of a text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._tokens: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self._next = next(self._tokens)

    def node(self) -> yaml.Node:
        """The node that begins here."""
        sign, mark = self._take()
        if sign == "{":
            return yaml.MappingNode(f"{_TAG}map", self._pairs(), mark)
        if sign == "[":
            return yaml.SequenceNode(f"{_TAG}seq", self._items(), mark)
        if sign == "null":
            return yaml.ScalarNode(f"{_TAG}null", "", mark)
        if sign.startswith('"'):
            return yaml.ScalarNode(f"{_TAG}str", json.loads(sign), mark)
        return yaml.ScalarNode(f"{_TAG}bool" if sign.isalpha() else NUMBER, sign, mark)

    def _pairs(self) -> list[tuple[yaml.Node, yaml.Node]]:
        found = []
        while not self._ends("}"):
            key = self.node()
            self._take()
            found.append((key, self.node()))
        return found

    def _items(self) -> list[yaml.Node]:
        found = []
        while not self._ends("]"):
            found.append(self.node())
        return found

    def _ends(self, bracket: str) -> bool:
        if self._next["sign"] == ",":
            self._take()
        ended = self._next["sign"] == bracket
        if ended:
            self._take()
        return ended

    def _take(self) -> tuple[str, Any]:
        match = self._next
        self._next = next(self._tokens, match)
        line = bisect_right(self._starts, match.start("sign")) - 1
        return match["sign"], yaml.Mark("", match.start(), line, 0, None, 0)
