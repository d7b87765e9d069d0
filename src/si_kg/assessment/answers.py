"""What was written in a form, understood in both languages or refused with its place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from si_kg.assessment.faults import (
    MOST_LISTED,
    AnswerRefused,
    FormFaulty,
    FormKeyNotFound,
    FormMalformed,
    GivenRefused,
)
from si_kg.assessment.plan import Answer, Plan
from si_kg.assessment.questions import JUDGEMENTS, NOBODY, UNKNOWN, Kind, Question, Questionnaire
from si_kg.assessment.words import NAMES_WANTED, REPEATED, TEXT_WANTED, either, filled_in
from si_kg.definitions.judgements import Outcome
from si_kg.errors import SiKgError
from si_kg.language import LANGUAGES, Text
from si_kg.tables import printable

_JUDGED: Mapping[str, Outcome] = {
    **{word: outcome for outcome, words in JUDGEMENTS.items() for word in words},
    **dict.fromkeys(("j", "y", "true", "waar"), Outcome.MET),
    **dict.fromkeys(("n", "false", "onwaar"), Outcome.NOT_MET),
    **dict.fromkeys(("gedeeltelijk", "partially"), Outcome.PARTLY),
}
_OPEN = {"", *UNKNOWN, "onbekend", "unknown", "null", "~"}
_NOBODY = {*NOBODY, "geen", "none", "nee", "no"}
_BETWEEN_NAMES = re.compile(r"[;\n]")


@dataclass(frozen=True)
class Entry:
    """What a form holds under one key, as it is written, and where: a line or a cell.

    `listed` tells that it is written as a list, of which each item is one name.
    """

    key: str
    written: tuple[str, ...]
    place: Text
    note: str = ""
    listed: bool = False


def understood(
    questionnaire: Questionnaire, entries: Iterable[Entry | SiKgError], file: str
) -> Plan:
    """The plan that the entries describe; errors among them were met while the file was read.

    Raises the one fault of the form: AnswerRefused, FormKeyNotFound or FormMalformed; or FormFaulty
    with the first of them.
    """
    answers: dict[str, Answer] = {}
    notes: dict[str, str] = {}
    faults: list[SiKgError] = []
    seen: set[str] = set()
    for entry in entries:
        if len(faults) > MOST_LISTED:
            break
        if isinstance(entry, SiKgError):
            faults.append(entry)
            continue
        try:
            found = answer(_question(questionnaire, entry, seen, file), entry, file)
        except SiKgError as fault:
            faults.append(fault)
            continue
        if found is not None:
            answers[entry.key] = found
        if note := printable(entry.note):
            notes[entry.key] = note
    if faults:
        raise faults[0] if len(faults) == 1 else FormFaulty(faults, file=file)
    return Plan(answers, notes)


def _question(questionnaire: Questionnaire, entry: Entry, seen: set[str], file: str) -> Question:
    section, dot, name = entry.key.rpartition(".")
    if entry.key not in questionnaire.by_key:
        beside = [key.removeprefix(section + dot) for key in questionnaire.keys(section)]
        place = {"place_nl": entry.place.nl, "place_en": entry.place.en}
        raise FormKeyNotFound(name, beside, file=file, **place)
    if entry.key in seen:
        raise FormMalformed.at(file, entry.place, filled_in(REPEATED, name))
    seen.add(entry.key)
    return questionnaire[entry.key]


def answer(question: Question, entry: Entry, file: str) -> Answer | None:
    """The answer, or None where the entry leaves it open; raises AnswerRefused.

    `file` is empty where the entry stands in none; then it raises GivenRefused.
    """
    if question.kind is Kind.NAMES:
        return _names(question, entry, file)
    if len(entry.written) > 1:
        raise _refusal(question, entry, "; ".join(entry.written), file)
    written = " ".join(map(printable, entry.written))
    word = _folded(written)
    if question.kind is Kind.TEXT:
        return None if word in {"", *UNKNOWN} else written
    if word in _OPEN:
        return None
    judged = question.kind is Kind.JUDGEMENT
    found: Answer | None = _JUDGED.get(word) if judged else _chosen(question, word)
    if found is None:
        raise _refusal(question, entry, written, file)
    return found


def _chosen(question: Question, word: str) -> Answer | None:
    """The option with this label, slug or number, in either language."""
    for option in question.options:
        names = [*option.label, *map(option.shown, LANGUAGES), option.slug]
        if option.number is not None:
            names.append(str(option.number))
        if word in map(_folded, filter(None, names)):
            return option
    return None


def _names(question: Question, entry: Entry, file: str) -> tuple[str, ...] | None:
    parts = entry.written if entry.listed else _parted(entry.written[0])
    names = tuple(name for part in parts if (name := printable(part)))
    words = set(map(_folded, names))
    if words <= _OPEN:
        return None
    if words <= _NOBODY:
        return ()
    for name in names:
        if _folded(name) in _NOBODY | _OPEN or not any(map(str.isalnum, name)):
            raise _refusal(question, entry, name, file)
    return names


def _parted(written: str) -> list[str]:
    """The names in one text, between semicolons or on lines, else between commas."""
    parts = _BETWEEN_NAMES.split(written)
    return parts if len(parts) > 1 else written.split(",")


def _folded(written: str) -> str:
    return printable(written).rstrip(".").casefold()


def _refusal(question: Question, entry: Entry, written: str, file: str) -> AnswerRefused:
    wanted = {f"allowed_{language}": _wanted(question, language) for language in LANGUAGES}
    texts = [option.label for option in question.options] or list(JUDGEMENTS.values())
    refused = AnswerRefused if file else GivenRefused
    return refused(
        written,
        [word for text in texts for word in text] if question.allowed("nl") else [],
        file=file,
        place_nl=entry.place.nl,
        place_en=entry.place.en,
        question=entry.key,
        **wanted,
    )


def _wanted(question: Question, language: str) -> str:
    if question.kind is Kind.TEXT:
        return TEXT_WANTED.in_(language)
    if question.kind is Kind.NAMES:
        return NAMES_WANTED.in_(language)
    return either(question.allowed(language), language)
