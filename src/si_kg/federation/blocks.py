"""The parts of a query that can be asked elsewhere, and what stands before each of them.

Such a part is `SERVICE <address> { ... }`, or `GRAPH ?name { ... }` with the name of a vocabulary,
which runs as it stands on a store that holds that vocabulary in a graph of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from si_kg.store.text import tokens

Token = re.Match[str]

_FORMS = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
# where none of these stands, each variable of a pattern is bound in each of its solutions
_UNCERTAIN = frozenset(
    ["OPTIONAL", "UNION", "UNDEF", "BIND", "MINUS", "SELECT", "EXISTS", "SERVICE"]
)
_OPENING, _CLOSING = frozenset("({"), frozenset(")}")


@dataclass(frozen=True)
class Block:
    """One part of the outermost group: `target` is the address or the name, `inner` the pattern.

    It stands from `start` to `end`; `before` is what stands before it in the group, `prologue` the
    prefixes.
    """

    target: str
    service: bool
    silent: bool
    start: int
    end: int
    inner: str
    before: str
    prologue: str

    @property
    def shared(self) -> list[str]:
        """The variables that it has in common with what stands before it."""
        return sorted(variables(self.inner) & variables(self.before))

    def narrowing(self) -> str:
        """What stands before it, with those of its filters that say something about that alone."""
        found = list(tokens(self.before))
        filters = list(_filters(found))
        rest = _without(self.before, filters)
        if _words(rest) & _UNCERTAIN:
            return rest
        known = variables(rest)
        loose = [each for each in filters if not variables(self.before[slice(*each)]) <= known]
        return _without(self.before, loose)


def blocks(text: str) -> list[Block]:
    """The parts that may be asked elsewhere, in their order, nested ones left out."""
    found = list(tokens(text))
    group = _group(found)
    if group is None:
        return []
    opening = next((token for token in found if token[0].upper() in _FORMS), found[0])
    return list(_blocks(text, found[slice(*group)], text[: opening.start()]))


def variables(text: str) -> frozenset[str]:
    """The names of the variables in a piece of SPARQL."""
    return frozenset(token[0][1:] for token in tokens(text) if token[0][0] in "?$" and token[0][1:])


def _blocks(text: str, group: Sequence[Token], prologue: str) -> Iterator[Block]:
    depth = 0
    for place, token in enumerate(group):
        if depth == 0 and token[0].upper() in {"SERVICE", "GRAPH"}:
            block = _block(text, group, place, prologue)
            if block:
                yield block
        depth += (token[0] in _OPENING) - (token[0] in _CLOSING)


def _block(text: str, group: Sequence[Token], place: int, prologue: str) -> Block | None:
    service = group[place][0].upper() == "SERVICE"
    silent = service and [token[0].upper() for token in group[place + 1 : place + 2]] == ["SILENT"]
    named = place + 1 + silent
    brace = named + 1
    if brace >= len(group) or group[brace][0] != "{":
        return None
    name = group[named][0]
    if not name.startswith("<" if service else ("?", "$")):
        return None
    last = _closed(group, brace)
    return Block(
        target=name[1:-1] if service else name[1:],
        service=service,
        silent=silent,
        start=group[place].start(),
        end=group[last].end(),
        inner=text[group[brace].end() : group[last].start()],
        before=text[group[0].start() : group[place].start()],
        prologue=prologue,
    )


def _group(found: Sequence[Token]) -> tuple[int, int] | None:
    """The tokens within the braces of WHERE, which a CONSTRUCT has after those of its template."""
    place = 0
    while place < len(found):
        if found[place][0] == "{":
            last = _closed(found, place)
            if found[place - 1][0].upper() != "CONSTRUCT":
                return place + 1, last
            place = last
        place += 1
    return None


def _closed(found: Sequence[Token], opening: int) -> int:
    """The place of the bracket that closes the one at `opening`, or else of the last token."""
    depth = 0
    for place in range(opening, len(found)):
        depth += (found[place][0] in _OPENING) - (found[place][0] in _CLOSING)
        if depth == 0:
            return place
    return len(found) - 1


def _filters(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where each FILTER of the group itself begins and ends."""
    depth = place = 0
    while place < len(found):
        token = found[place]
        if depth == 0 and token[0].upper() == "FILTER":
            brackets = (n for n in range(place, len(found)) if found[n][0] in _OPENING)
            place = _closed(found, next(brackets, place))
            yield token.start(), found[place].end()
        else:
            depth += (token[0] in _OPENING) - (token[0] in _CLOSING)
        place += 1


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return text


def _words(text: str) -> frozenset[str]:
    return frozenset(token[0].upper() for token in tokens(text))
