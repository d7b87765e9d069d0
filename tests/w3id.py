"""The redirect rules of docs/w3id.htaccess, followed as Apache follows them."""

import re
from pathlib import Path
from typing import NamedTuple

BASE = "https://w3id.org/si-kg/"
_RULE = re.compile(r"RewriteRule (\S+) https://HOST(\S*) \[R=(\d+),L(?:,NE)?\]")


class Rule(NamedTuple):
    """A rule: which paths it takes, where it leads to, with which status."""

    pattern: re.Pattern[str]
    target: str
    status: int


def rules(file: Path) -> list[Rule]:
    """The rules of the file, in their order; each line that is none says so."""
    lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("Rewrite")]
    found = [_RULE.fullmatch(line) for line in lines if not line.startswith("RewriteEngine")]
    assert all(found)
    return [Rule(re.compile(each[1]), each[2], int(each[3])) for each in found if each]


def redirected(known: list[Rule], iri: str) -> tuple[str, int] | None:
    """The path on the server that an IRI leads to, and the status; None where no rule takes it."""
    path = iri.partition("#")[0].removeprefix(BASE.rstrip("/")).removeprefix("/")
    for rule in known:
        match = rule.pattern.search(path)
        if match:
            return match.expand(rule.target.replace("$", "\\")), rule.status
    return None
