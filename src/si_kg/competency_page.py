"""The competency questions written out: for a terminal, as a page of the manual, for a program."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from si_kg.competency import AUDIENCES, CompetencyQuestion
from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.tables import filled, heading

STYLES = ("text", "md", "json")
_WIDTH = 100
_TITLE = Text("Welke vragen je kunt stellen", "What you can ask")
_OTHER = Text(
    "*English: [questions.md](questions.md)*",
    "*Nederlands: [welke-vragen.md](welke-vragen.md)*",
)
_INTRODUCTION = Text(
    "Hieronder staan {count} vragen waarop de graaf antwoord geeft, per onderwerp, elk met voor "
    "wie zij is en met de opdracht die het antwoord toont. Neem de vraag die op de jouwe lijkt en "
    "verander wat achter het isgelijkteken staat: `si-kg queries NAAM` vertelt wat daar mag staan.",
    "Below are {count} questions that the graph answers, by subject, each with whom it is for and "
    "the command that shows the answer. Take the question that resembles yours and change what "
    "stands after the equals sign: `si-kg queries NAME` tells what may stand there.",
)
_MADE = Text(
    "Deze bladzijde wordt gemaakt uit `queries/competency-questions.yaml`, met "
    "`si-kg questions --lang nl --format md`.",
    "This page is made from `queries/competency-questions.yaml`, with "
    "`si-kg questions --lang en --format md`.",
)


def written(questions: Sequence[CompetencyQuestion], style: str, language: str) -> str:
    """The questions in one of STYLES; JSON has both languages. Raises FormatNotFound."""
    match style:
        case "text":
            return "".join(_text(questions, language))
        case "md":
            return "".join(_page(questions, language))
        case "json":
            entries = [_entry(asked) for asked in questions]
            return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    raise FormatNotFound(style, STYLES, formats=", ".join(STYLES))


def _text(questions: Sequence[CompetencyQuestion], language: str) -> Iterator[str]:
    for theme, group in _by_theme(questions):
        yield f"{theme.in_(language)}\n"
        for asked in group:
            yield f"  {asked.text.in_(language)}\n      {asked.command}\n"


def _page(questions: Sequence[CompetencyQuestion], language: str) -> Iterator[str]:
    yield heading(_TITLE.in_(language), "md", 1)
    yield f"\n{_OTHER.in_(language)}\n"
    introduction = _INTRODUCTION.in_(language).format(count=len(questions))
    yield f"\n{filled(introduction, _WIDTH)}\n"
    for theme, group in _by_theme(questions):
        yield f"\n{heading(theme.in_(language), 'md', 2)}\n"
        for asked in group:
            readers = ", ".join(AUDIENCES[name].in_(language) for name in asked.audiences)
            yield f"- {asked.text.in_(language)} ({readers})\n  `{asked.command}`\n"
    yield f"\n{filled(_MADE.in_(language), _WIDTH)}\n"


def _entry(asked: CompetencyQuestion) -> dict[str, object]:
    """The fields of a question as JSON has them."""
    texts = {"theme": asked.theme._asdict(), "text": asked.text._asdict()}
    return asdict(asked) | texts


def _by_theme(
    questions: Sequence[CompetencyQuestion],
) -> Iterator[tuple[Text, list[CompetencyQuestion]]]:
    for theme, group in groupby(questions, key=lambda asked: asked.theme):
        yield theme, list(group)
