"""A report as plain text, for a terminal or a mail."""

from collections.abc import Iterator
from textwrap import wrap

from si_kg.drafts.findings import Finding, Report
from si_kg.drafts.writers.words import (
    BEHIND,
    HELD_AGAINST,
    KNOWN,
    NOTHING,
    SEVERITIES,
    resting,
    spot,
    total,
)
from si_kg.tables import printable

_WIDEST = 100


def write(report: Report, width: int = 0) -> str:
    """The report in lines of at most `width` characters, 100 where that is not given."""
    return "\n".join(_parts(report, min(width or _WIDEST, _WIDEST))) + "\n"


def _parts(report: Report, width: int) -> Iterator[str]:
    language = report.language
    if report.programme:
        yield f"{HELD_AGAINST.in_(language).format(printable(report.programme))}\n"
    for finding in report.findings:
        yield "\n".join(_finding(finding, report, width)) + "\n"
    if report.known:
        yield KNOWN.in_(language)
        for found in report.known:
            yield _indented(str(found.sources[0]), width, "- ", "  ")
        yield ""
    yield total(report) if report.findings else NOTHING.in_(language)


def _finding(finding: Finding, report: Report, width: int) -> Iterator[str]:
    language = report.language
    where = f"{printable(report.draft.name)}:{spot(finding.at.place, language)}"
    yield f"{where}  {SEVERITIES[finding.severity].in_(language)}  {finding.rule.id}"
    yield _indented(f"{finding.rule.title.in_(language)}: “{finding.at.excerpt}”", width)
    yield _indented(finding.reason, width)
    yield _indented(f"→ {finding.suggestion}", width)
    for behind in finding.behind:
        yield _indented(f"{BEHIND.in_(language)}: {resting(behind)}", width)


def _indented(text: str, width: int, first: str = "  ", rest: str = "    ") -> str:
    lines = wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
