"""What came of changing a workspace, told to people: the findings, and what was done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from si_kg.cli import output as output_to
from si_kg.cli.words import say
from si_kg.errors import NEGATIVE
from si_kg.findings import Finding, Kind
from si_kg.results import FILE_FORMATS, TABLE_FORMATS

if TYPE_CHECKING:
    from si_kg.workspace import Outcome
    from si_kg.workspace.faults import AdditionRefused

TEXT = "text"
FORMATS = (TEXT, *TABLE_FORMATS, *FILE_FORMATS)


@dataclass
class Reporting:
    """Collects findings and lines; the findings go to `output` in one of FORMATS.

    Without a `style` the name of the file tells it; text has the lines below it. To a file go all
    findings, on a screen come the first of each kind.
    """

    language: str
    style: str | None = None
    output: Path | None = None
    code: int = 0
    _findings: list[Finding] = field(default_factory=list)
    _kinds: Counter[Kind] = field(default_factory=Counter)
    _lines: list[str] = field(default_factory=list)

    def done(self, outcome: "Outcome") -> None:
        """Tell of a change that was made, or that was found possible."""
        self._found(outcome.findings, outcome.kinds)
        self._lines += _done(outcome, self.language)

    @contextmanager
    def refusals(self, file: str = "") -> Iterator[None]:
        """Tell of a change that is refused: what comes from `file`, if it comes from one."""
        from si_kg.workspace.faults import AdditionRefused

        try:
            yield
        except AdditionRefused as refusal:
            self._refused(refusal, file)

    def _refused(self, refusal: "AdditionRefused", file: str) -> None:
        from si_kg.workspace.faults import AdditionUnread

        self.code = NEGATIVE
        self._found(refusal.findings, refusal.kinds)
        word = "refused-file" if file else "refused"
        self._lines.append(say(word, self.language, file=file) if file else self._say(word))
        if isinstance(refusal, AdditionUnread):
            self._lines.append(self._say("unread"))
        if not refusal.counts["Violation"]:
            self._lines.append(self._say("accept"))

    def write(self) -> int:
        """Write all of it; gives the exit code. Raises FormatNotFound, FileUnwritable."""
        style = self.style or _promised(self.output)
        beside = style != TEXT or self.output is not None
        if self._findings or style != TEXT:
            output_to.write(self._written(style), self.output)
        for line in self._lines:
            click.echo(line, err=beside and self.output is None)
        return self.code

    def _written(self, style: str) -> str | bytes:
        if style == TEXT:
            from si_kg.cli.listing import list_findings_by_kind

            return list_findings_by_kind(self._findings, self._kinds, self.language)
        from si_kg.cli.recounting import findings_table
        from si_kg.results import rendered

        table = findings_table(self._findings, self.language)
        return rendered(table, style, self.language, output_to.width())

    def _found(self, findings: Iterable[Finding], kinds: Mapping[Kind, int]) -> None:
        self._findings += findings
        self._kinds.update(kinds)

    def _say(self, word: str) -> str:
        return say(word, self.language)


def _done(outcome: "Outcome", language: str) -> list[str]:
    facts = {
        "addition": outcome.name,
        "added": outcome.added,
        "removed": outcome.removed,
        "follows": outcome.follows,
    }
    if not outcome.changed:
        tried = outcome.added or outcome.removed
        return [say("would-change" if tried else "unchanged", language, **facts)]
    done = say(f"done-{outcome.kind}", language, **facts)
    graphs = [
        say("shipped-graph", language, graph=graph, before=before, after=after)
        for graph, (before, after) in outcome.graphs.items()
        if before != after
    ]
    return [f"{done} {say('state-now', language, number=outcome.number)}", *graphs]


def _promised(output: Path | None) -> str:
    """What the name of the file promises, else text."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return ending if ending in FORMATS else TEXT
