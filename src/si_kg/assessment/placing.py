"""Where the plan stands on each framework, in the words of the graph."""

from collections import Counter
from collections.abc import Iterator

from si_kg.assessment import report_words as words
from si_kg.assessment.blocks import Block, Grid, Linked, Paragraph
from si_kg.assessment.findings import Findings, Party, Standing
from si_kg.assessment.instruments import Framework, Member
from si_kg.assessment.questions import Section
from si_kg.definitions.judgements import Outcome
from si_kg.language import Text


def standing(found: Standing, language: str, *, partial: bool = False) -> Iterator[Block]:
    """The place on a framework and what comes next; `partial` where the graph lacks members."""
    yield _about(found.framework, language)
    if partial and any(found.framework.caveat):
        yield Paragraph(found.framework.caveat.in_(language))
    if found.place:
        place = _numbered(found.place, len(found.framework.members), language)
        meaning = found.place.definition.in_(language)
        yield Paragraph(f"{words.PLACE.in_(language).format(place)} {meaning}")
        yield from _roles(found, language)
        yield _after(found.after, language, words.HIGHEST if partial else words.LAST)
    elif found.nowhere:
        yield Paragraph(words.NOWHERE.in_(language))
        if found.after:
            told = found.after.label.in_(language), found.after.plain.in_(language)
            yield Paragraph(words.NEXT_KNOWN.in_(language).format(*told))
    else:
        yield Paragraph(words.LEFT_EMPTY.in_(language))


def problem(found: Findings, language: str) -> Iterator[Block]:
    """The chosen end of each axis, and the type of problem that lies on them."""
    yield _about(found.questionnaire.section("problem"), language)
    rows = (
        (axis.ask.in_(language), end.label.in_(language) if end else words.UNKNOWN.in_(language))
        for axis, end in found.problem.ends
    )
    yield Grid("", _titles(("question", "answer"), language), tuple(rows))
    kind = found.problem.type
    if kind:
        told = kind.label.in_(language), kind.plain.in_(language)
        yield Paragraph(words.TYPE.in_(language).format(*told))
    else:
        yield Paragraph(words.NO_TYPE.in_(language))


def parties(found: Findings, language: str) -> Iterator[Block]:
    """Who takes part, and how many of the spheres of the helix that covers."""
    section = found.questionnaire.section("partners")
    yield _about(section, language)
    rows = (
        (Linked(party.question.label.in_(language), party.question.iri), _who(party, language))
        for party in found.parties
    )
    yield Grid("", _titles(("party", "who"), language), tuple(rows))
    helix = [party for party in found.parties if party.in_helix]
    facts = {
        "title": section.title.in_(language),
        "all": len(helix),
        "yes": sum(bool(party.names) for party in helix),
        "no": sum(party.names == () for party in helix),
        "unknown": sum(party.names is None for party in helix),
    }
    yield Paragraph(words.COVERED.in_(language).format(**facts))
    beside = [p.question.label.in_(language) for p in found.parties if not p.in_helix]
    if beside:
        told = section.title.in_(language), ", ".join(beside)
        yield Paragraph(words.BESIDE.in_(language).format(*told))


def rated(found: Findings, key: str, language: str) -> Iterator[Block]:
    """The answer to each question of a framework, and how many there are of each."""
    section = found.questionnaire.section(key)
    yield _about(section, language)
    outcomes = [(question, found.plan.outcome(question.key)) for question in section.questions]
    rows = (
        (
            Linked(question.label.in_(language), question.iri),
            question.ask.in_(language),
            _answer(outcome, language),
        )
        for question, outcome in outcomes
    )
    yield Grid("", _titles((key, "question", "answer"), language), tuple(rows))
    counted = Counter(outcome for _, outcome in outcomes)
    names = ("yes", Outcome.MET), ("partly", Outcome.PARTLY), ("no", Outcome.NOT_MET)
    facts = {name: counted[outcome] for name, outcome in (*names, ("unknown", Outcome.UNKNOWN))}
    yield Paragraph(words.COUNTS.in_(language).format(**facts))


def _about(framework: Framework | Section, language: str) -> Block:
    """What the framework is called and what it is for."""
    title, purpose = framework.title.in_(language), framework.purpose.in_(language)
    return Paragraph(f"{title}. {purpose}")


def _numbered(member: Member, total: int, language: str) -> str:
    label = member.label.in_(language)
    if member.shown(language) == label:
        return label
    return words.NUMBERED.in_(language).format(label, member.number, total)


def _roles(found: Standing, language: str) -> Iterator[Block]:
    told = ((words.ROLE, found.role), (words.STYLE, found.style))
    texts = [how.in_(language).format(text.in_(language)) for how, text in told if any(text)]
    if texts:
        yield Paragraph(" ".join(texts))


def _after(member: Member | None, language: str, nothing: Text) -> Block:
    if member is None:
        return Paragraph(nothing.in_(language))
    told = member.label.in_(language), member.plain.in_(language)
    return Paragraph(words.NEXT.in_(language).format(*told))


def _who(party: Party, language: str) -> str:
    if party.names is None:
        return words.UNKNOWN.in_(language)
    return "; ".join(party.names) or words.NOBODY.in_(language)


def _answer(outcome: Outcome, language: str) -> str:
    return words.OUTCOMES[outcome].in_(language)


def _titles(names: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(words.COLUMNS[name].in_(language) for name in names)
