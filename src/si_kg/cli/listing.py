"""Lists for people: canned queries, findings, outcomes of checks."""

from collections import Counter
from collections.abc import Iterable, Sequence

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.checks import Outcome
from si_kg.cli.naming import introduced
from si_kg.cli.words import say
from si_kg.findings import SEVERITIES, Finding
from si_kg.parameters import EXPECTED, Parameter
from si_kg.quotes import Comparison
from si_kg.tables import printable


def list_queries(catalogue: Catalogue, word: str | None, language: str) -> str:
    """The queries by theme, or those whose name, theme, tags or summary hold `word`."""
    chosen = [query for query in catalogue.values() if _about(query, word)]
    if word and not chosen:
        catalogue[word]  # raises, with the nearest names
    lines, theme = [], ""
    for query in sorted(chosen, key=lambda query: (query.theme, query.name)):
        if query.theme != theme:
            theme = query.theme
            lines.append(f"{theme}\n")
        lines.append(f"  {query.name:<34}{query.summary.in_(language)}\n")
    return "".join(lines)


def describe_query(query: CannedQuery, language: str) -> str:
    """One query: what it asks, its parameters, an example."""
    lines = [query.name, query.summary.in_(language), "", query.description.in_(language)]
    if query.parameters:
        lines += ["", say("parameters", language)]
        lines += [_parameter(parameter, language) for parameter in query.parameters]
    asked = query.questions[language][0]
    return "\n".join([*lines, "", f"{say('example', language)}: {asked}"])


def list_findings(findings: Sequence[Finding], language: str) -> str:
    """Each finding on a line or two, then their number by severity."""
    lines = [_finding(finding, language) for finding in findings]
    counts = Counter(finding.severity for finding in findings)
    tally = {severity: counts[severity] for severity in SEVERITIES}
    last = say("found", language, **tally) if findings else say("valid", language)
    return "\n".join([*lines, last]) + "\n"


def list_comparisons(comparisons: Sequence[Comparison], language: str) -> str:
    """The quotations that could not be found on their page, then how many could."""
    lines = [
        f"{comparison.thing} (p. {', '.join(map(str, comparison.pages))}): "
        f"{comparison.found.in_(language)}: ‘{printable(comparison.quotation)}’"
        for comparison in comparisons
        if not comparison
    ]
    found = sum(map(bool, comparisons))
    return "\n".join([*lines, say("quotes", language, found, len(comparisons))]) + "\n"


def describe_outcome(outcome: Outcome, language: str) -> str:
    """A check, how it went, and what it found."""
    state = "skipped" if outcome.skipped else "passed" if outcome.passed else "failed"
    head = f"{say(state, language):<14}{outcome.name:<12}{outcome.summary.in_(language)}"
    return "\n".join([head, *(f"  - {text.in_(language)}" for text in outcome.details)])


def _about(query: CannedQuery, word: str | None) -> bool:
    places: Iterable[str] = (query.name, query.theme, *query.tags, *query.summary)
    return not word or any(word.casefold() in place.casefold() for place in places)


def _parameter(parameter: Parameter, language: str) -> str:
    kind = EXPECTED[parameter.type].in_(language)
    options = f" (si-kg query {parameter.options})" if parameter.options else ""
    optional = f", {say('optional', language)}" if parameter.optional else ""
    return f"{introduced(parameter, language)}: {kind}{options}{optional}"


def _finding(finding: Finding, language: str) -> str:
    place = f"{finding.place()}: " if finding.file else ""
    about = " ".join(filter(None, (finding.focus, finding.path)))
    value = f" ‘{printable(finding.value)}’" if finding.value else ""
    head = f"{place}{say(finding.severity, language)}: {about}{value}"
    rule = f" [{finding.rule}]" if finding.rule else ""
    return f"{head}\n    {finding.message.in_(language)}{rule}"
