"""Tell what a SPARQL text would do before any engine sees it."""

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache

from si_kg.errors import ServiceRefused, UpdateRefused

# SPARQL 1.1, section 19.8: what may contain letters that are not keywords, then names and words.
# Each part takes all it can and gives nothing back, so that no text takes long; a string that does
# not end runs on to the end of its line or of the text, where every engine refuses it.
_LEXICON = r"""\#[^\r\n]*+ | <[^<>"{}|^`\\\x00-\x20]*+>
      | '''(?:[^'\\]|\\.|'(?!''))*+(?:'''|\Z) | \"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\"|\Z)
      | '(?:[^'\\\r\n]|\\.)*+'? | "(?:[^"\\\r\n]|\\.)*+"?
      | [?$]\w++ | @[\w-]++
      | (?P<run> [\w.-]++ )(?P<local> :[\w.%:\\-]*+ )? | :[\w.%:\\-]*+ | ."""
_WORD = re.compile(r"[A-Za-z]\w*")
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"]
)
GRAPH_FORMS = frozenset(["CONSTRUCT", "DESCRIBE"])
_QUESTIONS = GRAPH_FORMS | {"SELECT", "ASK"}
# Questions come back, and a text never changes its mind; a very long one is not worth its room.
_REMEMBERED, _LONGEST_REMEMBERED = 512, 20_000


def refuse_unsafe(text: str) -> None:
    """Raise UpdateRefused for an update, ServiceRefused for a query that fetches from elsewhere."""
    (_check if len(text) > _LONGEST_REMEMBERED else _remembered_check)(text)


def _check(text: str) -> None:
    opening = form(text)
    if opening in _UPDATES:
        raise UpdateRefused(keyword=opening)
    # engines differ in whether an escape is resolved before a string is read or inside it
    if any("SERVICE" in word for reading in _readings(text) for word in _loose_words(reading)):
        raise ServiceRefused()


_remembered_check = lru_cache(_REMEMBERED)(_check)


def _readings(text: str) -> set[str]:
    """The text as it stands and decoded, where it may hold the word at all: lexing takes long."""
    return {reading for reading in (text, _decoded(text)) if "SERVICE" in reading.upper()}


def form(text: str) -> str:
    """What kind of SPARQL text this is, by its first keyword: SELECT, INSERT ..., or nothing."""
    return next((word for word in keywords(text) if word in _UPDATES | _QUESTIONS), "")


def keywords(text: str) -> Iterator[str]:
    """The bare words of a SPARQL text in capitals: no strings, IRIs, names, variables, comments."""
    for match in _lexicon().finditer(_decoded(text)):
        if match["run"] and not match["local"]:
            yield from (word.upper() for word in _WORD.findall(match["run"]))


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The pieces of a SPARQL text as it stands, without white space and comments."""
    for match in _lexicon().finditer(text):
        if not match[0].isspace() and not match[0].startswith("#"):
            yield match


def names_graphs(text: str) -> bool:
    """Whether a query says with FROM which graphs it is about."""
    return "FROM" in _decoded(text).upper() and "FROM" in keywords(text)


def is_ordered(text: str) -> bool:
    """Whether the outermost query says in which order its rows come."""
    depth = 0
    for match in _lexicon().finditer(_decoded(text)):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0 and not match["local"] and (match["run"] or "").upper() == "ORDER":
            return True
    return False


def undeclared_prefix(text: str) -> tuple[str, int] | None:
    """The first prefix that is used and not declared before, and where it stands, from 0.

    >>> undeclared_prefix("PREFIX a: <https://example.org/> ASK { a:b c:d _:e }")
    ('c', 43)
    """
    declared, before = {"_"}, ""
    for match in tokens(text):
        token = match[0]
        prefix, colon, _ = token.partition(":")
        if colon and (match["local"] or not prefix):
            if before != "PREFIX" and prefix not in declared:
                return prefix, match.start()
            declared.add(prefix)
        before = token.upper()
    return None


def _loose_words(text: str) -> Iterator[str]:
    """Keywords, and prefixes of names too: engines read `trueSERVICE:x` as three tokens."""
    for match in _lexicon().finditer(text):
        yield (match["run"] or "").upper()


@cache
def _lexicon() -> re.Pattern[str]:
    """Made when the first text is read: at start-up it would hold up everything else."""
    return re.compile(_LEXICON, re.VERBOSE | re.DOTALL)


def _decoded(text: str) -> str:
    """Codepoint escapes resolved, as SPARQL does before it looks at anything else."""
    return _CODEPOINT.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    codepoint = int(match[1] or match[2], 16)
    return chr(codepoint) if codepoint <= sys.maxunicode else match[0]
