"""The report about a plan, as sections in one language."""

from collections.abc import Iterator

from si_kg.assessment import report_words as words
from si_kg.assessment.blocks import Block, Document, Grid, Linked, Listing, Paragraph, Section
from si_kg.assessment.close_look import look, programme
from si_kg.assessment.findings import Findings
from si_kg.assessment.placing import parties, problem, rated, standing
from si_kg.definitions.classification import Answer, Classification
from si_kg.definitions.judgements import Outcome
from si_kg.language import Text

_MOST_QUESTIONS = 10


def document(found: Findings, language: str) -> Document:
    """Everything that was found, in the order in which a reader wants to know it."""
    name = found.plan.name
    title = words.TITLE.in_(language).format(name) if name else words.NAMELESS.in_(language)
    return Document(title, language, tuple(_sections(found, language)))


def _sections(found: Findings, language: str) -> Iterator[Section]:
    def section(
        key: str, blocks: Iterator[Block], title: Text | None = None, about: Linked | None = None
    ) -> Section:
        return Section(key, (title or words.HEADINGS[key]).in_(language), tuple(blocks), about)

    yield section("summary", _summary(found, language))
    if paying := found.programme:
        about = Linked(paying.label.in_(language), paying.iri)
        yield section("programme", programme(found, paying, language), about=about)
    for focus in found.focus:
        definition = focus.classification.definition
        about = Linked(definition.label.in_(language), definition.iri)
        yield section("definition", look(found, focus, language), definition.label, about)
    yield section("definitions", _definitions(found, language))
    yield section("questions", _questions(found, language))
    for key, blocks in {
        "participation": standing(found.participation, language),
        "problem": problem(found, language),
        "partners": parties(found, language),
        "scalers": rated(found, "scalers", language),
        "traits": rated(found, "traits", language),
        "phase": standing(found.phase, language),
        "evidence": standing(found.evidence, language, partial=True),
    }.items():
        asked = found.questionnaire.section(key)
        if asked.questions:
            yield section(key, blocks, about=Linked(asked.title.in_(language), asked.iri))
    yield section("answers", _answers(found, language))
    yield section("unknown", _unknown(found, language))


def _summary(found: Findings, language: str) -> Iterator[Block]:
    if text := found.plan.text("description"):
        yield Paragraph(text)
    total = len(list(found.questionnaire))
    counted = words.ANSWERED.in_(language).format(total - len(found.unanswered()), total)
    criteria = found.questionnaire.section("criteria").questions
    if any(found.plan.outcome(question.key) is Outcome.PARTLY for question in criteria):
        counted = f"{counted} {words.PARTLY[found.reading.partly].in_(language)}"
    yield Paragraph(counted)
    counts = ((answer, len(found.answering(answer))) for answer in Answer)
    rows = ((words.COUNTED[answer].in_(language), str(count)) for answer, count in counts)
    titles = (words.COLUMNS["plan"].in_(language), words.COLUMNS["count"].in_(language))
    yield Grid("", titles, tuple(rows))


def _definitions(found: Findings, language: str) -> Iterator[Block]:
    yield Paragraph(words.WHICH.in_(language))
    for answer in Answer:
        listed = found.answering(answer)
        caption = words.LISTED[answer].in_(language).format(len(listed))
        if listed and answer in {Answer.FAILS, Answer.UNDECIDED}:
            yield _reasons(found, caption, listed, language)
        elif listed:
            yield Listing(caption, tuple(_label(each, language) for each in listed))


def _reasons(found: Findings, caption: str, listed: list[Classification], language: str) -> Grid:
    """Each definition with what is not met and what is open, where there is any of it."""
    reasons = {words.LACKING: [c.lacking for c in listed], words.OPEN: [c.open for c in listed]}
    there = {title: criteria for title, criteria in reasons.items() if any(criteria)}
    titles = [words.COLUMNS["definition"], *there]
    rows = [
        (
            _label(each, language),
            *(_names(found, column[place], language) for column in there.values()),
        )
        for place, each in enumerate(listed)
    ]
    return Grid(caption, tuple(title.in_(language) for title in titles), tuple(rows))


def _label(each: Classification, language: str) -> Linked:
    label = each.definition.label.in_(language)
    told = words.REPEATS.in_(language).format(label) if each.definition.restates else label
    return Linked(told, each.definition.iri)


def _names(found: Findings, criteria: tuple[str, ...], language: str) -> str:
    return "; ".join(found.criterion(iri).label.in_(language) for iri in criteria)


def _questions(found: Findings, language: str) -> Iterator[Block]:
    if not found.waiting:
        yield Paragraph(words.NO_MORE.in_(language))
        return
    yield Paragraph(words.ASK_NEXT.in_(language))
    rows = []
    for iri, count in found.waiting[:_MOST_QUESTIONS]:
        question = found.criterion(iri)
        now = found.plan.written(question, language) or words.UNKNOWN.in_(language)
        rows.append((Linked(question.ask.in_(language), iri), now, str(count)))
    titles = (words.COLUMNS["question"], words.COLUMNS["answer"], words.WAITING)
    yield Grid("", tuple(title.in_(language) for title in titles), tuple(rows))
    more = len(found.waiting) - _MOST_QUESTIONS
    if more > 0:
        yield Paragraph(words.AND_MORE.in_(language).format(more))


def _answers(found: Findings, language: str) -> Iterator[Block]:
    """The criteria that were answered, and every note."""
    noted = bool(found.plan.notes)
    rows = [
        (
            Linked(question.label.in_(language), question.iri),
            found.plan.written(question, language) or words.UNKNOWN.in_(language),
            *([found.plan.notes.get(question.key, "")] if noted else []),
        )
        for question in found.questionnaire
        if question.key in found.plan.notes
        or (question.key in found.plan.answers and question.key.startswith("criteria."))
    ]
    if not rows:
        yield Paragraph(words.LEFT_EMPTY.in_(language))
        return
    names = ("criterion", "answer", "note") if noted else ("criterion", "answer")
    yield Grid("", tuple(words.COLUMNS[name].in_(language) for name in names), tuple(rows))


def _unknown(found: Findings, language: str) -> Iterator[Block]:
    """What was left empty, by section."""
    empty = {question.key for question in found.unanswered()}
    rows = [
        (section.name.in_(language), "; ".join(labels))
        for section in found.questionnaire.sections
        if (labels := [q.label.in_(language) for q in section.questions if q.key in empty])
    ]
    if rows:
        titles = (words.COLUMNS[name].in_(language) for name in ("section", "unknown"))
        yield Grid("", tuple(titles), tuple(rows))
    else:
        yield Paragraph(words.NOTHING_EMPTY.in_(language))
