"""A close look at one definition, and at the programme that works with it."""

from collections.abc import Iterator

from si_kg.assessment import report_words as words
from si_kg.assessment.blocks import Block, Grid, Linked, Listing, Paragraph
from si_kg.assessment.findings import Findings, Focus
from si_kg.assessment.programmes import Programme


def programme(found: Findings, paying: Programme, language: str) -> Iterator[Block]:
    """What the programme does with definitions, and which these are."""
    yield Paragraph(paying.label.in_(language))
    if runs := _runs(paying, language):
        yield Paragraph(words.RUNS.in_(language).format(runs))
    yield Paragraph(paying.treatment_means.in_(language))
    if any(paying.advice):
        yield Paragraph(words.ADVICE.in_(language).format(paying.advice.in_(language)))
    tested = [focus for focus in found.focus if focus.prescribed is not None]
    for caption, prescribed in ((words.PRESCRIBES, True), (words.USES, False)):
        named = (f.classification.definition for f in tested if f.prescribed is prescribed)
        if items := tuple(Linked(each.label.in_(language), each.iri) for each in named):
            yield Listing(caption.in_(language), items)
    if found.untested:
        untested = (Linked(each.label.in_(language), each.iri) for each in found.untested)
        yield Listing(words.UNTESTED.in_(language), tuple(untested))
    if tested:
        yield Paragraph(words.OTHER_CONDITIONS.in_(language))
    else:
        yield Paragraph(words.NOTHING_TO_TEST.in_(language))


def look(found: Findings, focus: Focus, language: str) -> Iterator[Block]:
    """What a definition says, what it asks, and what of that is not met or still open."""
    classification = focus.classification
    verdict = words.VERDICTS[classification.answer].in_(language)
    if focus.prescribed is not None:
        verdict = f"{words.BINDING[focus.prescribed].in_(language)} {verdict}"
    yield Paragraph(verdict)
    if any(focus.paraphrase):
        yield Paragraph(words.SAYS.in_(language).format(focus.paraphrase.in_(language)))
    yield _criteria(found, focus, language)
    for caption, criteria in (
        (words.LACKING, classification.lacking),
        (words.OPEN, classification.open),
    ):
        if criteria:
            items = tuple(_to_do(found, iri, language) for iri in criteria)
            yield Listing(caption.in_(language), items)


def _criteria(found: Findings, focus: Focus, language: str) -> Grid:
    """Every criterion of the definition, with how much it weighs and what the plan says."""
    rows = []
    for iri, strength in focus.classification.definition.criteria.items():
        question = found.criterion(iri)
        answer = found.plan.written(question, language) or words.UNKNOWN.in_(language)
        label = Linked(question.label.in_(language), iri)
        rows.append((label, words.WEIGHTS[strength].in_(language), answer))
    titles = (words.COLUMNS[name].in_(language) for name in ("criterion", "weight", "answer"))
    return Grid("", tuple(titles), tuple(rows))


def _to_do(found: Findings, iri: str, language: str) -> str:
    """The question, and what would show it."""
    question = found.criterion(iri)
    return f"{question.ask.in_(language)} {question.hint.in_(language)}".rstrip()


def _runs(paying: Programme, language: str) -> str:
    match (paying.start, paying.end):
        case ("", ""):
            return ""
        case ("", end):
            return words.UNTIL.in_(language).format(end)
        case (start, ""):
            return words.SINCE.in_(language).format(start)
    return words.BETWEEN.in_(language).format(paying.start, paying.end)
