"""The questions of the form: what is asked, with which explanation, and what may be answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from si_kg.assessment.instruments import NOTHING, Member
from si_kg.definitions.judgements import Outcome
from si_kg.language import Text


class Kind(StrEnum):
    """What a question asks for: free text, a yes or no, one of the options, or names."""

    TEXT = "text"
    JUDGEMENT = "judgement"
    CHOICE = "choice"
    NAMES = "names"


JUDGEMENTS: Mapping[Outcome, Text] = {
    Outcome.MET: Text("ja", "yes"),
    Outcome.PARTLY: Text("deels", "partly"),
    Outcome.NOT_MET: Text("nee", "no"),
}
UNKNOWN = Text("?", "?")
NOBODY = Text("niemand", "nobody")
NEITHER = Member("", Text("geen van deze", "none of these"))


@dataclass(frozen=True)
class Question:
    """One question: its key in the form, the thing (IRI) it is about, and its texts.

    `group` is the heading that it stands under; `options` are what a CHOICE chooses from.
    """

    key: str
    kind: Kind
    label: Text
    ask: Text
    hint: Text = NOTHING
    iri: str = ""
    group: Text = NOTHING
    options: tuple[Member, ...] = ()

    def allowed(self, language: str) -> list[str]:
        """The answers to choose from; none where the answer is free."""
        if self.kind is Kind.JUDGEMENT:
            return [word.in_(language) for word in JUDGEMENTS.values()]
        return [option.shown(language) for option in self.options]


@dataclass(frozen=True)
class Section:
    """Questions that belong together; `name` is short enough for the tab of a sheet.

    `purpose` says what the questions are for, `intro` how to answer them; `iri` is the framework
    that they are about, empty where there is none.
    """

    key: str
    name: Text
    title: Text
    purpose: Text
    intro: Text
    questions: tuple[Question, ...]
    iri: str = ""

    def explanation(self, language: str) -> str:
        """What the questions are for and how to answer them."""
        return f"{self.purpose.in_(language)} {self.intro.in_(language)}".strip()


@dataclass(frozen=True)
class Questionnaire:
    """All questions, in sections."""

    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[Question]:
        return (question for section in self.sections for question in section.questions)

    def __getitem__(self, key: str) -> Question:
        return self.by_key[key]

    def section(self, key: str) -> Section:
        """The section with this key; without questions where the graph gives it none."""
        empty = Section(key, NOTHING, NOTHING, NOTHING, NOTHING, ())
        return next((section for section in self.sections if section.key == key), empty)

    def keys(self, section: str = "") -> list[str]:
        """The keys in one section, or on top: questions without a section, and the sections."""
        if section:
            return [key for key in self.by_key if key.startswith(f"{section}.")]
        return list(dict.fromkeys(key.partition(".")[0] for key in self.by_key))

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """Each question under its key."""
        return {question.key: question for question in self}
