"""Where in a text file a thing is described, and where what is said of it stands."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from si_kg.findings import Finding
from si_kg.namespaces import expand

_SUBJECT = re.compile(r"(<[^>]*>|[\w.-]*:[^\s;,<>\"]*)")
_TYPE = "rdf:type"


class Lines:
    """The lines of a file of triples; `prefixes` are those that it declares."""

    def __init__(self, file: Path, prefixes: Mapping[str, str], base: str) -> None:
        self._file = file
        self._prefixes = prefixes
        self._base = base

    def place(self, finding: Finding) -> Finding:
        """The finding with the line that it is about: what it says, else where its focus begins."""
        focus = expand(finding.focus) or finding.focus
        start = self._starts.get(focus) or self._mentioned(focus)
        if not focus or not start:
            return replace(finding, file=self._file.name)
        return replace(finding, file=self._file.name, line=self._said(finding, start))

    @cached_property
    def _lines(self) -> list[str]:
        return self._file.read_text("utf-8", "replace").splitlines()

    @cached_property
    def _starts(self) -> dict[str, int]:
        """The first line of each subject (IRI): one that begins with its name."""
        starts: dict[str, int] = {}
        for number, line in enumerate(self._lines, 1):
            if name := _SUBJECT.match(line):
                starts.setdefault(self._whole(name[1]), number)
        return starts

    def _whole(self, name: str) -> str:
        if name.startswith("<"):
            iri = name[1:-1]
            return iri if ":" in iri else self._base + iri.removeprefix("#")
        prefix, _, local = name.partition(":")
        return self._prefixes.get(prefix, "") + local.rstrip(".")

    def _mentioned(self, iri: str) -> int:
        """In a file without subjects at the beginning of a line: the first that has the name."""
        forms = self._forms(iri)
        return next((n for n, line in enumerate(self._lines, 1) if forms.search(line)), 0)

    def _forms(self, iri: str) -> re.Pattern[str]:
        """Every way in which the file can write an IRI."""
        written = [f"(?<![^<\"'\\s]){re.escape(iri)}(?![^>\"'\\s])"]
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace):
                written.append(rf"(?<![\w:]){re.escape(f'{prefix}:{iri[len(namespace) :]}')}(?!\w)")
        return re.compile("|".join(written))

    def _said(self, finding: Finding, start: int) -> int:
        """The line in the description that names the property, and the value if one does."""
        if not finding.path:
            return start
        end = min((n for n in self._starts.values() if n > start), default=len(self._lines) + 1)
        forms = self._forms(expand(finding.path) or finding.path)
        a = re.compile(r"(?<!\S)a\s") if finding.path == _TYPE else forms
        about = range(start, end)
        found = [n for n in about if forms.search(self._text(n)) or a.search(self._text(n))]
        exact = [n for n in found if finding.value and finding.value in self._text(n)]
        return next(iter(exact or found), start)

    def _text(self, number: int) -> str:
        return self._lines[number - 1]
