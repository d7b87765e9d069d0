"""Where things are described: in which file, on which line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.namespaces import expand, shorten

_SUBJECT = re.compile(r"^(<[^>]*>|[\w-]+:[\w.-]+)(?:[ \t]|$)")


def only_about(
    files: Mapping[Path, Iterable[ox.Triple]], findings: Iterable[Finding]
) -> list[Finding]:
    """The findings about what `files` (with their triples) describe, each with its file."""
    owners: dict[str, str] = {}
    for file, triples in files.items():
        for triple in triples:
            owners.setdefault(_name(triple.subject), _near(file))
    return [
        replace(finding, file=finding.file or owners[finding.focus])
        for finding in findings
        if finding.focus in owners
    ]


def _name(subject: object) -> str:
    """As the focus of a finding is named: a blank node has no name."""
    return shorten(subject.value) if isinstance(subject, ox.NamedNode) else ""


def described_at(files: Iterable[Path]) -> dict[str, tuple[str, int]]:
    """CURIE of each subject in Turtle `files`, with the file and line on which it begins."""
    places: dict[str, tuple[str, int]] = {}
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            match = _SUBJECT.match(line)
            if match:
                name = match[1].removeprefix("<").removesuffix(">")
                places.setdefault(shorten(expand(name) or name), (_near(file), number))
    return places


def _near(file: Path) -> str:
    """The path from the working folder where the file lies in it."""
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)
