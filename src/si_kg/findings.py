"""What is wrong with data: how gravely, where, and in two languages what to do about it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from si_kg.language import Text

SEVERITIES = ("Violation", "Warning", "Info")


class Kind(NamedTuple):
    """Findings of one rule, or of none, are of one kind."""

    severity: str
    rule: str


@dataclass(frozen=True)
class Finding:
    """One breach of one constraint.

    `focus`, `path`, `value` and `rule` are CURIEs or texts ("" where there is none). Where it is
    known, `file` and `line` say where the focus is described, or `sheet` and `cell` in a
    spreadsheet, or `cell` alone in a form (`initiatives[3].start`).
    """

    severity: str
    focus: str
    path: str
    value: str
    rule: str
    message: Text
    file: str = ""
    line: int = 0
    sheet: str = ""
    cell: str = ""

    @property
    def kind(self) -> Kind:
        """What it has in common with others."""
        return Kind(self.severity, self.rule)

    def place(self) -> str:
        """`file:line`, `file, sheet!cell` or `file, cell`, or as much of it as is known.

        >>> Finding("Info", "", "", "", "", Text("", ""), "a.xlsx", sheet="Bron", cell="D7").place()
        'a.xlsx, Bron!D7'
        """
        file = f"{self.file}:{self.line}" if self.line else self.file
        cell = "!".join(filter(None, (self.sheet, self.cell)))
        return ", ".join(filter(None, (file, cell)))


def by_severity(kinds: Mapping[Kind, int]) -> Counter[str]:
    """How many there are of each severity, of how many there are of each kind.

    >>> by_severity({Kind("Warning", "ex:a"): 2, Kind("Warning", "ex:b"): 1})
    Counter({'Warning': 3})
    """
    counts: Counter[str] = Counter()
    for kind, number in kinds.items():
        counts[kind.severity] += number
    return counts


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Violations before warnings before advice, then by place."""
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    rank = SEVERITIES.index(finding.severity)
    place = finding.file, finding.line, finding.sheet, _by_row(finding.cell)
    return rank, *place, finding.focus, finding.path, finding.rule, finding.value


def _by_row(cell: str) -> tuple[int, int, str]:
    """Rows from top to bottom, and in each the columns from left to right."""
    column = cell.rstrip("0123456789")
    return int(cell[len(column) :] or 0), len(column), column
