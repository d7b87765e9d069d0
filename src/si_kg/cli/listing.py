"""Lists for people: canned queries, findings, outcomes of checks."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.checks import Outcome
from si_kg.cli.naming import introduced
from si_kg.cli.words import say
from si_kg.findings import SEVERITIES, Finding, Kind, by_severity
from si_kg.parameters import EXPECTED, Parameter
from si_kg.quotes import Comparison
from si_kg.tables import printable

# so many findings of one kind are shown to people; a file holds more of them
_SHOWN = {"Violation": 100, "Warning": 10, "Info": 10}


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
    return _listed(findings, Counter(finding.kind for finding in findings), language)


def list_findings_by_kind(
    findings: Sequence[Finding], kinds: Mapping[Kind, int], language: str
) -> str:
    """The first findings of each kind, how many more there are of it, their number by severity."""
    told: Counter[Kind] = Counter()
    shown = []
    for finding in findings:
        if told[finding.kind] < _SHOWN[finding.severity]:
            told[finding.kind] += 1
            shown.append(finding)
    more = [
        say("more-findings", language, more=number - told[kind], rule=_bracketed(kind.rule))
        for kind, number in kinds.items()
        if number > told[kind]
    ]
    return _listed(shown, kinds, language, more)


def _listed(
    findings: Iterable[Finding], kinds: Mapping[Kind, int], language: str, more: Iterable[str] = ()
) -> str:
    lines = [_finding(finding, language) for finding in findings]
    counts = by_severity(kinds)
    tally = {severity: counts[severity] for severity in SEVERITIES}
    last = say("found", language, **tally) if kinds else say("valid", language)
    return "\n".join([*lines, *more, last]) + "\n"


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
    return f"{head}\n    {finding.message.in_(language)}{_bracketed(finding.rule)}"


def _bracketed(rule: str) -> str:
    return f" [{rule}]" if rule else ""
