"""The form as a text file in YAML: written with its explanation, read with its line numbers."""

import json
from collections.abc import Iterator
from textwrap import wrap

import yaml

from si_kg.assessment.answers import Entry
from si_kg.assessment.faults import FormMalformed, FormNotRecognised
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Kind, Question, Questionnaire, Section
from si_kg.assessment.words import (
    ANSWER,
    HEADLINE,
    HOW,
    LINE,
    NOT_A_NAME,
    NOT_A_SECTION,
    NOT_AN_ANSWER,
    QUOTE,
    REPEATED,
    either,
    filled_in,
)
from si_kg.errors import SiKgError
from si_kg.language import Text
from si_kg.tables import printable
from si_kg.yaml_files import compose, line

_WIDTH = 90
_DEEPEST = 6
_RULE = "─"
_NULL = "tag:yaml.org,2002:null"
_PARTS = {"answer": "answer", "antwoord": "answer", "note": "note", "notitie": "note"}


def write(questionnaire: Questionnaire, language: str, plan: Plan) -> str:
    """An empty form, or one with the answers that the plan gives."""
    lines = [*_comment(HEADLINE.in_(language)), *_comment(HOW.in_(language))]
    lines += _comment(QUOTE.in_(language))
    for section in questionnaire.sections:
        lines += _section(section, language, plan)
    return "\n".join(lines) + "\n"


def read(questionnaire: Questionnaire, text: str, file: str) -> list[Entry | SiKgError]:
    """What the form holds, and what is wrong with its shape, in order.

    Raises YamlBroken where the text is not YAML, and FormNotRecognised where it holds no keys.
    """
    root = compose(text, file, _DEEPEST)
    if not isinstance(root, yaml.MappingNode):
        raise FormNotRecognised(file=file)
    return list(_Mapping(questionnaire, file).found(root))


class _Mapping:
    """Walks through the keys of a form; `sections` are those that hold questions of their own."""

    def __init__(self, questionnaire: Questionnaire, file: str) -> None:
        self.known = questionnaire.by_key
        self.sections = {key.partition(".")[0] for key in self.known if "." in key}
        self.file = file
        self.opened: set[str] = set()

    def found(self, mapping: yaml.MappingNode, above: str = "") -> Iterator[Entry | SiKgError]:
        """An entry for each question, and an error for each key without one."""
        for name, value in mapping.value:
            if not isinstance(name, yaml.ScalarNode):
                yield self._fault(name, NOT_A_NAME)
            elif not above and name.value in self.sections:
                yield from self._section(name, value)
            else:
                yield self._entry(above + name.value, name, value)

    def _section(self, name: yaml.ScalarNode, value: yaml.Node) -> Iterator[Entry | SiKgError]:
        if name.value in self.opened:
            yield self._fault(name, filled_in(REPEATED, name.value))
        elif isinstance(value, yaml.MappingNode):
            yield from self.found(value, f"{name.value}.")
        elif _written(value) != ("",):
            yield self._fault(name, filled_in(NOT_A_SECTION, name.value))
        self.opened.add(name.value)

    def _entry(self, key: str, name: yaml.ScalarNode, value: yaml.Node) -> Entry | SiKgError:
        place = filled_in(LINE, line(name))
        if key not in self.known:
            return Entry(key, (), place)
        parts = _parts(value)
        answer, note = (_written(parts.get(part)) for part in ("answer", "note"))
        if answer is None or note is None or set(parts) - {"answer", "note"}:
            return self._fault(name, filled_in(NOT_AN_ANSWER, name.value))
        listed = isinstance(parts["answer"], yaml.SequenceNode) if "answer" in parts else False
        return Entry(key, answer, place, " ".join(note), listed)

    def _fault(self, node: yaml.Node, reason: Text) -> SiKgError:
        return FormMalformed.at(self.file, filled_in(LINE, line(node)), reason)


def _parts(value: yaml.Node) -> dict[str, yaml.Node]:
    """An answer that stands alone, or one with a note beside it."""
    if not isinstance(value, yaml.MappingNode):
        return {"answer": value}
    return {_PARTS.get(str(name.value), ""): part for name, part in value.value}


def _written(node: yaml.Node | None) -> tuple[str, ...] | None:
    """What stands there, each item of a list apart; None where it is no text."""
    if node is None:
        return ("",)
    if isinstance(node, yaml.ScalarNode):
        return ("" if node.tag == _NULL else node.value,)
    if not isinstance(node, yaml.SequenceNode):
        return None
    items = node.value or [yaml.ScalarNode(_NULL, "")]
    texts = tuple(item.value for item in items if isinstance(item, yaml.ScalarNode))
    return texts if len(texts) == len(items) else None


def _section(section: Section, language: str, plan: Plan) -> Iterator[str]:
    title = section.title.in_(language)
    yield from ("", "", *_comment(title), f"# {_RULE * len(title)}")
    yield from _comment(section.explanation(language))
    nested = "." in section.questions[0].key
    if nested:
        yield f"{section.key}:"
    group = Text("", "")
    for question in section.questions:
        if question.group != group:
            group = question.group
            yield from ("", f"  # {_RULE * 2} {group.in_(language)} {_RULE * 2}")
        yield ""
        yield from _question(question, language, plan, "  " if nested else "")


def _question(question: Question, language: str, plan: Plan, margin: str) -> Iterator[str]:
    """The question and its explanation as comments, then its key, with what the plan answers."""
    yield from _comment(question.ask.in_(language), margin)
    yield from _comment(question.hint.in_(language), margin, "  ")
    if question.kind is Kind.JUDGEMENT:
        choices = either(question.allowed(language), language)
        yield from _comment(f"{ANSWER.in_(language)}: {choices}", margin, "  ")
    for option in question.options:
        meaning = option.plain.in_(language)
        told = f"- {option.shown(language)}{': ' if meaning else ''}{meaning}"
        yield from _comment(told, margin, "  ", "    ")
    answer = _value(question, language, plan)
    yield f"{margin}{question.key.rpartition('.')[2]}:{' ' if answer else ''}{answer}"


def _value(question: Question, language: str, plan: Plan) -> str:
    answer = printable(plan.written(question, language))
    note = printable(plan.notes.get(question.key, ""))
    if note:
        return f"{{answer: {_quoted(answer)}, note: {_quoted(note)}}}"
    return _quoted(answer) if answer else ""


def _quoted(text: str) -> str:
    """As JSON, which is YAML too: no text can be read as anything else."""
    return json.dumps(text, ensure_ascii=False)


def _comment(text: str, margin: str = "", first: str = "", rest: str | None = None) -> list[str]:
    """The text as comment lines; `first` and `rest` stand before the first line and the others."""
    size = _WIDTH - len(margin)
    lines = wrap(
        printable(text),
        size,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
    )
    return [f"{margin}# {line}" for line in lines]
