"""The competency questions: what users of the graph want to know, and which query answers that."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from re import fullmatch
from typing import NoReturn

import yaml

from si_kg.catalogue import Catalogue
from si_kg.errors import CatalogueError, FileUnreadable, SiKgError
from si_kg.language import LANGUAGES, Text

QUESTIONS_FILE = "competency-questions.yaml"
AUDIENCES = {
    "researcher": Text("onderzoeker", "researcher"),
    "subsidy-writer": Text("subsidieschrijver", "subsidy writer"),
    "linker": Text("wie data koppelt", "linker"),
}
_GROUP_KEYS = ("theme", "questions")
_KEYS = ("id", "for", *LANGUAGES, "query")


@dataclass(frozen=True)
class CompetencyQuestion:
    """One question that users have, and the canned query with the values that answer it.

    `audiences` are keys of AUDIENCES.
    """

    id: str
    theme: Text
    audiences: tuple[str, ...]
    text: Text
    query: str
    values: Mapping[str, str]

    @property
    def command(self) -> str:
        """What to type in a shell to get the answer."""
        values = (f"{name}={value}" for name, value in self.values.items())
        return shlex.join(["si-kg", "query", self.query, *values])


def read_questions(file: Path, catalogue: Catalogue) -> list[CompetencyQuestion]:
    """The questions in a YAML file, in its order, each for a query of `catalogue`.

    Raises FileUnreadable, or CatalogueError with the line of the first fault.
    """
    reader = _Reader(file, catalogue)
    questions = [asked for group in reader.groups() for asked in reader.questions(group)]
    if not questions:
        reader.refuse(None, "er staat geen vraag in", "it holds no question")
    return questions


class _Reader:
    """Reads one file as nodes of YAML, which know their line."""

    def __init__(self, file: Path, catalogue: Catalogue) -> None:
        self._file = file
        self._catalogue = catalogue
        self._seen: set[str] = set()

    def groups(self) -> Iterator[Mapping[str, yaml.Node]]:
        """What stands under each theme."""
        for node in self._list(self._root()):
            yield self._fields(node, _GROUP_KEYS)

    def questions(self, group: Mapping[str, yaml.Node]) -> Iterator[CompetencyQuestion]:
        """The questions of one theme."""
        theme = self._both(self._fields(group["theme"], LANGUAGES))
        for node in self._list(group["questions"]):
            yield self._question(theme, self._fields(node, _KEYS, ("values",)))

    def refuse(self, node: yaml.Node | None, nl: str, en: str) -> NoReturn:
        """Raise CatalogueError for the line on which `node` stands."""
        line = node.start_mark.line + 1 if node else 1
        raise CatalogueError(file=self._file, line=line, reason_nl=nl, reason_en=en)

    def _root(self) -> yaml.Node | None:
        try:
            return yaml.compose(self._file.read_text("utf-8"), yaml.CSafeLoader)
        except (OSError, UnicodeDecodeError):
            raise FileUnreadable(file=self._file) from None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            nl, en = f"geen YAML ({error.problem})", f"not YAML ({error.problem})"
            raise CatalogueError(file=self._file, line=line, reason_nl=nl, reason_en=en) from None

    def _question(self, theme: Text, fields: Mapping[str, yaml.Node]) -> CompetencyQuestion:
        asked = CompetencyQuestion(
            id=self._id(fields["id"]),
            theme=theme,
            audiences=self._audiences(fields["for"]),
            text=self._asked(fields),
            query=self._text(fields["query"]),
            values=self._values(fields.get("values")),
        )
        try:
            canned = self._catalogue[asked.query]
            for name in asked.values:
                canned.parameter(name)
        except SiKgError as error:
            nl, en = (error.message(language).rstrip(".") for language in LANGUAGES)
            self.refuse(fields["query"], nl, en)
        return asked

    def _id(self, node: yaml.Node) -> str:
        name = self._text(node)
        if not fullmatch(r"CQ[0-9]{3}", name):
            self.refuse(node, "een id is CQ met drie cijfers", "an id is CQ with three digits")
        return self._once(node, name)

    def _audiences(self, node: yaml.Node) -> tuple[str, ...]:
        items = self._list(node)
        for item in items:
            if self._text(item) not in AUDIENCES:
                known = ", ".join(AUDIENCES)
                nl, en = f"‘for’ bevat alleen {known}", f"‘for’ holds only {known}"
                self.refuse(item, nl, en)
        return tuple(map(self._text, items))

    def _asked(self, fields: Mapping[str, yaml.Node]) -> Text:
        for language in LANGUAGES:
            text = self._once(fields[language], self._text(fields[language]))
            if not text.endswith("?"):
                nl, en = "een vraag eindigt op een vraagteken", "a question ends in a question mark"
                self.refuse(fields[language], nl, en)
        return self._both(fields)

    def _values(self, node: yaml.Node | None) -> dict[str, str]:
        return {} if node is None else {k: self._text(v) for k, v in self._pairs(node).items()}

    def _both(self, fields: Mapping[str, yaml.Node]) -> Text:
        return Text(*(self._text(fields[language]) for language in LANGUAGES))

    def _once(self, node: yaml.Node, text: str) -> str:
        """`text`, which may not stand in the file twice."""
        if text in self._seen:
            self.refuse(node, f"‘{text}’ staat er al", f"‘{text}’ is there already")
        self._seen.add(text)
        return text

    def _fields(
        self, node: yaml.Node, needed: tuple[str, ...], allowed: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """What stands by name under `node`: all of `needed`, and of the rest only `allowed`."""
        fields = self._pairs(node)
        for name in needed:
            if name not in fields:
                self.refuse(node, f"‘{name}’ ontbreekt", f"‘{name}’ is missing")
        for name, value in fields.items():
            if name not in (*needed, *allowed):
                self.refuse(value, f"onbekend: {name}", f"unknown: {name}")
        return fields

    def _pairs(self, node: yaml.Node) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            nl, en = "hier horen namen met een waarde", "names with values are needed here"
            self.refuse(node, nl, en)
        pairs: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self._text(key)
            if name in pairs:
                self.refuse(key, f"‘{name}’ staat er dubbel", f"‘{name}’ is there twice")
            pairs[name] = value
        return pairs

    def _list(self, node: yaml.Node | None) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.refuse(node, "hier hoort een lijst", "a list is needed here")
        return list(node.value)

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.refuse(node, "hier hoort tekst", "text is needed here")
        return str(node.value).strip()
